"""A claim as tables show it and exports write it, and with all that belongs to it."""

from dataclasses import dataclass

from claimkb.model import Modality, Polarity, Sentence, Stance
from claimkb.records.findings import RelationDetail


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
