"""Entities that a person merged are compared as one, also in what comes later, and as two when that is undone."""

from pathlib import Path

import pytest

from claimkb.model import Status
from claimkb.records import RelationFilter
from claimkb.store.queries import Reader
from claimkb.workflow import check, desk, ingest, review
from support import exported

# Nobody but the reader knows that the one is the other's company.
ARTICLES = {
    "one.txt": "Hartwell Shipping closed the terminal in Newport in 2021.\n",
    "two.txt": "Bluewater Lines did not close the terminal in Newport in 2021.\n",
}
LATER = "Bluewater Lines never closed the terminal in Newport in 2021, the mayor wrote.\n"


@pytest.fixture
def base(tmp_path: Path) -> Path:
    for name, text in ARTICLES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    path = tmp_path / "claims.db"
    ingest(path, [str(tmp_path / name) for name in ARTICLES])
    return path


def contradictions(base: Path) -> list[tuple[str, str]]:
    with Reader(base) as reader:
        found = reader.relations(RelationFilter())
        return [(each.kind.value, each.status.value) for each in found if each.kind.value == "contradiction"]


def test_findings_follow_a_merge_and_its_undo(base: Path) -> None:
    before = exported(base)
    assert contradictions(base) == []
    desk.merge_entities(base, ["Bluewater Lines"], "Hartwell Shipping")
    assert contradictions(base) == [("contradiction", "suggested")]
    assert check(base) == ()
    ingest(base, [str(base.parent / name) for name in ARTICLES], refresh=True)
    assert contradictions(base) == [("contradiction", "suggested")]
    assert check(base) == ()
    desk.undo(base)
    assert exported(base) == before
    assert check(base) == ()


def test_what_comes_later_is_compared_under_the_merged_name(base: Path) -> None:
    desk.merge_entities(base, ["Bluewater Lines"], "Hartwell Shipping")
    later = base.parent / "later.txt"
    later.write_text(LATER, encoding="utf-8")
    ingest(base, [str(later)])
    assert len(contradictions(base)) == 2
    assert check(base) == ()


def test_a_new_name_is_gone_when_its_merge_is_undone(base: Path) -> None:
    before = exported(base)
    desk.merge_entities(base, ["Bluewater Lines", "Hartwell Shipping"], "The Hartwell Group")
    assert contradictions(base) == [("contradiction", "suggested")]
    assert check(base) == ()
    desk.undo(base)
    assert exported(base) == before
    assert check(base) == ()


def test_a_review_stays_with_the_finding_through_merges(base: Path) -> None:
    desk.merge_entities(base, ["Bluewater Lines"], "Hartwell Shipping")
    with Reader(base) as reader:
        (finding,) = [each.id for each in reader.relations() if each.kind.value == "contradiction"]
    review(base, finding, Status.CONFIRMED, "the same company")
    desk.merge_entities(base, ["Hartwell Shipping"], "Hartwell")
    assert contradictions(base) == [("contradiction", "confirmed")]
    desk.undo(base)
    assert contradictions(base) == [("contradiction", "confirmed")]


def test_hidden_claims_and_merged_names_pass_the_check(base: Path) -> None:
    desk.merge_entities(base, ["Bluewater Lines"], "Hartwell Shipping")
    with Reader(base) as reader:
        claim = next(iter(reader.claims())).id
    desk.hide_claims(base, [claim])
    assert check(base) == ()
    ingest(base, [str(base.parent / name) for name in ARTICLES], refresh=True)
    assert check(base) == ()
    desk.hide_claims(base, [claim], hidden=False)
    assert check(base) == ()
