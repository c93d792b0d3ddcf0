"""Real sentences that share most of their words: what the first says bears out the second, or says another thing."""

from functools import cache

import pytest

from claimkb.model import RelationKind
from claimkb.workflow import PairVerdict, Parts, judge_pair


@cache
def parts() -> Parts:
    """The parser is loaded once for the module."""
    return Parts()


def verdict(first: str, second: str) -> PairVerdict:
    return judge_pair(first, second, parts=parts())


# By what the second text says that the first does not.
BEYOND = [
    (
        "a plan is not yet done",
        "Corvid plans to open 12 bakeries in Norway.",
        "Corvid has opened 12 bakeries in Norway.",
    ),
    (
        "a call is not yet heard",
        "Doctors called for a ban on trans fats in canteens.",
        "Canteens banned trans fats.",
    ),
    (
        "an attempt is no success",
        "Rebels tried to take the bridge at Lund.",
        "Rebels took the bridge at Lund.",
    ),
    (
        "only reported to be rejected",
        "Critics say the tram will ruin shops. That is wrong: customers love it.",
        "The tram will ruin shops.",
    ),
    (
        "below, not above",
        "Norwegian firms hired more workers than expected.",
        "Norwegian firms hired fewer workers than expected.",
    ),
    ("called a mistake", "It is a mistake to think that wolves attack hikers.", "Wolves attack hikers."),
    ("another of its name", "The last big landslide to hit Lund was in June.", "A landslide hit Lund."),
    ("asked is not given", "Malta asked Cyprus for eight ferries.", "Cyprus gave Malta eight ferries."),
    (
        "accused is not proved",
        "Investigators accuse Marek of stealing coins from a museum.",
        "Marek stole coins from a museum.",
    ),
    ("the other way round", "Malta lent grain to Cyprus.", "Cyprus lent grain to Malta."),
    ("another object", "Corvid will shut its warehouse in Lund.", "Corvid will shut its bakery in Lund."),
    (
        "another reason",
        "Pilots went on strike over pay in June.",
        "Pilots went on strike over holidays in June.",
    ),
    ("a part of it", "The union's women's section voted for the merger.", "The union voted for the merger."),
    ("by how much", "Exports of salmon rose slightly in Norway.", "Exports of salmon doubled in Norway."),
    (
        "otherwise described",
        "A dog with a red collar swam in the canal.",
        "A dog with a blue collar swam in the canal.",
    ),
]


@pytest.mark.parametrize(("why", "first", "second"), BEYOND, ids=[row[0] for row in BEYOND])
def test_what_goes_beyond_a_text_is_not_borne_out(why: str, first: str, second: str) -> None:
    assert verdict(first, second).kind is not RelationKind.AGREEMENT, why


# The twins of these: the second says what the first says, or less.
BORNE_OUT = [
    (
        "a plan and a forecast",
        "Corvid plans to open 12 bakeries in Norway.",
        "Corvid will open 12 bakeries in Norway.",
    ),
    (
        "a call as a call",
        "Doctors called for a ban on trans fats in canteens.",
        "Doctors called for a ban on trans fats.",
    ),
    (
        "the same to each other",
        "Malta's president met Cyprus's president in Rome.",
        "Cyprus's president met Malta's president in Rome.",
    ),
    ("a broader object", "Police stopped a skiff near Lund.", "Police stopped a boat near Lund."),
    ("a description left out", "A dog with a red collar swam in the canal.", "A dog swam in the canal."),
    ("multiplied, and more", "Exports of salmon doubled in Norway.", "Exports of salmon rose in Norway."),
    (
        "reported, and not rejected",
        "Critics say the tram will ruin shops. Customers love it.",
        "The tram will ruin shops.",
    ),
    (
        "told from both sides",
        "Corvid sold its mill to Halden for 40 million euros.",
        "Halden bought Corvid's mill for 40 million euros.",
    ),
    (
        "in another unit",
        "The balloon came within 3,000 metres of the summit.",
        "The balloon came within 3 kilometres of the summit.",
    ),
    (
        "counted in other words",
        "The storm drove some two dozen families from their homes in Lund.",
        "About 24 families in Lund had to leave their homes because of the storm.",
    ),
    (
        "a share in other words",
        "A third of the pensioners in Malta live alone.",
        "One in three pensioners in Malta lives alone.",
    ),
    (
        "an office handed over",
        "Ida Holm takes over from Jan Mros as governor.",
        "Ida Holm replaces Jan Mros as governor.",
    ),
    (
        "a people and its country",
        "Exports from the Netherlands fell by 4 percent in May.",
        "Dutch exports fell by 4 percent in May.",
    ),
]


@pytest.mark.parametrize(("why", "first", "second"), BORNE_OUT, ids=[row[0] for row in BORNE_OUT])
def test_what_a_text_says_is_borne_out(why: str, first: str, second: str) -> None:
    assert verdict(first, second).kind is RelationKind.AGREEMENT, why
