"""Joined amounts that share a verb and nothing else: "rose 3% in May and 4% in June", "A won 12 seats and B three".

The parser joins the amounts; read as one clause each, every amount keeps what
stands beside it and no other.
"""

from claimkb.extract.clauses import Clause
from claimkb.extract.tree import NAME_TAGS, Node, descend, is_amount, left_edge, subtree

_AMOUNTS = ("dobj", "npadvmod", "attr")


def gapped_amounts(clause: Clause) -> list[Clause]:
    """The clause as one for each amount with its own circumstances; itself where there are none."""
    if clause.template or clause.event is not None:
        return [clause]
    inside = {id(n) for n in clause.own}
    for second in clause.own:
        if (
            second.dep != "conj"
            or not is_amount(second)
            or any(c.lower == "or" for c in second.head.kids("cc"))
        ):
            continue
        if _own_terms(second, clause):
            return _each_on_its_terms(clause, second)
        whose = _whose(second)
        if whose and second.head.dep == "dobj" and second.head.head is clause.head:
            return [_without(clause, [second]), _of_another(clause, second, whose)]
        first = _first(second, clause)
        beside = _beside(first, second, inside) if first is not None else []
        if first is not None and beside and second.kids("prep"):
            return [_without(clause, [second]), _without(clause, [first, *beside], keep=second)]
    return [clause]


def _own_terms(second: Node, clause: Clause) -> bool:
    """ "$5 million will be paid now, and $2 million only if ...": a second subject, with what holds of it alone."""
    host, head = second.head, clause.head
    subject = host.dep in {"nsubj", "nsubjpass"} and host.head is head and is_amount(host)
    return (
        subject and clause.subject is None and host.i < head.i < second.i and clause.own[-1].i > second.i + 1
    )


def _each_on_its_terms(clause: Clause, second: Node) -> list[Clause]:
    first = left_edge(second)
    before = [n for n in clause.own if n.i < first]
    while before and (before[-1].dep in {"punct", "cc"}):
        before.pop()
    head = clause.head
    verb = [n for n in before if n is head or (n.head is head and n.dep in {"aux", "auxpass", "prt"})]
    rest = [n for n in clause.own if n.i > second.i]
    one = _without(clause, [second])
    one.own, one.kind = before, clause.kind
    phrase = subtree(second)
    two = Clause(head, "quantity", [*phrase, *rest], template=(*phrase, *verb, *rest))
    two.voice = clause.voice
    two.notes.append("verb taken from the clause before it")
    return [one, two]


def _first(second: Node, clause: Clause) -> Node | None:
    """The amount that another one is joined to, directly or by the verb of both."""
    host = second.head
    if host is clause.head:
        return next((c for c in host.kids(*_AMOUNTS) if c.i < second.i and is_amount(c)), None)
    return host if host.dep in _AMOUNTS and host.head is clause.head and is_amount(host) else None


def _beside(first: Node, second: Node, inside: set[int]) -> list[Node]:
    """What stands between the two amounts and tells when, where or to what the first was."""
    preps = [*first.kids("prep"), *first.head.kids("prep")]
    return [p for p in preps if first.i < p.i < second.i and id(p) in inside]


def _whose(amount: Node) -> list[Node]:
    """ "and the Greens three": the name that the parser takes for a part of a bare number."""
    if amount.tag != "CD" or amount.kids("prep", "nummod", "amod"):
        return []
    before = [c for c in amount.kids("compound", "nmod", "det", "poss") if c.i < amount.i]
    named = any(c.tag in NAME_TAGS or c.tag == "NNS" for c in before)
    return sorted((n for c in before for n in subtree(c)), key=lambda n: n.i) if named else []


def _without(clause: Clause, gone: list[Node], keep: Node | None = None) -> Clause:
    """The clause without some of its amounts, and without what joined them."""
    kept = {id(n) for n in descend(keep)} if keep is not None else set()
    left_out = {id(n) for g in gone for n in descend(g)} - kept
    second = keep or gone[0]
    left = left_edge(second)
    own = [n for n in clause.own if id(n) not in left_out]
    own = [n for n in own if not (n.dep in {"cc", "punct"} and left - 2 <= n.i < left)]
    made = Clause(clause.head, "quantity", own, clause.subject, clause.front)
    made.prefix, made.swap, made.governors = clause.prefix, clause.swap, clause.governors
    made.voice, made.appended, made.governing = clause.voice, clause.appended, clause.governing
    made.negated_from_above, made.cut_from = clause.negated_from_above, clause.cut_from
    return made


def _of_another(clause: Clause, amount: Node, whose: list[Node]) -> Clause:
    """ "the Greens won three": the verb of the first, with another subject and amount."""
    verb = [
        n
        for n in clause.own
        if n is clause.head or (n.head is clause.head and n.dep in {"aux", "neg", "prt"})
    ]
    made = Clause(clause.head, "quantity", [*whose, amount], template=(*whose, *verb, amount))
    made.voice = clause.voice
    made.notes.append("verb taken from the clause before it")
    return made
