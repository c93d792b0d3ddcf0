"""The auxiliaries of a clause, its own and those that hold for it, and what they make of its verb."""

from claimkb.extract.clauses import Clause
from claimkb.extract.tree import AUXILIARIES, Node, is_finite, subject_of


def auxiliaries(clause: Clause, head: Node) -> list[Node]:
    """The auxiliaries of a verb with those it shares, or those of the event it is the result of."""
    own = head.kids(*AUXILIARIES)
    event = clause.event
    above = auxiliaries(event, event.head) if event is not None and not own and not is_finite(head) else []
    return [*own, *clause.governors, *above]


def is_denied(clause: Clause, head: Node) -> bool:
    """Whether "not" denies the verb or stands above its clause."""
    return (
        clause.negated_from_above or bool(head.kids("neg")) or any(g.dep == "neg" for g in clause.governors)
    )


def is_perfect(head: Node) -> bool:
    """ "would have risen": the perfect after a modal looks back."""
    return any(a.lower in {"have", "'ve", "of"} for a in head.kids("aux")) and head.tag == "VBN"


def infinitive(node: Node) -> Node | None:
    """The "to" infinitive that depends on a node."""
    found = [*node.kids("xcomp"), *(c for c in node.kids("advcl", "ccomp") if subject_of(c) is None)]
    return next((x for x in found if any(a.lower == "to" for a in x.kids("aux"))), None)
