"""A rebuild finds what a new ingest would find, keeps what people said, and is done as a whole or not at all."""

import signal
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from claimkb.errors import ClaimkbError, StoreError
from claimkb.model import Claim, ComparedClaim, RelationKind, Status, Verdict
from claimkb.store.queries import Reader
from claimkb.workflow import check, ingest, rebuild, review
from claimkb.workflow.desk import merge_entities
from killing import killed_at
from support import ARTICLES, PlainParts, document, plain_judge, plain_keys

Export = Callable[[Path], str]


def older_keys(claim: Claim) -> frozenset[str]:
    """Keys that miss most pairs, and propose others under another name."""
    return frozenset(key for key in plain_keys(claim) if key != "quota") | {"old"}


def older_judge(a: ComparedClaim, b: ComparedClaim, key: str = "") -> Verdict:
    """Rules that take every denial for an agreement, and see no amounts."""
    verdict = plain_judge(a, b, key)
    if verdict.type == "negation":
        return replace(verdict, kind=RelationKind.AGREEMENT, type="same-fact", rule="plain-older")
    return verdict if verdict.type != "quantity" else replace(verdict, kind=RelationKind.NONE)


def dying_judge(a: ComparedClaim, b: ComparedClaim, key: str = "") -> Verdict:
    """Rules that end the process."""
    signal.raise_signal(signal.SIGKILL)
    return plain_judge(a, b, key)


@pytest.fixture
def old(db: Path, plain: PlainParts) -> Path:
    """A base made by older rules."""
    ingest(db, [], parts=replace(plain.parts, keys=older_keys, judge=older_judge))
    return db


@pytest.fixture
def fresh(tmp_path: Path, plain: PlainParts) -> Path:
    """What the present rules make of the same articles."""
    ingest(tmp_path / "fresh.db", [], parts=plain.parts)
    return tmp_path / "fresh.db"


@pytest.fixture
def small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimkb.store.draft.BLOCK", 2)


def drafts(base: Path) -> list[Path]:
    return sorted(base.parent.glob(f"{base.name}.rebuild*"))


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.usefixtures("small_blocks")
def test_a_rebuilt_base_is_that_of_a_new_ingest(
    jobs: int, old: Path, fresh: Path, plain: PlainParts, export: Export
) -> None:
    assert export(old) != export(fresh)
    report = rebuild(old, jobs=jobs, parts=plain.parts)
    assert export(old) == export(fresh)
    assert check(old, parts=plain.parts) == ()
    assert drafts(old) == []
    assert report.claims == 9
    said = {(change.change, change.kind, change.type, change.before) for change in report.changes}
    assert said == {
        ("new", "contradiction", "quantity", ""),
        ("key", "agreement", "same-fact", "agreement same-fact"),
        ("changed", "contradiction", "negation", "agreement same-fact"),
    }
    assert rebuild(old, jobs=jobs, parts=plain.parts).changes == ()


def test_what_the_rules_no_longer_find_goes(
    fresh: Path, old: Path, plain: PlainParts, export: Export
) -> None:
    before = export(old)
    report = rebuild(fresh, parts=replace(plain.parts, keys=older_keys, judge=older_judge))
    assert export(fresh) == before
    assert {change.change for change in report.changes} == {"gone", "changed", "key"}


def test_decisions_outlive_the_rules_that_found_nothing(
    fresh: Path, plain: PlainParts, export: Export
) -> None:
    with Reader(fresh) as reader:
        (finding,) = (each for each in reader.relations() if each.type == "quantity")
    review(fresh, finding.id, Status.CONFIRMED, "both counted")
    before = export(fresh)
    gone = rebuild(fresh, parts=replace(plain.parts, keys=older_keys, judge=older_judge)).changes
    assert [(c.id, c.status) for c in gone if c.change == "gone" and c.type == "quantity"] == [
        (finding.id, "confirmed")
    ]
    rebuild(fresh, parts=plain.parts)
    assert export(fresh) == before


def keys_by_name(claim: Claim) -> frozenset[str]:
    """The longer words of a claim, and whom it names."""
    return plain_keys(claim) | {f"name {mention.name}" for mention in claim.entities}


def test_merged_names_stay_merged(db: Path, plain: PlainParts, export: Export) -> None:
    parts = replace(plain.parts, keys=keys_by_name)
    ingest(db, [], parts=parts)
    merge_entities(db, ["Bergen"], "Norway", parts=parts)
    before = export(db)
    assert rebuild(db, parts=parts).changes == ()
    assert export(db) == before
    assert check(db, parts=parts) == ()


