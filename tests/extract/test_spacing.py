"""Texts whose words were pulled apart are read as if they were not, and their spans still slice back."""

from collections.abc import Callable

import pytest

from claimkb.model import Extraction

SPACED = (
    "The 38 - year - old pilot said the anti - icing pump didn ’ t start. "
    "The airline ’ s crew checked the plane - and - crew list. “ The pump failed, ” the pilot said."
)

EXPECTED = [
    "The anti-icing pump didn't start",
    "The airline's crew checked the plane-and-crew list",
    "The anti-icing pump failed",
]


@pytest.mark.parametrize("text", EXPECTED)
def test_stray_spaces_are_closed_up(extract: Callable[..., Extraction], text: str) -> None:
    assert text in [c.text for c in extract(SPACED).claims]


def test_spans_slice_back(extract: Callable[..., Extraction]) -> None:
    found = extract(SPACED)
    assert found.claims
    assert all(SPACED[c.start : c.end] == c.quote for c in found.claims)


def test_a_dash_stays_a_dash_in_a_text_with_hyphens(extract: Callable[..., Extraction]) -> None:
    text = "The well-known firm - a maker of pumps - sold its plant. Its owner - an heir - left."
    assert any("maker of pumps" in c.text and "firm-a" not in c.text for c in extract(text).claims)
