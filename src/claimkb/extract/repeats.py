"""What a bare definite noun takes up again: "the ruling", "this bill", "the agency's memo".

A text names a thing in full once ("a federal appeals court ruling") and bare
from then on. The bare noun stands for the one fuller phrase of a few sentences
before with the same head, or with a head of its kind ("the law" for an act).
Two different phrases with one head leave it open. A vague noun that nothing
fuller precedes ("the move") is marked, for it says nothing alone.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from claimkb.extract.binding import clause_of, holds
from claimkb.extract.full_phrases import Full, lone_thing, only_thing
from claimkb.extract.mention import Mention
from claimkb.extract.realise import phrase
from claimkb.extract.resolution import Resolved
from claimkb.extract.tree import Node, subtree
from claimkb.lexicon.cues import cues

_REACH = 6  # sentences back; a fuller phrase further away may be another thing's
_FAR = 15  # sentences back for the only thing of its kind that the text has named
_MAX_WORDS = 9  # a longer phrase would bury the claim
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_POINTING = _DEFINITE - {"the"}
_PLACE_WORDS = 6
_WHERE = frozenset({"in", "at", "on", "near", "outside", "off", "against", "between", "over", "with"})
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


class Repeats:
    """The full phrases of one document by their heads."""

    def __init__(self) -> None:
        self._full: dict[str, list[Full]] = {}

    def learn(self, mentions: Sequence[Mention]) -> None:
        """Remember the phrases of a sentence that name something in full."""
        for full in _full_of(mentions):
            self._full.setdefault(_lemma(full.mention.node), []).append(full)

    def resolve(
        self, node: Node, here: Sequence[Mention], sentence: int, found: Resolved, *, quoted: bool = False
    ) -> None:
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
        full = list(self._near(node, here, sentence))
        best = only_thing([f for f in full if sentence - f.sentence <= _REACH]) or lone_thing(full)
        if quoted and determiner.lower in _POINTING and best is not None and not best.mention.named:
            best = None
        words = _definite(best) if best is not None else ""
        words = "" if words.lower() in {node.lower, f"the {node.lower}"} else words
        if best is not None and words and _is_placed(best):
            found.names[id(node)] = (words.removeprefix("the "), 0)
            found.notes[id(node)] = f"{determiner.text} {node.text!r} read as {words!r}"
        elif best is not None and words:
            found.words[id(determiner)] = ""
            for count in node.kids("nummod"):
                found.words[id(count)] = ""
                words = f"the {count.text} {words.removeprefix('the ')}"
            found.words[id(node)] = words
            found.notes[id(node)] = f"{determiner.text} {node.text!r} read as {words!r}"
            if best.sentence == sentence:
                found.antecedents[id(node)] = found.antecedents[id(determiner)] = frozenset(
                    {id(best.mention.node)}
                )
        elif node.dep in _SUBJECTS and (_recent(full, sentence) or _is_vague(node, determiner)):
            found.ambiguous.add(id(node))

    def _near(self, node: Node, here: Sequence[Mention], sentence: int) -> Iterator[Full]:
        """The full phrases before a noun that it may repeat, of its own head if there are any."""
        before = [m for m in here if m.node.i < node.i]
        for lemmas in ((node.lemma,), _kinds().get(node.lemma, ())):
            near = [
                full
                for lemma in lemmas
                for full in self._full.get(lemma, ())
                if sentence - full.sentence <= _FAR
            ]
            near += _full_of(m for m in before if _lemma(m.node) in lemmas and not holds(m.node, node))
            near = [f for f in near if (f.mention.node.tag in {"NNS", "NNPS"}) is (node.tag == "NNS")]
            near = [f for f in near if _is_as_many(node, f.mention.node)]
            if near:
                yield from near
                return


def _is_as_many(node: Node, other: Node) -> bool:
    """Whether two nouns do not count differently ("five boats", "the three boats")."""
    counts = {c.lower for n in (node, other) for c in n.kids("nummod")}
    return len(counts) < 2


def _full_of(mentions: Iterable[Mention]) -> Iterator[Full]:
    """Those of several mentions that name something in full."""
    for mention in mentions:
        if mention.kind == "country" or (mention.kind == "person" and mention.named):
            continue
        told = frozenset() if mention.member or mention.node.dep == "attr" else _told(mention)
        if told and not _is_a_guess(mention.node) and not _is_any(mention.node):
            yield Full(mention, told, mention.sentence)


def _is_a_guess(node: Node) -> bool:
    """Whether whose a thing is hangs on a pronoun, or on the day of writing ("last month's vote")."""
    return any(c.tag == "PRP$" or c.lemma in cues().pronouns.time_nouns for c in node.kids("poss"))


def _is_any(node: Node) -> bool:
    """Whether a phrase is of any thing of its kind ("a strong quake can kill"), or of one that may be some day."""
    if not any(c.lower in {"a", "an"} for c in node.kids("det")):
        return False
    clause = clause_of(node)
    return clause.kid("neg") is not None or any(c.tag == "MD" for c in clause.kids("aux"))


def _lemma(node: Node) -> str:
    return node.lemma.lower()


def _told(mention: Mention) -> frozenset[str]:
    """The words of a phrase that tell which one of its kind is meant; empty for a bare one."""
    node = mention.node
    empty = cues().pronouns.empty_modifiers
    told = [c.lower for c in node.kids(*_TELLING) if c.tag != "PRP$"]
    told += [c.lower for c in node.kids("amod") if c.lower not in empty and _tells(c)]
    told += [c.lower for p in node.kids("prep") if p.lower == "of" for c in p.kids("pobj")]
    if not told and mention.named and node.tag in {"NNP", "NNPS"}:
        told = [node.lower]
    if not told and (place := _place_of(node)) is not None:
        told = [n.lower for n in subtree(place) if n.is_noun]
    return frozenset(told)


def _tells(modifier: Node) -> bool:
    """Whether an adjective tells one thing from another for good: none that compares or is a matter of degree."""
    return modifier.tag in {"JJ", "VBN", "VBG", "VBD", "NN", "NNP", "NNS"} and not modifier.kids("advmod")


def _place_of(node: Node) -> Node | None:
    """The phrase that tells where a thing is, by a name ("a fire at a mill in Leeds")."""
    places = [p for p in node.kids("prep") if p.lower in _WHERE and p.kids("pobj")]
    if node.tag != "NN" or len(places) != 1 or node.kids("relcl", "acl"):
        return None
    inner = subtree(places[0])
    named = any(n.tag.startswith("NNP") for n in inner)
    plain = not any(
        n.dep in {"relcl", "acl", "appos", "conj"} or n.tag in {"CD", "PRP", "PRP$"} for n in inner
    )
    return places[0] if named and plain and len(inner) <= _PLACE_WORDS else None


def _is_placed(full: Full) -> bool:
    """Whether only where it is tells a thing from others of its kind."""
    place = _place_of(full.mention.node)
    return place is not None and full.told == {n.lower for n in subtree(place) if n.is_noun}


def _definite(full: Full) -> str:
    """The phrase with "the" for its article; "" where it is too long, open, or hangs on a pronoun."""
    mention = full.mention
    words = mention.words.split() or [""]
    place = _place_of(mention.node)
    if place is not None and _is_placed(full):
        words += phrase(subtree(place)).split()
    lower = [w.lower() for w in words]
    pronouns = cues().pronouns
    loose = (
        pronouns.person | pronouns.thing | pronouns.plural | pronouns.first_plural | pronouns.first_singular
    )
    if len(words) > _MAX_WORDS or lower[0] in _OPEN or loose.intersection(lower) or " and " in mention.words:
        return ""
    count = next((n for n in mention.node.kids("nummod") if n.tag == "CD"), None)
    if count is not None and lower[0] == count.lower:
        words, lower = words[1:], lower[1:]
    elif any(n.tag == "CD" for n in subtree(mention.node) if n.head is mention.node):
        return ""
    if lower[0] in _INDEFINITE:
        return f"the {' '.join(words[1:])}"
    if lower[0] == "the":
        return f"the {' '.join(words[1:])}"
    owned = mention.node.kid("poss") is not None
    named = mention.named or mention.node.tag in {"NNS", "NNPS"}
    said = " ".join(words)
    return said if owned else f"the {said}" if not named or mention.plural else said


def _recent(full: Sequence[Full], sentence: int) -> bool:
    return any(sentence - f.sentence <= _REACH for f in full)


def _is_vague(node: Node, determiner: Node) -> bool:
    """Whether a noun only points back: "the move", or any noun behind "this"."""
    return node.lemma in cues().pronouns.vague_nouns or determiner.lower in _POINTING


@cache
def _kinds() -> dict[str, tuple[str, ...]]:
    """What a noun of kind may stand for: "law" for an act."""
    pairs = (entry.split("=") for entry in sorted(cues().pronouns.kinds))
    return {noun: tuple(kinds.split(",")) for noun, kinds in pairs}
