"""The noun phrases of labels in their shorter forms, names in short, amounts in figures.

A form keeps the head and the most telling modifiers: "$300M Coalition Support
Fund", "immediate threat", "future of relations". Articles go, a "no" stays.
"""

import re
from itertools import combinations
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from claimkb.extract.label_choice import Part, part
from claimkb.extract.realise import phrase
from claimkb.extract.tree import Node, descend
from claimkb.lexicon.firstnames import gender_of
from claimkb.lexicon.labels import label_words
from claimkb.model import Comparator, EntityMention, Quantity

_SCALES = ((1e12, "T"), (1e9, "B"), (1e6, "M"))
_SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹"}
_MODIFIERS = frozenset({"compound", "amod", "nmod", "poss", "nummod", "quantmod", "advmod", "npadvmod", "neg"})
_BOUNDS = frozenset({"more", "less", "than", "over", "under", "about", "around", "nearly", "almost", "some", "of"})
_QUOTES = "\"'“”‘’`,;:()[]"
_MAX_UNITS = 4
_BODIES = frozenset(
    {"department", "office", "committee", "ministry", "house", "court", "party", "street", "administration", "university"}
)
_QUANTIFIERS = frozenset({"some", "many", "most", "few", "several", "none", "all", "much", "half", "any", "both"})


@dataclass(frozen=True, slots=True)
class Wording:
    """What a label may use of a clause: the nodes it shows, what stands for some of them, its quantities, short names."""

    inside: frozenset[int]
    names: Mapping[int, str]
    quantities: Sequence[Quantity] = ()
    short: Mapping[str, str] = field(default_factory=dict)
    bodies: Sequence[EntityMention] = ()  # names of several words that hold "and" or "for"
    denied: bool = False  # the claim denies what the clause affirms ("rejects the view that")

    def shows(self, node: Node) -> bool:
        """Whether a node is part of the clause."""
        return id(node) in self.inside and self.names.get(id(node), "-") != ""

    def amount_at(self, node: Node) -> Quantity | None:
        """The quantity that a node is part of."""
        return next((q for q in self.quantities if q.start <= node.start < q.end), None)

    def body_at(self, node: Node) -> EntityMention | None:
        """The name with inner conjunctions that a node is part of."""
        return next((m for m in self.bodies if m.start <= node.start < m.end), None)

    def shortened(self, text: str) -> str:
        """A phrase without quotation marks, its long names in short."""
        words = [w.strip(_QUOTES) for w in text.split()]
        text = " ".join(w for w in words if w)
        for name, short in {**label_words().short, **self.short}.items():
            if name == "America" and text.split("'")[0] != name:
                continue  # "Latin America" is another
            text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", short, text)
        return text


def number(value: float) -> str:
    """A number as headlines print it."""
    return f"{value:,.10g}"


def figure(quantity: Quantity) -> str:
    """ "$150B", "5%", "70,000", "10-15": the amount without what it counts."""
    ends = [v for v in (quantity.low, quantity.high) if v is not None]
    if not ends:
        return quantity.text
    if quantity.comparator is not Comparator.RANGE:
        ends = ends[:1] if quantity.low is not None else ends[-1:]
    unit = quantity.unit or ""
    if unit in {"%", "pp"} and not re.search(r"%|per ?cent|point", quantity.text):
        return " ".join(w for w in quantity.text.split() if w.lower() not in label_words().dropped | _BOUNDS)
    if re.fullmatch(r"[A-Z]{3}", unit):
        symbol = _SYMBOLS.get(unit, f"{unit} ")
        return symbol + "-".join(dict.fromkeys(_scaled(v) for v in ends))
    figures = "-".join(dict.fromkeys(_scaled(v) if abs(v) >= 1e6 else number(v) for v in ends))
    return f"{figures}%" if unit in {"%", "pp"} else figures


def _scaled(value: float) -> str:
    for scale, letter in _SCALES:
        if abs(value) >= scale:
            return f"{value / scale:.4g}{letter}"
    return number(value)


