"""What a changed document claims now that it did not claim before."""

from pathlib import Path

import pytest

from claimkb.errors import NotFoundError
from claimkb.store.queries import Reader
from claimkb.workflow import check, diff, ingest
from support import PlainParts, document

FIRST = "The mill closed in 2021.\nThe owner said wages will rise.\nThe quota was cut.\nRain fell on Bergen."


@pytest.fixture
def versions(db: Path) -> Path:
    """A base in which one document had three texts."""
    plain = PlainParts()
    for text in (FIRST, FIRST.replace("closed", "did not close"), "The quota was cut.\nTrade grew."):
        plain.documents = [document("daily/mill.txt", text, name="The Mill")]
        ingest(db, [], parts=plain.parts)
    assert check(db, parts=plain.parts) == ()
    return db


CHANGES = [
    ("The quota was cut.", "The quota was cut.", []),
    ("The quota was cut.", "Rain fell.\nThe quota was cut.", [("appeared", "{+Rain fell.+}", ())]),
    ("The quota was cut.\nRain fell.", "The quota was cut.", [("vanished", "[-Rain fell.-]", ())]),
    ("Rain fell.\nThe quota was cut.", "The quota was cut.\nRain fell.", []),
    (
        "The fleet landed 40 tonnes of cod.",
        "The fleet landed 55 tonnes of cod.",
        [("changed", "The fleet landed [-40-] {+55+} tonnes of cod.", ())],
    ),
    (
        "The quota was not cut.",
        "The quota was cut.",
        [("changed", "The quota was [-not-] cut.", ("polarity: negated → affirmed",))],
    ),
    (
        "Olsen said the boats sank in a storm.",
        "The boats sank in a storm.",
        [("changed", "[-Olsen said the-] {+The+} boats sank in a storm.", ("said by: Olsen → the author",))],
    ),
]


@pytest.mark.parametrize(("before", "after", "expected"), CHANGES)
def test_what_changed(before: str, after: str, expected: list[tuple[str, str, object]], db: Path) -> None:
    plain = PlainParts()
    for text in (before, after):
        plain.documents = [document("a.txt", text)]
        ingest(db, [], parts=plain.parts)
    if before == after:
        assert diff(db, "a.txt")[2] == ()
        return
    old, new, found = diff(db, "a.txt")
    assert (old.number, new.number) == (1, 2)
    assert [(change.change, change.words, change.turned) for change in found] == expected


def test_versions_are_found_by_number(versions: Path) -> None:
    found = [change.change for change in diff(versions, "daily/mill.txt")[2]]
    assert sorted(found) == ["appeared", "vanished", "vanished", "vanished"]
    assert [c.words for c in diff(versions, "mill", older=1, newer=2)[2]] == [
        "The mill [-closed-] {+did not close+} in 2021."
    ]
    assert len(diff(versions, "the mill", older=1)[2]) == 4


@pytest.mark.parametrize("name", ["daily/mill.txt", "mill.txt", "mill", "THE MILL"])
def test_a_document_is_found_by_its_path_or_source(name: str, versions: Path) -> None:
    assert diff(versions, name)[1].path == "daily/mill.txt"


@pytest.mark.parametrize(("name", "words"), [("mil.txt", "Did you mean"), ("", "There is no document")])
def test_an_unknown_document_is_said_to_be(name: str, words: str, versions: Path) -> None:
    with pytest.raises(NotFoundError, match=words):
        diff(versions, name)
    with pytest.raises(NotFoundError, match="versions 1 to 3"):
        diff(versions, "mill", newer=7)


def test_what_a_document_said_before_is_no_claim_of_the_base(versions: Path) -> None:
    with Reader(versions) as reader:
        assert [claim.text for claim in reader.claims()] == ["The quota was cut.", "Trade grew."]


def test_a_text_read_anew_is_no_version(db: Path, plain: PlainParts) -> None:
    for refresh in (False, True):
        ingest(db, [], parts=plain.parts, refresh=refresh)
    assert diff(db, "gazette.txt")[1].number == 1
