"""Real files of each format against hand-made truth: the words, their order, what is left out, and the metadata."""

import re
from collections import Counter
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from claimkb.model import Document
from claimkb.readers import read_inputs

DATA = Path(__file__).parent.parent / "data" / "formats"
_WORD = re.compile(r"\w+")


def documents(name: str) -> list[Document]:
    found = list(read_inputs([str(DATA / name)]))
    read = [each for each in found if isinstance(each, Document)]
    assert len(read) == len(found)
    return read


def words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def measured(text: str, truth: str) -> tuple[float, float, float]:
    """Precision and recall of the words, and how much of them stands in the same order."""
    found, wanted = words(text), words(truth)
    shared = sum((Counter(found) & Counter(wanted)).values())
    order = SequenceMatcher(None, found, wanted, autojunk=False).ratio()
    return shared / len(found), shared / len(wanted), order


HARBOUR = ["harbour.pdf", "harbour-columns.pdf", "harbour.docx", "harbour.epub"]


@pytest.mark.parametrize("name", HARBOUR)
def test_the_words_of_an_article_come_through_in_order(name: str) -> None:
    (read,) = documents(name)
    precision, recall, order = measured(read.text, (DATA / "harbour.txt").read_text())
    assert (precision, recall, order) == (1.0, 1.0, 1.0)
    assert read.source.title == "The harbour at Eskvik after the cod"
    assert read.source.author == "Ingrid Solheim"


@pytest.mark.parametrize("name", ["harbour.pdf", "harbour-columns.pdf", "harbour.docx"])
def test_headings_and_items_are_marked(name: str) -> None:
    (read,) = documents(name)
    lines = read.text.splitlines()
    assert "## A quota that nobody wanted" in lines
    assert "- It paid 6 million crowns in 2022." in lines


@pytest.mark.parametrize(
    ("name", "second_page"),
    [("harbour.pdf", "hire again before 2028."), ("harbour-columns.pdf", "larger ships. It will cost")],
)
def test_pages_are_known_and_their_furniture_is_not_read(name: str, second_page: str) -> None:
    (read,) = documents(name)
    assert [place.name for place in read.places] == ["page 1", "page 2"]
    assert "Northern Review" not in read.text
    assert "Page 1 of 2" not in read.text
    assert read.text[read.places[1].start :].startswith(second_page)
