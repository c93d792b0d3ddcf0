"""The words a label is made of: amounts, nouns with their nearest modifiers, what follows a verb."""

import re
from collections.abc import Mapping

from claimkb.extract.clauses import Clause
from claimkb.extract.inflect import past_participle
from claimkb.extract.realise import phrase
from claimkb.extract.tree import Node, subject_of, subtree
from claimkb.model import Quantity

Names = Mapping[int, str]
_SCALES = ((1e12, "T"), (1e9, "B"), (1e6, "M"))
_SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹"}
_DROPPED = frozenset(
    [
        "the",
        "a",
        "an",
        "its",
        "his",
        "her",
        "their",
        "our",
        "my",
        "your",
        "this",
        "these",
        "that",
        "those",
        "some",
        "several",
        "any",
        "both",
        "of",
        "such",
        "another",
    ]
)
COPULAS = frozenset({"be", "remain", "become", "seem", "appear", "stay", "prove"})
_FRAMES = frozenset(
    {
        "expect",
        "need",
        "have",
        "continue",
        "begin",
        "start",
        "seem",
        "appear",
        "set",
        "go",
        "likely",
        "require",
    }
)


def amount(quantity: Quantity) -> str:
    """ "$150B" for an amount of money, "70,000 lives" for a count."""
    value = quantity.low if quantity.low is not None else quantity.high
    if value is None:
        return quantity.text
    unit = quantity.unit or ""
    if re.fullmatch(r"[A-Z]{3}", unit):
        symbol = _SYMBOLS.get(unit, f"{unit} ")
        for scale, letter in _SCALES:
            if abs(value) >= scale:
                return f"{symbol}{value / scale:.4g}{letter}"
        return f"{symbol}{value:,.10g}"
    return f"{value:,.10g}{'%' if unit == '%' else ' ' + unit if unit else ''}"


def measured_words(quantity: Quantity) -> list[str]:
    """What an amount measures, in at most two words; nothing where the verb says it ("loss")."""
    words = [
        w for w in re.split(r"\W+", (quantity.of or "").split(";")[0]) if w and w.lower() not in _DROPPED
    ]
    return words[-2:] if not any(w.lower().startswith(("loss", "los")) for w in words) else []


def noun_words(node: Node | None, names: Names, limit: int) -> list[str]:
    """A noun with the modifiers right before it, in at most `limit` words."""
    if node is None:
        return []
    if names.get(id(node)):
        return [w for w in names[id(node)].split() if w.lower() not in _DROPPED][-limit:]
    if node.lower in {"there", "it"}:
        return []
    if node.dep == "csubj" or node.tag == "VBG":
        return [node.text, *noun_words(node.kid("dobj"), names, 2)][:limit]
    near = [n for n in subtree(node) if n.i <= node.i and (n.lower == "no" or not _is_loose(n, node))]
    words = [w for w in phrase(near, names).split() if w.lower() not in _DROPPED]
    if words and words[0].lower() == "no":
        return ["no", *words[1:][-limit:]]
    return words[-limit:]


def _is_loose(node: Node, noun: Node) -> bool:
    while node is not noun:
        if node.dep not in {
            "compound",
            "amod",
            "nmod",
            "poss",
            "case",
            "punct",
            "nummod",
            "quantmod",
            "conj",
            "cc",
            "advmod",
        }:
            return True
        node = node.head
    return False


def complement_words(node: Node, names: Names) -> list[str]:
    """A predicate noun or adjective with its closest modifier."""
    if node.is_noun:
        return noun_words(node, names, 3)
    before = [c.text for c in node.kids("advmod", "neg") if c.i < node.i][-1:]
    return [*before, node.text, *words_after(node, names)]


def words_after(verb: Node, names: Names) -> list[str]:
    """A particle, and the first prepositional object after the verb."""
    particle = [p.text for p in verb.kids("prt")]
    for prep in verb.kids("prep", "agent"):
        noun = prep.kid("pobj")
        if noun is not None and prep.i > verb.i and prep.lower not in {"due", "because", "despite"}:
            return [*particle, prep.lower, *noun_words(noun, names, 2)]
    inner = verb.kid("xcomp", "ccomp")
    if inner is not None and inner.is_verb:
        return [*particle, inner.lemma, *noun_words(inner.kid("dobj"), names, 2)]
    return particle


def subject_node(clause: Clause) -> Node | None:
    """The head of the subject a clause has or borrows."""
    if clause.subject:
        return top_node(clause.subject)
    if clause.event is not None:
        return None
    own = subject_of(clause.head)
    swap = clause.swap.get(id(own)) if own is not None else None
    return top_node(tuple(p for p in swap if isinstance(p, Node))) if swap else own


def top_node(nodes: tuple[Node, ...]) -> Node | None:
    """The node of a phrase whose head lies outside it."""
    inside = {id(n) for n in nodes}
    return next((n for n in nodes if id(n.head) not in inside or n.head is n), None)


def outcome_words(clause: Clause, *, is_object: bool) -> list[str]:
    """What became of an amount: "lost", "suspended"."""
    head = clause.head
    participle = next((c for c in head.children if c.dep == "acl" and c.tag == "VBN"), None)
    if participle is not None:
        return [participle.lower]
    if not head.is_verb or head.lemma in COPULAS or head.lemma == "have":
        return []
    return [past_participle(head.lemma)] if is_object else [head.lower]


def content_verb(head: Node) -> Node:
    """The verb that carries the content: the last of "is expected to continue to grow"."""
    inner = head.kid("xcomp")
    if inner is not None and inner.is_verb and head.lemma in _FRAMES:
        return content_verb(inner)
    complement = head.kid("acomp")
    if complement is not None and complement.lemma in _FRAMES | {"unlikely"}:
        return complement.kid("xcomp") or head
    return head
