"""The records that leave the knowledge base, and the filters that choose them.

Read models: what queries return, tables show and exports write. Field names
and order of `ClaimRecord`, `RelationRecord`, `SourceRecord` and `ThemeRecord`
are the public columns of every export (docs/model.md); a test compares them.
"""

from claimkb.records.claims import ClaimDetail, ClaimRecord, DateRecord, QuantityRecord
from claimkb.records.filters import ClaimFilter, QuantityFilter, RelationFilter
from claimkb.records.findings import (
    ComparisonRecord,
    GroupRecord,
    RebuildChange,
    RelationDetail,
    RelationRecord,
    ReviewDecision,
)
from claimkb.records.marks import ClaimMark, FindingMark
from claimkb.records.overviews import (
    EntityRecord,
    JournalRecord,
    StatRecord,
    ThemeMatrix,
    ThemeRecord,
    TimelineRecord,
)
from claimkb.records.sources import (
    Article,
    ArticleHead,
    DocumentOutcome,
    DocumentRecord,
    PlaceRecord,
    Problem,
    SourceRecord,
)
from claimkb.records.versions import ClaimChange, DocumentVersion, VersionClaim

__all__ = [
    "Article",
    "ArticleHead",
    "ClaimChange",
    "ClaimDetail",
    "ClaimFilter",
    "ClaimMark",
    "ClaimRecord",
    "ComparisonRecord",
    "DateRecord",
    "DocumentOutcome",
    "DocumentRecord",
    "DocumentVersion",
    "EntityRecord",
    "FindingMark",
    "GroupRecord",
    "JournalRecord",
    "PlaceRecord",
    "Problem",
    "QuantityFilter",
    "QuantityRecord",
    "RebuildChange",
    "RelationDetail",
    "RelationFilter",
    "RelationRecord",
    "ReviewDecision",
    "SourceRecord",
    "StatRecord",
    "ThemeMatrix",
    "ThemeRecord",
    "TimelineRecord",
    "VersionClaim",
]
