"""What "the shooting" or "the arrest" takes up: an event that the text told with a verb.

"Two officers shot Kimani Dunn. The shooting ..." is the shooting of Kimani
Dunn. A table says which verb a noun names and whether the one it befalls is
the verb's object or subject. Only what really happened counts, to somebody or
something named; two such events, or one newly brought in ("another shooting"),
leave the noun as it stands.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from claimkb.extract.fullnames import FullNames
from claimkb.extract.mention import Mention
from claimkb.extract.resolution import Resolved
from claimkb.extract.tree import Node
from claimkb.lexicon.cues import cues

_REACH = 8  # sentences back
_NEW = frozenset({"a", "an", "another", "any", "no", "every", "each", "some"})
_DEFINITE = frozenset({"the", "this", "that"})
_LONGEST = 5


@dataclass(frozen=True, slots=True)
class _Event:
    """Something that befell somebody; `words` is empty where it is not told whom."""

    key: str
    words: str
    sentence: int


class Events:
    """The events of one document by the nouns that may take them up."""

    def __init__(self, names: FullNames) -> None:
        self._names = names
        self._told: dict[str, list[_Event]] = {}

    def learn(self, nodes: Sequence[Node], here: Sequence[Mention], sentence: int) -> None:
        """Remember what the verbs of a sentence tell, and which events its nouns bring in anew."""
        nouns, verbs = _tables()
        for mention in here:
            node = mention.node
            role = (node.head.lemma, node.dep)
            if role in verbs and mention.named and not mention.plural and _happened(node.head):
                words = self._names.of(mention.words, mention.key)
                if len(words.split()) <= _LONGEST and not mention.is_loose and " and " not in words:
                    for noun in verbs[role]:
                        self._told.setdefault(noun, []).append(_Event(mention.key, words, sentence))
        for node in nodes:
            if node.tag == "NN" and node.lemma in nouns and any(c.lower in _NEW for c in node.kids("det")):
                self._told.setdefault(node.lemma, []).append(_Event(f"?{sentence}.{node.i}", "", sentence))

    def resolve(self, node: Node, sentence: int, found: Resolved) -> None:
        """Complete a bare definite noun with whom the event befell."""
        determiner = node.kid("det")
        preposition = _tables()[0].get(node.lemma)
        if preposition is None or node.tag != "NN" or determiner is None or determiner.lower not in _DEFINITE:
            return
        if id(node) in found.words or node.kids("compound", "amod", "poss", "prep", "relcl", "acl", "nummod"):
            return
        near = {e.key: e.words for e in self._told.get(node.lemma, ()) if sentence - e.sentence <= _REACH}
        words = next(iter(near.values()), "")
        if len(near) != 1 or not words:
            return
        found.ambiguous.discard(id(node))
        found.names[id(node)] = (f"{node.text} {preposition} {words}", 0)
        found.notes[id(node)] = f"{determiner.text} {node.text!r} read with {preposition} {words!r}"


def _happened(verb: Node) -> bool:
    """Whether a verb tells what took place, not what may, will or did not."""
    if verb.kids("neg") or verb.tag in {"VB", "VBG"}:
        return False
    return not any(c.tag == "MD" for c in verb.kids("aux")) and verb.dep not in {"advcl"}


@cache
def _tables() -> tuple[dict[str, str], dict[tuple[str, str], list[str]]]:
    """The preposition of each noun, and the nouns that name a verb, by its lemma and the role of whom it befalls."""
    nouns: dict[str, str] = {}
    verbs: dict[tuple[str, str], list[str]] = {}
    for entry in sorted(cues().pronouns.event_nouns):
        noun, told = entry.split("=")
        preposition, roles, lemmas = told.split(":")
        nouns[noun] = preposition
        for lemma in lemmas.split(","):
            for role in ("dobj", "nsubjpass") if roles == "object" else ("nsubj",):
                verbs.setdefault((lemma, role), []).append(noun)
    return nouns, verbs
