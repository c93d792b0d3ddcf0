"""Statements that turn subject and auxiliary round, put back into the order of a statement.

What denies or narrows draws the auxiliary before the subject when it opens a
clause: "Never has the bank raised rates", "Not only did the firm lose", "Under
no circumstances will it pay", "So were the payments" (Quirk et al. 1985,
§18.24). A claim reads as a statement: the subject first, what denies behind the
auxiliary, "only then" at the end; the "do" that only carried the tense goes.
"""

from claimkb.extract.clauses import Clause, Piece
from claimkb.extract.inflect import past, present
from claimkb.extract.number import is_plural
from claimkb.extract.tree import AUXILIARIES, COMPLEMENTS, Node, subject_of, subtree
from claimkb.lexicon.cues import cues

_DRAWING = frozenset(
    {"only", "not", "no", "never", "neither", "nor", "little", "nowhere", "rarely", "seldom"}
)
_LATE = frozenset({"only", "not"})  # "only then", "not until Monday": these stand at the end
_SO = "so"


def straightened(clause: Clause) -> Clause:
    """`clause` with its own words in the order of a statement, where something drew its auxiliary forward."""
    head, subject = clause.head, subject_of(clause.head)
    carrier = _carrier(clause)
    if subject is None or carrier is None:
        return clause
    phrase = {id(n) for n in subtree(subject)}
    front = [n for n in clause.own if n.i < carrier.i]
    drawing = _drawing(front)
    if not drawing:
        return clause
    taken = {id(n) for n in drawing} | phrase | {id(carrier)}
    narrows = any(n.lower in _LATE for n in drawing) and drawing[-1].lower != "once"
    middle, last = ([], drawing) if narrows else (drawing, [])
    rest = [n for n in clause.own if id(n) not in taken and n.i > carrier.i]
    while rest and last and rest[-1].dep == "punct":
        rest.pop()
    opening = [n for n in front if id(n) not in taken]
    clause.own = [*opening, *(n for n in clause.own if id(n) in phrase), carrier, *middle, *rest, *last]
    if drawing[0].text[:1].isupper():
        clause.replace(drawing[0], drawing[0].lower)
    _carry_tense(clause, carrier, head, subject)
    return clause


def in_statement_order(own: list[Node], head: Node) -> list[Node]:
    """ "can the fund lend" as "the fund can lend": the subject before the auxiliary that inversion put first."""
    subject = subject_of(head)
    if subject is None or not own or own[0].dep not in AUXILIARIES or own[0].i > subject.i:
        return own
    phrase = {id(n) for n in subtree(subject)}
    return [n for n in own if id(n) in phrase] + [n for n in own if id(n) not in phrase]


def takes_up(clause: Clause) -> bool:
    """Put what "so" stands for in its place ("so were the payments": "the payments were late"); whether it was done."""
    head = clause.head
    so = next((c for c in head.kids("advmod") if c.lower == _SO and c.i == head.i - 1), None)
    subject = subject_of(head)
    if so is None or subject is None or subject.i < head.i or head.dep != "conj":
        return False
    told = _said_before(head)
    if told is None:
        return False
    verb, rest = told
    phrase = subtree(subject)
    clause.own = [*phrase, head]
    if verb is not head:
        clause.replace(head, verb)
    clause.appended = tuple(rest)
    return True


def _said_before(head: Node) -> tuple[Node, list[Piece]] | None:
    """The verb and what follows it of the clause that "so" takes up; None where its form would not fit."""
    above = head.head
    if any(c.dep == "neg" for c in above.children):
        return None
    after: list[Piece] = [n for c in above.children if c.i > above.i and c.dep in _TAKEN for n in subtree(c)]
    if head.lemma == "be" and above.lemma == "be" and above.kids(*COMPLEMENTS):
        return head, after
    if head.lower == "did" and above.tag == "VBD":
        return above, after
    return None


_TAKEN = frozenset({"acomp", "attr", "oprd", "dobj", "prep", "dative"})


def _carrier(clause: Clause) -> Node | None:
    """The auxiliary, or the copula, that stands before the subject of a clause."""
    head, subject = clause.head, subject_of(clause.head)
    if subject is None or subject.dep == "expl" or clause.subject is not None:
        return None
    left = min(n.i for n in subtree(subject))
    group = [a for a in head.kids(*AUXILIARIES) if a.lower != "to"]
    if head.lemma == "be" and not group:
        group = [head]
    kept = {id(n) for n in clause.own}
    return next((a for a in group if a.i < left and id(a) in kept), None)


def _drawing(front: list[Node]) -> list[Node]:
    """The words before the auxiliary that drew it forward: from the first that denies or narrows."""
    near = cues().polarity.near_negators | _DRAWING
    start = next((place for place, n in enumerate(front) if n.lower in near), None)
    if start is None:
        return []
    while start and front[start - 1].dep != "punct" and front[start - 1].tag in {"IN", "RB"}:
        start -= 1
    return front[start:]


def _carry_tense(clause: Clause, carrier: Node, head: Node, subject: Node) -> None:
    """ "did ... miss" as "missed": the auxiliary did nothing but carry the tense."""
    if carrier.lemma != "do" or head.tag != "VB" or carrier is head:
        return
    clause.own = [n for n in clause.own if n is not carrier]
    plural = is_plural(subject) or bool(subject.kids("conj"))
    form = past(head.lemma) if carrier.lower == "did" else present(head.lemma, plural=plural)
    clause.replace(head, form)
