"""Which claims are compared does not depend on the order in which they came."""

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from claimkb.model import Document
from claimkb.store.loading import ClaimCache
from claimkb.store.pairs import CAP, candidates, core, partners
from claimkb.store.queries import Reader
from claimkb.store.store import Store
from claimkb.workflow import check, ingest
from support import ARTICLES, PlainParts, document

CROWD = [document(f"{n:03}.txt", f"The harbour was closed.\nIs this page {n}?") for n in range(CAP + 26)]


def found(db: Path, parts: PlainParts, documents: list[Document]) -> str:
    """The findings after taking in documents, one ingest each."""
    for one in documents:
        parts.documents = [one]
        ingest(db, [], parts=parts.parts)
    with Reader(db) as reader:
        return "\n".join(map(repr, reader.relation_details()))


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_order_of_documents_changes_nothing(
    seed: int, tmp_path: Path, export: Callable[[Path], str]
) -> None:
    documents = [document(path, text) for path, text in ARTICLES.items()]
    found(tmp_path / "in-order.db", PlainParts(), documents)
    Random(seed).shuffle(documents)
    found(tmp_path / "shuffled.db", PlainParts(), documents)
    assert export(tmp_path / "in-order.db") == export(tmp_path / "shuffled.db")


def test_a_key_of_many_claims_compares_the_same_ones_in_any_order(tmp_path: Path) -> None:
    shuffled = Random(7).sample(CROWD, len(CROWD))
    in_order = found(tmp_path / "in-order.db", PlainParts(), CROWD)
    assert in_order.count("\n") + 1 == CAP * (CAP - 1) // 2
    assert found(tmp_path / "shuffled.db", PlainParts(), shuffled) == in_order
    assert check(tmp_path / "shuffled.db", parts=PlainParts().parts) == ()


def test_findings_come_back_when_claims_of_a_key_go(tmp_path: Path) -> None:
    gone = [document(one.path, f"Is there news on page {n}?") for n, one in enumerate(CROWD[:40])]
    after = found(tmp_path / "changed.db", PlainParts(), [*CROWD, *gone])
    assert after == found(tmp_path / "fresh.db", PlainParts(), [*gone, *CROWD[40:]])
    assert after.count("\n") + 1 == 50 * 49 // 2
    assert check(tmp_path / "changed.db", parts=PlainParts().parts) == ()


def test_a_pair_is_proposed_once_under_its_first_key(db: Path, plain: PlainParts) -> None:
    ingest(db, [], parts=plain.parts)
    with Store.open(db) as store:
        everything = [row[0] for row in store.connection.execute("SELECT id FROM claims")]
        proposed = list(candidates(store.connection, everything, ClaimCache(store.connection)))
        pairs = [(one.a.claim.id, one.b.claim.id) for one in proposed]
        assert len(set(pairs)) == len(pairs)
        assert all(a < b for a, b in pairs)
        fleet = next(one for one in proposed if "fleet" in one.a.claim.text and "fleet" in one.b.claim.text)
        assert fleet.key == "fleet"  # before "landed" and "tonnes"
        assert partners(store.connection, everything[0], cap=1) == {}
        assert len(core(store.connection, "fleet", cap=1)) == 1
