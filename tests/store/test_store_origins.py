"""Reprints have one origin, by their sentences alone and in any order."""

from itertools import permutations
from pathlib import Path

import pytest

from claimkb.model import Scope
from claimkb.store.queries import Reader
from claimkb.store.store import Store
from claimkb.workflow import check, ingest
from support import PlainParts, document

WIRE = [
    "The ministry closed four harbours in the north.",
    "Fishermen in Bergen lost a third of their income.",
    "The minister said the closure will last two years.",
    "Exports of cod to Portugal fell by half.",
    "Two shipyards in Norway dismissed their workers.",
]
ORIGINAL = "\n".join(WIRE)
ABRIDGED = "\n".join(["HARBOURS SHUT", *WIRE[:3], "Call us with your story."])
OTHER = "\n".join(
    [WIRE[3], "A quite different report on the price of salmon in Asia.", *(f"Line {n}." for n in range(4))]
)


def origins(db: Path, texts: dict[str, str]) -> dict[str, str]:
    """The path → origin of documents taken in one by one."""
    plain = PlainParts()
    for path, text in texts.items():
        plain.documents = [document(path, text)]
        ingest(db, [], parts=plain.parts)
    assert check(db, parts=plain.parts) == ()
    with Store.open(db) as store:
        return dict(store.connection.execute("SELECT path, origin FROM documents").fetchall())


@pytest.mark.parametrize("order", list(permutations(["original", "abridged", "other"])))
def test_an_abridged_reprint_has_the_origin_of_the_original(order: tuple[str, ...], db: Path) -> None:
    texts = {"original": ORIGINAL, "abridged": ABRIDGED, "other": OTHER}
    found = origins(db, {path: texts[path] for path in order})
    assert found["original"] == found["abridged"] != found["other"]


def test_a_reprint_supports_nothing(db: Path) -> None:
    origins(db, {"original": ORIGINAL, "abridged": ABRIDGED})
    with Reader(db) as reader:
        assert list(reader.relations()) == []
        assert list(reader.agreements()) == []


def test_what_was_support_is_none_once_a_text_turns_out_to_be_a_reprint(db: Path) -> None:
    origins(db, {"a": "\n".join(WIRE[:1]), "b": ORIGINAL})
    with Reader(db) as reader:
        assert [found.scope for found in reader.relations()] == [Scope.CROSS_SOURCE]
    origins(db, {"a": ABRIDGED})
    with Reader(db) as reader:
        assert list(reader.relations()) == []


def test_a_text_that_no_longer_links_two_others_sets_them_apart(db: Path) -> None:
    ends = {"a": "\n".join(WIRE[:3] + [f"Only the first report has line {n}." for n in range(3)]), "b": ""}
    ends["b"] = "\n".join([*(f"Only the second report has line {n}." for n in range(3)), *WIRE[2:]])
    bridge = "\n".join(WIRE)
    linked = origins(db, ends | {"bridge": bridge})
    assert len(set(linked.values())) == 1
    apart = origins(db, {"bridge": "An unrelated text about the weather."})
    assert len(set(apart.values())) == 3


def test_a_footer_links_nobody(db: Path) -> None:
    footer = "\n".join(f"ALL RIGHTS RESERVED BY THE GAZETTE OF THE NORTH {n}" for n in range(9))
    found = origins(db, {"a": f"Prices rose.\n{footer}", "b": f"Prices fell.\n{footer}"})
    assert found["a"] != found["b"]
