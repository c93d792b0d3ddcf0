"""What somebody is given "with" in a label: "agency provides country with map", or "agency provides map"."""

from claimkb.extract.label_choice import Part, Slot
from claimkb.extract.label_heads import shown
from claimkb.extract.label_nouns import noun_parts
from claimkb.extract.label_words import Wording
from claimkb.extract.tree import Node

_OBJECT = 2.8
_RECEIVER = -1.5  # to whom is half the news of what


def supplied(verb: Node, view: Wording) -> list[Slot]:
    """ "provides country with map": what is given matters more than to whom."""
    to = shown(verb, view, "dobj")
    preps = [p for p in verb.kids("prep") if p.lower == "with" and view.shows(p)]
    given = next(
        (n for p in preps if (n := p.kid("pobj")) is not None and to is not None and n.i > to.i), None
    )
    if given is None:
        return []
    whole = noun_parts(given, view, _OBJECT)
    both = [
        Part((*t.words, "with", *g.words), t.worth + _RECEIVER + g.worth)
        for t in noun_parts(to, view, _OBJECT, tail=False)
        for g in whole
    ]
    return [[*both, *whole]]