def measured_words(quantity: Quantity) -> list[str]:
    """What an amount measures, in at most two words; nothing where the verb says it ("loss")."""
    dropped = label_words().dropped | {"of", "in", "for"}
    text = re.split(r";| (?:to|from|for|since|by|over|at|on) ", quantity.of or "")[0]
    words = [w for w in re.split(r"[^\w'-]+", text) if w and w.lower() not in dropped]
    return [] if any(w.lower().startswith("los") for w in words) else words[-2:]


def noun_parts(node: Node | None, view: Wording, worth: float, *, tail: bool = True) -> list[Part]:
    """The forms of a noun phrase, fullest first; empty where there is none."""
    if node is None:
        return []
    given = view.names.get(id(node))
    if given:
        return [part(worth + 0.5, w) for w in _short_forms(view.shortened(given))]
    forms = _single_parts(node, view, worth, tail=tail)
    fellows = [n for n in _fellows(node) if view.shows(n)]
    if not fellows:
        return forms
    if len(fellows) > 1:
        return [*_with_others(forms), *forms]
    others = _single_parts(fellows[0], view, 1.6, tail=False)
    both = [
        Part((*a.words[:-1], f"{a.words[-1]},", *b.words), a.worth + b.worth)
        for a in forms
        for b in others
        if a.words and b.words and len(a.words) + len(b.words) <= 4
    ]
    return [*both, *forms]


def _with_others(forms: list[Part]) -> list[Part]:
    return [Part((*f.words[:-1], f"{f.words[-1]},", "others"), f.worth + 0.6) for f in forms if f.words]


def _fellows(node: Node) -> list[Node]:
    found: list[Node] = []
    joined = any(c.lower == "and" for n in [node, *node.kids("conj")] for c in n.kids("cc"))
    for child in node.kids("conj"):
        if child.is_noun:
            found += [child, *_fellows(child)]
    return found if joined or len(found) > 1 else []


def _single_parts(node: Node, view: Wording, worth: float, *, tail: bool) -> list[Part]:
    if node.tag in {"PRP", "DT", "WDT", "WP", "EX"} or not (node.is_noun or node.tag in {"CD", "$"}):
        return _other_head(node, view, worth)
    amount = view.amount_at(node)
    if amount is not None and _is_money_head(node, amount):
        money = re.fullmatch(r"[A-Z]{3}", amount.unit or "") is not None
        measured = measured_words(amount) if money else []
        plain = part(worth + 0.8, figure(amount))
        return [*([part(worth + 1.5, figure(amount), *measured)] if measured else _tails(node, view, [plain])), plain]
    body = view.body_at(node)
    if body is not None:
        name = view.shortened(body.text)
        return [part(worth + 0.5, name), part(worth - 0.5, name.split()[-1] if " " not in name else _first_words(name))]
    units, head, negation = _units(node, view)
    ranked = sorted(range(len(units)), key=lambda i: (-units[i][1], -i))[:_MAX_UNITS]
    forms: list[Part] = []
    hollow = node.lower in label_words().hollow or node.lemma in label_words().hollow
    followed = any(p.lower == "of" for p in node.kids("prep"))
    if hollow and followed:
        worth -= 1.6  # "bone" without "of contention"
    for kept in _subsets(ranked):
        words = [*negation, *(units[i][0] for i in kept)]
        value = worth + sum(units[i][1] for i in kept)
        forms.append(part(value, *words, *head))
        if not kept:
            forms += [part(value - 0.6 * (1 + i), *words, name) for i, name in enumerate(_shorter_names(head[0]))]
    return [*_tails(node, view, forms), *forms] if tail else forms


def _shorter_names(name: str) -> list[str]:
    """A person's surname; the last words of another long name."""
    words = name.split()
    if len(words) < 2 or not all(w[:1].isupper() for w in words):
        return []
    if gender_of(words[0]) or "bin" in name.lower().split():
        return [words[-1]] if words[-1] not in {"Jr", "Jr.", "Sr", "Sr."} else [words[-2]]
    return [" ".join(words[-2:]), words[-1]] if len(words) > 2 else []


def _first_words(name: str) -> str:
    """The head of a name that goes on with "of", "for" or "and"."""
    return re.split(r" (?:of|for|and) ", name)[0]


