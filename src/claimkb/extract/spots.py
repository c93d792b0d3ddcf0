"""Where "the resort" or "the building" is: the one place by name that the text has just put something in.

"He spoke from Alder Lodge. He will stay at the resort": a noun that a place
goes by stands for the only name, of no country, state or city, that something
was "at", "in" or "from" in this sentence or the one before. A name that says
itself what it is ("Alder Hospital") is called by that noun or by a general one.
"""

from collections.abc import Sequence

from claimkb.extract.mention import Mention
from claimkb.extract.resolution import Resolved
from claimkb.extract.tree import Node
from claimkb.extract.wording import put_phrase
from claimkb.lexicon.cues import cues
from claimkb.lexicon.gazetteer import gazetteer

_AT = frozenset({"at", "in", "from", "inside", "outside", "to", "near", "of"})
_KINDS = frozenset({"thing", "name", "place", "organisation"})


def resolve_spot(
    node: Node, here: Sequence[Mention], before: Sequence[Mention], sentence: int, found: Resolved
) -> None:
    """Put the name of the place that a bare definite noun for one takes up."""
    words, determiner = cues().pronouns, node.kid("det")
    if node.tag != "NN" or determiner is None or node.lemma not in words.spot_nouns:
        return
    if determiner.lower not in {"the", "this"} or id(node) in found.words or id(node) in found.names:
        return
    near = [m for m in (*before, *here) if sentence - m.sentence <= 1 and m.node.i != node.i]
    near = [m for m in near if m.sentence < sentence or m.node.i < node.i]
    if any(not m.named and m.node.dep != "appos" and m.lemma in words.spot_nouns for m in near):
        return  # another one is spoken of
    spots = {m.key: m for m in near if _is_spot(m)}
    if len(spots) != 1:
        return
    mention = next(iter(spots.values()))
    if not _is_called(mention, node.lemma):
        return
    put_phrase(node, determiner, mention.words, found)
    found.ambiguous.discard(id(node))
    found.meant[id(node)] = mention
    if mention.sentence == sentence:
        found.antecedents[id(node)] = found.antecedents[id(determiner)] = frozenset({id(mention.node)})


def _is_spot(mention: Mention) -> bool:
    if not mention.named or mention.plural or mention.kind not in _KINDS:
        return False
    places = gazetteer()
    if mention.kind == "place" or mention.key in places.places:
        return False
    if not places.states.isdisjoint(mention.key.split()):
        return False
    return mention.node.dep == "pobj" and mention.node.head.lower in _AT


def _is_called(mention: Mention, noun: str) -> bool:
    """Whether a place may go by a noun: its name says nothing of what it is, or that very noun."""
    words = cues().pronouns
    last = mention.key.split()[-1].lower()
    if noun in words.spot_general:
        return True
    return last == noun or (
        last not in words.spot_nouns and last not in words.group_nouns and last not in words.plain_spots
    )
