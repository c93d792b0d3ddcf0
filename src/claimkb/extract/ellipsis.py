"""A clause that breaks off after its auxiliary gets back what it leaves unsaid.

"The north voted for the plan, but the south did not" says that the south did
not vote for the plan. The words come from the clause before it in the same
sentence; the clause keeps its own auxiliary and its own "not", and takes none
of the other's.
"""

from claimkb.extract.clauses import Clause, Piece
from claimkb.extract.inflect import past_participle
from claimkb.extract.tree import AUXILIARIES, Node, is_finite, subject_of

_BROKEN_OFF = frozenset({"do", "be", "have"})
_BESIDE = frozenset({"aux", "neg", "punct", "cc", "conj", "advcl", "mark", "preconj", "nsubj", "nsubjpass"})
_ECHOES = frozenset({"too", "also", "either", "so", "neither", "nor"})
_CONTRACTED = frozenset({"n't", "not"})


def complete(clauses: list[Clause]) -> None:
    """Put in what elliptical clauses leave out."""
    for clause in clauses:
        if breaks_off(clause):
            earlier = [c for c in clauses if c.head.i < clause.head.i and not c.template and c.head.is_verb]
            before = max(earlier, key=lambda c: c.head.i, default=None)
            if before is not None and not breaks_off(before):
                _complete(clause, before)


def breaks_off(clause: Clause) -> bool:
    """Whether a clause ends in its auxiliary: "the south did not", "imports will too", "the guidance was not"."""
    head = clause.head
    if head.lemma not in _BROKEN_OFF and head.tag != "MD":
        return False
    if clause.template or clause.prefix or head.tag in {"VBG", "VB", "VBN"}:
        return False
    subject = subject_of(head)
    if subject is None or subject.i > head.i or subject.tag in {"WP", "WDT", "EX"} or not subject.is_noun:
        return False
    kept = {id(n) for n in clause.own}
    told = [c for c in head.children if c.dep not in _BESIDE and id(c) in kept]
    return all(c.dep == "advmod" and c.lower in _ECHOES for c in told) and not head.kids("aux", "auxpass")


def _complete(clause: Clause, before: Clause) -> None:
    head, verb = clause.head, before.head
    said = _said(head, verb)
    if said is None or not is_finite(verb) or before.event is not None:
        return
    last = max([head, *head.kids("neg")], key=lambda n: n.i)
    rest = [n for n in before.own if n.i > verb.i and id(n) not in before.swap]
    while rest and (rest[-1].dep in {"punct", "cc"}):
        rest.pop()
    echoes = [c for c in head.kids("advmod") if c.lower in _ECHOES]
    for echo in echoes:
        clause.without(echo)
    if subject_of(verb) is not None and any(n.tag in {"PRP", "PRP$"} for n in rest):
        return  # "she voted for her brother, but Ann did not": whose brother?
    clause.replace(last, last, *said, *rest)
    clause.notes.append(f"what was left out taken from {verb.text!r}")


def _said(auxiliary: Node, verb: Node) -> tuple[Piece, ...] | None:
    """The verb as it reads after an auxiliary; None where the two do not fit."""
    groups = verb.kids(*AUXILIARIES)
    passive = bool(verb.kids("auxpass"))
    if auxiliary.lemma == "be":
        if verb.lemma == "be" and not groups:
            return ()
        fits = verb.tag in {"VBN", "VBG"} and any(a.lemma == "be" for a in groups)
        return (verb,) if fits and not any(a.lemma == "have" for a in groups) else None
    if passive or verb.lemma == "be":
        return None
    if auxiliary.lemma == "have":
        return (past_participle(verb.lemma),) if any(a.lemma == "have" for a in groups) else None
    if auxiliary.lemma == "do" and any(a.tag == "MD" or a.lemma == "have" for a in groups):
        return None
    return (verb.lemma,)
