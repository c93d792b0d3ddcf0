"""The records of claimkb: what a document, a claim and a relation are.

Frozen dataclasses and enumerations, nothing else: no parser, no SQL, no
output. Offsets are characters of a document's canonical text, and a claim
always satisfies `document.text[claim.start:claim.end] == claim.quote`.
"""

from claimkb.model.claims import (
    Argument,
    Claim,
    EntityMention,
    Extraction,
    Frame,
    Holder,
    Quantity,
    Sentence,
    Theme,
    ThemeTag,
    TimeRef,
)
from claimkb.model.findings import ComparedClaim, Evidence, Relation, Verdict
from claimkb.model.pairkeys import is_loose
from claimkb.model.scales import (
    Comparator,
    Direction,
    Modality,
    Polarity,
    Precision,
    RelationKind,
    Scope,
    SentenceRole,
    Stance,
    Status,
)
from claimkb.model.sources import Document, Original, Place, Refusal, SourceInfo

__all__ = [
    "Argument",
    "Claim",
    "Comparator",
    "ComparedClaim",
    "Direction",
    "Document",
    "EntityMention",
    "Evidence",
    "Extraction",
    "Frame",
    "Holder",
    "Modality",
    "Original",
    "Place",
    "Polarity",
    "Precision",
    "Quantity",
    "Refusal",
    "Relation",
    "RelationKind",
    "Scope",
    "Sentence",
    "SentenceRole",
    "SourceInfo",
    "Stance",
    "Status",
    "Theme",
    "ThemeTag",
    "TimeRef",
    "Verdict",
    "is_loose",
]
