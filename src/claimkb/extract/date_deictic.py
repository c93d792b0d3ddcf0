"""Builders of dates that depend on the publication date: "last month", "on Monday", "two decades ago".

Each needs the publication date to its own grain: "last month" of something
published in "2025" stays unresolved, "this year" does not.
"""

import re
from datetime import date, timedelta

from claimkb.extract.date_intervals import (
    DAY,
    DAYS,
    MONTH,
    YEAR,
    Interval,
    Published,
    month_interval,
    phase_of,
    shift_months,
    step_of,
    unknown,
    year_interval,
)
from claimkb.model import Precision

# the grain of publication date that each unit asks for; finer units ask for the day
_NEED = {"year": YEAR, "decade": YEAR, "century": YEAR, "month": MONTH, "quarter": MONTH}
_NUMBERS = dict(
    zip(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
        range(1, 13),
        strict=True,
    )
)
_NUMBERS |= {"a": 1, "an": 1, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}


def build_relative_unit(m: re.Match[str], published: Published | None) -> Interval | None:
    """ "last month", "earlier this year", "next week"."""
    unit, step = m["unit"], step_of(m["rel"])
    precision = {"year": YEAR, "month": MONTH, "decade": Precision.DECADE, "century": Precision.CENTURY}.get(
        unit, Precision.PERIOD
    )
    if unit == "quarter":
        precision = Precision.QUARTER
    if published is None or not published.knows(_NEED.get(unit, DAY)):
        return unknown(precision)
    start, end = _unit_interval(unit, step, published.first)
    phase = (m["phase"] or "").lower()
    if step == 0 and phase.startswith(("earlier", "later")):
        # what has already happened ends at publication, what is still to come begins there
        start, end = (
            (start, min(end, published.last))
            if phase.startswith("earlier")
            else (max(start, published.first), end)
        )
    else:
        start, end = phase_of(phase, start, end)
    return Interval(start, end, Precision.PERIOD if m["phase"] else precision, True)


