"""One time that a text writes twice, and times that come again and again.

"Wednesday, July 21" and "this morning (July 21)" are one day: the fuller form
says which. A weekday also tells the year of a date that has none. "Every
Friday" is no Friday: its words stay, its interval is open.
"""

import re
from dataclasses import dataclass, replace
from datetime import date

from claimkb.extract.date_intervals import DAYS, Interval
from claimkb.model import Precision

_WEEKDAY = re.compile(r"(?:[Ll]ast\s|[Nn]ext\s)?(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")
_DAY_WORD = re.compile(
    r"(?i:today|yesterday|tomorrow|tonight|last\snight|this\s(?:morning|afternoon|evening))"
)
_BESIDE = re.compile(r",?\s(?:the\s)?|\s[(\[]|,\sthe\s")
_AGAIN = re.compile(r"\b(?:[Ee]very|[Ee]ach)\s(?:single\s|other\s)?$")
_YEARS_BACK, _YEARS_AHEAD = 6, 1  # a weekday falls on a date again within six years at most


@dataclass(frozen=True, slots=True)
class Found:
    """A time of the text: its place and its interval."""

    start: int
    end: int
    interval: Interval


def one_time(text: str, found: list[Found]) -> list[Found]:
    """The times with each that is written twice, side by side, as one."""
    merged: list[Found] = []
    for each in found:
        if _AGAIN.search(text, max(0, each.start - 14), each.start):
            each = _again(text, each)
        joined = _joined(text, merged[-1], each) if merged else None
        if joined is not None:
            merged[-1] = joined
        else:
            merged.append(each)
    return merged


def _again(text: str, each: Found) -> Found:
    before = _AGAIN.search(text, max(0, each.start - 14), each.start)
    start = before.start() if before else each.start
    return Found(start, each.end, Interval(None, None, each.interval.precision))


def _joined(text: str, first: Found, second: Found) -> Found | None:
    """A day by its name and then by its date."""
    gap = text[first.end : second.start]
    if second.interval.precision is not Precision.DAY or _BESIDE.fullmatch(gap) is None:
        return None
    bracket = gap.endswith(("(", "["))
    if bracket and text[second.end : second.end + 1] not in {")", "]"}:
        return None
    words = text[first.start : first.end]
    weekday = _WEEKDAY.fullmatch(words)
    if weekday is None and not ((bracket or gap in {" ", ", "}) and _DAY_WORD.fullmatch(words)):
        return None
    if _WEEKDAY.fullmatch(text[second.start : second.end]):
        return None  # "Friday, Saturday and Sunday"
    interval = second.interval
    if weekday is not None and interval.deictic and interval.start is not None:
        interval = _on_weekday(interval, interval.start, DAYS[weekday[1][:3].lower()])
    return Found(first.start, second.end + bracket, interval if interval.start else first.interval)


def _on_weekday(interval: Interval, day: date, weekday: int) -> Interval:
    """The date in the year nearest to its own in which it fell on a weekday."""
    years = sorted(
        range(day.year - _YEARS_BACK, day.year + _YEARS_AHEAD + 1), key=lambda y: abs(y - day.year)
    )
    for year in years:
        if (day.month, day.day) != (2, 29) and day.replace(year=year).weekday() == weekday:
            return replace(interval, start=day.replace(year=year), end=day.replace(year=year))
    return interval
