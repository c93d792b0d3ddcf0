"""The words around a number: what bounds it, its unit, what it counts, and whether it is an amount at all.

No parser: the noun of a count is the first plural within a few words.
`is_name` turns away years, dates, identifiers, scores, times and list
numbers, by looking only at the neighbours of the number.
"""

import re
from dataclasses import dataclass

from claimkb.extract.quantity_words import DASH, Amount, longest_first
from claimkb.lexicon.units import units
from claimkb.model import Comparator

_UNITS = units()
_MONTHS = (
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:uary|ruary|ch|il|e|y|ust|tember|ember|ober)?\.?"
)


@dataclass(frozen=True, slots=True)
class Bound:
    """A comparator with the words that say it, as offsets."""

    comparator: Comparator
    start: int
    end: int


_BEFORE = re.compile(
    rf"(?<![\w-])({longest_first(list(_UNITS.bounds_before))})(?:\s+(?:the|a|an|its|another))?\s+$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"(\+)|(?:\s|[{DASH}])({longest_first(list(_UNITS.bounds_after))})(?![\w{DASH}])", re.IGNORECASE
)


_RAISED = re.compile(
    r"\b(?:bring|brings|bringing|brought|push|pushing|pushed|takes?|taking|took)(?:\s[\w’'-]+){0,3}\s$"
)


def bound_before(text: str, start: int) -> Bound | None:
    """The bound that ends where the number starts: "more than", "an estimated"."""
    match = _BEFORE.search(text, max(0, start - 28), start)
    if match is None:
        return None
    if match[1].lower() == "about" and match[0].split()[-1].lower() == "the":
        return None  # "thought about the 15 years"
    if match[1].lower() == "up to" and _RAISED.search(text, max(0, match.start() - 24), match.start()):
        return None
    return Bound(_UNITS.bounds_before[" ".join(match[1].lower().split())], match.start(1), start)


def bound_after(text: str, end: int) -> Bound | None:
    """The bound that follows: "plus", "+", "or more"."""
    match = _AFTER.match(text, end)
    if match is None:
        return None
    word = " ".join((match[2] or "plus").lower().split())
    return Bound(_UNITS.bounds_after[word], match.start(), match.end())


# --- numbers that are names ---

_LEFT_NAME = re.compile(
    rf"(?:[A-Za-z_&#@=/\\][{DASH}:./]?|\d[{DASH}./:]|[\w\]][.:,]|[(\[]\d{{3}}[)\]]\s?|\.)$"
    rf"|\b{_MONTHS}\s(?:\d{{1,2}}(?:st|nd|rd|th)?,\s|\d{{1,2}}\s?[{DASH}]\s?)?$|['’‘](?=$)"
)
_LEFT_WORD = re.compile(rf"\b(?:{longest_first(list(_UNITS.identifiers))})\s?$", re.IGNORECASE)
_RIGHT_NAME = re.compile(
    rf"['’]?(?:st|nd|rd|th|s)\b|[/:]\d|[{DASH}]\d|\.\d|[A-Z]\b(?!\$)|\s?(?:[ap]\.?m\b|o['’]clock|GMT|BST|EST|EDT|UTC)"
    rf"|(?:st|nd|rd|th)?\s(?:of\s)?{_MONTHS}(?!\w)"
    r"|\s(?:[A-Z0-9]\w+\s){1,3}(?:Street|St\.|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Lane)\b"
)
# "AK 47", "F 16": capitals and a number without a hyphen; not "the EU 27"
_DESIGNATION = re.compile(r"\b(?!US|UK|EU|UN|AM|PM|TV|I\b|A\b)(?:[A-Z]{1,2}|MiG)\s$")
_DESIGNATED = re.compile(r"\s+(?:[A-Z]{1,2}|MiG)[\s-]\d{1,3}(?=\s)")
_LIST_MARK = re.compile(r"(?:^|\n)\s*[(\[]?$")
_LIST_END = re.compile(r"[.)\]](?:\s|$)")
_YEAR_NOUN = re.compile(r"\s+(?:[a-z]+\s+)?([A-Za-z]+)")
_WORD_LEFT = re.compile(rf"\w[{DASH}]$")


_MAGNITUDE_LEFT = re.compile(rf"[Mm]agnitude[{DASH}]$")
_NAMED_DAY = re.compile(rf"9[/{DASH}]11\b(?!\s(?:hours|days|people))")  # the date that has become a name


def is_name(text: str, amount: Amount) -> bool:
    """Whether the number is part of a name, date, time, score or list mark rather than an amount."""
    start, end = amount.start, amount.end
    if _NAMED_DAY.match(text, start):
        return True
    if _MAGNITUDE_LEFT.search(text, max(0, start - 10), start):
        return False
    if amount.style != "digits":
        return bool(_WORD_LEFT.search(text, max(0, start - 2), start))
    if amount.currency:
        return text[amount.end : amount.end + 1] == "s"
    if _LEFT_NAME.search(text, max(0, start - 16), start):
        return True
    word = _LEFT_WORD.search(text, max(0, start - 16), start)
    if word is not None and not word[0].startswith(
        "group of"
    ):  # "the Group of 7", not "a group of 30 nations"
        return True
    if amount.scaled:
        return False
    if amount.value < 1000 and _DESIGNATION.search(text, max(0, start - 5), start):
        return True
    if _RIGHT_NAME.match(text, end) and not _starts_unit(text, end):
        return True
    if _LIST_MARK.search(text, max(0, start - 8), start) and _LIST_END.match(text, end):
        return True
    return _is_year(text, amount) or _is_version(text, amount)


