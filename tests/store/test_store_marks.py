"""Skipping the first rows of a listing, and reading everything in marks: both say what whole records say."""

from dataclasses import replace
from pathlib import Path

import pytest

from claimkb.model import RelationKind, Scope, Status
from claimkb.records import ClaimFilter, RelationFilter
from claimkb.store.queries import Reader
from claimkb.workflow import desk, ingest
from support import PlainParts


@pytest.fixture
def base(db: Path, plain: PlainParts) -> Path:
    ingest(db, [], parts=plain.parts)
    return db


FILTERS = {
    "all": ClaimFilter(),
    "theme": ClaimFilter(themes=("fishing",)),
    "search": ClaimFilter(text="cod"),
    "by agreements": ClaimFilter(sort="agreements"),
}


@pytest.mark.parametrize("chosen", FILTERS.values(), ids=FILTERS)
def test_what_is_skipped_is_not_counted_by_the_limit(chosen: ClaimFilter, base: Path) -> None:
    with Reader(base) as reader:
        everything = [claim.id for claim in reader.claims(chosen)]
        for skip in range(len(everything) + 2):
            found = reader.claims(replace(chosen, skip=skip, limit=2))
            assert [claim.id for claim in found] == everything[skip : skip + 2]


def test_findings_are_skipped_alike(base: Path) -> None:
    with Reader(base) as reader:
        everything = [each.id for each in reader.relations()]
        assert len(everything) > 1
        found = reader.relations(RelationFilter(skip=1, limit=1))
        assert [each.id for each in found] == everything[1:2]


@pytest.mark.parametrize("chosen", FILTERS.values(), ids=FILTERS)
def test_marks_say_what_the_records_say(chosen: ClaimFilter, base: Path) -> None:
    with Reader(base) as reader:
        desk.hide_claims(base, [next(reader.claims()).id])
        records = list(reader.claims(chosen))
        marks = list(reader.claim_marks(chosen))
        held = reader.claims_at(mark.key for mark in marks)
        assert [held[mark.key] for mark in marks] == records
        for mark, record in zip(marks, records, strict=True):
            assert (mark.source, mark.published, mark.themes) == (
                record.source,
                record.published,
                record.themes,
            )
            assert (mark.agreements, mark.contradictions) == (record.agreements, record.contradictions)
            years = {int(day[:4]) for date in record.dates if (day := date.start or date.end)}
            assert set(mark.years) == years


def test_marks_of_findings_say_what_the_records_say(base: Path) -> None:
    wanted = RelationFilter(kinds=tuple(RelationKind), scope=Scope.CROSS_SOURCE, statuses=(Status.SUGGESTED,))
    with Reader(base) as reader:
        records = list(reader.relations(wanted))
        marks = list(reader.finding_marks(wanted))
        details = reader.findings_at([mark.key for mark in marks])
        assert [detail.relation for detail in details] == records
        assert [(m.kind, m.a_source, m.b_source) for m in marks] == [
            (r.kind, r.a_source, r.b_source) for r in records
        ]


def test_the_state_is_another_after_a_write(base: Path) -> None:
    with Reader(base) as reader:
        before = reader.state()
        assert reader.state() == before
        desk.annotate_claim(base, next(reader.claims()).id, note="seen")
        assert reader.state() != before
