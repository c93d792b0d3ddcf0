"""The knowledge base for Python programs: `claimkb.open(path)`, with the queries and decisions of the commands.

    kb = claimkb.open("data/claims.db")
    for claim in kb.claims(theme="economy", since="2024"):
        print(claim.source, claim.text)
    frame = kb.contradictions(min_confidence=0.8).to_pandas()

Lists are tuples of frozen dataclasses (`claimkb.records`). Names are checked:
an unknown theme or source raises `NotFoundError` with what is near. Nothing is
kept open for writing: each decision is one transaction and one step of `log`.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimkb.api.arguments import Names, member, names
from claimkb.api.found import Found
from claimkb.model import Modality, Polarity, RelationKind, Scope, Status
from claimkb.records import (
    ClaimDetail,
    ClaimFilter,
    ClaimRecord,
    ComparisonRecord,
    DocumentRecord,
    EntityRecord,
    JournalRecord,
    RelationDetail,
    RelationFilter,
    RelationRecord,
    SourceRecord,
    StatRecord,
    ThemeMatrix,
    ThemeRecord,
    TimelineRecord,
)
from claimkb.store.closing import Closing
from claimkb.store.queries import UNDECIDED, Reader

if TYPE_CHECKING:
    from claimkb.workflow import IngestReport


class KnowledgeBase(Closing):
    """An open knowledge base; close it, or use it as a context manager."""

    def __init__(self, path: Path | str) -> None:
        self.path = Path(path)
        self._reader = Reader(self.path)

    def close(self) -> None:
        """Close the file."""
        self._reader.close()

    def claims(
        self,
        text: str | None = None,
        *,
        match: str | None = None,
        theme: Names = (),
        source: Names = (),
        entity: Names = (),
        holder: Names = (),
        modality: Names = (),
        polarity: Names = (),
        since: str | None = None,
        until: str | None = None,
        quantity: Names = (),
        has_quantity: bool = False,
        hidden: bool = False,
        sort: str = "position",
        limit: int | None = None,
    ) -> Found[ClaimRecord]:
        """The claims that match; the options are those of `claimkb claims`."""
        from claimkb.workflow.amounts import wanted_amount

        chosen = ClaimFilter(
            text=text,
            match=match,
            themes=names(theme),
            sources=names(source),
            entities=names(entity),
            holders=names(holder),
            modalities=tuple(member(Modality, name) for name in names(modality)),
            polarities=tuple(member(Polarity, name) for name in names(polarity)),
            since=since,
            until=until,
            quantities=tuple(map(wanted_amount, names(quantity))),
            has_quantity=has_quantity,
            hidden=hidden,
            sort=sort,
            limit=limit,
        )
        return Found(self._reader.claims(chosen))

    def claim(self, claim_id: str) -> ClaimDetail:
        """A claim whole, by its id or how it begins."""
        return self._reader.claim(claim_id)

    def relations(
        self,
        *,
        kind: Names = (),
        theme: Names = (),
        source: Names = (),
        type: Names = (),
        status: Names = (),
        scope: str | None = None,
        min_confidence: float = 0.0,
        sort: str = "confidence",
        limit: int | None = None,
    ) -> Found[RelationRecord]:
        """The findings that match, of all kinds, scopes and states unless some are named."""
        chosen = RelationFilter(
            kinds=tuple(member(RelationKind, name) for name in names(kind)),
            themes=names(theme),
            sources=names(source),
            types=names(type),
            statuses=tuple(member(Status, name) for name in names(status)),
            scope=None if scope is None else member(Scope, scope),
            min_confidence=min_confidence,
            sort=sort,
            limit=limit,
        )
        return Found(self._reader.relations(chosen))

    def contradictions(self, **options: Any) -> Found[RelationRecord]:  # noqa: ANN401 - those of `relations`
        """Contradictions between sources that nobody dismissed; the options are those of `relations`."""
        return self._findings("contradiction", options)

    def tensions(self, **options: Any) -> Found[RelationRecord]:  # noqa: ANN401
        """Tensions between sources that nobody dismissed."""
        return self._findings("tension", options)

    def agreements(self, **options: Any) -> Found[RelationRecord]:  # noqa: ANN401
        """Agreements between sources that nobody dismissed."""
        return self._findings("agreement", options)

    def relation(self, relation_id: str) -> RelationDetail:
        """A finding with all that explains it."""
        return self._reader.relation(relation_id)

    def sources(self) -> Found[SourceRecord]:
        """The sources."""
        return Found(self._reader.sources())

    def documents(self) -> Found[DocumentRecord]:
        """The documents with their citations."""
        return Found(self._reader.documents())

    def themes(self) -> Found[ThemeRecord]:
        """The themes."""
        return Found(self._reader.themes())

    def theme_matrix(self) -> ThemeMatrix:
        """Themes × sources."""
        return self._reader.theme_matrix()

    def entities(self, limit: int | None = None) -> Found[EntityRecord]:
        """The entities, those in most claims first."""
        return Found(self._reader.entities(limit))

    def timeline(self, *, theme: Names = (), entity: Names = (), source: Names = ()) -> Found[TimelineRecord]:
        """What claims say of which time."""
        chosen = ClaimFilter(themes=names(theme), entities=names(entity), sources=names(source))
        return Found(self._reader.timeline(chosen))

    def compare(self, source_a: str, source_b: str) -> Found[ComparisonRecord]:
        """What two sources both say, where they clash, and what only one says."""
        return Found(self._reader.comparison(source_a, source_b))

    def stats(self) -> Found[StatRecord]:
        """How much there is of everything."""
        return Found(self._reader.statistics())

    def log(self, limit: int | None = None) -> Found[JournalRecord]:
        """What was decided, newest first."""
        return Found(self._reader.journal(limit))

    def ingest(self, paths: Names) -> "IngestReport":
        """Take in files and folders."""
        from claimkb.workflow import ingest

        return ingest(self.path, names(paths))

    def review(self, relation_id: str, status: str, note: str | None = None) -> RelationDetail:
        """Set a finding to confirmed, dismissed or (again) suggested."""
        from claimkb.workflow import review

        return review(self.path, relation_id, member(Status, status), note)

    def note(self, claim_id: str, words: str) -> None:
        """Put a note on a claim; "" takes it off."""
        from claimkb.workflow import desk

        desk.annotate_claim(self.path, claim_id, note=words)

    def rate(self, claim_id: str, rating: str) -> None:
        """Rate a claim 1 to 6; "" takes the rating off."""
        from claimkb.workflow import desk

        desk.annotate_claim(self.path, claim_id, rating=rating)

    def hide(self, *claim_ids: str, hidden: bool = True) -> int:
        """Leave claims out of every list, or show them again; returns how many changed."""
        from claimkb.workflow import desk

        return desk.hide_claims(self.path, claim_ids, hidden=hidden)

    def tag(self, *claim_ids: str, add: Names = (), remove: Names = ()) -> int:
        """Give claims themes or take some away; returns how many changed."""
        from claimkb.workflow import desk

        return desk.tag_claims(self.path, claim_ids, add=names(add), remove=names(remove))

    def correct(self, source: str, values: Mapping[str, str | None], *, path: str | None = None) -> int:
        """Correct what is known of a source; None takes a correction back."""
        from claimkb.workflow import correction

        return correction.correct_source(self.path, source, values, path=path)

    def undo(self, number: int | None = None) -> JournalRecord:
        """Take back the last decision, or the one of this number."""
        from claimkb.workflow import desk

        return desk.undo(self.path, number)

    def _findings(self, kind: str, options: Mapping[str, Any]) -> Found[RelationRecord]:
        usual = {"scope": "cross-source", "status": [state.value for state in UNDECIDED]}
        return self.relations(kind=kind, **(usual | dict(options)))
