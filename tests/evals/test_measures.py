"""The measures that splitting is scored with, on sentences small enough to count by hand."""

import measures
import pytest
from measures import Gold, Measure, Tally
from words import readings, words

COAST = ("The storm hit the coast", "The storm hit the islands")
ROOF = (("The roof fell", "The barn roof fell"), ("It rained",))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The U.S. economy grew 7.79%.", ["the", "u.s", "economy", "grew", "7.79"]),
        ("a three - month “rate” (x)", ["a", "three", "month", "rate", "x"]),
        ("", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oslo is a city", ["Oslo is a city"]),
        ("It/Oslo grew", ["It grew", "Oslo grew"]),
        ("He left (the city)/Oslo", ["He left the city", "He left Oslo"]),
        ("It/Oslo is (the seat)/home", ["It is the seat", "It is home", "Oslo is the seat", "Oslo is home"]),
    ],
)
def test_readings(text: str, expected: list[str]) -> None:
    assert readings(text) == expected


@pytest.mark.parametrize(
    ("measure", "found", "gold", "precision", "recall"),
    [
        (measures.carb, ["The storm hit the coast and the islands"], Gold(COAST), 5 / 8, 1.0),
        (measures.carb, list(COAST), Gold(COAST), 1.0, 1.0),
        (measures.carb, [*COAST, "The storm hit the coast"], Gold(COAST), 2 / 3, 1.0),
        (measures.carb, [], Gold(COAST), 0.0, 0.0),
        (measures.wire57, ["The storm hit the coast"], Gold(COAST), 1.0, 0.5),
        (measures.wire57, ["Oslo grew"], Gold(("It/Oslo grew",)), 1.0, 1.0),
        (measures.benchie, ["the barn roof fell."], Gold((), wordings=ROOF), 1.0, 0.5),
        (measures.benchie, ["roof fell"], Gold((), wordings=ROOF), 0.0, 0.0),
        (measures.benchie, ["It rained", "the roof fell", "so it goes"], Gold((), wordings=ROOF), 2 / 3, 1.0),
        (measures.units, ["a b c d"], Gold(("a b", "c d", "e f")), 2 / 3, 4 / 9),
        (measures.segments, ["a b c d e"], Gold(("a b c d",)), 1.0, 1.0),
        (measures.segments, ["a b c d e f"], Gold(("a b c d",)), 0.0, 0.0),
        (measures.segments, ["a b", "c d"], Gold(("x",), annotators=(("x",), ("a b", "c d"))), 1.0, 1.0),
        (measures.splits, ["a b"], Gold(("a b",), annotators=(("a b",), ("x", "y"))), 0.5, 1 / 3),
        (measures.aligned, ["a b", "a b", "c"], Gold(("a b", "c d")), (1 + 2 / 3) / 3, (1 + 2 / 3) / 2),
    ],
)
def test_measures(measure: Measure, found: list[str], gold: Gold, precision: float, recall: float) -> None:
    tally = measure(found, gold)
    assert (tally.precision, tally.recall) == pytest.approx((precision, recall))


def test_tallies_add_up_over_sentences() -> None:
    total = Tally(1, 1, 1, 2) + Tally(0, 1, 0, 1)
    assert (total.precision, total.recall) == pytest.approx((1 / 2, 1 / 3))
    assert total.f1 == pytest.approx(0.4)
    assert Tally().f1 == 0
