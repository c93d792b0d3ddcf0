"""An ingest killed at any point leaves a sound base, and the same command finishes the work.

The child says what it is about to do and waits to be told to go on, so that
the kill hits exactly that point: between documents, in the middle of a
transaction, or in one that has written everything but its commit.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from claimkb.store.queries import Reader
from claimkb.workflow import check, ingest
from killing import killed_at
from support import PlainParts

CHILD = """
import sys
from dataclasses import replace
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from claimkb.store.store import Store
from claimkb.workflow import ingest
from support import ARTICLES, PlainParts, document

def step(what):
    print(what, flush=True)
    sys.stdin.readline()

plain = PlainParts()
plain.documents = [document(path, text) for path, text in ARTICLES.items()]

def judge(a, b, key):
    step("judging")
    return plain.parts.judge(a, b, key)

def keys(claim):
    step("writing")
    return plain.parts.keys(claim)

class Slow(Store):
    def add_relations(self, relations):
        count = super().add_relations(relations)
        step("committing")
        return count

import claimkb.store.store
claimkb.store.store.Store = Slow
step("opening")
parts = replace(plain.parts, judge=judge, keys=keys)
ingest(Path(sys.argv[1]), [], parts=parts, on_progress=lambda outcome: step("done"))
"""

# What the child is about to do when it is killed, for which time, and the documents that are in by then.
POINTS = [
    ("opening", 1, 0),
    ("writing", 1, 0),
    ("committing", 1, 0),
    ("done", 1, 1),
    ("judging", 1, 1),
    ("committing", 2, 1),
    ("done", 2, 2),
    ("writing", 8, 2),
    ("judging", 4, 2),
    ("committing", 3, 2),
    ("done", 3, 3),
]


@pytest.mark.parametrize(("what", "time", "stored"), POINTS)
def test_a_killed_ingest_can_be_run_again(
    what: str,
    time: int,
    stored: int,
    db: Path,
    tmp_path: Path,
    plain: PlainParts,
    export: Callable[[Path], str],
) -> None:
    killed_at(CHILD, db, what, time)
    if db.exists():
        assert check(db, parts=plain.parts) == ()
        with Reader(db) as reader:
            assert len(reader.sources()) == stored
    report = ingest(db, [], parts=plain.parts)
    assert (report.counts["unchanged"], report.counts["added"]) == (stored, 3 - stored)
    assert check(db, parts=plain.parts) == ()
    ingest(tmp_path / "whole.db", [], parts=plain.parts)
    assert export(db) == export(tmp_path / "whole.db")
