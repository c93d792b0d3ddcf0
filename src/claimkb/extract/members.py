"""Those whom "including" names: what is said of the many is said of them.

"Three people died, including a girl" says that three people died, and that a
girl did. The tail leaves the claim of the many and makes one of its own. What
holds of the many only together (a sum shared among them, what they make up)
is not said of each, so those sentences stay as they are.
"""

from claimkb.extract.attachment import is_date
from claimkb.extract.clauses import Clause
from claimkb.extract.inflect import present
from claimkb.extract.number import is_plural
from claimkb.extract.tree import (
    AUXILIARIES,
    Node,
    descend,
    is_amount,
    left_edge,
    right_edge,
    subject_of,
    subtree,
)
from claimkb.lexicon.cues import cues

_SINGULAR = {"have": "has", "are": "is", "were": "was", "do": "does"}
_NONE = frozenset({"no", "not", "neither", "few", "little", "nobody", "none", "half", "all", "every", "each"})


def members(clause: Clause) -> list[Clause]:
    """The clause without its "including" tail, and one of whom that names; itself where there is no such tail."""
    prep = next((n for n in clause.own if n.lower == "including" and n.dep == "prep"), None)
    if prep is None or clause.template or clause.event is not None or clause.reject_of is not None:
        return [clause]
    named, many = prep.kid("pobj"), _many(prep, clause)
    kept = {id(n) for n in clause.own}
    if (
        named is None
        or not named.is_noun
        or many is None
        or id(named) not in kept
        or not _holds_of_each(clause, many, prep)
    ):
        return [clause]
    tail = {id(n) for n in descend(prep)} | _commas(clause, prep)
    own = [n for n in clause.own if id(n) not in tail]
    if many.dep in {"nsubj", "nsubjpass"}:
        made = _of_subject(clause, many, named, tail)
    else:
        made = _of_object(clause, many, prep, named)
    whole = _copy(clause, own, clause.kind)
    whole.notes, whole.cut_from = clause.notes, clause.cut_from
    return [whole, made]


def _many(prep: Node, clause: Clause) -> Node | None:
    """The plural noun that a tail names some of."""
    head = clause.head
    noun = prep.head if prep.head is not head else subject_of(head)
    several = noun is not None and (is_plural(noun) or noun.lemma in cues().attribution.collections)
    if noun is None or not noun.is_noun or not several or noun.i > prep.i:
        return None
    direct = noun.head is head and noun.dep in {"nsubj", "nsubjpass", "dobj"}
    above = noun.head.head
    placed = noun.dep == "pobj" and noun.head.lower != "of" and noun.head.dep in {"prep", "agent"}
    beside = above is head or (above.head is head and above.dep == "dobj" and not is_amount(above))
    return noun if direct or (placed and beside) else None


def _holds_of_each(clause: Clause, many: Node, prep: Node) -> bool:
    """Whether what is said of the many is said of each."""
    head = clause.head
    if head.lemma in cues().clauses.collective or head.kids("neg") or clause.negated_from_above:
        return False
    if any(c.lower in _NONE for c in many.children) or (clause.subject is not None and many.dep == "nsubj"):
        return False
    if many.dep in {"nsubj", "nsubjpass"}:
        if any(n.lower in cues().pronouns.plural for n in clause.own):
            return False  # "ten firms, including Acme, cut their prices"
        return not (head.lemma == "be" and head.kids("attr"))
    if head.lemma in cues().clauses.possessing:
        return False
    inside = {id(n) for n in descend(many)}
    if any(n.tag == "$" for n in descend(many)):
        return False  # "gave $10 million to five firms", read as one phrase
    return not any(
        is_amount(n) and id(n) not in inside and n is not prep for n in clause.own if not is_date(n)
    )


def _of_subject(clause: Clause, many: Node, named: Node, tail: set[int]) -> Clause:
    """ "A girl died": the named in the place of the subject, the verb agreeing with it."""
    gone = tail | {id(n) for n in descend(many)}
    left = left_edge(many)
    front = [n for n in clause.own if n.i < left and n.dep not in {"punct", "cc"}]
    own = [n for n in clause.own if id(n) not in gone and n.i > left]
    while own and own[0].dep == "punct":
        own.pop(0)
    made = _copy(clause, own, "quantity")
    made.front = clause.front or tuple(front)
    made.subject = tuple(n for n in subtree(named) if n.dep != "punct" or n is not subtree(named)[-1])
    many_named = is_plural(named) or (
        named.lower.endswith("s") and any(c.tag == "JJ" for c in named.children)
    )
    if not (many_named or named.kids("conj")):
        _agree(made)
    return made


def _of_object(clause: Clause, many: Node, prep: Node, named: Node) -> Clause:
    """ "bought stakes in Acme": the named in the place of the many."""
    inside = {id(n) for n in descend(named)}
    gone = ({id(n) for n in descend(many)} | {id(n) for n in descend(prep)} | _commas(clause, prep)) - inside
    return _copy(clause, [n for n in clause.own if id(n) not in gone], "quantity")


def _commas(clause: Clause, prep: Node) -> set[int]:
    """The commas that set a tail off."""
    first, last = left_edge(prep), right_edge(prep)
    return {id(n) for n in clause.own if n.text == "," and n.i in {first - 1, last + 1}}


def _agree(made: Clause) -> None:
    """The finite verb in the singular."""
    head = made.head
    first = next((a for a in head.kids(*AUXILIARIES) if a.i < head.i), head)
    if first.lower in _SINGULAR:
        made.replace(first, _SINGULAR[first.lower])
    elif first is head and head.tag == "VBP" and head.lemma != "be":
        made.replace(head, present(head.lemma, plural=False))


def _copy(clause: Clause, own: list[Node], kind: str) -> Clause:
    made = Clause(clause.head, kind, own, clause.subject, clause.front, clause.prefix, dict(clause.swap))
    made.governors, made.governing, made.inner = clause.governors, clause.governing, clause.inner
    made.voice, made.appended = clause.voice, clause.appended
    return made
