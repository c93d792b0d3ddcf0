"""Reprints have one origin, by their sentences alone and in any order."""

import sqlite3
from itertools import permutations
from pathlib import Path

import pytest

from claimkb.model import Scope
from claimkb.store.fingerprints import runs_of
from claimkb.store.origins import LOOKS
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


STORY = """The regional government said on Monday that it would close four of the eleven harbours on the coast.
Fishermen who gathered outside the town hall called the decision a betrayal of promises made last spring.
The minister argued that the catch had fallen for six years and that the piers were no longer safe.
An engineer's report put the cost of repairing them at forty million, more than the yearly budget.
The largest of the harbours, which opened in 1911, employs two hundred people in its cold stores.
Their union wants the state to buy the buildings and to lease them to a cooperative of its members.
Opposition members of the assembly demanded a vote before any of the closures take effect in March.
A professor of economics doubted that the savings would reach what the treasury had been told."""
OTHER_WORDS = {"said": "announced", "who": "that", "argued": "maintained", "put": "placed"}
OTHER_WORDS |= {"largest": "biggest", "wants": "asks", "demanded": "want", "doubted": "questioned"}


def edited(text: str) -> str:
    """The text with one word exchanged in every sentence."""
    for word, other in OTHER_WORDS.items():
        text = text.replace(f" {word} ", f" {other} ", 1)
    return text


COPIES = [
    ("another headline and byline", "HARBOURS TO SHUT\nBy A. N. Other of our own staff.\n" + STORY),
    ("a word exchanged in every sentence", edited(STORY)),
    ("the first half of it", "\n".join(STORY.splitlines()[:4])),
    ("the first half of it, edited", "\n".join(edited(STORY).splitlines()[:4])),
    ("other punctuation and capitals", STORY.replace(",", " –").upper().replace("\n", ".\n").title()),
    ("two lines put in", STORY + "\nReaders of this paper had warned of it.\nMore on the sports pages."),
]


@pytest.mark.parametrize(("what", "copy"), COPIES, ids=[what for what, _ in COPIES])
def test_a_copy_has_the_origin_of_what_it_copies(what: str, copy: str, db: Path) -> None:
    found = origins(db, {"story": STORY, "unrelated": ORIGINAL, "copy": copy})
    assert found["story"] == found["copy"] != found["unrelated"]


RETOLD = """Four of eleven harbours on the coast will be closed, the regional government said on Monday.
Angry crews met before the town hall, where speakers recalled what they were promised last spring.
Piers are unsafe and catches have shrunk for six years, according to the minister's statement.
Repairs would take forty million, an engineer has reckoned, which exceeds what the region has in a year."""


def test_the_same_news_in_other_words_is_another_voice(db: Path) -> None:
    found = origins(db, {"story": STORY, "retold": RETOLD})
    assert found["story"] != found["retold"]


def report(day: int) -> str:
    """What a market report says each day."""
    return "\n".join(
        f"Shares of the {firm} closed at {day * 7 + n} points on the main exchange, {day + n * 3} more than "
        f"on the day before, after {day * 11 + n * 5} thousand of them had changed hands."
        for n, firm in enumerate(("shipyard", "railway", "brewery", "bank"))
    )


def test_a_form_filled_in_anew_is_no_copy(db: Path) -> None:
    found = origins(db, {f"day {day}": report(day) for day in (3, 40, 500)})
    assert len(set(found.values())) == 3


def test_many_copies_are_one_family_whichever_goes(db: Path) -> None:
    copies = {f"copy {n}": f"{STORY}\nThis is the note of editor number {n} on it." for n in range(12)}
    assert len(set(origins(db, copies).values())) == 1
    gone = {f"copy {n}": f"Something else altogether is here now, text {n}." for n in range(6)}
    found = origins(db, gone)
    assert len({found[f"copy {n}"] for n in range(6, 12)}) == 1
    assert len(set(found.values())) == 7


def test_among_many_texts_of_one_form_a_copy_is_found_and_few_are_looked_at(
    db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[int] = []

    def counted(connection: sqlite3.Connection, key: int) -> frozenset[str]:
        looked.append(key)
        return runs_of(connection, key)

    reports = {f"day {day}": report(day) for day in range(3, 2000, 60)}
    assert len(set(origins(db, reports).values())) == len(reports)
    monkeypatch.setattr("claimkb.store.origins.runs_of", counted)
    copy = document("copy", report(63) + "\nMore on the sports pages.")
    last = document("last", report(5000))
    plain = PlainParts()
    for each in (copy, last):
        looked.clear()
        plain.documents = [each]
        ingest(db, [], parts=plain.parts)
        assert len(looked) <= LOOKS + 2
    found = origins(db, {})
    assert found["copy"] == found["day 63"]
    assert len(set(found.values())) == len(reports) + 1
