"""Embeddings propose pairs: bounded, judged by the rules, named in the finding, and taken back without a trace."""

import numpy as np
import pytest
from desk import Desk

from claimkb.assist.embedding import PREFIX, StaticEmbedder, nearest_pairs
from claimkb.model import Claim, Status
from claimkb.store.queries import Reader
from claimkb.workflow import check, ingest, review
from claimkb.workflow.parts import Parts
from claimkb.workflow.proposing import forget_proposals, propose

FIRST = "The Varna mill lost 300 jobs in 2021."
SECOND = "The Varna mill lost 1,200 jobs in 2021."


def no_keys(claim: Claim) -> tuple[str, ...]:
    """As if the two had no word in common."""
    return ()


PARTS = Parts(keys=no_keys)


def test_likeness_of_meaning_is_seen_without_a_shared_word() -> None:
    embedder = StaticEmbedder()
    doctor, physician, ferry = embedder.vectors(
        ["The doctor was dismissed.", "A physician got fired.", "The ferry sank."]
    )
    assert float(doctor @ physician) > float(doctor @ ferry) + 0.1
    assert embedder.name.startswith(f"{PREFIX}wordllama")
    assert np.array_equal(embedder.vectors(["x y"])[0], embedder.vectors(["long " * 50, "x y"])[1])
    assert embedder.vectors([]).shape == (0, 256)


def test_no_claim_gets_more_partners_than_asked_for() -> None:
    hub = np.ones((1, 4), dtype=np.float32) / 2
    many = np.repeat(hub, 30, axis=0)
    pairs = list(nearest_pairs(many, [str(n) for n in range(30)], nearest=3, floor=0.5))
    counts = np.bincount([number for one, other, _ in pairs for number in (one, other)])
    assert 0 < counts.max() <= 3


def test_one_text_is_no_partner_of_itself() -> None:
    rows = np.ones((4, 4), dtype=np.float32) / 2
    pairs = [(i, j) for i, j, _ in nearest_pairs(rows, ["a", "a", "b", "b"], nearest=2)]
    assert pairs
    assert all((i < 2) != (j < 2) for i, j in pairs)


@pytest.fixture
def base(desk: Desk) -> Desk:
    """Two texts that contradict each other, and nothing that proposes to compare them."""
    for name, text in (("first.txt", FIRST), ("second.txt", SECOND)):
        (desk.folder / name).write_text(text)
    ingest(desk.db, [str(desk.folder / "first.txt"), str(desk.folder / "second.txt")], parts=PARTS)
    assert found(desk) == []
    return desk


def found(desk: Desk) -> list[str]:
    with Reader(desk.db) as reader:
        return [relation.kind.value for relation in reader.relations()]


def test_a_pair_without_a_key_is_found_and_names_what_proposed_it(base: Desk) -> None:
    done = base.run("propose")
    assert done.returncode == 0, done.stderr
    assert "contradiction\t1" in done.stdout
    explained = " ".join(base.run("contradictions", "--explain", "--format", "table").stdout.split())
    assert f"(proposed by {PREFIX}wordllama-l2-256@" in explained
    assert check(base.db, parts=PARTS) == ()


def test_another_run_replaces_the_last_and_a_cleared_base_is_as_before(base: Desk) -> None:
    first = propose(base.db, nearest=8, floor=0.5, parts=PARTS)
    again = propose(base.db, nearest=8, floor=0.5, parts=PARTS)
    assert (first.pairs, first.dropped) == (1, 0)
    assert (again.pairs, again.dropped, again.findings) == (1, 1, first.findings)
    assert propose(base.db, nearest=8, floor=0.999, parts=PARTS).pairs == 0
    assert found(base) == []
    propose(base.db, nearest=8, floor=0.5, parts=PARTS)
    assert forget_proposals(base.db) == 1
    assert found(base) == []
    assert check(base.db, parts=PARTS) == ()


def test_what_was_proposed_goes_with_its_claim_and_a_decision_comes_back(base: Desk) -> None:
    propose(base.db, nearest=8, floor=0.5, parts=PARTS)
    with Reader(base.db) as reader:
        (relation,) = reader.relations()
    review(base.db, relation.id, Status.DISMISSED, "two mills")
    (base.folder / "second.txt").write_text("The ferry sank in May.")
    ingest(base.db, [str(base.folder / "second.txt")], parts=PARTS)
    assert found(base) == []
    assert check(base.db, parts=PARTS) == ()
    (base.folder / "second.txt").write_text(SECOND)
    ingest(base.db, [str(base.folder / "second.txt")], parts=PARTS)
    propose(base.db, nearest=8, floor=0.5, parts=PARTS)
    with Reader(base.db) as reader:
        (relation,) = reader.relations()
    assert (relation.status, relation.note) == (Status.DISMISSED, "two mills")
