"""What two outlets say of one event: rules that meet in other words, and what keeps them from meeting."""

from collections.abc import Iterator

import pytest

from claimkb.compare import judge
from claimkb.compare.moves import direction, moved_apart
from claimkb.compare.naming import exchanged_names
from claimkb.compare.nothing import counts_none, counts_some
from claimkb.compare.phrasing import in_single_words
from claimkb.model import Claim, ComparedClaim
from claimkb.workflow import Parts, judge_pair, split


@pytest.fixture(scope="module")
def parts() -> Iterator[Parts]:
    yield Parts()


VERDICTS = [
    # label, type, one text, the other
    ("contradiction", "quantity", "The fire in Brenn killed 14 people.",
     "Three people lost their lives in the fire in Brenn."),
    ("contradiction", "quantity", "There were no casualties in the raid on Brenn.",
     "The raid on Brenn killed 30 people."),
    ("none", "", "No soldier died in the raid on Brenn.", "The raid on Brenn killed 30 nurses."),
    ("none", "", "The storm injured 14 people in Brenn.",
     "Three people lost their lives in the storm in Brenn."),
    ("none", "", "Spain gave 20 tankers to Chad.", "Spain gave 60 tankers to Mali."),
    ("none", "", "The mine lost 3 percent of its value in 2019.",
     "The mine has lost 40 percent of its value since 1950."),
    ("tension", "attribution", "The inquiry blamed the Norvik Bank for the leak.",
     "The Norvik Bank denied responsibility for the leak."),
    ("tension", "scope", "The pill prevents headaches.",
     "There is no evidence that the pill prevents headaches."),
    ("none", "", "The shop used to be crowded.", "The shop is no longer crowded."),
    ("none", "", "Chad's ambassador to Spain was recalled.", "Mali's ambassador to Spain was not recalled."),
    ("none", "", "Prices rose in Lyon.", "Prices fell in Turin."),
    ("none", "", "Waiters accepted the offer.", "Cooks rejected the offer."),
    ("contradiction", "opposite", "Hull beat Leeds on Sunday.", "Hull lost to Leeds on Sunday."),
    ("agreement", "", "Hull lost to Leeds on Sunday.", "Leeds beat Hull on Sunday."),
    ("contradiction", "opposite", "The mayor described the rescue in Brenn as slow.",
     "The rescue in Brenn was swift."),
    ("contradiction", "date", "The dam near Brenn burst on 3 May 2021.",
     "The dam near Brenn burst on 11 May 2021."),
    ("contradiction", "opposite", "The bank raised its forecast to 6 percent.",
     "The bank lowered its forecast to 6 percent."),
    ("none", "", "The fund expects growth of 6 percent for FY26.",
     "The fund expects growth of 6 percent for FY27."),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "type_", "a", "b"), VERDICTS, ids=[f"{r[2]} / {r[3]}" for r in VERDICTS])
def test_two_outlets(parts: Parts, kind: str, type_: str, a: str, b: str) -> None:
    found = judge_pair(a, b, parts=parts)
    assert found.kind == kind, found.reason
    if type_:
        assert found.type == type_


def claim(text: str, parts: Parts) -> Claim:
    return split(text, parts=parts).claims[0]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("seventeen people lost their lives", ("seventeen", "people", "die", "their")),
        ("the levee gave way", ("the", "levee", "collapse")),
        ("they took part", ("they", "participate")),
        ("they took a bus", ("they", "took", "a", "bus")),
    ],
)
def test_a_verb_of_several_words_is_read_as_one(text: str, read: tuple[str, ...]) -> None:
    assert in_single_words(tuple(text.split())) == read


@pytest.mark.parametrize(
    ("a", "b", "role"),
    [
        ("The trial opened in Hull on Monday.", "The trial opened in Kiel on Monday.", "in"),
        ("Spain sent tents to Chad.", "Spain sent tents to Mali.", "to"),
        ("Chad's envoy spoke.", "Mali's envoy spoke.", "owner"),
        ("The trial opened in Hull.", "The trial opened in May.", None),
        ("Belgian police arrested him.", "Police in Belgium arrested him.", None),
    ],
)
def test_one_name_in_the_place_of_another(parts: Parts, a: str, b: str, role: str | None) -> None:
    found = exchanged_names(claim(a, parts), claim(b, parts))
    assert (found.role if found else None) == role


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("The fund raised its forecast.", 1),
        ("The fund revised its forecast downward.", -1),
        ("The bank left its rate unchanged.", 0),
        ("The fund published its forecast.", None),
    ],
)
def test_which_way_a_thing_moves(parts: Parts, text: str, way: int | None) -> None:
    assert direction(claim(text, parts)) == way


def test_what_moves_two_ways_moves_apart(parts: Parts) -> None:
    up, down, none = (claim(f"The fund {verb} its forecast.", parts) for verb in ("raised", "cut", "read"))
    assert moved_apart(up, down)
    assert not moved_apart(up, up)
    assert not moved_apart(up, none)


@pytest.mark.parametrize(
    ("text", "none", "some"),
    [
        ("There were no casualties in Brenn.", {"deaths"}, None),
        ("The raid killed 30 people.", None, {"deaths"}),
        ("Nobody was hurt in Brenn.", {"injuries"}, None),
        ("The minister dismissed the claim that there were no casualties.", None, None),
        ("The raid was filmed.", None, None),
    ],
)
def test_counting_none_and_some(
    parts: Parts, text: str, none: set[str] | None, some: set[str] | None
) -> None:
    read = claim(text, parts)
    found = counts_none(read), counts_some(read)
    assert [set(f[0]) if f else None for f in found] == [none, some]


@pytest.mark.parametrize(
    ("none", "kind"),
    [
        ("There were no injuries in Bergen.", "none"),
        ("There were no injuries.", "contradiction"),
        ("There were no injuries in Oslo.", "contradiction"),
    ],
)
def test_none_in_one_place_says_nothing_of_another(parts: Parts, none: str, kind: str) -> None:
    story = frozenset({"Norway", "Oslo", "Bergen"})
    one, two = claim(none, parts), claim("The quake injured 50 people in Oslo.", parts)
    sides = (ComparedClaim(c, name, name, "2020-05-01", story=story) for c, name in ((one, "a"), (two, "b")))
    assert judge(*sides).kind.value == kind
