"""What heads a noun phrase of a label: an amount, a hollow noun, one of several, a word of several parts."""

import re
from itertools import combinations

from claimkb.extract.label_words import Wording
from claimkb.extract.tree import Node, descend, is_amount
from claimkb.lexicon.labels import label_words
from claimkb.model import Quantity

COUNTLESS = frozenset({"dozens", "hundreds", "thousands", "millions", "scores"})
_FAR = 5  # words; what is joined to a noun across more of them is often joined to another
_SCALES = frozenset({"ten", "dozen", "hundred", "thousand", "million", "billion", "trillion"})
_MARKS = frozenset({'"', "'", ",", "("})


def level(node: Node, view: Wording) -> Quantity | None:
    """The amount of "a low of 3%"."""
    if node.lemma not in label_words().levels:
        return None
    nouns = [p.kid("pobj") for p in node.kids("prep") if p.lower == "of"]
    return next((q for n in nouns if n is not None and view.shows(n) and (q := view.amount_at(n))), None)


def fellows(node: Node) -> list[Node]:
    """The nouns joined to a noun by "and", or in a list of more than two."""
    found: list[Node] = []
    listed = [
        c
        for c in node.kids("appos")
        if c.kids("cc") and c.kids("conj") and any(p.text == "," and p.i < c.i for p in node.kids("punct"))
    ]  # "rifles, magazines and rounds"
    joined = any(c.lower == "and" for n in [node, *node.kids("conj"), *listed] for c in n.kids("cc"))
    for child in (*node.kids("conj"), *listed):
        between = [c for c in node.kids("prep", "relcl", "acl") if c.i < child.i]
        if child.is_noun and not (between and child.i > node.i + _FAR):  # else it may be joined to another
            found += [child, *fellows(child)]
    return found if joined or len(found) > 1 else []


def is_hollow(node: Node) -> bool:
    """Whether a noun says nothing without the "of" that follows it."""
    hollow = node.lower in label_words().hollow or node.lemma in label_words().hollow
    return hollow and not node.kids("nummod") and any(p.lower == "of" for p in node.kids("prep"))


def glued(node: Node) -> str:
    """A word with what is written together with it ("36-year-old")."""
    before = {n.i: n for n in descend(node)}
    text, at = node.text, node.i
    while (left := before.get(at - 1)) is not None and not left.space and left.text not in _MARKS:
        text, at = left.text + text, at - 1
    return text


def is_money_head(node: Node, amount: Quantity) -> bool:
    """Whether a node is a figure itself, or the noun that only scales it ("million", "%")."""
    if amount.unit in {"%", "pp"} and node.is_noun and node.start > amount.start:
        return True  # "more than a third"
    if node.tag in {"CD", "$"}:
        return True
    if node.tag == "NNS" and node.lemma in _SCALES and re.fullmatch(r"[A-Z]{3}", amount.unit or ""):
        return amount.start <= node.start and node.end < amount.end  # "hundreds of billions of dollars"
    if node.lemma == "point" and amount.unit not in {"%", "pp"}:
        return False  # an index falls by points
    return amount.start < node.start and node.end <= amount.end and node.lemma in label_words().scales


def subsets(indices: list[int]) -> list[list[int]]:
    """All selections in text order, larger ones first."""
    return [sorted(c) for size in range(len(indices), -1, -1) for c in combinations(indices, size)]


def adverbs_before(verb: Node) -> int:
    """How many adverbs stand right before a participle."""
    return sum(c.i < verb.i for c in verb.kids("advmod"))


def shown(verb: Node, view: Wording, *deps: str) -> Node | None:
    """A dependent as far as the claim shows it: of coordinated amounts only one is there."""
    return next((n for child in verb.kids(*deps) if (n := shown_member(child, view)) is not None), None)


def shown_member(node: Node, view: Wording) -> Node | None:
    """A noun, or the one of its conjuncts that the claim is about."""
    chain = [node]
    plain = node if (node.is_noun or node.tag == "CD") and view.shows(node) else None
    while chain:
        node = chain.pop(0)
        if view.shows(node) and (
            not is_amount(node) or any(view.amount_at(n) for n in (node, *node.children))
        ):
            return node
        chain += node.kids("conj")
    return plain
