"""A finding as a page shows it: sign and name of its kind, both sides with their quotes cut into pieces.

A piece is a run of a sentence that is shown alike: the context around the
quote, the quote itself, its decisive words. The sign stands beside the colour
of a kind, so that nothing depends on seeing colours.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from claimkb.model import Evidence, RelationKind, Status
from claimkb.records import RelationDetail
from claimkb.render.display import opinion_words
from claimkb.render.sides import DIRECTIONS, NOT_NAMED, Side, mark_spans, sides
from claimkb.render.text import fold

SIGNS = {RelationKind.CONTRADICTION: "≠", RelationKind.TENSION: "≈", RelationKind.AGREEMENT: "="}


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a sentence; `kind` is context, quote or mark."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class SideView:
    """One side of a finding."""

    claim_id: str
    label: str
    text: str
    source: str
    document: str
    when: str
    said_by: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding; `held` are the findings of its rule that were confirmed and all that were decided on."""

    id: str
    kind: str
    sign: str
    type: str
    confidence: float
    status: str
    note: str | None
    themes: tuple[str, ...]
    reason: str
    evidence: tuple[tuple[str, str, str], ...]  # what was compared, the values, what their meeting is called
    direction: str
    rule: str
    rule_label: str
    key: str
    held: tuple[int, int] | None
    a: SideView
    b: SideView
    opinions: tuple[tuple[str, str], ...] = ()  # a judge, and what it says


def pieces(sentence: str, quote: str, marks: tuple[str, ...]) -> tuple[Piece, ...]:
    """A sentence cut where its quote begins and ends and where decisive words stand in it."""
    whole, part = fold(sentence), fold(quote)
    before, found, after = whole.partition(part)
    if not found:  # the quote runs over the sentence's end
        before, after = "", ""
    cut = [Piece("context", before)]
    position = 0
    for start, end in mark_spans(part, marks):
        cut += [Piece("quote", part[position:start]), Piece("mark", part[start:end])]
        position = end
    cut += [Piece("quote", part[position:]), Piece("context", after)]
    return tuple(piece for piece in cut if piece.text)


def finding_view(detail: RelationDetail, held: Mapping[str, tuple[int, int]]) -> FindingView:
    """A finding made ready to show."""
    relation = detail.relation
    a, b = sides(detail)
    return FindingView(
        id=relation.id,
        kind=relation.kind.value,
        sign=SIGNS.get(relation.kind, "·"),
        type=relation.type,
        confidence=relation.confidence,
        status="" if relation.status is Status.SUGGESTED else relation.status.value,
        note=relation.note,
        themes=relation.themes,
        reason=relation.reason,
        evidence=tuple(map(_evidence, relation.evidence)),
        direction=DIRECTIONS.get(detail.direction, "") if relation.kind is RelationKind.AGREEMENT else "",
        rule=detail.rule,
        rule_label=detail.label,
        key=detail.key,
        held=held.get(detail.rule),
        a=_side(a, relation.a_id, relation.a_label, relation.a_text, relation.a_document),
        b=_side(b, relation.b_id, relation.b_label, relation.b_text, relation.b_document),
        opinions=tuple(
            (each.judge, "{}, {}{}".format(*opinion_words(each, relation.kind))) for each in detail.opinions
        ),
    )


def finding_views(
    details: Iterable[RelationDetail], held: Mapping[str, tuple[int, int]]
) -> tuple[FindingView, ...]:
    """Findings made ready to show."""
    return tuple(finding_view(detail, held) for detail in details)


def _side(side: Side, claim_id: str, label: str, text: str, document: str) -> SideView:
    cut = pieces(side.sentence, side.quote, side.marks)
    return SideView(claim_id, label, text, side.source, document, side.when, side.said_by, cut)


def _evidence(evidence: Evidence) -> tuple[str, str, str]:
    both = (
        evidence.a if evidence.a == evidence.b else f"{evidence.a or NOT_NAMED} / {evidence.b or NOT_NAMED}"
    )
    return evidence.comparison, both, evidence.label
