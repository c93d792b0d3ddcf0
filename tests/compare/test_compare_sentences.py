"""Sentences of two sources through the real extractor and the judge of findings, with time, amount and name."""

from functools import cache

import pytest

from claimkb.compare import judge
from claimkb.compare.times import TimeMatch, time_match
from claimkb.extract import Extractor
from claimkb.model import Claim, ComparedClaim, Document, RelationKind, SourceInfo


@cache
def extractor() -> Extractor:
    """The parser is loaded once for the module."""
    return Extractor()


def claims(text: str) -> tuple[Claim, ...]:
    return extractor().extract(Document("text", text, "0" * 64, SourceInfo("text"))).claims


def sides(a: str, b: str) -> tuple[ComparedClaim, ComparedClaim]:
    """The single claims of two texts, told by two sources that give no date."""
    (one,), (two,) = claims(a), claims(b)
    return ComparedClaim(one, "A", "A", None), ComparedClaim(two, "B", "B", None)


FINDINGS = [
    (
        "Norway landed 40,000 tonnes of cod in 2021.",
        "Norway landed 55,000 tonnes of cod in 2021.",
        "contradiction",
        "quantity",
    ),
    (
        "About 40,000 tonnes of cod were landed by Norway in 2021.",
        "Norway landed 55,000 tonnes of cod in 2021.",
        "contradiction",
        "quantity",
    ),
    (
        "Norway landed 40,000 tonnes of cod in 2021.",
        "Norway landed 55,000 tonnes of herring in 2021.",
        "none",
        "",
    ),
    (
        "Norway landed 40,000 tonnes of cod in 2021.",
        "Norway landed 55,000 tonnes of cod in 2019.",
        "none",
        "",
    ),
    (
        "The government raised the fishing quota in March 2021.",
        "The government cut the fishing quota in March 2021.",
        "contradiction",
        "opposite",
    ),
    (
        "The government raised the fishing quota in March 2021.",
        "The government cut the fishing quota in June 2022.",
        "none",
        "",
    ),
    (
        "Canada suspended the $300 million Flood Relief Fund.",
        "Canada suspended humanitarian aid.",
        "agreement",
        "same-judgement",
    ),
    # an amount, a scale or a place in common makes no agreement of opposite predicates
    (
        "Oslo police arrested a trader with 9,000 stolen nets.",
        "Oslo police released a trader with 9,000 stolen nets.",
        "none",
        "",
    ),
    (
        "The port's importance cannot be overlooked.",
        "The port's importance can be overlooked.",
        "tension",
        "scope",
    ),
    ("Maria Lopez was killed in Reno.", "Peter Horton was killed in Reno.", "none", ""),
    ("Canada suspended the Relief Society of Ghana.", "Canada suspended humanitarian aid.", "none", ""),
]


@pytest.mark.parametrize(("a", "b", "kind", "type_"), FINDINGS)
def test_two_sources_meet(a: str, b: str, kind: str, type_: str) -> None:
    for one, two in (sides(a, b), sides(b, a)):
        verdict = judge(one, two)
        assert (verdict.kind.value, verdict.type) == (kind, type_), verdict.reason
        assert verdict.kind is RelationKind.NONE or verdict.evidence


SAME_TIME = [
    ("The bank failed in 2021.", "The bank failed in early 2021.", TimeMatch.SAME),
    ("The bank failed in the first half of 2021.", "The bank failed in March 2021.", TimeMatch.SAME),
    ("The bank failed in 2021.", "The bank failed in 2022.", TimeMatch.APART),
    # the date of a thing that is mentioned is no date of what is said of it
    ("The bank failed after the 2019 riots in Oslo.", "The bank failed in 2021.", TimeMatch.UNKNOWN),
]


@pytest.mark.parametrize(("a", "b", "expected"), SAME_TIME)
def test_a_named_time_is_the_time_of_what_is_said(a: str, b: str, expected: TimeMatch) -> None:
    assert time_match(*sides(a, b)) is expected
