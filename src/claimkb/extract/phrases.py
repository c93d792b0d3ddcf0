"""Which words of a noun phrase name the thing when it is named again elsewhere: without clauses, asides, places."""

from collections.abc import Callable

from claimkb.extract.tree import Node, descend, subtree
from claimkb.model import EntityMention

_CLAUSES = frozenset({"relcl", "appos"})
_LOOSE = frozenset({"relcl", "acl", "appos", "conj", "cc", "punct", "prep", "advcl", "preconj"})


def inside(nodes: list[Node], words_of: Callable[[list[Node]], str]) -> str:
    """A phrase as it reads inside a sentence: a common noun that opened one has its capital from there."""
    words = words_of(nodes)
    first = nodes[0]
    begins = first.i == 0 and first.tag in {"NNS", "NN"} and not first.text[1:].isupper()
    return words[:1].lower() + words[1:] if begins and words.startswith(first.text) else words


def whole_name(node: Node, entity: EntityMention | None) -> list[Node]:
    """The nodes of a name that holds "and" or "for": it is not a coordination but one thing."""
    if entity is None or entity.kind == "country" or node.end >= entity.end:
        return []
    inside = [n for n in subtree(node) if entity.start <= n.start and n.end <= entity.end]
    before = [c for c in node.kids("det") if c.i < node.i]
    return [*before, *inside]


def without_clauses(noun: Node) -> list[Node]:
    """A coordination whole, without the clauses and prepositional phrases hung on it."""
    loose = [
        n
        for n in descend(noun)
        if n.dep in {"relcl", "acl", "appos", "advcl"} or (n.dep == "prep" and n.lower != "of")
    ]
    nodes = subtree(noun, loose)
    while nodes and nodes[-1].dep in {"punct", "cc"}:
        nodes.pop()
    return nodes


def core_nodes(noun: Node) -> list[Node]:
    """A noun with its determiners and modifiers and an "of" phrase, without clauses."""
    loose = [
        n
        for n in descend(noun)
        if n is not noun
        and n.head is noun
        and n.dep in _LOOSE
        and not (n.dep == "prep" and n.lower == "of")
        and n.text != "-"  # "a 19-year-old"
    ]
    loose += [
        n for n in descend(noun) if n.dep in _CLAUSES and n.head is not noun
    ]  # "a critic of X, who left"
    loose += [c for c in noun.kids("advmod") if c.i > noun.i]  # "the state alone"
    nodes = subtree(noun, loose)
    while nodes and nodes[0].dep in {"punct", "cc", "preconj", "predet"}:
        nodes.pop(0)
    return [n for n in nodes if not (n.dep == "case" and n.head is noun)]


def name_nodes(noun: Node) -> list[Node]:
    """A name with its titles, without what follows it ("Ann Lee of Hull, who left")."""
    return [n for n in core_nodes(noun) if n.i <= noun.i]
