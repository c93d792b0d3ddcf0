"""The noun phrases of labels in their shorter forms: "$300M fund", "immediate threat", "future of relations".

A form keeps the head, a name whole, and the most telling modifiers; articles
go, a "no" stays. A noun that says nothing by itself ("lack", "series") is
worth little without what follows "of".
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from claimkb.extract.label_choice import Part, part
from claimkb.extract.label_counted import counted, glued_measure
from claimkb.extract.label_figures import figure, measured_words
from claimkb.extract.label_gerunds import other_head
from claimkb.extract.label_heads import (
    fellows,
    is_hollow,
    is_money_head,
    level,
    subsets,
)
from claimkb.extract.label_modifiers import Phrase, apart
from claimkb.extract.label_tails import noun_tails
from claimkb.extract.label_weights import UNREAL
from claimkb.extract.label_words import (
    Wording,
    first_words,
    short_forms,
)
from claimkb.extract.tree import Node
from claimkb.lexicon.labels import label_words
from claimkb.model import Quantity

_MAX_UNITS = 3
_UNCOUNTED = 9.0  # "feet" for "3 feet": less than what the figure adds, so that it never stands alone
_PALE = 0.3  # "people" for "other people" loses nothing
_VAGUE = 1.8  # "condition" for "critical condition"
_UNRESTRICTED = 2.5  # "no quarrels" for "no quarrels with her sister"
_NARROWED = 1.0  # "no sectors" for "no advanced sectors"
_UNTRUE = 2.0  # "employee" for "former employee"
_CUT = 0.5  # "keg" for "powder keg"
_MULTIPLES = frozenset({"double", "triple", "twice", "half"})
_OTHERS = " and others"  # what stands for "we"


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
        fellow = (
            next((n for n in fellows(node) if view.shows(n) and n.is_noun), None) if node.children else None
        )
        if fellow is not None and not more:
            more = f", {view.shortened(fellow.text)}"
        said = short_forms(view.shortened(alone))
        two = said[0].split()
        common = len(two) in {2, 3} and said[0].lower() == said[0][0].lower() + said[0][1:]
        bare = [part(worth - 1.0, two[-1])] if common else []
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
    if any(c.lower == "worth" for c in joined[0].kids("amod", "acl")):
        both = [_sum_first(p, name=node.tag == "NNP") for p in both]
    return [*both, *forms]


def _sum_first(both: Part, *, name: bool) -> Part:
    """ "jewellery, $2M watches" with the sum before both, which it measures."""
    at = next((i for i, w in enumerate(both.words) if w[-1:] != "," and any(ch.isdigit() for ch in w)), 0)
    if not at:
        return both
    first = both.words[0] if name else both.words[0].lower()
    return Part((both.words[at], first, *both.words[1:at], *both.words[at + 1 :]), both.worth)


def _pair(names: str, view: Wording) -> str:
    """Two names that a word such as "both" stands for, with a comma: "Peru, Chile"."""
    if " and " not in names:
        return ""
    both = [short_forms(view.shortened(n.strip().removeprefix("the ")))[0] for n in names.split(" and ")]
    short = len(both) == 2 and all(name[:1].isupper() and len(name.split()) <= 2 for name in both)
    return ", ".join(both) if short else ""


def _with_others(forms: list[Part]) -> list[Part]:
    return [Part((*f.words[:-1], f"{f.words[-1]},", "others"), f.worth + 0.6) for f in forms if f.words]


def _single_parts(node: Node, view: Wording, worth: float, *, tail: bool) -> list[Part]:
    open_head = node.tag in {"PRP", "DT", "WDT", "WP", "EX"} or node.lower == "none"
    if open_head or not (node.is_noun or node.tag in {"CD", "$"}):
        return other_head(node, view, worth, noun_parts)
    if shape := counted(node, view, worth, noun_parts):
        return shape
    if (measure := glued_measure(node)) is not None:
        return [part(worth + 0.8, measure)]
    amount = view.amount_at(node)
    if amount is not None and is_money_head(node, amount):
        return _sum(node, amount, view, worth)
    body = view.body_at(node)
    if body is not None:
        name = view.shortened(body.text)
        short = [part(worth - 0.5, first)] if " " in (first := first_words(name)) else []
        return [part(worth + 0.5, name), *short]
    if (reached := level(node, view)) is not None:
        return [part(worth + 0.8, figure(reached))]
    return _modified(node, view, worth, tail=tail)


def _sum(node: Node, amount: Quantity, view: Wording, worth: float) -> list[Part]:
    """An amount that heads its phrase: "$3M", "25% of inmates", "triple the 5,200"."""
    money = re.fullmatch(r"[A-Z]{3}", amount.unit or "") is not None
    measured = measured_words(amount) if money else []
    times = [
        c.lower
        for c in node.kids("predet", "det", "amod", "advmod")
        if c.lower in _MULTIPLES and c.i < node.i
    ]
    said = figure(amount)
    plain = part(worth + 0.8, *times, said)
    vague = [part(worth + 0.4, plain.words[0])] if len(plain.words) > 1 and " of " in said else []
    if measured:
        return [part(worth + 1.5, said, *measured), plain, *vague]
    return [*noun_tails(node, view, [plain], noun_parts), plain, *vague]


def _modified(node: Node, view: Wording, worth: float, *, tail: bool) -> list[Part]:
    """A noun with more or fewer of its modifiers, and with what follows it."""
    if not node.children:
        return [part(worth - _lacking(node, view), view.shortened(node.text))]
    taken = apart(node, view)
    if (
        node.lower in {"percent", "percentage"} and len(taken.units) == 1
    ):  # a share without a quantity of its own
        taken = replace(taken, units=(), head=f"{taken.units[0][0]}%")
    restricted = tail and _is_restricted(node, taken, view)
    forms = _selections(
        node, taken, worth - _lacking(node, view) - (_UNRESTRICTED if restricted else 0.0), view
    )
    if not tail:
        return forms
    tails = noun_tails(node, view, forms, noun_parts)
    if restricted:
        tails = [Part(p.words, p.worth + _UNRESTRICTED) for p in tails]
    return [*tails, *forms]


def _lacking(node: Node, view: Wording) -> float:
    """What a noun lacks that says little alone: a figure, what it is of."""
    words = label_words()
    lost = 0.0
    if node.lemma in words.measures and (
        view.amount_at(node) or any(c.tag == "CD" for c in node.kids("nummod"))
    ):
        lost = _UNCOUNTED
    if is_hollow(node) or (node.lemma in words.levels and not view.amount_at(node)):
        lost += 1.6  # "bone" without "of contention", "fell to a level"
    return lost


def _selections(node: Node, taken: Phrase, worth: float, view: Wording) -> list[Part]:
    """The noun with each selection of its modifiers, fullest first."""
    units = taken.units
    if not units and not taken.negation:
        forms = [part(worth, taken.head)]
        shorter = view.shorter_names(taken.head)
        cost = view.cost_of_short(taken.head) if shorter else 0.0
        return [*forms, *(part(worth - cost * (1 + i), name) for i, name in enumerate(shorter))]
    ranked = sorted(range(len(units)), key=lambda i: (-units[i][1], -i))[:_MAX_UNITS]
    untrue = [i for i, (_, value) in enumerate(units) if value == UNREAL]
    restricting = 0.8 if taken.negation else 0.0  # "no accepted definition" is not "no definition"
    core = taken.core if taken.core >= 0 and units[taken.core][1] > _PALE else -1
    cut = _VAGUE if node.lemma in label_words().vague_heads else _CUT
    telling = [i for i, (_, value) in enumerate(units) if value > _PALE]
    alone = [i for i in telling if units[i][0].lower() in {"only", "sole"}]
    forms = []
    for kept in subsets(ranked):
        words = [*taken.negation, *(units[i][0] for i in kept)]
        value = worth + _damped(units[i][1] + restricting for i in kept)
        value -= _UNTRUE * sum(i not in kept for i in untrue)
        if taken.negation or (alone and alone[0] in kept):
            value -= _NARROWED * sum(i not in kept for i in telling)
        if core >= 0 and core not in kept:
            value -= cut
        forms.append(part(value, *words, taken.head))
        if not kept:
            shorter = view.shorter_names(taken.head)
            cost = view.cost_of_short(taken.head) if shorter else 0.0
            forms += [part(value - cost * (1 + i), *words, name) for i, name in enumerate(shorter)]
    return forms


def _is_restricted(node: Node, taken: Phrase, view: Wording) -> bool:
    """Whether what is denied of a noun is denied only of what a phrase after it narrows down."""
    denied = taken.negation or (node.dep in {"dobj", "attr"} and node.head.kids("neg"))
    return bool(denied) and any(_restricts(c, node, view) for c in node.children)


def _restricts(child: Node, noun: Node, view: Wording) -> bool:
    """Whether a phrase after a denied noun narrows what is denied ("no quarrels with one woman")."""
    return child.dep == "prep" and child.i == noun.i + 1 and child.lower != "of" and view.shows(child)


def _damped(worths: Iterable[float]) -> float:
    """What modifiers add together: each further one less, so that none outweighs a word that is needed."""
    return sum(worth / (1 + 0.5 * place) for place, worth in enumerate(sorted(worths, reverse=True)))
