"""Datelines and date lines: where and when a text was written, and where that stops and the sentence begins.

"LONDON (Reuters) — ", "PARIS, May 3 — ", "date 2025-01-20 NAIROBI - ",
"Lille, 8 August - ". A place in capitals with a dash is enough; a place in small
letters needs a date or an agency, since any sentence may open with one.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from claimkb.lexicon.roles import alternatives, role_words


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline says: the place as written, and an ISO date if the year is there."""

    place: str | None
    published: str | None


def dateline_before(text: str, start: int, end: int) -> tuple[int, Dateline] | None:
    """The end of the dateline that opens the stretch, with what it says."""
    for pattern in (_capitals(), _bracketed(), _small_letters(), _date_only(), _labelled(), _with_colon()):
        found = pattern.match(text, start, end)
        if found and _tells(found):
            return found.end(), _said(found)
    if agency := _agency_only().match(text, start, end):
        return agency.end(), Dateline(None, None)
    return None


def kicker_before(text: str, start: int, end: int) -> int | None:
    """The end of a label such as "BREAKING:" or "UPDATE 2 -" before the sentence."""
    found = _kicker().match(text, start, end)
    return found.end() if found else None


def date_line(line: str) -> Dateline | None:
    """What a line that is only a date or a time says: "Published 3 May 2024", "2024-05-03", "7 p.m."."""
    if _time_stamp().fullmatch(line):
        return Dateline(None, None)
    found = _date_line().fullmatch(line)
    return _said(found) if found else None


def _said(found: re.Match[str]) -> Dateline:
    groups = found.groupdict()
    place = groups.get("place")
    return Dateline(" ".join(place.split()) if place else None, _iso(groups))


def _iso(groups: dict[str, str | None]) -> str | None:
    """The ISO date of the parts that matched; None without a year. Groups end in a letter a form."""
    part = {name.partition("_")[0]: value for name, value in groups.items() if value and name != "place_b"}
    if iso := part.get("iso"):
        return iso if _exists(*map(int, iso.split("-"))) else None
    year, month, day = part.get("year"), part.get("month"), part.get("day")
    if not (year and month):
        return None
    names = role_words().months
    number = next(n for n, name in enumerate(names, 1) if name[:3].lower() == month[:3].lower())
    if day is None:
        return f"{year}-{number:02d}"
    return f"{year}-{number:02d}-{int(day):02d}" if _exists(int(year), number, int(day)) else None


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _tells(found: re.Match[str]) -> bool:
    """Whether the match names a place that is one, or a day or year ("Theresa May - " has none)."""
    place = found.groupdict().get("place")
    if place is None or not (place.split()[0].isupper() or "(" in found.group()):
        return any(character.isdigit() for character in found.group())
    return place.strip(" .,") not in role_words().not_places


_DASH = r"\s*(?:--+|[-–—])\s*"
# What follows a dateline is a sentence: a capital, a figure or a quotation mark.
_SENTENCE = r"(?=[A-Z0-9\"“‘'’$€£¥])"
_CAPS_WORD = r"(?:[A-Z][A-Z'’.-]+|ST\.|D\.C\.)"
_REGION = r"(?:(?:, | and |/)[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,2})?"
_LONG_CAPS = rf"[A-Z][A-Z'’-]{{3,}}(?: {_CAPS_WORD}){{0,3}}"  # four letters: "US - China ties" is no dateline
_CAPS_PLACE = rf"(?P<place>(?:{_LONG_CAPS}|{_CAPS_WORD}(?: {_CAPS_WORD}){{1,3}}){_REGION})"
_NOT_FIRST = r"(?!(?:In|On|By|Since|Until|From|After|Before|At|Last|This)\b)"
_NAME = r"[A-Z][\w.'’-]+"
_PLACE = rf"{_NOT_FIRST}(?P<place>{_NAME}(?: {_NAME}){{0,2}}(?:, {_NAME}(?: {_NAME})?)?)"


def _dates() -> str:
    full = role_words().months
    months = "|".join((*full, r"Sept\.?", *(name[:3] + r"\.?" for name in full)))
    weekday = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thur?s?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,? )?"
    day_first = (
        rf"(?:(?P<day_a>\d{{1,2}})(?:st|nd|rd|th)? )?(?P<month_a>{months})(?:,? (?P<year_a>(?:19|20)\d\d))?"
    )
    month_first = (
        rf"(?P<month_b>{months}) (?P<day_b>\d{{1,2}})(?:st|nd|rd|th)?(?:,? (?P<year_b>(?:19|20)\d\d))?"
    )
    return rf"{weekday}(?:(?P<iso>\d{{4}}-\d\d-\d\d)(?:T[\d:.Z+-]+)?|{month_first}|{day_first})"


