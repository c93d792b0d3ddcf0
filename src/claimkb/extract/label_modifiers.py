"""What stands before a noun in a label: the units a form may keep or drop, each with what it is worth."""

from dataclasses import dataclass

from claimkb.extract.inflect import present
from claimkb.extract.label_figures import figure
from claimkb.extract.label_heads import COUNTLESS
from claimkb.extract.label_names import name_after, name_run
from claimkb.extract.label_weights import MEASURED, worth_of
from claimkb.extract.label_words import (
    Wording,
    first_words,
    possessive,
    short_forms,
    without_title,
)
from claimkb.extract.realise import phrase
from claimkb.extract.tree import Node, descend
from claimkb.lexicon.cues import cues
from claimkb.lexicon.labels import label_words
from claimkb.model import Quantity

_MODIFIERS = frozenset(
    {"compound", "amod", "nmod", "poss", "nummod", "quantmod", "advmod", "npadvmod", "neg"}
)
NEAR = frozenset({"almost", "nearly", "virtually", "practically"})
_NEGATIVE = frozenset({"no", "neither", "few", "little"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase taken apart: a "no" or "few", the units before the head with their worth, the head."""

    negation: tuple[str, ...]
    units: tuple[tuple[str, float], ...]
    head: str
    core: int = -1  # the unit that makes one word with the head ("powder keg"), if there is one


def apart(node: Node, view: Wording) -> Phrase:
    """A noun with what stands before it."""
    if all(c.i > node.i or c.dep == "det" for c in node.children):
        return _unmodified(node, view)
    children = [c for c in node.children if c.i < node.i and c.dep in _MODIFIERS and view.shows(c)]
    negation = tuple(c.lower for c in node.kids("det") if c.lower in _NEGATIVE and view.shows(c))
    if scarce := next((c for c in children if _or_no(c)), None):  # "little or no support"
        negation = (f"{scarce.lower}/no",)
        children.remove(scarce)
    if negation and any(g.lower in {"fewer", "less"} for c in children for g in (c, *c.children)):
        negation = ()  # "no fewer than 20" are 20 at least
    name = name_run(node, children)
    units: list[tuple[str, float]] = [
        (c.lower, 1.6)
        for c in node.kids("predet", "det")
        if c.tag == "PDT" and c.lower == "half" and view.shows(c)
    ]
    figures = _worth_of(node, view)
    units += [(figure(q), 2.2) for q in figures]
    core = -1
    if several := _more_than_one(children) if any(c.lower == "one" for c in children) else []:
        units.append(("multiple", 2.4))
        children = [c for c in children if c not in several]
    if near := _nearly(node, children):
        units.append((" ".join(c.lower for c in near), MEASURED))
        children = [c for c in children if c not in near]
    if denied := _denied(children):
        units.append((" ".join(c.text for c in denied), MEASURED))  # "not guilty plea"
        children = [c for c in children if c not in denied]
    for child in children:
        if child in name or (figures and _is_scale(child) and view.amount_at(child) in figures):
            continue  # "17 per cent increase"
        if child.lower == "possible" and any(c.tag == "JJS" for c in children):
            continue  # "strongest possible action"
        counts = child.tag in {"CD", "$"} or child.dep in {"nummod", "quantmod"}
        quantity = view.amount_at(child) if counts and not _is_hyphenated(child) else None
        if quantity is None:
            modifiers = _modifier_units(child, view)
            if len(modifiers) == 1 and _is_core(child):
                core = len(units)
            units += modifiers
        elif quantity not in figures and figure(quantity) != node.lower:  # "tens of thousands"
            figures.append(quantity)
            measured = node.lemma in label_words().measures
            units.append((figure(quantity), MEASURED if measured else 2.0))
    head = _head_words(node, name, view) + name_after(node) + _placed_after(node, view)
    if several and node.tag == "NN":
        head = f"{head[: -len(node.text)]}{present(node.lemma, plural=False)}"  # spelled like a verb's -s
    return Phrase(negation, tuple(units), view.shortened(head), core)


def _denied(children: list[Node]) -> list[Node]:
    """A "not" that hangs on the noun, with what it denies."""
    at = next((i for i, c in enumerate(children) if c.dep == "neg" and c.lower == "not"), None)
    if at is None:
        return []
    return [c for c in children[at:] if c.dep in {"neg", "advmod", "amod"}]


def _unmodified(node: Node, view: Wording) -> Phrase:
    """A noun with at most an article before it."""
    negation = tuple(c.lower for c in node.kids("det") if c.lower in _NEGATIVE and view.shows(c))
    half = tuple(
        (c.lower, 1.6) for c in node.kids("det") if c.lower == "half" and c.tag == "PDT" and view.shows(c)
    )
    worth = tuple((figure(q), 2.2) for q in _worth_of(node, view))
    head = view.shortened(node.text + name_after(node) + _placed_after(node, view))
    return Phrase(negation, half + worth, head)


def _nearly(node: Node, children: list[Node]) -> list[Node]:
    """ "almost entire", "nearly all": what is said to hold of nearly the whole."""
    near = next((c for c in children if c.lower in NEAR and c.dep == "advmod"), None)
    if near is None:
        return []
    whole = next((c for c in node.children if near.i < c.i < node.i and c.dep in {"amod", "predet"}), None)
    return [near, whole] if whole is not None and not whole.children else []


def _is_scale(child: Node) -> bool:
    return child.lower == "per" or child.lower in label_words().scales


def _worth_of(node: Node, view: Wording) -> list[Quantity]:
    """The amount of "jewellery worth $2m", which stands before its noun in a headline."""
    worth = next((c for c in node.kids("amod", "acl") if c.lower == "worth" and view.shows(c)), None)
    if worth is None or worth.i < node.i:
        return []
    return [q for n in descend(worth) if (q := view.amount_at(n)) is not None][:1]


def _is_core(child: Node) -> bool:
    """Whether a modifier and its noun are one word in two ("powder keg", "loved ones", "second term")."""
    near = child.i == child.head.i - 1 and child.head.tag in {"NN", "NNS"}
    return near and (child.dep == "compound" or child.head.lemma in label_words().vague_heads)


def _more_than_one(children: list[Node]) -> list[Node]:
    """The words of "more than one" before a noun."""
    words = {c.lower: c for c in (*children, *(g for c in children for g in c.children))}
    return [words[w] for w in ("more", "than", "one")] if {"more", "than", "one"} <= set(words) else []


def _placed_after(node: Node, view: Wording) -> str:
    """The adjective right after a noun: "everything possible", "got figures wrong"."""
    after = (c for c in node.kids("amod") if c.i == node.i + 1 and c.tag == "JJ")
    return next((f" {c.text}" for c in after if not c.children and view.shows(c)), "")


def _or_no(child: Node) -> bool:
    return child.lower in _NEGATIVE and any(c.lower == "no" for c in child.children)


def _head_words(node: Node, name: list[Node], view: Wording) -> str:
    return without_title(view.shortened(phrase([*name, node], view.names)))


def _modifier_units(child: Node, view: Wording) -> list[tuple[str, float]]:
    words = label_words()
    if child.dep == "poss":
        return _owner_units(child, view)
    if child.dep in {"advmod", "npadvmod", "quantmod"}:
        graded = any(
            c.dep == "amod" and c.i == child.i + 1 for c in child.head.children
        )  # "only modest support"
        return [(child.text, 1.0)] if child.lower in {"only", "just"} and not graded else []
    if child.lower in {"dozen", "hundred", "thousand"} and any(c.lower == "several" for c in child.children):
        return [(f"{child.lower}s of", 2.0)]
    if child.lower in COUNTLESS:
        return [(f"{child.lower} of", 0.8)]
    fellows = [c for c in child.kids("conj") if view.shows(c)]
    before = [
        c for c in descend(child) if c is child or (c.i < child.i and c not in fellows and c.dep != "cc")
    ]
    if len(before) > 2 and not any(c.dep in {"punct", "compound"} for c in before):
        before = [child]
    before = _glued(before, child.head)
    fellows = [f for f in fellows if f not in before]  # "search-and-rescue"
    text = view.shortened(phrase(sorted(before, key=lambda n: n.i), view.names))
    if text.lower() in words.dropped or not text:
        return []
    if child.tag in {"NNP", "NNPS"} and len(text.split()) > 2 and child.lower in words.bodies:
        text = child.text  # "Bank branch"
    if len(fellows) == 1:  # "Democratic, Republican staff": one without the other misleads
        return [(f"{text}, {view.shortened(fellows[0].text)}", worth_of(child, text))]
    return [(text, worth_of(child, text)), *((view.shortened(f.text), 0.4) for f in fellows)]


def _owner_units(child: Node, view: Wording) -> list[tuple[str, float]]:
    if child.lemma.lower() in cues().pronouns.time_nouns:
        return []  # "last week's"
    given = view.names.get(id(child))
    if given:
        owner = short_forms(view.shortened(given))[-1]
        owner = [owner, *view.shorter_names(owner)][-1] if child.tag == "WP$" else owner
        return [(possessive(owner) if child.kids("case") or child.tag == "WP$" else owner, 1.2)]
    if child.tag in {"PRP$", "PRP"}:
        return []
    if (body := view.body_at(child)) is not None:
        return [(possessive(first_words(view.shortened(body.text)).split()[-1]), 1.2)]
    left = [c for c in child.children if c.i < child.i and c.dep in _MODIFIERS and view.shows(c)]
    name = _head_words(child, name_run(child, left), view)
    return [(possessive([name, *view.shorter_names(name)][-1]), 1.7 if child.tag == "NNP" else 0.7)]


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


def _is_hyphenated(node: Node) -> bool:
    return (
        not node.space
        and node.tag == "CD"
        and any(c.text == "-" for c in (*node.head.children, *node.children))
    )
