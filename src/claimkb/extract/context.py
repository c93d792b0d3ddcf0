"""What a clause inherits from where it was cut, and the clause that is left when its parts are cut off."""

from dataclasses import dataclass, replace

from claimkb.extract.asides import outer_voice
from claimkb.extract.borrowing import closed_up, without_neither
from claimkb.extract.clauses import Clause, Voice
from claimkb.extract.inversion import straightened, takes_up
from claimkb.extract.tree import Node, subject_of, subtree
from claimkb.extract.ways import KEEPING, Way
from claimkb.lexicon.cues import cues

_SUBJECTS = frozenset({"csubj", "csubjpass"})  # "That P strengthens Q" keeps its "that"


@dataclass(frozen=True, slots=True)
class Context:
    """What a clause inherits from where it was cut."""

    kind: str = "main"
    subject: tuple[Node, ...] | None = None
    front: tuple[Node, ...] = ()
    auxiliaries: tuple[Node, ...] = ()
    negated: bool = False
    voice: Voice | None = None


def cut_clause(head: Node, ctx: Context, detached: list[tuple[Node, Way]]) -> Clause:
    """The clause of a predicate without what is detached from it, and with what it borrows."""
    gone = [n for n, way in detached if way not in KEEPING]
    own = closed_up(subtree(head, gone), gone, head)
    if ctx.kind in {"reason", "adverbial"} and head.kid("mark") is not None:
        own = [n for n in own if n.i >= head.kids("mark")[0].i]
    opener = next((c for c in head.kids("advmod") if c.lower == "when"), None)
    if ctx.kind == "reason" and opener is not None:
        own = [n for n in own if n.i > opener.i]
    mark = head.kid("mark")
    bare_reason = (
        mark is not None and ctx.kind == "main" and mark.lower in cues().clauses.causal and mark in own[:1]
    )
    if mark is not None and (bare_reason or ctx.kind in {"content", "adverbial", "reason"}):
        own = [n for n in own if n is not mark]  # "Because it rained." as a sentence says that it rained
    while len(own) > 1 and own[0].text in {":", ";", ","}:
        own = own[1:]
    while own and own[0].lower == "that" and own[0].tag == "IN" and _is_idle_that(own[0], head):
        own = own[1:]
    borrowed = ctx.subject if subject_of(head) is None else None
    clause = Clause(head, ctx.kind, own, borrowed, ctx.front, voice=ctx.voice)
    clause.prefix = tuple(a.text for a in ctx.auxiliaries)
    clause.governors = ctx.auxiliaries
    clause.negated_from_above = ctx.negated
    clause = without_neither(clause)
    return clause if takes_up(clause) else straightened(clause)


def _is_idle_that(that: Node, head: Node) -> bool:
    """ "That P strengthens Q" keeps its "that"; what is said of P alone does not."""
    return that.head is head or that.head.dep not in _SUBJECTS


def with_outer_voice(head: Node, ctx: Context) -> tuple[Context, set[int]]:
    """The context with the holder named beside the clause, and the nodes that name it."""
    found = outer_voice(head)
    if found is None:
        return ctx, set()
    voice, nodes = found
    return replace(ctx, voice=voice), {id(n) for n in nodes}
