"""Flips contradict and rephrasings do not: a fixed sample of `evals/mutations.py`, with floors.

The floors are what is reached; they are raised when it is more, and never
lowered. The whole evaluation (200 claims) is `python evals/mutations.py`.
"""

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from claimkb.lexicon.wordclasses import canonical
from claimkb.model import Claim, Modality, Polarity
from claimkb.workflow import Parts, split

EVALS = Path(__file__).parents[2] / "evals"
SAMPLE = 40

FLOORS = {
    "mutations.texts.flips": 0.99,
    "mutations.texts.rephrased.agreed": 0.86,
    "mutations.base.flips": 0.93,
    "mutations.base.rephrased.agreed": 0.98,
}
NEVER = ("mutations.texts.rephrased.contradicted", "mutations.base.rephrased.contradicted")


@pytest.fixture(scope="module", autouse=True)
def scripts() -> Iterator[None]:
    """The evaluation scripts are not a package: their folder is put on the path, as running one does."""
    sys.path.insert(0, str(EVALS))
    yield
    sys.path.remove(str(EVALS))


@pytest.fixture(scope="module")
def parts() -> Parts:
    return Parts()


@pytest.fixture(scope="module")
def rates(parts: Parts) -> dict[str, float]:
    import mutations

    results = list(mutations.judged(mutations.drawn(parts, SAMPLE), parts))
    assert len(results) > 3 * SAMPLE
    return mutations.rates(results, mutations.TEXTS) | mutations.rates(results, mutations.BASE)


@pytest.mark.parametrize("name", FLOORS)
def test_no_floor_fell(name: str, rates: dict[str, float]) -> None:
    assert rates[name] >= FLOORS[name]


@pytest.mark.parametrize("name", NEVER)
def test_no_rephrasing_contradicts(name: str, rates: dict[str, float]) -> None:
    assert rates[name] == 0


FLIPPED = [
    ("negated", "The council sold the old bridge.", "The council did not sell the old bridge"),
    ("negated", "The bridge is safe.", "The bridge is not safe"),
    ("negated", "The bridge does not close at night.", "The bridge does close at night"),
    ("negated", "The bridge was not repaired in May.", "The bridge was repaired in May"),
    ("opposed", "The council supports the toll.", "The council opposes the toll"),
    ("opposed", "The toll is legal.", "The toll is illegal"),
    ("opposed", "The toll pays for the lights.", None),
    ("other_amount", "The bridge cost $40 million.", "The bridge cost $120 million"),
    ("other_amount", "The toll rose by 60 percent.", "The toll rose by 20 percent"),
    ("other_amount", "The bridge cost more than $40 million.", None),
    ("other_date", "The old bridge collapsed in 1997.", "The old bridge collapsed in 2000"),
    ("other_date", "The old bridge was popular in 1997.", None),
]
REPHRASED = [
    ("synonymous", "The council bought a ferry.", "The council purchased a ferry"),
    ("synonymous", "The company lost money.", "The firm lost money"),
    ("passive", "The council sold the ferry.", "The ferry was sold by the council"),
    ("passive", "The council sold the ferry to Smith.", None),
    ("renamed", "Washington sold the ferry.", "The United States sold the ferry"),
    ("rewritten_amount", "The bridge cost $1.5 billion.", "The bridge cost $1,500 million"),
    ("rewritten_amount", "The bridge cost $40 million.", "The bridge cost $40m"),
    ("rewritten_amount", "The toll rose by 60 percent.", "The toll rose by 60%"),
]


@pytest.mark.parametrize(("name", "text", "expected"), FLIPPED + REPHRASED)
def test_mutators_do_what_they_say(name: str, text: str, expected: str | None, parts: Parts) -> None:
    import mutating

    claim = split(text, parts=parts).claims[0]
    assert getattr(mutating, name)(claim) == expected


def test_synonyms_share_a_class() -> None:
    import rephrasings

    for one, other in (pair for pairs in rephrasings.synonyms().values() for pair in pairs):
        assert one != other
        assert canonical(one) == canonical(other), (one, other)


def test_hedged_and_doubtful_claims_are_not_mutated(parts: Parts) -> None:
    import mutating

    claim: Claim = split("The council sold the ferry.", parts=parts).claims[0]
    assert mutating.is_fit(claim)
    assert claim.polarity is Polarity.AFFIRMED
    assert not mutating.is_fit(replace(claim, modality=Modality.POSSIBLE))
    assert not mutating.is_fit(replace(claim, doubtful=True))
    assert not mutating.is_fit(replace(claim, text="Some councils sold ferries"))
