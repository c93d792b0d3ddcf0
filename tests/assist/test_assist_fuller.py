"""What a claim may say more of a thing than its quote: the words that the whole text has before it, and no others."""

import pytest

from claimkb.assist.fuller import as_quoted

TEXT = """The health ministry closed the eastern dock. Dock workers from Lund met Jo Berg. The ministry paid Berg.
Old residents left. Residents near the river stayed. The former minister blamed the minister.
The red mill and the white mill were sold. The mill burnt down."""

CASES = [
    ("The ministry paid Berg", "The health ministry paid Jo Berg", "The ministry paid Berg"),
    ("the dock was closed", "The eastern dock was closed", "The dock was closed"),
    ("Residents near the river stayed", "Old residents near the river stayed", None),  # others than those
    ("The mill burnt down", "The red mill burnt down", None),  # there are two
    ("blamed the minister", "She blamed the former minister", None),  # he is not
    ("The ministry paid Berg", "The finance ministry paid Berg", None),  # the text knows no such
    ("The ministry paid Berg", "The ministry paid Berg", None),
    ("The health ministry closed", "The health ministry closed", None),
]


@pytest.mark.parametrize(("quote", "claim", "expected"), CASES)
def test_words_of_the_same_thing_are_set_aside(quote: str, claim: str, expected: str | None) -> None:
    assert as_quoted(claim, quote, TEXT) == (expected or claim)


def test_a_possessive_gives_way_to_an_article() -> None:
    text = "Oslo's new hospital will open in May. The hospital cost €1 billion."
    assert as_quoted("Oslo's new hospital cost €1 billion", "The hospital cost €1 billion.", text) == (
        "The hospital cost €1 billion"
    )
