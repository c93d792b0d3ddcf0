"""Whether a claim affirms or denies its proposition.

Every word that denies within the scope of the clause's own predicate is
counted, and the parity decides, so that a double negation affirms. The words
found are kept, for explanations. "not only" never counts: its words are idle.
"""

from collections.abc import Iterator

from claimkb.extract.clauses import Clause
from claimkb.extract.tree import Node, descend
from claimkb.lexicon.cues import cues
from claimkb.model import Polarity

_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "oprd", "pobj"})


def polarity(clause: Clause, idle: set[int]) -> tuple[Polarity, tuple[str, ...]]:
    """The polarity of a clause and the words that decided it."""
    shown = {id(n) for n in clause.own}
    found = [n.text for n in _denials(clause.head, idle) if id(n) in shown]
    if clause.negated_from_above:
        found.append("(from above)")
    return (Polarity.NEGATED if len(found) % 2 else Polarity.AFFIRMED), tuple(found)


def _denials(head: Node, idle: set[int]) -> Iterator[Node]:
    words = cues().polarity
    for child in head.children:
        if id(child) in idle:
            continue
        if child.dep == "neg" or (
            child.dep in {"advmod", "preconj", "cc"}
            and child.lower in words.near_negators | {"neither", "never"}
        ):
            if child.dep != "cc":
                yield child
        elif child.dep in _ARGUMENTS:
            yield from _denying_determiner(child, head)
        elif child.dep in {"acomp", "prep", "advmod", "amod"}:
            yield from _denying_complement(child, head)
        elif child.dep == "xcomp":
            yield from (c for c in child.kids("neg") if id(c) not in idle)
            if head.lemma in words.failing_verbs:
                yield head
    if head.lemma == "deny" and head.kid("dobj") is not None:
        yield head


def _denying_determiner(noun: Node, head: Node) -> Iterator[Node]:
    words = cues().polarity
    if noun.lower in {"nobody", "nothing", "none", "neither"}:
        if not any(c.lower in {"but", "except", "less", "short"} for c in noun.children) and not _but_follows(
            noun
        ):
            yield noun
        return
    for child in noun.children:
        if (child.dep in {"det", "preconj", "neg", "cc"} and child.lower in {"no", "neither"}) or (
            child.lower in words.near_negators and child.dep == "advmod"
        ):
            yield child


def _but_follows(noun: Node) -> bool:
    """ "nothing but lies" affirms the lies."""
    return any(c.lower in {"but", "except"} and c.i == noun.i + 1 for c in noun.head.children)


def _denying_complement(child: Node, head: Node) -> Iterator[Node]:
    words = cues().polarity
    if (
        child.lower in words.negative_predicates
        or (child.lower == "without" and head.lemma == "be" and head.kid("attr", "acomp") is None)
        or (
            child.lower == "far"
            and head.lemma in {"be", "remain", "seem"}
            and any(c.lower == "from" for c in child.children)
        )
        or (
            child.dep == "advmod" and child.lower == "longer" and any(c.lower == "no" for c in child.children)
        )
    ):
        yield child


def has_negation(node: Node) -> bool:
    """Whether any negator stands below a node (used to keep doubtful sentences whole)."""
    return any(n.dep == "neg" or n.lower in cues().polarity.negators for n in descend(node))
