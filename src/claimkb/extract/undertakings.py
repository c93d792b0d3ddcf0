"""What "the decision" or "the pledge" is: what somebody decided or pledged to do in the sentences just before.

"The council voted to close the pool. The decision ..." is the decision to
close the pool. A table says which verbs a noun names. Two such verbs, or a
content that is long or hangs on a pronoun, leave the noun as it stands.
"""

from collections.abc import Sequence
from functools import cache

from claimkb.extract.realise import phrase
from claimkb.extract.resolution import Resolved
from claimkb.extract.tree import Node, subtree
from claimkb.lexicon.cues import cues

_REACH = 2  # sentences back
_LONGEST = 8  # words of what was undertaken
_DEFINITE = frozenset({"the", "this", "that"})
_TELLING = ("compound", "amod", "poss", "prep", "relcl", "acl", "nummod")


class Undertakings:
    """What the verbs of one document's last sentences say that somebody undertook."""

    def __init__(self) -> None:
        self._told: list[tuple[int, str, str]] = []  # sentence, verb, "to" and what follows

    def learn(self, nodes: Sequence[Node], sentence: int) -> None:
        """Remember what the verbs of a sentence tell, whatever its mood or sense."""
        self._told = [t for t in self._told if sentence - t[0] < _REACH]
        for node in nodes:
            if node.lemma in _verbs() and node.is_verb and (content := node.kid("xcomp")) is not None:
                self._told.append((sentence, node.lemma, _content(content)))

    def resolve(self, node: Node, sentence: int, found: Resolved) -> None:
        """Complete a bare definite noun with what was undertaken."""
        verbs = _nouns().get(node.lemma)
        determiner = node.kid("det")
        if verbs is None or node.tag != "NN" or determiner is None or determiner.lower not in _DEFINITE:
            return
        if id(node) in found.words or id(node) in found.names or node.kids(*_TELLING):
            return
        near = {words for at, verb, words in self._told if verb in verbs and sentence - at <= _REACH}
        words = next(iter(near), "")
        if len(near) != 1 or not words:
            return
        found.ambiguous.discard(id(node))
        found.names[id(node)] = (f"{node.text} {words}", 0)
        found.notes[id(node)] = f"{determiner.text} {node.text!r} read with {words!r}"


def _content(verb: Node) -> str:
    """The infinitive with its object; "" where it is negated, too long, or would have to be told itself."""
    if verb.tag != "VB" or not any(c.lower == "to" for c in verb.kids("aux")) or verb.kids("neg"):
        return ""
    behind = [c for c in verb.children if c.dep in {"aux", "prt", "dobj"}]
    if verb.kid("dobj") is None or any(
        c.dep in {"relcl", "acl", "conj"} for c in verb.kids("dobj")[0].children
    ):
        return ""
    nodes = sorted(
        [verb, *(n for c in behind for n in subtree(c) if not _hangs_loose(n, verb))], key=lambda n: n.i
    )
    if len(nodes) > _LONGEST or any(n.tag in {"PRP", "PRP$"} for n in nodes):
        return ""
    return phrase(nodes)


def _hangs_loose(node: Node, verb: Node) -> bool:
    """Whether a word belongs to a clause or phrase behind the object."""
    while node is not verb:
        if node.dep in {"relcl", "acl", "advcl", "appos"}:
            return True
        node = node.head
    return False


@cache
def _nouns() -> dict[str, frozenset[str]]:
    pairs = (entry.split("=") for entry in cues().pronouns.undertakings)
    return {noun: frozenset(verbs.split(",")) for noun, verbs in pairs}


@cache
def _verbs() -> frozenset[str]:
    return frozenset().union(*_nouns().values())
