"""Where text comes from: source, place in the original, document, and what was refused."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SourceInfo:
    """What is known of where a document comes from; `inferred` names the fields read off the text."""

    name: str
    title: str | None = None
    author: str | None = None
    published: str | None = None  # ISO 8601, possibly only a year or a month
    url: str | None = None
    reliability: str | None = None
    language: str | None = None
    themes: tuple[str, ...] = ()
    inferred: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Place:
    """A page or chapter of a document: where it starts in the text, and its name ("page 3")."""

    start: int
    name: str


@dataclass(frozen=True, slots=True)
class Original:
    """A web page as it was fetched: its bytes, and what the server said of them.

    `url` is the address after redirects; `fetched_at` is UTC, ISO 8601; `etag`
    and `last_modified` let the server answer that nothing changed.
    """

    url: str
    fetched_at: str
    media_type: str
    body: bytes
    charset: str | None = None
    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A canonical text with its provenance.

    `path` is as given to ingest; `hash` is SHA-256 of the text, hex; `places`
    are its pages or chapters in order; `original` is what it was read from, if
    that came over the network.
    """

    path: str
    text: str
    hash: str
    source: SourceInfo
    places: tuple[Place, ...] = ()
    original: Original | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """An input that could not be taken in: a value, not an exception, so that its batch goes on."""

    path: str
    reason: str
    next_step: str
