"""The versions of a document that changed at its place, and how their claims differ."""

from dataclasses import dataclass


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
