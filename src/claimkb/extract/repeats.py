"""What a bare definite noun takes up again: "the ruling", "this bill", "the agency's memo".

A text names a thing in full once ("a federal appeals court ruling") and bare
from then on. The bare noun stands for the one fuller phrase of a few sentences
before with the same head, or with a head of its kind ("the law" for an act).
Two different phrases with one head leave it open. A vague noun that nothing
fuller precedes ("the move") is marked, for it says nothing alone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from claimkb.extract.mention import Mention
from claimkb.extract.resolution import Resolved
from claimkb.extract.tree import Node, subtree
from claimkb.lexicon.cues import cues

_REACH = 6  # sentences back; a fuller phrase further away may be another thing's
_MAX_WORDS = 9  # a longer phrase would bury the claim
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_POINTING = _DEFINITE - {"the"}
_TELLING = frozenset({"compound", "nmod", "poss"})
_INDEFINITE = frozenset({"a", "an", "this", "that", "these", "those"})
_OPEN = frozenset(
    {
        "no",
        "any",
        "every",
        "each",
        "another",
        "other",
        "some",
        "several",
        "many",
        "more",
        "most",
        "both",
        "all",
    }
)
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


@dataclass(frozen=True, slots=True)
class _Full:
    """A phrase that names a thing in full; `told` are the words that tell it from others of its kind."""

    mention: Mention
    told: frozenset[str]
    sentence: int


class Repeats:
    """The full phrases of one document by their heads."""

    def __init__(self) -> None:
        self._full: dict[str, list[_Full]] = {}

    def learn(self, mentions: Sequence[Mention]) -> None:
        """Remember the phrases of a sentence that name something in full."""
        for mention in mentions:
            told = _told(mention)
            names = mention.kind not in {"person", "country"} and mention.node.dep != "attr"
            names = names and not any(c.tag == "PRP$" for c in mention.node.kids("poss"))  # whose is a guess
            if told and names and not mention.member:
                full = _Full(mention, told, mention.sentence)
                self._full.setdefault(_lemma(mention.node), []).append(full)

    def resolve(self, node: Node, sentence: int, found: Resolved, *, quoted: bool = False) -> None:
        """Put the full phrase in the place of a bare definite noun, or mark a vague one that has none.

        What somebody quoted points at ("this campaign") may stand before his eyes: only a name takes its place.
        """
        determiner = node.kid("det")
        if determiner is None or determiner.lower not in _DEFINITE or id(node) in found.words:
            return
        if node.tag not in {"NN", "NNS"}:
            return  # "the House" is a name
        if node.lemma in cues().pronouns.time_nouns or id(node) in found.ambiguous:
            return
        full = list(self._near(node, sentence))
        best = _one(full)
        if quoted and determiner.lower in _POINTING and best is not None and not best.mention.named:
            best = None
        words = _definite(best.mention) if best is not None else ""
        if best is not None and words:
            found.words[id(determiner)] = ""
            found.words[id(node)] = words
            found.notes[id(node)] = f"{determiner.text} {node.text!r} read as {words!r}"
            if best.sentence == sentence:
                found.antecedents[id(node)] = found.antecedents[id(determiner)] = id(best.mention.node)
        elif node.dep in _SUBJECTS and (full or _is_vague(node, determiner)):
            found.ambiguous.add(id(node))

    def _near(self, node: Node, sentence: int) -> Iterator[_Full]:
        """The full phrases before a noun that it may repeat, of its own head if there are any."""
        for lemmas in ((node.lemma,), _kinds().get(node.lemma, ())):
            near = [
                full
                for lemma in lemmas
                for full in self._full.get(lemma, ())
                if sentence - full.sentence <= _REACH
            ]
            near = [f for f in near if (f.mention.node.tag in {"NNS", "NNPS"}) is (node.tag == "NNS")]
            if near:
                yield from near
                return


def _lemma(node: Node) -> str:
    return node.lemma.lower()


def _told(mention: Mention) -> frozenset[str]:
    """The words of a phrase that tell which one of its kind is meant; empty for a bare one."""
    node = mention.node
    empty = cues().pronouns.empty_modifiers
    told = [c.lower for c in node.kids(*_TELLING) if c.tag != "PRP$"]
    told += [c.lower for c in node.kids("amod") if c.lower not in empty and c.tag[:2] in {"JJ", "VB", "NN"}]
    told += [c.lower for p in node.kids("prep") if p.lower == "of" for c in p.kids("pobj")]
    if not told and mention.named and node.tag in {"NNP", "NNPS"}:
        told = [node.lower]
    return frozenset(told)


def _definite(mention: Mention) -> str:
    """The phrase with "the" for its article; "" where it is too long, open, or hangs on a pronoun."""
    words = mention.words.split() or [""]
    lower = [w.lower() for w in words]
    pronouns = cues().pronouns
    loose = (
        pronouns.person | pronouns.thing | pronouns.plural | pronouns.first_plural | pronouns.first_singular
    )
    if len(words) > _MAX_WORDS or lower[0] in _OPEN or loose.intersection(lower) or " and " in mention.words:
        return ""
    if any(n.tag == "CD" for n in subtree(mention.node) if n.head is mention.node):
        return ""
    if lower[0] in _INDEFINITE:
        return f"the {' '.join(words[1:])}"
    if lower[0] == "the":
        return f"the {' '.join(words[1:])}"
    owned = mention.node.kid("poss") is not None
    named = mention.named or mention.node.tag in {"NNS", "NNPS"}
    return (
        mention.words if owned else f"the {mention.words}" if not named or mention.plural else mention.words
    )


def _one(full: Sequence[_Full]) -> _Full | None:
    """The fullest of several phrases that tell of one thing; None where they tell of different ones."""
    best = max(full, key=lambda f: (len(f.told), f.sentence), default=None)
    if best is None or any(not f.told <= best.told and not f.told & best.told for f in full):
        return None
    return best


def _is_vague(node: Node, determiner: Node) -> bool:
    """Whether a noun only points back: "the move", or any noun behind "this"."""
    return node.lemma in cues().pronouns.vague_nouns or determiner.lower in _POINTING


@cache
def _kinds() -> dict[str, tuple[str, ...]]:
    """What a noun of kind may stand for: "law" for an act."""
    pairs = (entry.split("=") for entry in sorted(cues().pronouns.kinds))
    return {noun: tuple(kinds.split(",")) for noun, kinds in pairs}
