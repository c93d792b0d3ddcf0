"""Looking after a base: a person's decisions, and the check."""

from pathlib import Path

import pytest

from claimkb.errors import NotFoundError, StoreError
from claimkb.model import RelationKind, Status
from claimkb.records import RelationFilter
from claimkb.store.queries import Reader
from claimkb.workflow import check, ingest, review
from support import PlainParts, document


@pytest.fixture
def base(db: Path, plain: PlainParts) -> Path:
    ingest(db, [], parts=plain.parts)
    return db


def first_contradiction(base: Path) -> str:
    with Reader(base) as reader:
        return next(iter(reader.contradictions())).relation.id


@pytest.mark.parametrize("status", [Status.CONFIRMED, Status.DISMISSED])
def test_a_decision_stands_on_the_finding(status: Status, base: Path, plain: PlainParts) -> None:
    finding = first_contradiction(base)
    reviewed = review(base, finding[:6], status, "seen by the desk")
    assert (reviewed.relation.id, reviewed.relation.status, reviewed.relation.note) == (
        finding,
        status,
        "seen by the desk",
    )
    assert check(base, parts=plain.parts) == ()


def test_a_decision_can_be_changed_and_taken_back(base: Path, plain: PlainParts) -> None:
    finding = first_contradiction(base)
    review(base, finding, Status.DISMISSED, "another quota")
    assert review(base, finding, Status.CONFIRMED).relation.note is None
    taken_back = review(base, finding, Status.SUGGESTED, "undecided")
    assert (taken_back.relation.status, taken_back.relation.note) == (Status.SUGGESTED, None)
    assert check(base, parts=plain.parts) == ()
    with Reader(base) as reader:
        assert reader.reviews() == ()


def test_a_decision_holds_for_the_same_content_in_another_document(db: Path, plain: PlainParts) -> None:
    plain.documents.append(document("monitor-2.txt", "The quota was cut.\nA calm day.", name="monitor"))
    ingest(db, [], parts=plain.parts)
    with Reader(db) as reader:
        same = [
            record.id
            for record in reader.relations(
                RelationFilter(kinds=(RelationKind.CONTRADICTION,), sources=("monitor",))
            )
        ]
        review(db, same[0], Status.DISMISSED, "another quota")
        assert [reader.relation(one).relation.status for one in same] == [Status.DISMISSED, Status.DISMISSED]
    assert check(db, parts=plain.parts) == ()


def test_a_decision_on_nothing_is_refused(base: Path) -> None:
    with pytest.raises(NotFoundError, match="claimkb contradictions"):
        review(base, "0000", Status.CONFIRMED)


def test_a_check_of_nothing_names_the_command_that_makes_a_base(db: Path, plain: PlainParts) -> None:
    with pytest.raises(StoreError, match="claimkb ingest"):
        check(db, parts=plain.parts)


def test_a_base_made_by_other_rules_is_told_from_a_sound_one(base: Path, plain: PlainParts) -> None:
    from dataclasses import replace

    stricter = replace(plain.parts, keys=lambda claim: frozenset({"another key"}))
    assert {problem.invariant for problem in check(base, parts=stricter)} >= {
        "a claim's pair-keys follow from it"
    }
    assert ingest(base, [], parts=stricter, refresh=True).counts == {"changed": 3}
    assert check(base, parts=stricter) == ()
