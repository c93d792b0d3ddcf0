"""What a noun of a label only counts or shapes: "two of the skiffs" is "2 skiffs", "a group of lawmakers" "lawmakers".

The phrases inside are made by `noun_parts`, which is handed in, since it asks for these.
"""

from collections.abc import Callable

from claimkb.extract.label_choice import Part
from claimkb.extract.label_figures import figure
from claimkb.extract.label_heads import COUNTLESS, shown_member
from claimkb.extract.label_words import Wording
from claimkb.extract.tree import Node
from claimkb.lexicon.labels import label_words

NounParts = Callable[..., list[Part]]
_STAGED = frozenset({"scene", "act", "incident", "instance", "episode", "moment", "round"})
_MASSES = frozenset({"amount", "deal", "bit"})
_SORTS = frozenset({"total", "type", "kind", "sort"})


def glued_measure(node: Node) -> str | None:
    """ "600m", "80kg": a measure written together with its number."""
    before = next((c for c in node.kids("nummod") if c.i == node.i - 1 and not c.space), None)
    return f"{before.text}{node.text.rstrip('.')}" if before is not None and node.text[0].isalpha() else None


def counted(node: Node, view: Wording, worth: float, noun_parts: NounParts) -> list[Part]:
    """The forms of what a noun counts or is a shape of, where it says nothing else; else none."""
    wholes = (p.kid("pobj") for p in node.kids("prep") if p.lower == "of" and view.shows(p))
    whole = next((shown_member(w, view) for w in wholes if w is not None), None)
    if whole is None or not view.shows(whole):
        return []
    if node.lower == "worth":
        return _priced(node, whole, view, worth, noun_parts)
    if node.lemma == "total" and any(c.tag in {"CD", "$"} for c in (whole, *whole.kids("nummod"))):
        return noun_parts(whole, view, worth)  # "a total of 26 crew"
    if node.lemma in label_words().settings and whole.tag == "NNP" and not node.kids("amod"):
        return noun_parts(whole, view, worth, tail=False)  # "the town of Bergen"
    shape = node.lemma in _STAGED and node.tag == "NNS"
    if (shape or node.lemma in _SORTS | _MASSES) and whole.tag == "NN" and view.amount_at(node) is None:
        return noun_parts(whole, view, worth)  # "scenes of violence", "that kind of thinking"
    if node.lemma in label_words().facets and node.tag == "NN" and not node.kids("amod", "poss", "compound"):
        return noun_parts(whole, view, worth)  # "the nature of the threat"
    if whole.tag not in {"NNS", "NNPS"}:
        return []
    return _several(node, whole, view, worth, noun_parts)


def _several(node: Node, whole: Node, view: Wording, worth: float, noun_parts: NounParts) -> list[Part]:
    """Some of several: "two of the skiffs", "one of the ministers", "a group of lawmakers"."""
    if node.tag == "CD" and not any(ch in node.text for ch in "%$") and node.lower != "one":
        amount = view.amount_at(node)
        lead = figure(amount) if amount is not None else node.lower
        wholes = noun_parts(whole, view, worth, tail=False)
        return [Part((*lead.split(), *w.words), w.worth + 0.5) for w in wholes]
    if node.lower == "one" and not node.kids("det", "neg", "advmod", "quantmod", "amod", "relcl"):
        many = noun_parts(whole, view, worth, tail=False)  # "one of the ministers" is "minister"
        return [Part((*p.words[:-1], whole.lemma), p.worth) for p in many if p.words[-1] == whole.text]
    if node.lower in COUNTLESS and not node.kids("amod", "nummod", "quantmod"):  # "dozens of dam gates"
        many = noun_parts(whole, view, worth, tail=False)
        said = [Part((node.lower, "of", *w.words), w.worth + 0.8) for w in many]
        return [*said, *(Part(w.words, w.worth - 2.0) for w in many), Part((node.lower,), worth - 1.0)]
    bare = not any(c.lower in {"no", "each", "every", "neither"} for c in node.kids("det"))
    sized = view.amount_at(node) is not None and node.lemma not in _SORTS
    if node.lemma in label_words().collective and bare and not sized:
        return noun_parts(whole, view, worth)
    return []


def _priced(node: Node, whole: Node, view: Wording, worth: float, noun_parts: NounParts) -> list[Part]:
    """ "$2m worth of jewellery" is "$2M jewellery"."""
    price = next((q for c in node.children if (q := view.amount_at(c)) is not None), None)
    if price is None:
        return []
    lead = figure(price).split()
    return [Part((*lead, *w.words), w.worth + 1.5) for w in noun_parts(whole, view, worth, tail=False)]
