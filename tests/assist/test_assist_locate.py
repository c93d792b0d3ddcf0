"""A model's quote is found where the text has it, and its offsets are the text's own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimkb.assist.locate import locate

TEXT = "“We didn’t know,” the mayor\nsaid — twice. The   bridge\u00a0cost €4\u200b million in 2021."

FOUND = [
    ("The   bridge", "The   bridge", True),
    ("The bridge cost €4 million", "The   bridge\u00a0cost €4\u200b million", False),
    ("We didn't know", "We didn’t know", False),
    ('"We didn\'t know," the mayor said - twice', "We didn’t know,” the mayor\nsaid — twice", False),
    ("  in 2021. ", "in 2021.", True),
    ("the mayor said", "the mayor\nsaid", False),
]
NOT_FOUND = [
    "",
    "   ",
    '"',
    "We knew",
    "The bridge cost €5 million",
    "We didn't know ... in 2021",
    "We didn’t know… twice",
    "the MAYOR said",
    "bridge in 2021",
]


@pytest.mark.parametrize(("quote", "words", "exact"), FOUND)
def test_a_quote_is_found(quote: str, words: str, exact: bool) -> None:
    place = locate(quote, TEXT)
    assert place is not None
    assert TEXT[place.start : place.end].strip("“”") == words.strip("“”")
    assert place.exact is exact


@pytest.mark.parametrize("quote", NOT_FOUND)
def test_what_the_text_does_not_say_is_not_found(quote: str) -> None:
    assert locate(quote, TEXT) is None


def test_a_quote_is_looked_for_in_its_passage_only() -> None:
    text = "Prices rose. Wages fell. Prices rose."
    assert locate("Prices rose", text, 13) is not None
    assert locate("Prices rose", text, 13).start == 25  # type: ignore[union-attr]
    assert locate("Wages fell", text, 0, 12) is None


@given(st.text(max_size=80), st.text(max_size=20))
def test_whatever_is_found_slices_back(text: str, quote: str) -> None:
    place = locate(quote, text)
    if place is not None:
        assert 0 <= place.start < place.end <= len(text)
        if place.exact:
            assert text[place.start : place.end] == quote.strip()
