"""Builders of dates that say their year: from the match of a pattern to its interval.

A few also take the year from the publication date ("20 January", "the third
quarter of last year"), marked deictic.
"""

import re
from datetime import date

from claimkb.extract.date_intervals import (
    DAY,
    MONTH,
    MONTHS,
    YEAR,
    Interval,
    Published,
    month_interval,
    nearest_year,
    phase_of,
    step_of,
    unknown,
    year_interval,
)
from claimkb.lexicon.periods import periods
from claimkb.model import Precision

_ORDINALS = dict(zip(["first", "second", "third", "fourth"], range(1, 5), strict=True))
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}


def build_iso(m: re.Match[str], _: Published | None) -> Interval | None:
    """2025-01-20."""
    return _day(int(m["y"]), int(m["m"]), int(m["d"]))


def _day(
    year: int, month: int, first: int, last: int | None = None, *, deictic: bool = False
) -> Interval | None:
    try:
        return Interval(date(year, month, first), date(year, month, last or first), DAY, deictic)
    except ValueError:
        return None


def _number(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def build_month_day(m: re.Match[str], published: Published | None) -> Interval | None:
    """A day and month, with or without its year: "January 3-5, 2020", "20 January"."""
    month, first = MONTHS[m["mon"][:3].lower()], _number(m["d"])
    last = _number(m["d2"]) if m["d2"] else None
    if m["y"]:
        return _day(int(m["y"]), month, first, last)
    year = nearest_year(month, first, published)
    return _day(year, month, first, last, deictic=True) if year else unknown(DAY)


def build_month_span(m: re.Match[str], published: Published | None) -> Interval | None:
    """ "Between June and August 2020": the first month may be of the year before."""
    first, last = (MONTHS[m[name][:3].lower()] for name in ("mon", "mon2"))
    year = int(m["y"]) if m["y"] else nearest_year(last, 1, published)
    if year is None:
        return unknown(Precision.PERIOD)
    return Interval(*month_interval(year - (last < first), first, last), Precision.PERIOD, not m["y"])


_FEASTS = {
    "christmas day": (12, 25), "christmas eve": (12, 24), "boxing day": (12, 26), "halloween": (10, 31),
    "new year's day": (1, 1), "new year's eve": (12, 31),
}  # fmt: skip


def build_feast(m: re.Match[str], published: Published | None) -> Interval | None:
    """ "Christmas Day", "New Year's Eve 2019"."""
    month, day = _FEASTS[" ".join(m["day"].lower().replace("’", "'").split())]
    year = int(m["y"]) if m["y"] else nearest_year(month, day, published)
    return _day(year, month, day, deictic=not m["y"]) if year else unknown(DAY)


def build_month_year(m: re.Match[str], _: Published | None) -> Interval | None:
    """ "August 2021", "late August 2021"."""
    phase = m["phase"]
    start, end = phase_of(phase, *month_interval(int(m["y"]), MONTHS[m["mon"][:3].lower()]))
    return Interval(start, end, Precision.PERIOD if phase else MONTH)


def build_month_relative_year(m: re.Match[str], published: Published | None) -> Interval | None:
    """ "June this year", "June 16th of last year"."""
    if published is None:
        return unknown(MONTH)
    year = published.first.year + step_of(m["rel"])
    month = MONTHS[m["mon"][:3].lower()]
    if m["d"]:
        return _day(year, month, _number(m["d"]), deictic=True)
    return Interval(*month_interval(year, month), MONTH, True)


def build_bare_month(m: re.Match[str], published: Published | None) -> Interval | None:
    """ "in March", "early June", "last October": the year is the nearest."""
    month, phase, rel = MONTHS[m["mon"][:3].lower()], m["phase"], (m["rel"] or "").lower()
    year = nearest_year(month, 1, published)
    if year is None or published is None:
        return unknown(MONTH)
    if published.knows(MONTH) and rel in {"last", "next"}:
        year = published.first.year + (rel == "next" and month <= published.first.month)
        year -= rel == "last" and month >= published.first.month
    start, end = phase_of(phase, *month_interval(year, month))
    return Interval(start, end, Precision.PERIOD if phase else MONTH, True)


def build_quarter(m: re.Match[str], published: Published | None) -> Interval | None:
    """ "Q3 2024", "the second half of last year"."""
    word = m["n"] or m["n2"]
    number = int(word) if word.isdigit() else _ORDINALS[word.lower()]
    months = 6 if m["half"] else 3
    if number > 12 // months:
        return None
    year = _year_or_relative(m, published)
    precision = Precision.PERIOD if m["half"] else Precision.QUARTER
    if year is None:
        return unknown(precision)
    return Interval(*month_interval(year, months * (number - 1) + 1, months * number), precision, not m["y"])


def _year_or_relative(m: re.Match[str], published: Published | None) -> int | None:
    if m["y"]:
        return int(m["y"])
    if published is None or not m["rel"]:
        return None
    return published.first.year + step_of(m["rel"])


def build_season(m: re.Match[str], published: Published | None) -> Interval | None:
    """ "spring 2025", "last summer"."""
    months, year = _SEASONS[m["season"].lower()], _year_or_relative(m, published)
    if year is None:
        return unknown(Precision.QUARTER)
    deictic = not m["y"]
    interval = month_interval(year, *months)
    if deictic and published and not m["yr"]:
        if not published.knows(MONTH):
            return unknown(Precision.QUARTER)
        interval = _relative_season(m["rel"], months, published)
    return Interval(*interval, Precision.QUARTER, deictic)


def _relative_season(rel: str, months: tuple[int, int], published: Published) -> tuple[date, date]:
    """ "last summer" is the latest that is over; "this" and "next" go on from there."""
    year = published.first.year
    candidates = [month_interval(y, *months) for y in (year - 1, year, year + 1)]
    if "last" in rel.lower() or "past" in rel.lower():
        return [c for c in candidates if c[1] < published.first][-1]
    ahead = [c for c in candidates if c[1] >= published.first]
    return ahead[0] if "next" not in rel.lower() or ahead[0][0] > published.last else ahead[1]


def build_decade(m: re.Match[str], _: Published | None) -> Interval | None:
    """ "the late 1990s", "the '80s"."""
    digits = m["y"].lstrip("'’‘")
    first = int(digits) if len(digits) == 4 else (1900 if int(digits) >= 30 else 2000) + int(digits)
    start, end = phase_of(m["phase"], date(first, 1, 1), date(first + 9, 12, 31))
    return Interval(start, end, Precision.DECADE)


_CENTURIES = {
    "eighteenth": 18,
    "nineteenth": 19,
    "twentieth": 20,
    "twenty-first": 21,
    "seventeenth": 17,
    "sixteenth": 16,
}


def build_century(m: re.Match[str], _: Published | None) -> Interval | None:
    """ "the early 20th century"."""
    number = _CENTURIES.get(m["n"].lower()) or int(re.sub(r"\D", "", m["n"]) or 0)
    if not 1 <= number <= 22:
        return None
    start, end = phase_of(m["phase"], date(100 * (number - 1) + 1, 1, 1), date(100 * number, 12, 31))
    return Interval(start, end, Precision.CENTURY)


def build_fiscal(m: re.Match[str], _: Published | None) -> Interval | None:
    """A fiscal year: its bounds differ by country, so the calendar years it names stand for it."""
    first = int(m["y"]) if len(m["y"]) == 4 else 2000 + int(m["y"])
    last = _second_year(first, m["y2"]) if m["y2"] else first
    return Interval(date(first, 1, 1), date(last, 12, 31), Precision.PERIOD if last > first else YEAR)


def _second_year(first: int, digits: str) -> int:
    return int(str(first)[: 4 - len(digits)] + digits)


def build_year_span(m: re.Match[str], _: Published | None) -> Interval | None:
    """ "2014-18"."""
    first = int(m["y"])
    last = _second_year(first, m["y2"])
    return Interval(date(first, 1, 1), date(last, 12, 31), Precision.PERIOD) if first < last <= 2100 else None


def build_plain_year(m: re.Match[str], _: Published | None) -> Interval | None:
    """ "2018", "mid-2023"."""
    phase = m["phase"]
    start, end = phase_of(phase, *year_interval(int(m["y"])))
    return Interval(start, end, Precision.PERIOD if phase else YEAR)


def build_named(m: re.Match[str], _: Published | None) -> Interval | None:
    """A period with a name: "the Great Depression"."""
    period = periods()[" ".join(m["name"].split())]
    prefixed = re.search(r"\b(?:post|pre)[-–‑]$", m.string[max(0, m.start() - 5) : m.start()], re.IGNORECASE)
    if period.needs_article and not m["the"] and not prefixed:
        return None
    precision = DAY if period.start == period.end else Precision.PERIOD
    return Interval(period.start, period.end, precision)
