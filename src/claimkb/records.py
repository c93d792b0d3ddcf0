"""The records that leave the knowledge base, and the filters that choose them.

Read models: what queries return, tables show and exports write. Field names
and order of `ClaimRecord`, `RelationRecord`, `SourceRecord` and `ThemeRecord`
are the public columns of every export (docs/model.md); a test compares them.
"""

from dataclasses import dataclass

from claimkb.assist_records import SecondOpinion
from claimkb.model import (
    Direction,
    Evidence,
    Modality,
    Polarity,
    RelationKind,
    Scope,
    Sentence,
    Stance,
    Status,
)


@dataclass(frozen=True, slots=True)
class QuantityRecord:
    """A quantity as exported."""

    low: float | None
    high: float | None
    unit: str | None
    approximate: bool
    comparator: str
    of: str | None
    text: str


@dataclass(frozen=True, slots=True)
class DateRecord:
    """A time as exported."""

    start: str | None
    end: str | None
    precision: str
    text: str


@dataclass(frozen=True, slots=True)
class ClaimRecord:
    """One claim with its provenance: the columns of `export claims`.

    `corroboration` counts the other independent voices that say the same,
    `reliability` (A to F) is that of its source, `rating` (1 to 6) and `note`
    are a person's.
    """

    id: str
    label: str
    text: str
    quote: str
    start: int
    end: int
    document: str
    source: str
    title: str | None
    author: str | None
    published: str | None
    url: str | None
    themes: tuple[str, ...]
    entities: tuple[str, ...]
    subject: str
    predicate: str
    object: str
    polarity: Polarity
    modality: Modality
    attributed_to: str | None
    stance: Stance
    quantities: tuple[QuantityRecord, ...]
    dates: tuple[DateRecord, ...]
    ambiguous: bool
    agreements: int
    contradictions: int
    corroboration: int = 0
    reliability: str | None = None
    rating: str | None = None
    note: str | None = None
    extractor: str = "rules"


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
class ClaimDetail:
    """A claim whole, for `show`: its sentence, how it was read, and its relations.

    `place` is its page or chapter; `fetched_at` is when its web page was fetched, whose original is kept.
    """

    claim: ClaimRecord
    as_written: str
    sentence: Sentence
    sentence_text: str
    doubtful: bool
    notes: tuple[str, ...]
    published_inferred: bool
    relations: tuple[RelationDetail, ...]
    place: str | None = None
    fetched_at: str | None = None
    hidden: bool = False
    before: str = ""  # what stands before and after its sentence, on the same lines or next to them
    after: str = ""


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """One source: the columns of `export sources`."""

    id: str
    name: str
    title: str | None
    author: str | None
    published: str | None
    published_inferred: bool
    url: str | None
    documents: int
    claims: int
    reliability: str | None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class ArticleHead:
    """A document of a source, as a list of them shows it."""

    path: str
    source: str
    title: str | None
    author: str | None
    published: str | None
    published_inferred: bool
    url: str | None
    claims: int


@dataclass(frozen=True, slots=True)
class Article:
    """A document whole: its canonical text, its claims in text order, and the other paths of the same text."""

    head: ArticleHead
    text: str
    claims: tuple[ClaimRecord, ...]
    also_at: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ThemeRecord:
    """One theme: the columns of `export themes`; `sources` counts the sources that have claims in it."""

    slug: str
    label: str
    broader: str | None
    iptc: str | None
    claims: int
    sources: int