def test_a_dry_run_says_what_would_change_and_changes_nothing(
    old: Path, fresh: Path, plain: PlainParts, export: Export
) -> None:
    before = export(old)
    would = rebuild(old, dry_run=True, parts=plain.parts)
    assert export(old) == before
    stages: list[str] = []
    does = rebuild(old, parts=plain.parts, on_progress=lambda stage, done, total: stages.append(stage))
    assert does == would
    assert stages == []  # the draft of the dry run was good
    assert export(old) == export(fresh)


def test_one_rebuild_of_a_base_at_a_time(old: Path, fresh: Path, plain: PlainParts, export: Export) -> None:
    refused: list[str] = []

    def another(stage: str, done: int, total: int) -> None:
        with pytest.raises(StoreError, match="Another process is rebuilding this database") as error:
            rebuild(old, parts=plain.parts)
        refused.append(error.value.next_step)

    rebuild(old, parts=plain.parts, on_progress=another)
    assert set(refused) == {"Wait until it is done, or end it."}
    assert export(old) == export(fresh)
    assert drafts(old) == []


def test_a_base_that_changes_meanwhile_is_left_as_it_is(old: Path, plain: PlainParts, export: Export) -> None:
    parts = replace(plain.parts, keys=older_keys, judge=older_judge)
    plain.documents = [document("late.txt", "The quota was cut.")]

    def write(stage: str, done: int, total: int) -> None:
        if stage == "findings":
            ingest(old, [], parts=parts)

    with pytest.raises(StoreError, match="changed while it was being rebuilt"):
        rebuild(old, parts=plain.parts, on_progress=write)
    assert check(old, parts=parts) == ()
    before = export(old)
    assert "late.txt" in before
    rebuild(old, parts=parts)
    assert export(old) == before


@pytest.mark.parametrize("left_over", [b"no database", b"", b"SQLite format 3\0" + bytes(84)])
def test_a_damaged_draft_is_begun_anew(
    left_over: bytes, old: Path, fresh: Path, plain: PlainParts, export: Export
) -> None:
    old.with_name(old.name + ".rebuild").write_bytes(left_over)
    rebuild(old, parts=plain.parts)
    assert export(old) == export(fresh)


@pytest.mark.usefixtures("small_blocks")
def test_a_worker_that_dies_ends_the_rebuild_and_not_the_base(
    old: Path, fresh: Path, plain: PlainParts, export: Export
) -> None:
    before = export(old)
    with pytest.raises(ClaimkbError, match="goes on where it was"):
        rebuild(old, jobs=2, parts=replace(plain.parts, judge=dying_judge))
    assert export(old) == before
    rebuild(old, parts=plain.parts)
    assert export(old) == export(fresh)


CHILD = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
import claimkb.store.draft
import claimkb.store.store
from claimkb.workflow import rebuild
from support import PlainParts

def step(what):
    print(what, flush=True)
    sys.stdin.readline()

class Slow(claimkb.store.store.Store):
    def add_relations(self, relations):
        count = super().add_relations(relations)
        step("committing")
        return count

claimkb.store.store.Store = Slow
claimkb.store.draft.BLOCK = 2
rebuild(Path(sys.argv[1]), parts=PlainParts().parts, on_progress=lambda stage, done, total: step(stage))
"""
# What the child has just done when it is killed, for which time, and the blocks that are left to do then.
POINTS = [
    ("keys", 1, ["keys"] * 4 + ["findings"] * 5),
    ("findings", 3, ["findings"] * 2),
    ("committing", 1, []),
]


@pytest.mark.parametrize(("what", "time", "left"), POINTS)
@pytest.mark.usefixtures("small_blocks")
def test_a_killed_rebuild_leaves_the_old_findings_and_goes_on(
    what: str, time: int, left: list[str], old: Path, fresh: Path, plain: PlainParts, export: Export
) -> None:
    before = export(old)
    killed_at(CHILD, old, what, time)
    assert export(old) == before
    stages: list[str] = []
    rebuild(old, parts=plain.parts, on_progress=lambda stage, done, total: stages.append(stage))
    assert stages == left
    assert export(old) == export(fresh)
    assert check(old, parts=plain.parts) == ()


def test_the_articles_are_as_many_as_the_blocks_above_suppose() -> None:
    assert len(ARTICLES) == 3
