"""Keys are numbers in the index and words beside the claim, and both go with the claim."""

import sqlite3
from itertools import count
from pathlib import Path

import pytest

from claimkb.store.cores import cores
from claimkb.store.identity import rank
from claimkb.store.key_numbers import entries, number, packed, short_rank, unpacked
from claimkb.store.schema_keys import PAIR_KEYS
from claimkb.store.store import Store
from claimkb.workflow import ingest
from support import PlainParts


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("words:coal+steel", 6_829_657_719_823_786_682),
        ("name:øster:æ", -6_754_856_110_921_660_684),
        ("", -1_970_711_489_451_281_740),
        ("\ud800", 4_758_185_216_457_903_464),  # half of a character, which only a broken file holds
    ],
)
def test_a_key_has_one_number_everywhere(key: str, expected: int) -> None:
    assert number(key) == expected


@pytest.mark.parametrize(
    "keys",
    [[], ["words:b+c", "words:a+b", "words:a+b"], ['quote:"we\nshall"', "name:øster:\x00"], ["x" * 10_000]],
)
def test_words_come_back_in_their_order(keys: list[str]) -> None:
    assert unpacked(packed(keys)) == sorted(set(keys))


def test_the_words_of_a_claim_take_less_room() -> None:
    words = ["harbour", "fishermen", "quota", "minister", "herring", "agreement"]
    keys = [f"words:{one}+{other}" for one in words for other in words if one < other]
    assert len(packed(keys)) < len("".join(keys)) / 2


def tied(number_of_claims: int) -> list[str]:
    """Ids of claims whose ranks begin alike."""
    found: dict[int, list[str]] = {}
    for each in count():
        uid = f"{each:012x}"
        same = found.setdefault(short_rank(uid), [])
        same.append(uid)
        if len(same) == number_of_claims:
            return same
    raise AssertionError("there are more ids than ranks")


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0)])
@pytest.mark.parametrize("cap", [1, 2])
def test_where_ranks_tie_the_whole_ones_decide(order: tuple[int, ...], cap: int) -> None:
    one, other = sorted(tied(2), key=rank)
    last = next(uid for uid in (f"{n:012x}" for n in count()) if short_rank(uid) > short_rank(one))
    connection = sqlite3.connect(":memory:")
    connection.execute(PAIR_KEYS)
    connection.execute("CREATE TABLE claims (id INTEGER PRIMARY KEY, uid TEXT)")
    uids = [(one, other, last)[place] for place in order]
    for claim, uid in enumerate(uids, 1):
        connection.execute("INSERT INTO claims VALUES (?, ?)", (claim, uid))
        connection.executemany("INSERT INTO pair_keys VALUES (?, ?, ?)", entries(["storm"], uid, claim))
    members = cores(connection, ["storm"], cap=cap)["storm"]
    assert {uids[claim - 1] for claim in members} == set([one, other, last][:cap])


@pytest.mark.parametrize("gone", ["claims", "documents"])
def test_keys_go_with_their_claims(gone: str, db: Path, plain: PlainParts) -> None:
    ingest(db, [], parts=plain.parts)
    with Store.open(db) as store:
        execute = store.connection.execute
        held = execute("SELECT count(*) FROM pair_keys").fetchone()[0]
        own = execute("SELECT count(*) FROM pair_keys WHERE claim = 1").fetchone()[0]
        assert 0 < own < held
        execute("DELETE FROM claims WHERE id = 1" if gone == "claims" else "DELETE FROM documents")
        left = held - own if gone == "claims" else 0
        assert execute("SELECT count(*) FROM pair_keys").fetchone()[0] == left


def test_a_finding_names_its_key_in_words(db: Path, plain: PlainParts) -> None:
    ingest(db, [], parts=plain.parts)
    with Store.open(db) as store:
        keys = {row[0] for row in store.connection.execute("SELECT key FROM relations")}
    assert "fleet" in keys
