"""Which claims are compared does not depend on the order in which they came."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from claimkb.model import Claim, Document
from claimkb.store.cores import CAP, ENOUGH, FEW, cores, worth
from claimkb.store.loading import ClaimCache
from claimkb.store.pairs import candidates, partners
from claimkb.store.queries import Reader
from claimkb.store.store import Store
from claimkb.workflow import check, ingest, rebuild
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
    assert len(CROWD) > CAP > len(CROWD) - len(gone)
    after = found(tmp_path / "changed.db", PlainParts(), [*CROWD, *gone])
    assert after == found(tmp_path / "fresh.db", PlainParts(), [*gone, *CROWD[40:]])
    left = len(CROWD) - len(gone)
    assert after.count("\n") + 1 == left * (left - 1) // 2
    assert check(tmp_path / "changed.db", parts=PlainParts().parts) == ()


def loose(*kinds: str) -> PlainParts:
    """Parts whose claims have their first long words as keys, one of each of these kinds."""

    def keys(claim: Claim) -> frozenset[str]:
        words = [word for word in claim.text.rstrip(".").split() if len(word) > 3]
        return frozenset(f"{kind}:{word}" for kind, word in zip(kinds, words, strict=False))

    parts = PlainParts()
    parts.parts = replace(parts.parts, keys=keys)
    return parts


@pytest.mark.parametrize(
    ("key", "claims", "enough"),
    [
        ("words:coal+steel", FEW, True),
        ("words:coal+steel", FEW + 1, False),
        ("name:olsen:boats", FEW + 1, False),
        ("amount:USD:12", FEW + 1, False),
        ("predicate:cut:quota", FEW + 1, False),
        ("concept:trade:norway", FEW + 1, True),
        ("quote:we shall see", CAP, True),
    ],
)
def test_a_loose_key_alone_is_enough_among_few_claims(key: str, claims: int, enough: bool) -> None:
    assert (worth(key, frozenset(range(claims))) == ENOUGH) is enough


@pytest.mark.parametrize(
    ("kinds", "documents", "pairs"),
    [
        (("words",), FEW, FEW * (FEW - 1) // 2),
        (("words",), FEW + 1, 0),  # one key that says little, and many have it
        (("words", "name"), FEW + 1, (FEW + 1) * FEW // 2),  # two such keys
        (("concept",), FEW + 1, (FEW + 1) * FEW // 2),
    ],
)
def test_common_loose_keys_propose_only_together(
    kinds: tuple[str, ...], documents: int, pairs: int, db: Path
) -> None:
    lines = found(db, loose(*kinds), CROWD[:documents])
    assert (lines.count("\n") + 1 if lines else 0) == pairs
    assert check(db, parts=loose(*kinds).parts) == ()


@pytest.mark.parametrize(
    ("kinds", "other", "pairs"),
    [
        (("words", "name"), "All of Bergen rejoiced.", 1),  # both documents name Bergen
        (("words", "name"), "All of Norway rejoiced.", 0),
        (("words", "name"), "Nobody rejoiced.", 1),  # a document that names nothing may speak of anything
        (("concept",), "All of Norway rejoiced.", 1),
    ],
)
def test_documents_that_name_other_things_meet_by_what_is_meant(
    kinds: tuple[str, ...], other: str, pairs: int, db: Path
) -> None:
    texts = ["The harbour was closed.\nPeople in Bergen cheered.", f"The harbour was closed.\n{other}"]
    lines = found(db, loose(*kinds), [document(f"{n}.txt", text) for n, text in enumerate(texts)])
    assert (lines.count("\n") + 1 if lines else 0) == pairs
    assert check(db, parts=loose(*kinds).parts) == ()


def test_a_key_that_fewer_claims_have_is_enough_again(db: Path) -> None:
    gone = document(CROWD[0].path, "Is there news?")
    lines = found(db, loose("words"), [*CROWD[: FEW + 1], gone])
    assert lines.count("\n") + 1 == FEW * (FEW - 1) // 2
    assert check(db, parts=loose("words").parts) == ()


@pytest.mark.parametrize("seed", [1, 2])
def test_loose_keys_propose_the_same_in_any_order(seed: int, tmp_path: Path) -> None:
    draw = Random(seed)
    things, ends = ("harbour", "market", "quota"), ("closed", "opened", "doubled")
    texts = [
        f"The {draw.choice(things)} was {draw.choice(ends)}.\nThe {draw.choice(things)} is old.\nIs this page {n}?"
        for n in range(40)
    ]
    documents = [document(f"{n:03}.txt", text) for n, text in enumerate(texts)]
    documents += [document(f"{n:03}.txt", f"Is there news on page {n}?") for n in draw.sample(range(40), 12)]
    changed = found(tmp_path / "changed.db", loose("words", "name"), documents)
    kept = list({one.path: one for one in documents}.values())
    assert changed == found(tmp_path / "shuffled.db", loose("words", "name"), draw.sample(kept, len(kept)))
    assert check(tmp_path / "changed.db", parts=loose("words", "name").parts) == ()
    assert rebuild(tmp_path / "changed.db", parts=loose("words", "name").parts).changes == ()


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
        assert len(cores(store.connection, ["fleet"], cap=1)["fleet"]) == 1
