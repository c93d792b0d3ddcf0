"""Times as newspapers write them, for an article published on Monday 20 January 2025."""

from collections.abc import Callable

import pytest

from claimkb.extract.dates import find_dates
from claimkb.model import Claim

ClaimsOf = Callable[..., tuple[Claim, ...]]

# text, then for each time: start, end, precision, deictic
ABSOLUTE = [
    ("2024-02-29", [("2024-02-29", "2024-02-29", "day")]),
    ("20 January 2025", [("2025-01-20", "2025-01-20", "day")]),
    ("January 20, 2025", [("2025-01-20", "2025-01-20", "day")]),
    ("5th of July 2021", [("2021-07-05", "2021-07-05", "day")]),
    ("January 3-5, 2020", [("2020-01-03", "2020-01-05", "day")]),
    ("Nov. 2021", [("2021-11-01", "2021-11-30", "month")]),
    ("in August 2021", [("2021-08-01", "2021-08-31", "month")]),
    ("late August 2021", [("2021-08-21", "2021-08-31", "period")]),
    ("in 2018", [("2018-01-01", "2018-12-31", "year")]),
    ("the 2018 election", [("2018-01-01", "2018-12-31", "year")]),
    ("(Example Press, 2024)", [("2024-01-01", "2024-12-31", "year")]),
    ("the 1776 Society", []),
    # one day by its name and its date
    ("Tuesday, March 12, 2013", [("2013-03-12", "2013-03-12", "day")]),
    ("on Monday, 4 May 2020", [("2020-05-04", "2020-05-04", "day")]),
    ("between June and August 2020", [("2020-06-01", "2020-08-31", "period")]),
    ("on Christmas Day, 2019", [("2019-12-25", "2019-12-25", "day")]),
    ("since 2014", [("2014-01-01", None, "year")]),
    ("until 2020", [(None, "2020-12-31", "year")]),
    ("by 2030", [(None, "2030-12-31", "year")]),
    ("before 1990", [(None, "1989-12-31", "year")]),
    ("from 2014 onwards", [("2014-01-01", None, "year")]),
    ("between 2014 and 2018", [("2014-01-01", "2018-12-31", "period")]),
    ("from 2014 to 2018", [("2014-01-01", "2018-12-31", "period")]),
    ("2014-18", [("2014-01-01", "2018-12-31", "period")]),
    ("2019–2020", [("2019-01-01", "2020-12-31", "period")]),
    ("from March to June 2020", [("2020-03-01", "2020-06-30", "period")]),
    ("between March and June 2020", [("2020-03-01", "2020-06-30", "period")]),
    ("mid-2023", [("2023-05-01", "2023-08-31", "period")]),
    ("early 2022", [("2022-01-01", "2022-04-30", "period")]),
    ("the 1980s", [("1980-01-01", "1989-12-31", "decade")]),
    ("the late 1990s", [("1996-01-01", "1999-12-31", "decade")]),
    ("the ’80s", [("1980-01-01", "1989-12-31", "decade")]),
    ("Q3 2024", [("2024-07-01", "2024-09-30", "quarter")]),
    ("the third quarter of 2024", [("2024-07-01", "2024-09-30", "quarter")]),
    ("the first half of 2023", [("2023-01-01", "2023-06-30", "period")]),
    ("spring 2025", [("2025-03-01", "2025-05-31", "quarter")]),
    ("the winter of 2020", [("2020-12-01", "2021-02-28", "quarter")]),
    ("in the 19th century", [("1801-01-01", "1900-12-31", "century")]),
    ("fiscal year 2023", [("2023-01-01", "2023-12-31", "year")]),
    ("post-9/11", [("2001-09-11", None, "day")]),
    ("during the Cold War", [("1947-03-12", "1991-12-26", "period")]),
    ("the post-Cold War order", [("1991-12-26", None, "period")]),
    ("after World War II", [("1945-09-02", None, "period")]),
    ("the Great Depression", [("1929-10-29", "1939-12-31", "period")]),
    ("caused by the pandemic", [("2020-03-11", "2023-05-05", "period")]),
    ("since the pandemic", [("2020-03-11", None, "period")]),
]

