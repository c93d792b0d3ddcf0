"""Amounts as intervals, after the words that bound them."""

import pytest
from framing import amount

from claimkb.compare.quantities import Span, meet
from claimkb.model import Quantity

CASES = [
    ("equal",
     amount("150", 150, "USD"), amount("150", 150, "USD"), Span.EQUAL),
    ("around reaches ten per cent",
     amount("about 1,000", 1000, "km", how="~"), amount("1,090", 1090, "km"), Span.OVERLAP),
    ("around reaches no further",
     amount("about 1,000", 1000, "km", how="~"), amount("1,190", 1190, "km"), Span.DISJOINT),
    ("more than is open above",
     amount("over 70,000", 7e4, "lives", how=">"), amount("83,000", 83000, "lives"), Span.OVERLAP),
    ("more than ends below",
     amount("over 70,000", 7e4, "lives", how=">"), amount("51,000", 51000, "lives"), Span.DISJOINT),
    ("nearly ends at its figure",
     amount("nearly 500", 500, "km", how="<"), amount("610", 610, "km"), Span.DISJOINT),
    ("nearly reaches below",
     amount("nearly 500", 500, "km", how="<"), amount("487", 487, "km"), Span.OVERLAP),
    ("a round figure stands for what rounds to it",
     amount("2,000", 2000, "km"), amount("1,998", 1998, "km"), Span.OVERLAP),
    ("small counts are exact",
     amount("three", 3, "people"), amount("four", 4, "people"), Span.DISJOINT),
    ("billions are rounded to their last figure",
     amount("1.3bn", 1.3e9, "USD"), amount("1.32bn", 1.32e9, "USD"), Span.OVERLAP),
    ("another figure",
     amount("1.3bn", 1.3e9, "USD"), amount("3.2bn", 3.2e9, "USD"), Span.DISJOINT),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "span"), [row[1:] for row in CASES], ids=[row[0] for row in CASES])
def test_amounts_meet_as_their_words_bound_them(a: Quantity, b: Quantity, span: Span) -> None:
    assert meet(a, b) is span
    assert meet(b, a) is span