def _is_year(text: str, amount: Amount) -> bool:
    if amount.end - amount.start != 4 or not 1000 <= amount.value <= 2100:
        return False
    noun = _YEAR_NOUN.match(text, amount.end)
    if find_unit(text, amount.end) or (noun and noun[1] in _UNITS.countable):
        return False
    # "below 2005 levels" speaks of a year, "over 2000 of them" of a number
    return (noun is not None and noun[1] == "levels") or not bound_before(text, amount.start)


def _is_version(text: str, amount: Amount) -> bool:
    """ "Web 3.0": a capitalised word, then a decimal that ends in nought."""
    if not text[amount.start : amount.end].endswith(".0") or find_unit(text, amount.end):
        return False
    return bool(re.search(r"[A-Z]\w*\s$", text[max(0, amount.start - 16) : amount.start]))


# --- units and nouns ---

_UNIT = re.compile(rf"(?:\s|[{DASH}])?(%|{longest_first(list(_UNITS.units))})(?![\w/])")
_HYPHENATED = re.compile(
    rf"[{DASH}](?P<square>square[{DASH}])?(?P<noun>{longest_first(_UNITS.hyphenated)})(?:[{DASH}](old)s?)?(?!\w)"
)
_YOUNG = re.compile(rf"[{DASH}\s](month|week|day)s?[{DASH}\s]old(?!\w)")
_AGE = re.compile(rf"[{DASH}\s]years?[{DASH}\s](?:old(?!\w)|of[{DASH}\s]age)")
NEXT = re.compile(r"(?:\s+|-|/)((?:[A-Z]\.){2,}|[^\W\d_][\w’'‑-]*)")
_NUMBERED = re.compile(r"\s\d{2,4}(?=\s[a-z])")
_OF = re.compile(r"\s+of\s+(?:(?:the|its|their|his|her|our|these|those|all|those)\s+)?(?:\d+\s+)?")


def find_unit(text: str, end: int) -> tuple[str, float, int] | None:
    """A unit of measure right after the number: (unit, factor, where it ends)."""
    if age := _AGE.match(text, end):
        return "years old", 1.0, age.end()
    if young := _YOUNG.match(text, end):
        return f"{young[1]}s", 1.0, young.end()
    match = _UNIT.match(text, end)
    if match is None:
        return _hyphenated(text, end)
    word = " ".join(match[1].split())
    return _UNITS.units.get(word, word), _UNITS.factors.get(word, 1.0), match.end()


def _starts_unit(text: str, end: int) -> bool:
    return find_unit(text, end) is not None


def _hyphenated(text: str, end: int) -> tuple[str, float, int] | None:
    match = _HYPHENATED.match(text, end)
    if match is None:
        return None
    noun = match["noun"]
    if match["square"]:
        plural = {"foot": "feet", "inch": "inches"}.get(noun, f"{noun}s")
        return f"square {plural}", 1.0, match.end()
    unit = _UNITS.units.get(noun) or {"person": "people", "man": "people", "country": "countries"}.get(
        noun, noun + "s"
    )
    return unit, _UNITS.factors.get(noun, 1.0), match.end()


def find_counted(text: str, end: int) -> tuple[str, str, int] | None:
    """The noun a number counts: (plural noun, its phrase, where it ends), or None."""
    if of := _OF.match(text, end):
        end = of.end() - 1
    phrase_start, position = None, end
    if designated := _DESIGNATED.match(text, end):  # "six AK 47 rifles"
        phrase_start, position = designated.start() + 1, designated.end()
    for _ in range(5):
        match = NEXT.match(text, position)
        if match is None:
            return None
        word = match[1].lower()
        if word in _UNITS.skipped and phrase_start is None:
            position = match.end()
            continue
        if word in _UNITS.boundaries and match[1] != "US":
            return None
        phrase_start = match.start(1) if phrase_start is None else phrase_start
        position = match.end()
        if match[1][0].isupper() and (numbered := _NUMBERED.match(text, position)):
            position = numbered.end()  # "58 Fortune 500 companies"
            continue
        if is_plural(match[1]):
            for _ in range(2):
                following = NEXT.match(text, position)
                if following is None or not text[position].isspace() or not is_plural(following[1]):
                    break
                match, position = following, following.end()  # "teachers unions": the last is the head
            noun = re.sub(r"['’]s?$", "", match[1])
            return noun, text[phrase_start : match.start(1)] + noun, match.start(1) + len(noun)
    return None


_NO_MEN = frozenset({"abdomen", "acumen", "regimen", "specimen", "Yemen", "stamen", "bitumen", "Turkmen"})


def is_plural(word: str) -> bool:
    """Whether a word looks like a plural noun."""
    word = re.sub(r"['’]$", "", word)
    if "-" in word:
        first, _, word = word.rpartition("-")
        if first.lower() not in {"co", "ex", "non", "by"}:
            return False
    if word.endswith("men") and len(word) > 4 and word not in _NO_MEN:
        return True
    if word in _UNITS.irregular_plurals or (word.lower() in _UNITS.irregular_plurals and word.islower()):
        return True
    lower = word.lower()
    return (
        len(word) > 3
        and lower.endswith("s")
        and not lower.endswith(("ss", "us", "'s", "’s"))
        and lower not in _UNITS.not_plural
    )