_LABELS = r"date|dated|published|posted|updated|last updated|first published|created|issued"
_LABEL = rf"(?i:(?:{_LABELS})(?: on| at)?\s*:?\s*)"


def _agency() -> str:
    return rf"\s*\((?:{alternatives(role_words().agencies)})\)"


@cache
def _capitals() -> re.Pattern[str]:
    ending = rf"(?:(?:,? {_dates()})?(?:{_agency()})?{_DASH}{_SENTENCE})"
    before = _dates().replace("_a>", "_c>").replace("_b>", "_d>").replace("P<iso>", "P<iso_c>")
    leading = rf"(?:{_LABEL}?{before}[,:]? )?"
    return re.compile(rf"{leading}{_CAPS_PLACE}{ending}")


@cache
def _bracketed() -> re.Pattern[str]:
    """ "MINSK (Agency / Wire - 22nd June, 2021) The": what the brackets say makes the dash needless."""
    wire = rf"(?:[^()\n]{{0,30}}\b(?:{alternatives(role_words().agencies)})\b[^()\n]{{0,30}})"
    dated = rf"(?:[^()\n]{{0,60}}?[-–—,/] ?)?{_dates()}"
    return re.compile(rf"{_CAPS_PLACE} ?\((?:{dated}|{wire})\)(?:{_DASH}|:? ){_SENTENCE}")


@cache
def _small_letters() -> re.Pattern[str]:
    dated = rf",? \(?{_dates()}\)?(?:{_agency()})?"
    return re.compile(rf"{_PLACE}(?:{dated}|{_agency()}){_DASH}{_SENTENCE}")


@cache
def _date_only() -> re.Pattern[str]:
    return re.compile(rf"{_LABEL}?{_dates()}(?:{_agency()})?\s*(?:--+|[-–—|])\s+{_SENTENCE}")


@cache
def _labelled() -> re.Pattern[str]:
    """ "date 2018-08-25 The mayor resigned": the day that whoever collected a text put before it."""
    return re.compile(rf"{_LABEL}(?P<iso>\d{{4}}-\d\d-\d\d)\s+{_SENTENCE}")


@cache
def _with_colon() -> re.Pattern[str]:
    """ "OSLO, Norway: Crews fought": a colon alone follows the name of a speaker, too."""
    return re.compile(rf"(?P<place>{_LONG_CAPS}, [A-Z][a-z]+(?: [A-Z][a-z]+)?):\s+{_SENTENCE}")


@cache
def _agency_only() -> re.Pattern[str]:
    """ "(CNN) -- The mayor resigned"."""
    return re.compile(rf"{_agency()}{_DASH}{_SENTENCE}")


@cache
def _date_line() -> re.Pattern[str]:
    time = r"(?:,?\s*(?:at |@ |\| |- )?\d{1,2}(?::\d\d){1,2}\s*(?i:[ap]\.?m\.?)?(?: \(?[A-Z]{2,4}\)?)?)?"
    tail = r"(?:\s*[|·•,-]\s*(?:\d+ min(?:ute)?s? read|(?i:updated)\b.{0,40}))?"
    place = r"(?:(?P<place>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2}), )?"
    site = r"(?: [\w-]+(?:\.[\w-]+)*\.(?:com|org|net|co|news|info|eu|[a-z]{2}))?"
    hour = r"(?:(?:at )?\d{1,2}[:.]\d\d\s*(?i:[ap]\.?m\.?)?(?: [A-Z]{2,4})?,? (?:on )?)?"
    return re.compile(
        rf"{place}{_LABEL}?{hour}{place.replace('place', 'place_b')}{_dates()}{time}{site}{tail}\.?"
    )


@cache
def _time_stamp() -> re.Pattern[str]:
    return re.compile(r"(?i:\d{1,2}(?:[:.]\d\d)?\s*[ap]\.?m\.?|\d{1,2}:\d\d)(?: \(?[A-Z]{2,4}\)?)?\.?")


@cache
def _kicker() -> re.Pattern[str]:
    labels = alternatives(role_words().kickers)
    return re.compile(
        rf"(?:(?:{labels})(?: \d+)?\s*(?::|{_DASH}|\|)|(?i:{labels}|summary|abstract)\s?:)\s*{_SENTENCE}"
    )
