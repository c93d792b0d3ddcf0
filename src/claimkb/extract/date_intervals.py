"""Stretches of time and the arithmetic on them: months, thirds of a period, the year that a bare month means.

An `Interval` is inclusive at both ends. `Published` is the publication date
as far as it is known (a day, a month or a year), so that nothing is resolved
finer than that allows.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date

from claimkb.model import Precision

DAY, MONTH, YEAR = Precision.DAY, Precision.MONTH, Precision.YEAR
_RANK = [Precision.DAY, Precision.MONTH, Precision.QUARTER, Precision.YEAR]


@dataclass(frozen=True, slots=True)
class Interval:
    """A stretch of time; `deictic` when it depends on the publication date."""

    start: date | None
    end: date | None
    precision: Precision
    deictic: bool = False


@dataclass(frozen=True, slots=True)
class Published:
    """The publication date as far as it is known: a day, a month or a year."""

    first: date
    last: date
    precision: Precision

    def knows(self, precision: Precision) -> bool:
        """Whether it is known at least to this grain."""
        return _RANK.index(self.precision) <= _RANK.index(precision)


MONTHS = {name[:3].lower(): i for i, name in enumerate(calendar.month_name) if name}
DAYS = {name[:3].lower(): i for i, name in enumerate(calendar.day_name)}


def month_interval(year: int, first: int, last: int | None = None) -> tuple[date, date]:
    """The first and last day of a month, or of a run of months that may pass the turn of the year."""
    last = last or first
    end_year = year + (last < first)
    return date(year, first, 1), date(end_year, last, calendar.monthrange(end_year, last)[1])


def shift_months(day: date, months: int) -> date:
    """The same day some months on, or the last of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def year_interval(year: int) -> tuple[date, date]:
    """A whole year."""
    return date(year, 1, 1), date(year, 12, 31)


def phase_of(words: str | None, start: date, end: date) -> tuple[date, date]:
    """The early, middle or late third of a stretch: four months of a year, four years of a decade."""
    if not words:
        return start, end
    lower = words.lower()
    part = 0 if re.search("earl|beginning|start", lower) else 1 if "mid" in lower else 2
    years = end.year - start.year + 1
    if years > 1:
        size, third = -(-years // 3), years // 3
        first = start.year + (0, third, years - size)[part]
        last = start.year + (size - 1, years - third - 1, years - 1)[part]
        return date(first, 1, 1), date(last, 12, 31)
    if (end - start).days < 28:
        return start, end
    if (end - start).days > 31:
        return month_interval(start.year, 4 * part + 1, 4 * part + 4)
    first_day = start.day + 10 * part
    return start.replace(day=first_day), end if part == 2 else start.replace(day=first_day + 9)


def unknown(precision: Precision) -> Interval:
    """A deictic expression that cannot be resolved."""
    return Interval(None, None, precision, True)


def nearest_year(month: int, day: int, published: Published | None) -> int | None:
    """The year of a month named without one: up to nine months before or two after publication."""
    if published is None:
        return None
    if not published.knows(MONTH):
        return published.first.year
    ahead = (month - published.first.month) % 12
    year = published.first.year + (published.first.month + ahead > 12)
    return year if ahead <= 2 else year - 1


def step_of(words: str) -> int:
    """-1 for "last", 1 for "next", 0 for "this"."""
    words = words.lower()
    if re.search("last|past|previous", words):
        return -1
    return 1 if re.search("next|coming", words) else 0
