"""What "there" stands for: the one place that the text has just named ("grew up in Hull and returned there")."""

from collections.abc import Sequence

from claimkb.extract.mention import Mention
from claimkb.extract.resolution import Resolved
from claimkb.extract.tree import Node
from claimkb.lexicon.cues import cues

_PLACES = frozenset({"place", "country", "name", "thing"})  # a name that something is in may be a town's
_AT = frozenset({"in", "to", "at", "from", "near", "into", "across", "outside", "inside"})


def points_there(node: Node) -> bool:
    """Whether a word is "there" as an adverb of a verb, not of existence ("there is") or of another place."""
    return (
        node.lower == "there"
        and node.tag == "RB"
        and node.dep == "advmod"
        and not node.kids("prep", "advmod")
    )


def resolve_there(
    node: Node, here: Sequence[Mention], before: Sequence[Mention], sentence: int, found: Resolved
) -> None:
    """Put the place, with its preposition, where the nearest sentence that names one names but one."""
    here = [m for m in here if m.node.i < node.i]
    near = [m for m in here if _is_place(m)]
    near = near or [m for m in before if sentence - m.sentence == 1 and _is_place(m)]
    by_key = {m.key: m for m in near}
    if len(by_key) != 1:
        return
    mention = near[-1]
    if any(
        _is_spot(m) and m.node.i > mention.node.i for m in (*here, *before) if m.sentence == mention.sentence
    ):
        return  # "from Hull to the base": the base
    moves = node.head.lemma in cues().pronouns.motion_verbs
    words = f"{'to' if moves else 'in'} {mention.words}"
    found.words[id(node)] = words
    found.notes[id(node)] = f"{node.text!r} read as {words!r}"
    if mention.sentence == sentence:
        found.antecedents[id(node)] = frozenset({id(mention.node)})


def _is_spot(mention: Mention) -> bool:
    return not mention.named and mention.node.dep == "pobj" and mention.node.head.lower in _AT


def _is_place(mention: Mention) -> bool:
    """Whether a mention names a place, as one: a country that something is in or goes to."""
    if mention.kind not in _PLACES or not mention.named or mention.plural:
        return False
    located = mention.node.dep == "pobj" and mention.node.head.lower in _AT
    return located or mention.kind == "place"
