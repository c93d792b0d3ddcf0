"""Own sentence pairs like those of news: nothing neutral contradicts, and no floor falls (`evals/news_pairs.py`)."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from claimkb.workflow import Parts

EVALS = Path(__file__).parents[2] / "evals"


@pytest.fixture(scope="module")
def pairs() -> Iterator[list[Any]]:
    """The pairs with their verdicts; the evaluation scripts are no package, so their folder is put on the path."""
    sys.path.insert(0, str(EVALS))
    import news_pairs

    yield list(news_pairs.judged(Parts()))
    sys.path.remove(str(EVALS))


def test_there_are_enough_of_each_kind(pairs: list[Any]) -> None:
    labels = [pair.label for pair in pairs]
    assert len(labels) > 150
    assert min(labels.count(label) for label in ("contradict", "agree", "neutral")) > 30


def test_only_true_contradictions_are_reported(pairs: list[Any]) -> None:
    wrong = [pair for pair in pairs if pair.verdict == "contradict" != pair.label]
    assert wrong == []


@pytest.mark.parametrize(("label", "precision", "recall"), [("contradict", 1.0, 0.72), ("agree", 0.87, 0.8)])
def test_no_floor_fell(pairs: list[Any], label: str, precision: float, recall: float) -> None:
    import news_pairs

    found = news_pairs.tally(pairs, label)
    assert found.precision >= precision
    assert found.recall >= recall
