"""The noun phrases of labels in their shorter forms: "$300M fund", "immediate threat", "future of relations".

A form keeps the head, a name whole, and the most telling modifiers; articles
go, a "no" stays. A noun that says nothing by itself ("lack", "series") is
worth little without what follows "of".
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from claimkb.extract.label_choice import BROKEN, Part, part
from claimkb.extract.label_figures import figure, measured_words
from claimkb.extract.label_heads import (
    fellows,
    glued,
    is_hollow,
    is_money_head,
    level,
    shown_member,
    subsets,
)
from claimkb.extract.label_modifiers import apart
from claimkb.extract.label_tails import noun_tails
from claimkb.extract.label_words import (
    Wording,
    first_words,
    short_forms,
)
from claimkb.extract.tree import Node
from claimkb.lexicon.labels import label_words

_MAX_UNITS = 3
_UNCOUNTED = 9.0  # "feet" for "3 feet": less than what the figure adds, so that it never stands alone
_PALE = 0.3  # "people" for "other people" loses nothing
_VAGUE = 1.8  # "condition" for "critical condition"
_CUT = 0.5  # "keg" for "powder keg"
_MULTIPLES = frozenset({"double", "triple", "twice", "half"})
_OTHERS = " and others"  # what stands for "we"
_QUANTIFIERS = frozenset(
    {"some", "many", "most", "few", "several", "none", "all", "much", "half", "any", "both"}
)


def noun_parts(node: Node | None, view: Wording, worth: float, *, tail: bool = True) -> list[Part]:
    """The forms of a noun phrase, fullest first; empty where there is none."""
    if node is None:
        return []
    given = view.names.get(id(node))
    if given:
        alone = given.removesuffix(_OTHERS)
        if pair := _pair(alone, view):
            return [part(worth + 0.5, pair)]
        more = ", others" if alone != given else ""
        said = short_forms(view.shortened(alone))
        counted = said[0].split()
        bare = (
            [part(worth - 1.0, counted[1])]
            if len(counted) == 2 and said[0].lower() == said[0][0].lower() + said[0][1:]
            else []
        )
        return [*(part(worth + 0.5, w + more) for w in said), *(bare if not more else [])]
    forms = _single_parts(node, view, worth, tail=tail)
    joined = [n for n in fellows(node) if view.shows(n)]
    if not joined:
        return forms
    if len(joined) > 1:
        return [*_with_others(forms), *forms]
    others = _single_parts(joined[0], view, 1.6, tail=False)
    both = [
        Part((*a.words[:-1], f"{a.words[-1]},", *b.words), a.worth + b.worth)
        for a in forms
        for b in others
        if a.words and b.words and len(a.words) + len(b.words) <= 4
    ]
    return [*both, *forms]


def _pair(names: str, view: Wording) -> str:
    """Two names that a word such as "both" stands for, with a comma: "Peru, Chile"."""
    both = [view.shortened(name.strip().removeprefix("the ")) for name in names.split(" and ")]
    short = len(both) == 2 and all(name[:1].isupper() and len(name.split()) <= 2 for name in both)
    return ", ".join(both) if short else ""


def _with_others(forms: list[Part]) -> list[Part]:
    return [Part((*f.words[:-1], f"{f.words[-1]},", "others"), f.worth + 0.6) for f in forms if f.words]


def _single_parts(node: Node, view: Wording, worth: float, *, tail: bool) -> list[Part]:
    open_head = node.tag in {"PRP", "DT", "WDT", "WP", "EX"} or node.lower == "none"
    if open_head or not (node.is_noun or node.tag in {"CD", "$"}):
        return _other_head(node, view, worth)
    if shape := _counted(node, view, worth):
        return shape
    if (measure := _glued_measure(node)) is not None:
        return [part(worth + 0.8, measure)]
    amount = view.amount_at(node)
    if amount is not None and is_money_head(node, amount):
        money = re.fullmatch(r"[A-Z]{3}", amount.unit or "") is not None
        measured = measured_words(amount) if money else []
        times = [
            c.lower for c in node.kids("predet", "det", "amod") if c.lower in _MULTIPLES and c.i < node.i
        ]
        plain = part(worth + 0.8, *times, figure(amount))  # "triple the 5,200"
        vague = (
            [part(worth + 0.4, plain.words[0])] if len(plain.words) > 1 and " of " in figure(amount) else []
        )
        return [
            *(
                [part(worth + 1.5, figure(amount), *measured)]
                if measured
                else noun_tails(node, view, [plain], noun_parts)
            ),
            plain,
            *vague,
        ]
    body = view.body_at(node)
    if body is not None:
        name = view.shortened(body.text)
        return [
            part(worth + 0.5, name),
            *([part(worth - 0.5, first)] if " " in (first := first_words(name)) else []),
        ]
    if (reached := level(node, view)) is not None:
        return [part(worth + 0.8, figure(reached))]
    taken = apart(node, view)
    if (
        node.lower in {"percent", "percentage"} and len(taken.units) == 1
    ):  # a share without a quantity of its own
        taken = replace(taken, units=(), head=f"{taken.units[0][0]}%")
    counted = view.amount_at(node) or any(c.tag == "CD" for c in node.kids("nummod"))
    worth -= _UNCOUNTED if node.lemma in label_words().measures and counted else 0.0
    units = taken.units
    ranked = sorted(range(len(units)), key=lambda i: (-units[i][1], -i))[:_MAX_UNITS]
    forms: list[Part] = []
    if is_hollow(node):
        worth -= 1.6  # "bone" without "of contention"
    elif node.lemma in label_words().levels and not view.amount_at(node):
        worth -= 1.6  # "fell to a level"
    for kept in subsets(ranked):
        words = [*taken.negation, *(units[i][0] for i in kept)]
        restricting = 0.8 if taken.negation else 0.0  # "no accepted definition" is not "no definition"
        value = worth + _damped(units[i][1] + restricting for i in kept)
        if taken.core >= 0 and taken.core not in kept and units[taken.core][1] > _PALE:
            value -= _VAGUE if node.lemma in label_words().vague_heads else _CUT
        forms.append(part(value, *words, taken.head))
        if not kept:
            forms += [
                part(value - view.cost_of_short(taken.head) * (1 + i), *words, name)
                for i, name in enumerate(view.shorter_names(taken.head))
            ]
    return [*noun_tails(node, view, forms, noun_parts), *forms] if tail else forms


def _damped(worths: Iterable[float]) -> float:
    """What modifiers add together: each further one less, so that none outweighs a word that is needed."""
    return sum(worth / (1 + 0.5 * place) for place, worth in enumerate(sorted(worths, reverse=True)))


def _glued_measure(node: Node) -> str | None:
    """ "600m", "80kg": a measure written together with its number."""
    before = next((c for c in node.kids("nummod") if c.i == node.i - 1 and not c.space), None)
    return f"{before.text}{node.text.rstrip('.')}" if before is not None and node.text[0].isalpha() else None


def _counted(node: Node, view: Wording, worth: float) -> list[Part]:
    """ "two of the skiffs" is "2 skiffs", "a group of lawmakers" is "lawmakers": a mere shape goes."""
    wholes = (p.kid("pobj") for p in node.kids("prep") if p.lower == "of" and view.shows(p))
    whole = next((shown_member(w, view) for w in wholes if w is not None), None)
    if whole is None or not view.shows(whole):
        return []
    if node.lemma == "total" and any(c.tag in {"CD", "$"} for c in (whole, *whole.kids("nummod"))):
        return noun_parts(whole, view, worth)  # "a total of 26 crew"
    if node.lemma in label_words().settings and whole.tag == "NNP" and not node.kids("amod"):
        return noun_parts(whole, view, worth, tail=False)  # "the town of Bergen"
    if whole.tag not in {"NNS", "NNPS"}:
        return []
    if node.tag == "CD" and not any(ch in node.text for ch in "%$") and node.lower != "one":
        amount = view.amount_at(node)
        lead = figure(amount) if amount is not None else node.lower
        return [
            Part((*lead.split(), *w.words), w.worth + 0.5) for w in noun_parts(whole, view, worth, tail=False)
        ]
    if node.lower == "one" and not node.kids("det", "neg", "advmod", "quantmod", "amod", "relcl"):
        many = noun_parts(whole, view, worth, tail=False)  # "one of the ministers" is "minister"
        return [Part((*p.words[:-1], whole.lemma), p.worth) for p in many if p.words[-1] == whole.text]
    bare = not any(c.lower in {"no", "each", "every", "neither"} for c in node.kids("det"))
    sized = view.amount_at(node) is not None and node.lemma != "total"
    if node.lemma in label_words().collective and bare and not sized:
        return noun_parts(whole, view, worth)
    return []


def _other_head(node: Node, view: Wording, worth: float) -> list[Part]:
    """A pronoun that stays, or a gerund with its object."""
    if node.tag == "VBG" or (node.tag == "VB" and node.lower.endswith("ing")):
        return _gerund(node, view, worth)
    if node.tag in {"EX", "WDT", "WP"}:
        return []
    if node.is_verb:
        return [part(worth - 3.0, view.shortened(glued(node)))]
    whole = next((p.kid("pobj") for p in node.kids("prep") if p.lower == "of"), None)
    if whole is not None and whole.is_noun and node.lower in _QUANTIFIERS:
        lead = ["no" if node.lower == "none" else node.text]
        if whole.tag in {"NN", "NNP"} and node.lower != "none":
            lead.append("of")  # "much of the roof"
        wholes = noun_parts(whole, view, worth, tail=False)
        some = [Part(w.words, w.worth - 0.4) for w in wholes if node.lower == "some"]
        return [*(Part((*lead, *w.words), w.worth) for w in wholes), *some]
    return [part(worth, view.shortened(glued(node)))]


def _gerund(node: Node, view: Wording, worth: float) -> list[Part]:
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
