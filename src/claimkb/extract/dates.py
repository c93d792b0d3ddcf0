"""Times of a text as intervals of ISO dates.

Expressions come from `date_patterns`; here the words around them are read:
"since" opens an interval at its end, "until" at its start, "between A and B"
joins two. Numbers that only look like years are turned away. What depends on
the publication date is resolved as far as that is known, and keeps None for
both ends otherwise.

Conventions. The text of a `TimeRef` has the word that bounds it ("since
2014") but no plain preposition ("2018"). early, mid and late are thirds,
with precision `period`. A weekday is the latest up to publication; a month
without a year the nearest within nine months before and two after.
"recent years" end at publication and have no start. A fiscal year stands for
the calendar years it names. Weeks have precision `period`.
"""

import re
from dataclasses import replace
from datetime import date, timedelta

from claimkb.extract.date_builders import build_named, build_plain_year, build_year_span
from claimkb.extract.date_deictic import build_day_word
from claimkb.extract.date_intervals import MONTHS, Interval, Published, month_interval
from claimkb.extract.date_merging import Found, one_time
from claimkb.extract.date_patterns import Match, scan
from claimkb.lexicon.periods import words_before_years
from claimkb.lexicon.units import units
from claimkb.model import Precision, TimeRef

_COUNTED = re.compile(rf"\s+(?:[a-z]+\s+)?(?:{'|'.join(sorted(units().countable))})\b")
_MODERN, _TITLED = 1900, re.compile(r"\s(?:[A-Z][a-z]+|project\b)")
_NAME_BEFORE = re.compile(r"\b([A-Z][\w’'&-]*)\s$")
_NUMBER_BEFORE = re.compile(r"(?:\d[,.:/+-]|[#@№=_/]|\b(?:[Nn]o|[Nn]os|[Pp]age|pp?)\.?\s)$")
# capitalised words that may stand before a year without making it a name
_NO_NAME = frozenset(words_before_years())


def find_dates(text: str, *, published: str | None, offset: int = 0) -> tuple[TimeRef, ...]:
    """Every time `text` speaks of, in order; `published` is an ISO day, month or year."""
    anchor = parse_published(published)
    matches = [m for m in scan(text, anchor) if not _is_name(text, m)]
    found = [_with_bounds(text, f) for f in one_time(text, _join(text, matches))]
    return tuple(_time_ref(text, f, offset) for f in found)


def parse_published(published: str | None) -> Published | None:
    """The publication date of "2025-01-20", "2024-12" or "2025"; None if there is none or it is malformed."""
    match = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?![\d-])", published or "")
    if match is None:
        return None
    year, month, day = match.groups()
    try:
        if day:
            first = date(int(year), int(month), int(day))
            return Published(first, first, Precision.DAY)
        if month:
            return Published(*month_interval(int(year), int(month)), Precision.MONTH)
        return Published(date(int(year), 1, 1), date(int(year), 12, 31), Precision.YEAR)
    except ValueError:
        return None


def _is_name(text: str, match: Match) -> bool:
    """Whether a year is part of a name ("Vision 2030") or a count ("2000 soldiers")."""
    left = text[max(0, match.start - 24) : match.start]
    if match.builder is build_named:
        return bool(re.search(r"\b(?:an?|new|second|another|[Aa])\s$", left))
    if match.builder is build_day_word and text[match.start].isupper():
        return bool(_NAME_BEFORE.search(left))
    if match.builder not in {build_plain_year, build_year_span} or not text[match.start].isdigit():
        return False
    if _NUMBER_BEFORE.search(left) or _COUNTED.match(text, match.end):
        return True
    if re.search(r"\b(?:than|nearly|almost|least|roughly|over|at)\s$", left):
        return True
    if (
        text[match.start] == "1"
        and int(text[match.start : match.start + 4]) < _MODERN
        and _TITLED.match(text, match.end)
    ):
        return True  # "the 1776 Society" is named after a year, and not of it
    name = _NAME_BEFORE.search(left)
    return bool(name and name[1] not in _NO_NAME)


# --- intervals of two ends ---

_GAP = re.compile(r"\s?(?:[-–—]|(?:to|through|until|till|and)\b)\s?(?:the\s)?(?:end\sof\s)?")
_BETWEEN = re.compile(r"\b([Bb]etween|[Ff]rom)\s(?:the\s)?$")


