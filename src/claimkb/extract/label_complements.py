"""What a subject is said to be, in its forms: a noun with what narrows it down, an adjective with what it needs."""

from claimkb.extract.label_attributes import among, best_of, far_from, restricted
from claimkb.extract.label_choice import BROKEN, Part, part
from claimkb.extract.label_figures import figure
from claimkb.extract.label_nouns import noun_parts
from claimkb.extract.label_phrases import phrase_slots
from claimkb.extract.label_words import Wording
from claimkb.extract.tree import Node
from claimkb.lexicon.labels import label_words

_NEAR = -1.5  # "dripping" for "dripping with errors"
_STRONG = frozenset({"not", "more", "most", "too", "least"})


def predicate_parts(node: Node, view: Wording) -> list[Part]:
    """A predicate noun or adjective with the phrase it needs; its clause stands in a slot of its own."""
    if kept := far_from(node, view):
        return kept
    if node.is_noun or node.tag in {"CD", "$"}:
        parts = [*among(node, view), *restricted(node, view), *noun_parts(node, view, 3.0)]
    elif (amount := next((c for c in node.kids("npadvmod", "dobj") if view.amount_at(c)), None)) is not None:
        parts = _measured(node, amount, view)
    elif node.lower == "worth" and (doing := node.kid("xcomp", "pcomp", "ccomp")) is not None:
        parts = [part(4.0, "worth", doing.lower)]  # "worth examining"
    elif (many := node.kid("nummod")) is not None and (amount_of := view.amount_at(many)) is not None:
        parts = [part(4.0, figure(amount_of), node.text)]  # "50 dead"
    else:
        parts = _quality(node, view)
    if node.tag == "JJS" or any(c.tag in {"JJS", "RBS"} for c in node.kids("amod", "advmod")):
        parts = [*best_of(node, parts, view), *parts]
    return parts if node.is_noun or node.tag == "CD" else _with_phrase(node, parts, view)


def _measured(node: Node, amount: Node, view: Wording) -> list[Part]:
    """ "3 feet long", "worth $5M", "940 miles south of the capital"; "36 years old" is "36"."""
    if node.lower == "old" and (years := amount.kid("nummod")) is not None:
        return [part(5.0, years.text)]
    said = noun_parts(amount, view, 1.0, tail=False)
    full = [p.words for p in said if any(ch.isdigit() for w in p.words for ch in w)] or [said[-1].words]
    return [Part((*w, node.text) if amount.i < node.i else (node.text, *w), 4.0) for w in full]


def _quality(node: Node, view: Wording) -> list[Part]:
    """An adjective with its degree, and the one joined to it."""
    before = [c.text for c in node.kids("advmod", "neg") if c.i < node.i and view.shows(c)]
    strong = [b for b in before if b.lower() in label_words().near_negators or b.lower() in _STRONG]
    after = [c.text for c in node.kids("advmod") if c.i == node.i + 1 and c.lower == "enough"]
    parts = [part(3.2, *before, node.text, *after), part(3.0, *strong, node.text, *after)]
    fellow = node.kid("conj")
    plain = not node.kids("neg") and not node.head.kids("neg")  # of "not A but B" only B is said
    if plain and fellow is not None and fellow.tag.startswith("JJ") and view.shows(fellow):
        denied = ["not"] if any(c.lower in {"not", "n't"} for c in fellow.children) else []
        parts.insert(0, part(4.0 if denied else 3.6, f"{node.text},", *denied, fellow.text))
    return parts


def _with_phrase(node: Node, parts: list[Part], view: Wording) -> list[Part]:
    """The forms with the first phrase after the adjective, which some need ("due to rain")."""
    placed = phrase_slots(node, view, bare=True)[:1]
    if not placed:
        return parts
    near = any(p.i == node.i + 1 for p in node.kids("prep"))
    lost = BROKEN if node.lower in label_words().needy else _NEAR if near else 0.0
    full = [
        Part((*p.words, *t.words), p.worth + t.worth - 0.8) for p in parts for t in placed[0][1] if t.words
    ]
    return [*full, *(Part(p.words, p.worth + lost) for p in parts)]
