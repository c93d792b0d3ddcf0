"""Phrases of a label that no noun heads: a pronoun, "most of them", a gerund with its object.

The phrases inside are made by `noun_parts`, which is handed in, since it asks for these.
"""

from collections.abc import Callable

from claimkb.extract.label_choice import BROKEN, Part, part
from claimkb.extract.label_heads import glued
from claimkb.extract.label_modifiers import NEAR
from claimkb.extract.label_words import Wording
from claimkb.extract.tree import Node
from claimkb.lexicon.labels import label_words

NounParts = Callable[..., list[Part]]
_QUANTIFIERS = frozenset(
    {"some", "many", "most", "few", "several", "none", "all", "much", "half", "any", "both"}
)


def other_head(node: Node, view: Wording, worth: float, noun_parts: NounParts) -> list[Part]:
    """A pronoun that stays, or a gerund with its object."""
    if node.tag == "VBG" or (node.tag == "VB" and node.lower.endswith("ing")):
        return _gerund(node, view, worth, noun_parts)
    if node.tag in {"EX", "WDT", "WP"}:
        return []
    if node.is_verb:
        return [part(worth - 3.0, view.shortened(glued(node)))]
    which = node.kid("acl") if node.lower in {"those", "all"} else None
    if which is not None and which.tag == "VBN" and which.i == node.i + 1 and view.shows(which):
        return [part(worth, node.lower, which.lower)]  # "among those arrested"
    whole = next((p.kid("pobj") for p in node.kids("prep") if p.lower == "of"), None)
    if whole is not None and whole.is_noun and node.lower in _QUANTIFIERS:
        near = [c.lower for c in node.kids("advmod") if c.lower in NEAR]
        lead = [*near, "no" if node.lower == "none" else node.text]
        if whole.tag in {"NN", "NNP"} and node.lower != "none" and not near:
            lead.append("of")  # "much of the roof"
        wholes = noun_parts(whole, view, worth, tail=False)
        some = [Part(w.words, w.worth - 0.4) for w in wholes if node.lower == "some"]
        return [*(Part((*lead, *w.words), w.worth) for w in wholes), *some]
    return [part(worth, view.shortened(glued(node)))]


def _gerund(node: Node, view: Wording, worth: float, noun_parts: NounParts) -> list[Part]:
    """ "helping X", "agreeing to pay": a gerund with its object, whom it helps do something, or its infinitive."""
    if node.lemma == "be":
        complement = node.kid("acomp", "attr")
        return [part(worth + 1.0, node.text, complement.text)] if complement is not None else []
    inner = node.kid("ccomp", "xcomp")
    helped = inner.kid("nsubj") if inner is not None else None
    objects = noun_parts(node.kid("dobj") or helped, view, 1.0)
    if not objects and inner is not None and inner.tag == "VB" and view.shows(inner):
        objects = [part(0.6, "to", inner.lemma)]
        objects += [
            Part(("to", inner.lemma, *o.words), 1.0 + o.worth)
            for o in noun_parts(inner.kid("dobj"), view, 0.6)
        ]
    bare = Part((), BROKEN if objects else 0.0)
    no = [c.lower for c in node.kids("neg") if view.shows(c)]
    if no:  # "not paying taxes"
        return [Part((*no, node.text, *o.words), worth + o.worth) for o in (*objects, bare)]
    turned = [c.lower for c in node.children if c.i == node.i + 1 and c.lower in label_words().turns]
    if turned and not objects:  # "doing away with fees"
        said = [p for p in node.kids("prep") if p.i == node.i + 2]
        objects = [
            Part((p.lower, *o.words), o.worth) for p in said for o in noun_parts(p.kid("pobj"), view, 1.0)
        ]
        return [Part((node.text, *turned, *o.words), worth + o.worth) for o in objects or [Part((), 0.0)]]
    return [Part((node.text, *o.words), worth + o.worth) for o in (*objects, bare)]
