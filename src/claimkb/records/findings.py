"""Findings as they are listed: pairs, groups, two sources against each other, decisions."""

from dataclasses import dataclass

from claimkb.assist_records import SecondOpinion
from claimkb.model import Direction, Evidence, RelationKind, Scope, Stance, Status


@dataclass(frozen=True, slots=True)
class RelationRecord:
    """One finding with both its sides: the columns of `export relations`."""

    id: str
    kind: RelationKind
    type: str
    confidence: float
    reason: str
    evidence: tuple[Evidence, ...]
    themes: tuple[str, ...]
    scope: Scope
    status: Status
    note: str | None
    a_id: str
    a_label: str
    a_text: str
    a_quote: str
    a_start: int
    a_end: int
    a_document: str
    a_source: str
    a_published: str | None
    a_attributed_to: str | None
    b_id: str
    b_label: str
    b_text: str
    b_quote: str
    b_start: int
    b_end: int
    b_document: str
    b_source: str
    b_published: str | None
    b_attributed_to: str | None
    a_title: str | None = None
    a_author: str | None = None
    a_url: str | None = None
    a_reliability: str | None = None
    a_rating: str | None = None
    a_note: str | None = None
    b_title: str | None = None
    b_author: str | None = None
    b_url: str | None = None
    b_reliability: str | None = None
    b_rating: str | None = None
    b_note: str | None = None


@dataclass(frozen=True, slots=True)
class RelationDetail:
    """What an explanation shows beyond the exported columns of a relation."""

    relation: RelationRecord
    rule: str
    label: str
    key: str
    direction: Direction
    a_marks: tuple[str, ...]
    b_marks: tuple[str, ...]
    a_published_inferred: bool
    b_published_inferred: bool
    a_stance: Stance
    b_stance: Stance
    a_sentence: str  # the whole sentence around each quote
    b_sentence: str
    opinions: tuple[SecondOpinion, ...] = ()


@dataclass(frozen=True, slots=True)
class GroupRecord:
    """Claims that agree with one of them: the columns of `claimkb groups`.

    `id`, `label` and `text` are those of the leading claim; `voices` counts
    independent origins and speakers; `first_source` is the earliest that is
    dated; `dissenters` are those who contradict a claim of the group.
    """

    id: str
    label: str
    text: str
    claims: int
    voices: int
    sources: tuple[str, ...]
    first_source: str
    first_published: str | None
    dissenters: tuple[str, ...]
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ComparisonRecord:
    """What two sources make of one thing: `where` is both, clash, tension, only-a or only-b."""

    where: str
    relation: str | None
    type: str | None
    confidence: float | None
    a_id: str | None
    a_label: str | None
    a_text: str | None
    a_quote: str | None
    b_id: str | None
    b_label: str | None
    b_text: str | None
    b_quote: str | None


@dataclass(frozen=True, slots=True)
class ReviewDecision:
    """A person's word on a finding, keyed by the contents of the two claims."""

    relation_id: str
    status: Status
    note: str | None
    decided_at: str


@dataclass(frozen=True, slots=True)
class RebuildChange:
    """A finding that a rebuild made otherwise: `change` is new, gone or changed.

    It is "key" where only the key that proposed the pair is another.
    `before` says what it was, if it was anything; `status` is what a person had said of it.
    """

    change: str
    id: str
    kind: str
    type: str
    rule: str
    a_id: str
    a_label: str
    b_id: str
    b_label: str
    before: str
    status: str
