"""Directions on dimensions of meaning, read off frames: how words and operators compose."""

import pytest
from framing import says

from claimkb.compare.profile import profile
from claimkb.lexicon.meaning import concepts, operators, senses
from claimkb.lexicon.wordclasses import canonical, opposed
from claimkb.model import ComparedClaim

UP, DOWN, OPEN = 1, -1, 0

READINGS = [
    ("a cut", says("Canada", "cut", "aid"), "aid-flow", DOWN),
    ("a resumption", says("Canada", "resume", "aid"), "aid-flow", UP),
    ("a cut in a noun phrase", says("the minister", "announce", "reduction* of aid"), "aid-flow", DOWN),
    ("a lack", says("lack* of trust", "remain"), "trust", DOWN),
    ("more of the bad", says("the raid", "exacerbate", "tensions* between Chad and Sudan"), "relations-quality", DOWN),
    ("less of the bad", says("the talks", "ease", "tensions* between Chad and Sudan"), "relations-quality", UP),
    ("a scale that moves", says("unemployment", "rise", in_="Spain"), "unemployment", UP),
    ("a scale that improves", says("relations* between Chad and Sudan", "improve"), "relations-quality", UP),
    ("a bad scale that improves", says("poverty", "improve"), "poverty", DOWN),
    ("an effort", says("Mali", "combat", "terrorism"), "terrorism-threat", OPEN),
    ("a wish", says("Chad", "seek", "cooperation with Sudan"), "relations-quality", OPEN),
    ("the need for it", says("the report", "highlight", "need* maintain cooperation"), "relations-quality", OPEN),
    ("an adjective as predicate", says("the port", "be vital", complement="vital"), "strategic-value", UP),
    ("a pivotal role", says("Latvia", "play", "pivotal role*"), "strategic-value", UP),
    ("a double turn", says("Canada", "stop", "reduction* of aid"), "aid-flow", UP),
]  # fmt: skip


@pytest.mark.parametrize(
    ("side", "concept", "direction"), [row[1:] for row in READINGS], ids=[row[0] for row in READINGS]
)
def test_words_and_operators_compose(side: ComparedClaim, concept: str, direction: int) -> None:
    found = {a.direction for a in profile(side.claim).assertions if a.concept == concept}
    assert found == {direction}


def test_a_negated_rise_is_marked_and_not_turned_into_a_fall() -> None:
    side = says("unemployment", "rise", in_="Spain", not_=True)
    (rise,) = profile(side.claim).assertions
    assert (rise.direction, rise.negated) == (UP, True)


def test_what_is_recognised_stands_whatever_the_modality() -> None:
    side = says("Germany", "overlook", "Latvia significance*", not_=True)
    found = [a for a in profile(side.claim).assertions if a.concept == "strategic-value"]
    assert [(a.direction, a.factive, a.negated) for a in found] == [(UP, True, False)]


def test_an_idiom_is_no_opening() -> None:
    side = says("the guard", "open", "fire")
    assert not [a for a in profile(side.claim).assertions if a.concept == "opening"]


def test_the_lexicon_has_the_size_that_news_needs() -> None:
    assert len(concepts()) >= 40
    assert len({word for word, found in senses().items() if any(s.direction for s in found)}) >= 300
    assert len(operators()) >= 300


def test_every_sense_names_a_known_concept() -> None:
    assert {s.concept for found in senses().values() for s in found} <= concepts().keys()


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [("rise", "drop", True), ("drop", "rise", True), ("rise", "climb", False), ("suspend", "slash", False)],
)
def test_opposites_are_symmetric(a: str, b: str, expected: bool) -> None:
    assert opposed(a, b) is expected


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("assistance", "aid"),
        ("collaboration", "cooperation"),
        ("economically", "economy"),
        ("ferry", "ferry"),
    ],
)
def test_synonyms_share_a_class(word: str, name: str) -> None:
    assert canonical(word) == name
