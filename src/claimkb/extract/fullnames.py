"""A person by the full name where a claim first names him: "Hall resigned" is "Robert Hall resigned".

A text gives a name in full once and the surname from then on; a claim is read
without that first mention. Only a full name that the text itself spells is
put in, once in a claim, and never into a compound ("the Hall inquiry"). Titles
of respect give way to it ("Mr. Hall"); an office with a surname ("Senator
Hall") tells who is meant, and stays as it is written.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from claimkb.extract.tree import Node, Tree
from claimkb.lexicon.cues import cues
from claimkb.lexicon.gazetteer import gazetteer
from claimkb.model import EntityMention

EntityAt = Callable[[int, int], EntityMention | None]
Names = dict[int, tuple[str, int]]
"""By the id of a node: its words in full (a name, "shooting of Roe"), and the id of a title that gives way, or 0."""

_AGED = re.compile(r"^(?:the )?\d\d?-year-old (?=[A-Z])")
_LONGEST = 4  # words of a name that is still read at a glance
_OPENING = frozenset("\"'(")
_NAMES = frozenset({"NNP", "NNPS"})
_INSIDE = frozenset({"compound", "nmod", "amod"})


class FullNames:
    """The full names of the persons of one document."""

    def __init__(self, entities: Iterable[EntityMention]) -> None:
        self._full = frozenset(
            m.name
            for m in entities
            if m.kind == "person" and m.text == m.name and 1 < len(m.name.split()) <= _LONGEST
        )

    def of(self, words: str, key: str) -> str:
        """The words for a person with the surname in full, where they end with it."""
        words = _AGED.sub("", words) if key in words else words
        *before, last = words.split() or [""]
        if key not in self._full or last != key.split()[-1] or key in words:
            return words
        return words if any(not _gives_way(w) for w in before) else key

    def surnames(self, tree: Tree, entity_at: EntityAt) -> Names:
        """The surnames of a sentence that stand alone or behind a title."""
        found: Names = {}
        if not self._full:
            return found
        previous: Node | None = None
        for node in tree.nodes:
            if node.tag in _NAMES and node.dep not in _INSIDE and _is_apart(previous):
                entity = entity_at(node.start, node.end)
                if entity is not None and entity.text == node.text and self._is_short(entity):
                    respect = previous is not None and _gives_way(previous.text)
                    found[id(node)] = (entity.name, id(previous) if respect else 0)
            previous = node
        return found

    def _is_short(self, entity: EntityMention) -> bool:
        return (
            entity.kind == "person" and entity.name in self._full and entity.text == entity.name.split()[-1]
        )


def _is_apart(previous: Node | None) -> bool:
    """Whether a name may begin after a word: neither glued to it nor behind an office."""
    if previous is None or previous.text in _OPENING:
        return True
    return previous.space and not _is_office(previous)


def _is_office(node: Node) -> bool:
    return node.text in gazetteer().words["titles"] and not _gives_way(node.text)


def _gives_way(word: str) -> bool:
    return word.lower() in cues().pronouns.respect


def in_full(nodes: Sequence[Node], words: Mapping[int, str], names: Names) -> Mapping[int, str]:
    """`words` with the full name for each surname that a claim names first, in the order of its nodes."""
    if not names:
        return words
    put: dict[int, str] = {}
    told: set[str] = set()
    open_names = {name for name, _ in names.values()}
    for node in nodes:
        said = words.get(id(node), "")
        told |= {name for name in open_names if name in said} if said else set()
        name, title = names.get(id(node), ("", 0))
        if name and not said and id(node) not in words and name not in told:
            put[id(node)] = name
            if title:
                put[title] = ""
            told.add(name)
    return {**words, **put} if put else words
