"""Who speaks, and what was found to stand for what: the records of pronoun resolution."""

from collections.abc import Callable
from dataclasses import dataclass, field

from claimkb.extract.fullnames import Names
from claimkb.extract.mention import Mention


@dataclass(frozen=True, slots=True)
class Side:
    """The country or body that somebody speaks for, by its words and its key; empty where none is known."""

    words: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says a sentence: his name for "I", his side for "we", the keys of who he is, what is quoted."""

    name: str = ""
    side: Side = Side()
    keys: frozenset[str] = frozenset()
    kind: str = ""  # person, body, people; "" where it is none of them, or the author
    is_quoted: Callable[[int], bool] = lambda place: False
    addressee: str = ""  # the one person whom he tells it


@dataclass(slots=True)
class Resolved:
    """What stands for which node (by id; "" drops it), and the nodes left because two candidates fit."""

    words: dict[int, str] = field(default_factory=dict)
    ambiguous: set[int] = field(default_factory=set)
    notes: dict[int, str] = field(default_factory=dict)
    # pronoun to what names the same in its sentence: where a claim holds one of these, it keeps the pronoun
    antecedents: dict[int, frozenset[int]] = field(default_factory=dict)
    meant: dict[int, Mention] = field(default_factory=dict)  # what a description names, by its noun
    names: Names = field(default_factory=dict)  # what completes a word where a claim says it first

    def add(self, other: "Resolved") -> None:
        """Take in what was found in another part of the sentence."""
        self.words.update(other.words)
        self.ambiguous |= other.ambiguous
        self.notes.update(other.notes)
        self.antecedents.update(other.antecedents)
        self.meant.update(other.meant)
        self.names.update(other.names)


@dataclass(frozen=True, slots=True)
class Reference:
    """A word of the text with what stands for it: `words` ("" for nothing), or left open as two candidates fit."""

    start: int
    end: int
    words: str
    is_open: bool