@dataclass(frozen=True, slots=True)
class ThemeMatrix:
    """Themes × sources: `counts[i][j]` claims of theme i in source j."""

    themes: tuple[ThemeRecord, ...]
    sources: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class EntityRecord:
    """One entity with its counts, and the spellings it was found under."""

    name: str
    kind: str
    claims: int
    sources: int
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QuantityFilter:
    """A range of amounts: `low` and `high` are included unless `strict`; without a unit any will do."""

    low: float | None = None
    high: float | None = None
    unit: str | None = None
    strict: bool = False


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Which claims to return; empty means no restriction, values within a field are alternatives.

    `text` is full-text search by words and "phrases", `match` an FTS5
    expression; `since`/`until` (ISO dates) bound the dates a claim speaks of,
    and where it names none, its publication date; all `quantities` must be
    met; `sort` is one of position, date, source, agreements, contradictions,
    relevance, confidence (of its surest finding), corroboration.
    """

    text: str | None = None
    match: str | None = None
    themes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
    holders: tuple[str, ...] = ()
    modalities: tuple[Modality, ...] = ()
    polarities: tuple[Polarity, ...] = ()
    since: str | None = None
    until: str | None = None
    has_quantity: bool = False
    quantities: tuple[QuantityFilter, ...] = ()
    hidden: bool = False  # also the claims that a person hid
    extractors: tuple[str, ...] = ()
    sort: str = "position"
    limit: int | None = None

    @property
    def searched(self) -> bool:
        """Whether there is anything to search the full text for."""
        return self.text is not None or self.match is not None


@dataclass(frozen=True, slots=True)
class RelationFilter:
    """Which findings to return; `sort` is confidence (strongest first), date (newest first) or corroboration."""

    kinds: tuple[RelationKind, ...] = ()
    themes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    statuses: tuple[Status, ...] = ()
    scope: Scope | None = None
    min_confidence: float = 0.0
    sort: str = "confidence"
    limit: int | None = None


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
class Problem:
    """Something `check` found off: which invariant, where, and what is there instead."""

    invariant: str
    where: str
    found: str


@dataclass(frozen=True, slots=True)
class DocumentOutcome:
    """What ingest did with one document: `state` is added, changed, unchanged, duplicate or refused."""

    path: str
    state: str
    claims: int = 0
    skipped: int = 0
    agreements: int = 0
    contradictions: int = 0
    tensions: int = 0
    reason: str = ""
    next_step: str = ""


@dataclass(frozen=True, slots=True)
class TimelineRecord:
    """A time that a claim speaks of; an unknown end is None, `words` are those of the text."""

    start: str | None
    end: str | None
    precision: str
    words: str
    id: str
    label: str
    text: str
    source: str
    published: str | None
    attributed_to: str | None


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
class StatRecord:
    """One number about the base."""

    group: str
    name: str
    number: int


@dataclass(frozen=True, slots=True)
class PlaceRecord:
    """Where a claim stands in its original: line and column count from 1."""

    id: str
    path: str
    line: int
    column: int
    url: str | None
    quote: str


@dataclass(frozen=True, slots=True)
class JournalRecord:
    """One step of what people decided: `number` is what `undo` takes; `undone` is when it was taken back."""

    number: int
    at: str
    what: str
    undone: str | None


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """One document with its citation; `published_inferred` if the date was read off its text."""

    path: str
    source: str
    title: str | None
    author: str | None
    published: str | None
    published_inferred: bool
    url: str | None
    reliability: str | None
    language: str | None
    claims: int


@dataclass(frozen=True, slots=True)
class ReviewDecision:
    """A person's word on a finding, keyed by the contents of the two claims."""

    relation_id: str
    status: Status
    note: str | None
    decided_at: str


@dataclass(frozen=True, slots=True)
class VersionClaim:
    """A claim as a version of its document made it."""

    id: str
    label: str
    text: str
    quote: str
    start: int
    end: int
    polarity: str
    modality: str
    attributed_to: str | None


@dataclass(frozen=True, slots=True)
class DocumentVersion:
    """What a path held for a while, or holds now (`replaced_at` is None); times are ISO 8601, UTC."""

    path: str
    number: int
    hash: str
    ingested_at: str
    replaced_at: str | None
    claims: tuple[VersionClaim, ...]


@dataclass(frozen=True, slots=True)
class ClaimChange:
    """One difference between two versions of a document.

    `change` is appeared, changed or vanished; `words` shows the two texts in
    one, what was taken out as [-words-] and what was put in as {+words+};
    `turned` says which attributes changed, polarity first.
    """

    change: str
    label: str
    words: str
    turned: tuple[str, ...]
    before: str | None
    after: str | None
    before_quote: str | None
    after_quote: str | None
    before_id: str | None
    after_id: str | None