def _unit_interval(unit: str, step: int, day: date) -> tuple[date, date]:
    if unit == "year":
        return year_interval(day.year + step)
    if unit in {"decade", "century"}:
        size = 10 if unit == "decade" else 100
        first = day.year // size * size + step * size
        return date(first, 1, 1), date(first + size - 1, 12, 31)
    if unit == "month":
        moved = shift_months(day.replace(day=1), step)
        return month_interval(moved.year, moved.month)
    if unit == "quarter":
        moved = shift_months(day.replace(day=1), 3 * step)
        first = 3 * ((moved.month - 1) // 3) + 1
        return month_interval(moved.year, first, first + 2)
    monday = day - timedelta(day.weekday()) + timedelta(7 * step)
    return (
        (monday + timedelta(5), monday + timedelta(6))
        if unit == "weekend"
        else (monday, monday + timedelta(6))
    )


_DAY_WORDS = {"yesterday": -1, "last night": -1, "tomorrow": 1}


def build_day_word(m: re.Match[str], published: Published | None) -> Interval | None:
    """ "yesterday", "tonight"."""
    if published is None or not published.knows(DAY):
        return unknown(DAY)
    day = published.first + timedelta(_DAY_WORDS.get(" ".join(m["word"].lower().split()), 0))
    return Interval(day, day, DAY, True)


def build_weekday(m: re.Match[str], published: Published | None) -> Interval | None:
    """ "Monday": the latest up to publication; "next Monday" the one after."""
    if published is None or not published.knows(DAY):
        return unknown(DAY)
    back = (published.first.weekday() - DAYS[m["day"][:3].lower()]) % 7
    rel = (m["rel"] or "").lower()
    if rel == "last" and back == 0:
        back = 7
    day = published.first - timedelta(back) + timedelta(7 if rel in {"next", "this coming"} else 0)
    return Interval(day, day, DAY, True)


def _count(words: str) -> int | None:
    words = words.lower().strip()
    return int(words) if words.isdigit() else _NUMBERS.get(words)


def build_ago(m: re.Match[str], published: Published | None) -> Interval | None:
    """ "two decades ago"; "decades ago" stays unresolved."""
    count, unit = _count(m["n"] or ""), m["unit"].rstrip("s").replace("centurie", "century")
    precision = {
        "year": YEAR,
        "decade": YEAR,
        "century": Precision.CENTURY,
        "month": MONTH,
        "week": Precision.PERIOD,
    }.get(unit, DAY)
    if published is None or count is None or not published.knows(_NEED.get(unit, DAY)):
        return unknown(precision)
    if unit in {"year", "decade", "century"}:
        size = {"year": 1, "decade": 10, "century": 100}[unit]
        year = published.first.year - count * size
        return Interval(*year_interval(year), precision, True) if year > 0 else None
    if unit == "month":
        moved = shift_months(published.first, -count)
        return Interval(*month_interval(moved.year, moved.month), MONTH, True)
    day = published.first - timedelta(count * (7 if unit == "week" else 1))
    start, end = _unit_interval("week", 0, day) if unit == "week" else (day, day)
    return Interval(start, end, precision, True)


def build_stretch(m: re.Match[str], published: Published | None) -> Interval | None:
    """ "the past two decades" ends at publication, "the next five years" begins there."""
    unit = m["unit"].rstrip("s").replace("centurie", "century")
    forward = bool(re.search("next|coming|following", m["rel"].lower()))
    if m["rel"].lower() == "following" and not re.search(r"\b[Tt]he\s", m.group()):
        return None  # "following two days of talks" comes after them
    if published is None or not published.knows(_NEED.get(unit, DAY)):
        return unknown(Precision.PERIOD)
    count = _count(m["n"] or "")
    if count is None:
        return Interval(
            published.first if forward else None, None if forward else published.last, Precision.PERIOD, True
        )
    months = {"year": 12, "decade": 120, "century": 1200, "month": 1}.get(unit)
    sign = 1 if forward else -1
    anchor = published.last if forward else published.first
    days = timedelta(sign * count * (7 if unit == "week" else 1))
    moved = shift_months(anchor, sign * count * months) if months else anchor + days
    start, end = (published.first, moved) if forward else (moved, published.last)
    return Interval(start, end, Precision.PERIOD, True)


def build_next_few(m: re.Match[str], published: Published | None) -> Interval | None:
    """ "Over the next day or two": from publication to the end of the second."""
    if published is None or not published.knows(DAY):
        return unknown(Precision.PERIOD)
    unit = m["unit"]
    moved = shift_months(published.last, 2) if unit == "month" else None
    end = moved or published.last + timedelta(14 if unit == "week" else 2)
    return Interval(published.first, end, Precision.PERIOD, True)


def build_weekend(_: re.Match[str], published: Published | None) -> Interval | None:
    """ "Over the weekend": the last that had begun."""
    if published is None or not published.knows(DAY):
        return unknown(Precision.PERIOD)
    saturday = published.first - timedelta((published.first.weekday() - 5) % 7)
    return Interval(saturday, saturday + timedelta(1), Precision.PERIOD, True)


def build_end_of(m: re.Match[str], published: Published | None) -> Interval | None:
    """ "By the end of the year": up to its last day."""
    unit = m["unit"]
    precision = {"year": YEAR, "month": MONTH, "decade": Precision.DECADE}.get(unit, Precision.PERIOD)
    if published is None or not published.knows(_NEED.get(unit, DAY)):
        return unknown(precision)
    return Interval(None, _unit_interval(unit, 0, published.first)[1], precision, True)


def build_narrative(m: re.Match[str], _: Published | None) -> Interval | None:
    """ "two days later", "the following year": relative to the story, so never resolved."""
    unit = m.group().lower()
    return unknown(next((p for p in (YEAR, MONTH, DAY) if p.value in unit), Precision.PERIOD))
