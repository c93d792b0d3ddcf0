"""Sources, articles and the outcome of taking documents in."""

from dataclasses import dataclass

from claimkb.records.claims import ClaimRecord


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
class PlaceRecord:
    """Where a claim stands in its original: line and column count from 1."""

    id: str
    path: str
    line: int
    column: int
    url: str | None
    quote: str


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
