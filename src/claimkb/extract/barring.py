"""Whom grammar forbids a pronoun to mean: what shares its verb, and what is named below it.

A plain pronoun is free in its own clause (principle B of binding); a name is
free everywhere (principle C): in "he said Berg had won" he is not Berg.
"""

from collections.abc import Iterable

from claimkb.extract.binding import is_possessive, says, subject_for
from claimkb.extract.mention import Mention
from claimkb.extract.tree import Node, descend
from claimkb.lexicon.cues import cues

_OBJECTS = frozenset({"him", "her", "them"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "attr"})
_FOR = frozenset({"of", "for", "with"})
_BESIDE_ONESELF = frozenset({"with", "behind", "around", "before", "after", "near", "over", "above", "on"})


def _governor(node: Node) -> Node | None:
    """The verb of which a node is an argument, directly or through a preposition; None for what stands deeper."""
    if node.dep in {"nsubj", "nsubjpass"} and node.lower in _OBJECTS:
        return node.head.head  # "the judge ordered him held"
    if node.dep in _ARGUMENTS:
        return node.head
    if node.dep == "pobj" and node.head.dep in {"prep", "dative", "agent"} and node.head.head.is_verb:
        return node.head.head if node.head.lower not in _BESIDE_ONESELF else None
    return None


def place_of(mention: Mention) -> str:
    """A key of one mention alone: of two things with one noun ("two engines", "six engines") each has its own."""
    return f"#{mention.node.start}"


def _agent_of(verb: Node) -> Node | None:
    """Who does what a verb without a subject of its own says.

    In "she fell ill, prompting her to move" it is the event, in "she accused
    him of robbing her" whoever is accused.
    """
    if verb.dep == "advcl" and verb.tag == "VBG" and verb.lemma in cues().clauses.result_verbs:
        return None
    if verb.dep == "pcomp" and verb.head.lower in _FOR:
        blamed_one = next((o for o in verb.head.head.kids("dobj") if o.i < verb.i), None)
        if blamed_one is not None:
            return blamed_one
    return subject_for(verb)


def barred(node: Node, here: Iterable[Mention]) -> frozenset[str]:
    """The keys, and places of things unnamed, that grammar denies a pronoun: what shares its verb, what is named below.

    A plain pronoun is free in its own clause (principle B); a name is free
    everywhere (principle C): in "he said Berg had won" he is not Berg.
    """
    if is_possessive(node):
        return frozenset()
    verb = _governor(node)
    if verb is None:
        return frozenset()
    below = {id(n) for n in descend(verb) if n.i > node.i}
    borrowed = _agent_of(verb) if node.dep not in {"nsubj", "nsubjpass"} else None
    keys: set[str] = set()
    asked = verb.head.kid("agent") if verb.dep in {"ccomp", "advcl"} else None  # "asked by the judge if he"
    for mention in here:
        other = mention.node
        if other is node:
            continue
        beside = not mention.owner and (_governor(other) is verb or other is borrowed)
        named_below = mention.named and mention.noun is None and id(other) in below and not says(other)
        if beside or named_below or (asked is not None and other.head is asked):
            keys.add(mention.key if mention.named or mention.noun is not None else place_of(mention))
    return frozenset(keys)