DEICTIC = [
    ("moments after the Saturday shooting", [("2025-01-18", "2025-01-18", "day")]),
    ("this morning, 20 January, the port", [("2025-01-20", "2025-01-20", "day")]),
    ("this morning (January 20)", [("2025-01-20", "2025-01-20", "day")]),
    ("on Wednesday, July 21", [("2021-07-21", "2021-07-21", "day")]),  # a Wednesday in 2021
    ("over the next day or two", [("2025-01-20", "2025-01-22", "period")]),
    ("over the weekend", [("2025-01-18", "2025-01-19", "period")]),
    ("by the end of the year", [(None, "2025-12-31", "year")]),
    ("Ten days ago", [("2025-01-10", "2025-01-10", "day")]),
    ("on New Year's Eve", [("2024-12-31", "2024-12-31", "day")]),
    ("January 20", [("2025-01-20", "2025-01-20", "day")]),
    ("Sept. 11", [("2024-09-11", "2024-09-11", "day")]),
    ("in June this year", [("2025-06-01", "2025-06-30", "month")]),
    ("in March", [("2025-03-01", "2025-03-31", "month")]),
    ("in October", [("2024-10-01", "2024-10-31", "month")]),
    ("June 16th of last year", [("2024-06-16", "2024-06-16", "day")]),
    ("this year", [("2025-01-01", "2025-12-31", "year")]),
    ("last year", [("2024-01-01", "2024-12-31", "year")]),
    ("earlier this year", [("2025-01-01", "2025-01-20", "period")]),
    ("late last year", [("2024-09-01", "2024-12-31", "period")]),
    ("last month", [("2024-12-01", "2024-12-31", "month")]),
    ("next month", [("2025-02-01", "2025-02-28", "month")]),
    ("last week", [("2025-01-13", "2025-01-19", "period")]),
    ("yesterday", [("2025-01-19", "2025-01-19", "day")]),
    ("today", [("2025-01-20", "2025-01-20", "day")]),
    ("on Monday", [("2025-01-20", "2025-01-20", "day")]),
    ("said Friday", [("2025-01-17", "2025-01-17", "day")]),
    ("next Tuesday", [("2025-01-21", "2025-01-21", "day")]),
    ("last summer", [("2024-06-01", "2024-08-31", "quarter")]),
    ("two decades ago", [("2005-01-01", "2005-12-31", "year")]),
    ("a year ago", [("2024-01-01", "2024-12-31", "year")]),
    ("three months ago", [("2024-10-01", "2024-10-31", "month")]),
    ("over the past two decades", [("2005-01-20", "2025-01-20", "period")]),
    ("the next five years", [("2025-01-20", "2030-01-20", "period")]),
    ("in recent years", [(None, "2025-01-20", "period")]),
    ("decades ago", [(None, None, "year")]),
    ("two days later", [(None, None, "day")]),
    ("the following year", [(None, None, "year")]),
]

NO_DATES = [
    "Agenda 2030",
    "the Vision 2030 plan",
    "at Euro 2024",
    "2000 soldiers",
    "more than 2000 of them",
    "2,018",
    "$2018",
    "engaged in a Cold War",
    "they may march",
    "jobs lost by a pandemic",
    "told USA Today",
    "the 1619 project began",
    "the pandemics of the past",
]


@pytest.mark.parametrize(("text", "expected"), ABSOLUTE)
def test_times_that_say_their_year(text: str, expected: list[tuple[str | None, str | None, str]]) -> None:
    found = find_dates(text, published=None)
    assert [(t.start, t.end, t.precision.value) for t in found] == expected
    assert not any(t.deictic for t in found)


@pytest.mark.parametrize(("text", "expected"), DEICTIC)
def test_times_that_depend_on_publication(
    text: str, expected: list[tuple[str | None, str | None, str]]
) -> None:
    found = find_dates(text, published="2025-01-20")
    assert [(t.start, t.end, t.precision.value) for t in found] == expected
    assert all(t.deictic for t in found)


@pytest.mark.parametrize("text", [text for text, _ in DEICTIC])
def test_unknown_publication_leaves_both_ends_open(text: str) -> None:
    assert [(t.start, t.end, t.deictic) for t in find_dates(text, published=None)] == [(None, None, True)]


@pytest.mark.parametrize("text", NO_DATES)
def test_years_in_names_and_counts(text: str) -> None:
    assert find_dates(text, published="2025-01-20") == ()


@pytest.mark.parametrize(
    ("text", "published", "start"),
    [
        ("this year", "2025", "2025-01-01"),
        ("last month", "2025", None),
        ("last month", "2024-12", "2024-11-01"),
        ("yesterday", "2024-12", None),
        ("last year", "2024-12", "2023-01-01"),
        ("on Monday", "2025", None),
        ("this year", "spring", None),
        ("this year", "2025-13-01", None),
    ],
)
def test_resolved_no_finer_than_publication_is_known(text: str, published: str, start: str | None) -> None:
    assert [t.start for t in find_dates(text, published=published)] == [start]


def test_offsets_hold_the_words_as_written() -> None:
    text = "Since 2014, and again on 3 May 2021, prices rose."
    found = find_dates(text, published=None, offset=50)
    assert [text[t.char_start - 50 : t.char_end - 50] for t in found] == ["Since 2014", "3 May 2021"]
    assert [t.text for t in found] == ["Since 2014", "3 May 2021"]


def test_what_comes_again_and_again_is_no_day() -> None:
    (found,) = find_dates("The court sits every Friday.", published="2025-01-20")
    assert (found.start, found.end, found.text) == (None, None, "every Friday")


def test_a_month_in_the_plain_present_comes_again_each_year(claims_of: ClaimsOf) -> None:
    told, holds = (
        claims_of(text, published="2025-01-20")[0].dates[0]
        for text in ("The storm came in November.", "The storms come in November.")
    )
    assert told.start == "2024-11-01"
    assert (holds.start, holds.end, holds.text) == (None, None, "November")
