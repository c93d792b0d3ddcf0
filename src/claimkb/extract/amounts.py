"""Coordinated amounts ("lost $5 million and 20 jobs") as one clause an amount."""

from claimkb.extract.clauses import Clause
from claimkb.extract.tree import (
    Node,
    descend,
    is_amount,
    subtree,
)
from claimkb.lexicon.cues import cues

_ONE_BY_ONE = "respectively"


def conjoined_amounts(clause: Clause) -> list[Clause]:
    """A clause with coordinated amounts ("lost $5 million and 20 jobs") as one clause an amount."""
    inside = {id(n) for n in clause.own}
    if any(n.lower == _ONE_BY_ONE for n in clause.own):
        return [clause]  # each amount is of another subject, and no amount is of all
    for node in clause.own:
        if node.dep == "conj" or not node.children:
            continue
        chain = [node, *conjuncts(node)]
        if len(chain) < 2 or not all(id(n) in inside for n in chain):
            continue
        if any(c.lower == "or" for n in chain for c in n.kids("cc")):
            continue  # one amount or the other: neither alone is stated
        if node.dep in {"nsubj", "nsubjpass"} and any(n.i > clause.head.i for n in chain):
            continue  # "$5 million will be paid now, and $2 million only if ...": each on its own terms
        if all(is_amount(n) and n.lemma not in cues().pronouns.time_nouns for n in chain) and node.dep in {
            "dobj",
            "pobj",
            "attr",
            "nsubj",
            "nsubjpass",
            "ROOT",
        }:
            return [_only(clause, chain, n) for n in chain]
    return [clause]


def conjuncts(node: Node) -> list[Node]:
    """The conjuncts of a node, and theirs, in text order."""
    found: list[Node] = []
    for child in node.kids("conj"):
        found += [child, *conjuncts(child)]
    return found


def _only(clause: Clause, chain: list[Node], keep: Node) -> Clause:
    """`clause` with only one of its coordinated amounts."""
    first = chain[0]
    own = list(clause.own)
    gone: set[int] = set()
    for node in chain:
        if node is keep:
            continue
        others = [n for n in chain if n is not node]
        gone |= {id(n) for n in subtree(node, others)}
    for node in chain:
        gone |= {id(c) for c in node.children if c.dep in {"cc", "punct", "preconj"} and c.i > first.i}
    gone -= {id(n) for n in descend(keep) if n.dep not in {"conj", "cc", "punct"}} - {
        id(n) for other in chain if other is not keep for n in subtree(other, [keep])
    }
    made = Clause(
        clause.head, "quantity", [n for n in own if id(n) not in gone], clause.subject, clause.front
    )
    made.prefix, made.swap, made.governors = clause.prefix, clause.swap, clause.governors
    made.negated_from_above, made.voice, made.appended, made.event = (
        clause.negated_from_above, clause.voice, clause.appended, clause.event,
    )  # fmt: skip
    return made