def _is_hyphenated(node: Node) -> bool:
    return not node.space and node.tag == "CD" and any(c.text == "-" for c in (*node.head.children, *node.children))


def _subsets(indices: list[int]) -> list[list[int]]:
    """All selections in text order, larger ones first."""
    found = [sorted(c) for size in range(len(indices), -1, -1) for c in combinations(indices, size)]
    return found


def _other_head(node: Node, view: Wording, worth: float) -> list[Part]:
    """A pronoun that stays, or a gerund with its object."""
    if node.tag == "VBG":
        objects = noun_parts(node.kid("dobj"), view, 1.0) or [Part((), 0.0)]
        return [Part((node.text, *o.words), worth + o.worth) for o in objects]
    if node.tag in {"EX", "WDT", "WP"}:
        return []
    if node.is_verb:
        return [part(worth, "it")]
    whole = next((p.kid("pobj") for p in node.kids("prep") if p.lower == "of"), None)
    if whole is not None and whole.is_noun and node.lower in _QUANTIFIERS:
        lead = "no" if node.lower == "none" else node.text
        return [Part((lead, *w.words), w.worth) for w in noun_parts(whole, view, worth, tail=False)]
    return [part(worth, view.shortened(node.text))]


def _tails(node: Node, view: Wording, forms: list[Part]) -> list[Part]:
    """The forms with what follows "of" (needed after an empty noun) or another preposition."""
    hollow = node.lower in label_words().hollow or node.lemma in label_words().hollow
    found: list[Part] = []
    for prep in node.kids("prep"):
        noun = prep.kid("pobj")
        if noun is None or not view.shows(prep) or prep.i < node.i or prep.lower in label_words().adjuncts:
            continue
        value = (3.4 if hollow else 0.9) if prep.lower == "of" else 0.5
        inner = noun_parts(noun, view, value, tail=False)
        found += [
            Part((*f.words, prep.lower, *i.words), f.worth + i.worth)
            for f in [forms[-1], *[f for f in forms if len(f.words) == len(forms[-1].words) + 1][:2]]
            for i in inner
            if i.words and len(f.words) + len(i.words) < 5
        ]
    return found


def _units(node: Node, view: Wording) -> tuple[list[tuple[str, float]], list[str], list[str]]:
    """What stands before a noun as units with their worth, the head (a name whole), and a "no"."""
    children = [c for c in node.children if c.i < node.i and c.dep in _MODIFIERS and view.shows(c)]
    negation = [c.lower for c in node.kids("det") if c.lower in {"no", "neither", "few", "little"} and view.shows(c)]
    name = _name_run(node, children)
    units: list[tuple[str, float]] = []
    figured = False
    for child in children:
        if child in name:
            continue
        quantity = view.amount_at(child) if child.tag in {"CD", "$"} or child.dep in {"nummod", "quantmod"} else None
        if quantity is not None and not _is_hyphenated(child):
            if not figured:
                units.append((figure(quantity), 1.8))
            figured = True
            continue
        units += _modifier_units(child, view)
    head = view.shortened(phrase([*name, node] if _spaced(name, node) else _surface([*name, node]), view.names))
    return units, [_without_title(head)], negation


def _is_money_head(node: Node, amount: Quantity) -> bool:
    if amount.unit in {"%", "pp"} and node.is_noun and node.start > amount.start:
        return True  # "more than a third"
    return node.tag in {"CD", "$"} or amount.end >= node.end and node.start > amount.start and node.lemma in {
        "%", "percent", "billion", "million", "trillion", "crore", "lakh", "point", "percentage", "dollar", "euro", "pound",
    }  # fmt: skip


def _spaced(name: list[Node], node: Node) -> bool:
    return not name or all(a.i + 1 == b.i for a, b in zip(name, [*name[1:], node], strict=True))


def _surface(nodes: list[Node]) -> list[Node]:
    return sorted(nodes, key=lambda n: n.i)


