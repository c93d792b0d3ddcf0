"""The ways of writing a time, each a regular expression with the builder that gives its interval.

`PATTERNS` is ordered: of two that start at the same place the earlier wins,
so the more specific stand first. `scan` finds all matches of a text in one
pass of their union, then reads the parts with the pattern that matched.
"""

import calendar
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from claimkb.extract import date_builders as absolute
from claimkb.extract import date_deictic as deictic
from claimkb.extract.date_intervals import Interval, Published
from claimkb.lexicon.periods import opening_words, periods

Builder = Callable[[re.Match[str], Published | None], Interval | None]
_MON = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)(?![\w])"
)
_FULL_MON = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)(?!\w)"
_Y = r"(?:1[0-9]|20)\d\d(?![\d\w%]|,\d|\.\d)"
_D = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d\w%]|[.,/:]\d)"
_PHASE = (
    r"(?:the\s)?(?:[Ee]arly|[Mm]id|[Ll]ate|[Mm]iddle\sof|[Ee]nd\sof|[Bb]eginning\sof|[Ss]tart\sof)"
    r"(?:[-–\s]|\sto\slate\s)(?:the\s)?"
)
_REL = r"(?:[Tt]his|[Ll]ast|[Nn]ext|[Tt]he\s(?:past|previous|coming|current))"
_NUM = (
    r"(?:\d{1,3}|(?i:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|"
    r"forty|fifty|several|few|couple(?:\sof)?|half(?:\sa)?))"
)
_PREP = r"(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Dd]uring|[Ff]rom|[Tt]ill|[Bb]etween|[Aa]fter|[Bb]efore|[Tt]o)"
_UNIT = r"(?:day|week|month|year|decade|centur(?:y|ie))s?"
_NAMES = "|".join(
    re.escape(name).replace(r"\ ", r"\s+") for name in sorted(periods(), key=lambda name: (-len(name), name))
)
_SEASON = r"(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?!\w)"
_ORD = r"(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth)"

PATTERNS: tuple[tuple[str, Builder], ...] = (
    (r"(?P<y>[12]\d{3})-(?P<m>[01]\d)-(?P<d>[0-3]\d)(?!\d)", absolute.build_iso),
    (
        rf"(?P<mon>{_FULL_MON})(?:\s(?P<d>{_D}))?,?\s(?:of\s)?(?P<rel>this|last|next)\syear",
        absolute.build_month_relative_year,
    ),
    (
        rf"(?P<d>{_D})(?:\s?[-–]\s?(?P<d2>{_D}))?(?:\sof)?\s(?P<mon>{_MON})(?:,?\s(?P<y>{_Y}))?",
        absolute.build_month_day,
    ),
    (
        rf"(?P<mon>{_MON})\s(?:the\s)?(?P<d>{_D})(?:\s?(?:[-–]|to|and)\s?(?P<d2>{_D}))?(?:,?\s(?P<y>{_Y}))?",
        absolute.build_month_day,
    ),
    (
        rf"[Bb]etween\s(?P<mon>{_MON})\sand\s(?P<mon2>{_MON})(?:\s(?P<y>{_Y}))?(?!\s\d)",
        absolute.build_month_span,
    ),
    (
        rf"(?P<day>Christmas\s(?:Day|Eve)|Boxing\sDay|New\sYear[’']s\s(?:Day|Eve)|Halloween)(?:,?\s(?P<y>{_Y}))?",
        absolute.build_feast,
    ),
    (rf"(?P<phase>{_PHASE})?(?P<mon>{_MON}),?\s(?:of\s)?(?P<y>{_Y})", absolute.build_month_year),
    (
        rf"(?:(?P<phase>{_PHASE})|(?P<rel>[Ll]ast|[Nn]ext|[Tt]his)\s|(?P<prep>{_PREP})\s)(?P<mon>{_FULL_MON})"
        r"(?!,?\s(?:of\s)?(?:the\s)?(?:\d|(?:this|last|next)\syear))",
        absolute.build_bare_month,
    ),
    (
        rf"(?P<phase>)(?P<rel>)(?P<mon>{_FULL_MON})(?=\s?(?:to|through|until|[-–])\s?{_MON})",
        absolute.build_bare_month,
    ),
    (
        rf"(?:Q(?P<n>[1-4])|(?P<half>H)(?P<n2>[12]))(?:\s(?:of\s)?(?P<y>{_Y})|\s(?:of\s)?(?P<rel>this|last|next)\syear)?",
        absolute.build_quarter,
    ),
    (
        rf"(?:[Tt]he\s)?(?P<n>{_ORD})[\s-](?:quarter|(?P<half>half))(?P<n2>)(?:\s(?:of\s)?(?P<y>{_Y})|\s(?:of\s)?(?P<rel>this|last|next)\syear)",
        absolute.build_quarter,
    ),
    (
        rf"(?:[Tt]he\s)?(?:early\s|late\s)?(?P<season>{_SEASON})(?:\s(?:of\s)?(?P<y>{_Y})|\s(?:of\s)?(?P<rel>this|last|next)\s(?P<yr>year))",
        absolute.build_season,
    ),
    (rf"(?P<rel>{_REL})\s(?P<season>{_SEASON})(?P<y>)(?P<yr>)(?!\w)", absolute.build_season),
    (rf"(?P<phase>{_PHASE})?(?P<the>the\s)?(?P<y>[12]\d\d0|['’‘]\d0)['’]?s(?!\w)", absolute.build_decade),
    (
        rf"(?P<phase>{_PHASE})?(?:the\s)?(?P<n>\d{{1,2}}(?:st|nd|rd|th)|(?:[Ss]ix|[Ss]even|[Ee]igh|[Nn]ine)teenth|[Tt]wentieth|[Tt]wenty-first)[\s-][Cc]entury",
        absolute.build_century,
    ),
    (
        r"(?:(?:the\s)?(?:[Ff]iscal|[Ff]inancial)(?:\s[Yy]ear)?\s|FY\s?)(?P<y>(?:20)?\d\d)(?:[-–/](?P<y2>\d{2,4}))?(?!\d)",
        absolute.build_fiscal,
    ),
    (
        r"(?P<y>(?:1[5-9]|20)\d\d)\s?[-–/]\s?(?P<y2>(?:1[5-9]|20)?\d\d)(?![\d\w%]|,\d|-\d)",
        absolute.build_year_span,
    ),
    (rf"(?P<phase>{_PHASE})?(?P<y>{_Y})", absolute.build_plain_year),
    (
        rf"(?P<phase>(?:[Ee]arlier|[Ll]ater|[Ee]arly|[Ll]ate|[Mm]id)[\s-])?(?P<rel>{_REL})\s(?P<unit>year|month|week(?:end)?|decade|century|quarter)(?![\w’'-])",
        deictic.build_relative_unit,
    ),
    (
        r"(?P<word>[Yy]esterday|[Tt]oday|[Tt]omorrow|[Tt]onight|[Ll]ast\snight|[Tt]his\s(?:morning|afternoon|evening))(?![\w’'-])",
        deictic.build_day_word,
    ),
    (rf"(?:(?P<rel>[Ll]ast|[Nn]ext|[Tt]his\scoming)\s)?(?P<day>{_WEEKDAY})", deictic.build_weekday),
    (
        rf"(?:[Aa]\s(?=few|couple))?(?:(?P<n>[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|{_NUM})\s)?(?P<unit>{_UNIT})\sago(?!\w)",
        deictic.build_ago,
    ),
    (
        rf"(?:(?:[Oo]ver|[Ii]n|[Dd]uring|[Ff]or|[Ww]ithin|[Tt]hrough(?:out)?)\s)?(?:[Tt]he\s)?(?P<rel>[Pp]ast|[Ll]ast|[Pp]revious|[Nn]ext|[Cc]oming|[Rr]ecent|[Ff]ollowing)\s(?:(?P<n>{_NUM})\s)?(?P<unit>(?:day|week|month|year|decade|centurie)s|decade|century)(?!\w)",
        deictic.build_stretch,
    ),
    (
        r"(?:(?:[Oo]ver|[Ii]n|[Ww]ithin)\s)?(?:[Tt]he\s)?(?P<rel>[Nn]ext|[Cc]oming)\s(?P<unit>day|week|month)\sor\s(?:two|so)(?!\w)",
        deictic.build_next_few,
    ),
    (r"(?:[Oo]ver\s)?(?P<rel>the)\sweekend(?![\w’'-])", deictic.build_weekend),
    (
        r"(?:[Bb]y|[Bb]efore)\sthe\send\sof\s(?:the|this)\s(?P<unit>year|month|week|decade)(?!\w)",
        deictic.build_end_of,
    ),
    (
        rf"(?:(?:{_NUM}|[Oo]ne|[Tt]wo|[Tt]hree|[Aa])\s(?:{_UNIT})\s(?:later|earlier|afterwards?|before(?=[\s,.;]))|[Tt]he\s(?:following|same|previous)\s(?:day|week|month|year|decade)|[Tt]he\s(?:year|month|day)\s(?:before|after))(?!\w)",
        deictic.build_narrative,
    ),
    (rf"(?P<the>[Tt]he\s)?(?P<name>{_NAMES})(?!\w)", absolute.build_named),
)

