"""The filters that choose claims and findings; an empty filter chooses all."""

from dataclasses import dataclass

from claimkb.model import Modality, Polarity, RelationKind, Scope, Status


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
    skip: int = 0  # leave out so many of the first, which the limit does not count

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
    skip: int = 0