def _name_run(node: Node, children: list[Node]) -> list[Node]:
    """The words before a noun that belong to one name, or to one hyphenated word."""
    run: list[Node] = []
    at = node
    pool = {n.i: n for c in children for n in descend(c)} | {
        n.i: n for n in node.children if n.dep == "punct" and n.text in {"-", "–", "/", "&"}
    }
    while (before := pool.get(at.i - 1)) is not None:
        glued = not before.space
        named = at.tag in {"NNP", "NNPS"} and before.tag in {"NNP", "NNPS"} and before.dep in {"compound", "nmod"}
        if not (glued or named) or before.dep == "case" or before.text in {'"', "'", ","}:
            break
        run.insert(0, before)
        at = before
    return run


def _modifier_units(child: Node, view: Wording) -> list[tuple[str, float]]:
    words = label_words()
    if child.dep == "poss":
        if child.tag == "PRP$" and not view.names.get(id(child)):
            return []
        owner = noun_parts(child, view, 0.0, tail=False)
        if view.names.get(id(child)):
            return [(owner[-1].words and " ".join(owner[-1].words) or "", 1.2)]
        short = min(owner, key=lambda p: len(p.words), default=None)
        return [(_possessive(" ".join(short.words)), 1.3 if child.tag == "NNP" else 0.7)] if short else []
    if child.dep in {"advmod", "npadvmod", "quantmod"}:
        return [(child.text, 1.0)] if child.lower in {"only", "just"} else []
    fellows = [c for c in child.kids("conj") if view.shows(c)]
    before = [c for c in descend(child) if c is child or (c.i < child.i and c not in fellows and c.dep != "cc")]
    if len(before) > 2 and not any(c.dep in {"punct", "compound"} for c in before):
        before = [child]
    before = _glued(before, child.head)
    text = view.shortened(phrase(sorted(before, key=lambda n: n.i), view.names))
    if text.lower() in words.dropped or not text:
        return []
    pale = child.lower in words.pale
    strong = child.dep in {"compound", "nmod"} or child.tag in {"JJS", "NNP"} or text.lower().startswith(("most ", "least "))
    worth = 0.25 if pale else 1.2 if strong else 0.8
    return [(text, worth), *((view.shortened(f.text), 0.4) for f in fellows)]


def _glued(nodes: list[Node], noun: Node) -> list[Node]:
    """The nodes with what is written together with them ("pay-for-performance")."""
    pool = {n.i: n for n in descend(noun) if n.i < noun.i}
    found = {n.i: n for n in nodes}
    last = max(found)
    while not found[last].space and last + 1 in pool and pool[last + 1].dep != "case":
        if pool[last + 1].text in {",", '"'}:
            break
        last += 1
        found[last] = pool[last]
    return list(found.values())


def _possessive(text: str) -> str:
    """The owner form; short names go without ("US interest")."""
    if text in label_words().bare_owners:
        return text
    return text if text.endswith(("'s", "s'")) else f"{text}'" if text.endswith("s") else f"{text}'s"


def _without_title(name: str) -> str:
    """A name without the titles and the bodies before it, where a name of its own follows."""
    words = [w for i, w in enumerate(name.split()) if i or w.lower() not in label_words().dropped]
    titles = label_words().titles
    last = max((i for i, w in enumerate(words[:-1]) if w.lower() in titles), default=-1)
    rest = words[last + 1 :]
    if last < 0 or not rest[0][:1].isupper() or rest[0].lower() in _BODIES or rest[-1].lower() in titles:
        return " ".join(words)
    return " ".join(rest)


def _short_forms(text: str) -> list[str]:
    """A phrase given in words, and its shorter forms: without articles and titles, then its last name."""
    dropped = label_words().dropped
    words = [w for w in text.split() if w.lower() not in dropped] or text.split()
    plain = _without_title(" ".join(words))
    forms = [plain]
    words = plain.split()
    head = re.split(r" (?:of|in|for|and|from|on|to|with) ", plain)[0].split()
    names: list[str] = []
    for word in reversed(words):
        if not word[:1].isupper():
            break
        names.insert(0, word)
    surname = _shorter_names(plain)
    if surname and gender_of(words[0]):
        forms += surname
    elif len(words) > 3 and names:
        forms.append(" ".join(names[-3:]))
    elif len(head) < len(words):
        forms.append(" ".join(head[-2:]))
    elif len(words) > 2:
        forms.append(" ".join(words[-2:]))
    return list(dict.fromkeys(forms))