_COMPILED = tuple((re.compile(pattern), builder) for pattern, builder in PATTERNS)
_UNION = re.compile(
    r"(?<![\w$£€¥₹])(?:"
    + "|".join(f"({re.sub(r'[(][?]P<[a-z0-9]+>', '(?:', pattern)})" for pattern, _ in PATTERNS)
    + ")"
)


# Trying the union only where a word can begin one is six times faster than searching for it.
_TOKEN = re.compile(r"['’‘]?\w+")
_STARTS = frozenset(
    [
        *opening_words(),
        "FY",
        "FY24",
        "Q1",
        "Q2",
        "Q3",
        "Q4",
        "H1",
        "H2",
    ]
    + [f"FY{year:02}" for year in range(100)]
    + [f"FY20{year:02}" for year in range(100)]
    + [name for month in calendar.month_name[1:] for name in (month, month[:3])]
    + ["Sept", *calendar.day_name]
    + [m[0] for name in periods() if (m := re.match(r"\w+", name))]
)


@dataclass(frozen=True, slots=True)
class Match:
    """An expression of time: where it stands, the pattern's own match, and its interval."""

    start: int
    end: int
    interval: Interval
    builder: Builder


def scan(text: str, published: Published | None) -> Iterator[Match]:
    """Every expression of time in `text`, left to right."""
    end = 0
    for token in _TOKEN.finditer(text):
        word = token[0]
        if token.start() < end or not (word in _STARTS or word[0] in "0123456789'’‘"):
            continue
        if found := _match_at(text, token.start(), published):
            end = found.end
            yield found


def _match_at(text: str, start: int, published: Published | None) -> Match | None:
    union = _UNION.match(text, start)
    if union is None or union.lastindex is None:
        return None
    pattern, builder = _COMPILED[union.lastindex - 1]
    match = pattern.match(text, start)
    interval = builder(match, published) if match else None
    if match is None or interval is None:
        return None
    prep = match.groupdict().get("prep")
    return Match(match.end("prep") + 1 if prep else match.start(), match.end(), interval, builder)