def _join(text: str, matches: list[Match]) -> list[Found]:
    found: list[Found] = []
    for match in matches:
        current = Found(match.start, match.end, match.interval)
        joined = _joined(text, found[-1], current) if found else None
        if joined:
            found[-1] = joined
        else:
            found.append(current)
    return found


def _joined(text: str, a: Found, b: Found) -> Found | None:
    gap = text[a.end : b.start]
    if len(gap) > 16 or _GAP.fullmatch(gap) is None or b.interval.end is None:
        return None
    before = _BETWEEN.search(text, max(0, a.start - 12), a.start)
    if "and" in gap and not (before and before[1].lower() == "between"):
        return None
    start = _first_day(text, a, b.interval)
    if start is None or start > b.interval.end:
        return None
    deictic = b.interval.deictic
    precision = a.interval.precision if a.interval.precision is Precision.DAY else Precision.PERIOD
    return Found(
        before.start() if before else a.start, b.end, Interval(start, b.interval.end, precision, deictic)
    )


def _first_day(text: str, a: Found, b: Interval) -> date | None:
    """Where a range begins; in "March to June 2020" the first month takes the year of the second."""
    start = a.interval.start
    if b.end is None or b.deictic or not a.interval.deictic:
        return start
    if a.interval.precision is Precision.MONTH:
        month = MONTHS.get(text[a.start : a.start + 3].lower())
        return date(b.end.year - (month > b.end.month), month, 1) if month else start
    if start is None or a.interval.precision is not Precision.DAY:
        return start
    return start.replace(
        year=b.end.year - (start.month > b.end.month),
        day=min(start.day, 28) if start.month == 2 else start.day,
    )


# --- bounds ---

_BOUND = re.compile(
    r"\b(?P<since>[Ss]ince|[Ff]rom|[Ss]tarting(?:\sin)?|[Bb]eginning\sin|[Ee]ver\ssince|[Pp]ost[-–‑]|[Aa]fter|[Ff]ollowing)"
    r"(?:\s?(?:the\s)?|$)$"
    r"|\b(?P<until>[Uu]ntil|[Tt]ill|[Uu]p\sto|[Tt]hrough|[Bb]y|[Nn]o\slater\sthan)\s(?:the\s)?(?:end\sof\s)?(?:the\s)?$"
    r"|\b(?P<before>[Bb]efore|[Pp]rior\sto|[Pp]re[-–‑]|[Aa]head\sof)(?:\s?(?:the\s)?|$)$"
)
_NAMED_BY_DAY = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s(?:morning|afternoon|evening|night))?\s[a-z]"
)
_ONWARDS = re.compile(r"\s(?:onwards?|on(?=[,.;])|and\s(?:after|beyond|later))")


def _with_bounds(text: str, found: Found) -> Found:
    """Open an interval on the side that "since", "until", "before" or "after" opens."""
    interval, start = found.interval, found.start
    if interval.start is None and interval.end is None:
        return found
    bound = _BOUND.search(text, max(0, start - 18), start)
    onwards = _ONWARDS.match(text, found.end)
    if onwards:
        return Found(start, onwards.end(), replace(interval, end=None))
    if bound is None or interval.start is None or interval.end is None:
        return found
    if bound[0].rstrip().endswith(" the") and _NAMED_BY_DAY.match(text, start):
        return found  # "after the Saturday shooting" names the day of what happened
    if bound["since"]:
        # "from 2014" alone may be an origin ("a song from 2014"); "after" and "since" are not
        if bound["since"].lower() == "from":
            return found
        long = interval.precision in {Precision.PERIOD, Precision.DECADE, Precision.CENTURY}
        after = long and not re.match("since|ever", bound["since"].lower())
        opened = replace(interval, start=interval.end if after else interval.start, end=None)
        return Found(bound.start(), found.end, opened)
    if bound["until"] and bound["until"].lower() == "by" and interval.precision is Precision.PERIOD:
        return found  # "caused by the pandemic" is no deadline
    if bound["until"]:
        return Found(bound.start(), found.end, replace(interval, start=None))
    return Found(bound.start(), found.end, replace(interval, start=None, end=interval.start - timedelta(1)))


def _time_ref(text: str, found: Found, offset: int) -> TimeRef:
    interval = found.interval
    return TimeRef(
        interval.start.isoformat() if interval.start else None,
        interval.end.isoformat() if interval.end else None,
        interval.precision,
        interval.deictic,
        text[found.start : found.end],
        found.start + offset,
        found.end + offset,
    )
