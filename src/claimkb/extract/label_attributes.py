"""What narrows a predicate noun or adjective down: "seat we have to win", "best since 2020", "among largest lakes"."""

from claimkb.extract.label_choice import Part, part
from claimkb.extract.label_nouns import noun_parts
from claimkb.extract.label_words import Wording
from claimkb.extract.tree import Node

_YEAR = 4  # digits


def restricted(node: Node, view: Wording) -> list[Part]:
    """ "a state we have to win": a predicate noun with the clause that says which."""
    inner = node.kid("relcl")
    subject = inner.kid("nsubj") if inner is not None and view.shows(inner) else None
    if inner is None or subject is None or subject.tag in {"WDT", "WP"} or inner.kids("neg"):
        return []
    verb = inner.kid("xcomp") or inner
    between = ["to"] if verb is not inner else []
    modal = ["is" if c.lower == "'s" else c.text for c in inner.kids("aux", "auxpass")]
    nouns = noun_parts(subject, view, 1.0, tail=False)
    before = [inner.lower] if verb is not inner else []
    return [Part((node.text, *n.words, *modal, *before, *between, verb.text), 4.0 + n.worth) for n in nouns]


def far_from(node: Node, view: Wording) -> list[Part]:
    """ "far from certain" denies: its words stay together."""
    if node.lower != "far":
        return []
    said = [c for p in node.kids("prep") if p.lower == "from" for c in p.children if view.shows(c)]
    return [part(5.0, "far", "from", c.text) for c in said if c.dep in {"pobj", "pcomp", "amod", "acomp"}][:1]


def best_of(node: Node, parts: list[Part], view: Wording) -> list[Part]:
    """ "best since 2020", "worst in a decade": what a superlative is compared with."""
    found: list[Part] = []
    for prep in (*node.kids("prep"), *node.head.kids("prep")):
        noun = prep.kid("pobj")
        if (
            prep.lower in {"since", "in", "among"}
            and noun is not None
            and prep.i > node.i
            and view.shows(prep)
        ):
            compared = noun_parts(noun, view, 1.0, tail=False)
            compared += [part(1.0, c.text) for c in noun.kids("nummod") if len(c.text) == _YEAR]
            found += [
                Part((*p.words, prep.lower, *c.words), p.worth + c.worth) for p in parts for c in compared
            ]
    return found


def among(node: Node, view: Wording) -> list[Part]:
    """ "one of its closest allies" is "among closest allies"."""
    if node.lower != "one":
        return []
    wholes = [p.kid("pobj") for p in node.kids("prep") if p.lower == "of"]
    return [Part(("among", *p.words), p.worth) for w in wholes for p in noun_parts(w, view, 4.0, tail=False)]
