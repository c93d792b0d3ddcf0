"""The unit of an amount: money, a measure, an age, a magnitude, or the noun that is counted.

A number without any of these is no amount, unless a bound, a scale or
victims say that it counts something ("at least 12", "46 were arrested").
"""

import re
from dataclasses import dataclass

from claimkb.extract.quantity_context import Bound, find_counted, find_unit
from claimkb.extract.quantity_dimensions import letter_m, magnitude_end
from claimkb.extract.quantity_measures import find_sized, find_verb_measure
from claimkb.extract.quantity_ranges import Reading
from claimkb.extract.quantity_words import DASH, Amount, longest_first
from claimkb.lexicon.gazetteer import gazetteer
from claimkb.lexicon.units import units
from claimkb.model import Comparator

_UNITS = units()
DURATIONS = frozenset({"years", "months", "weeks", "days", "hours"})
_CURRENCY_AFTER = re.compile(
    rf"(?:\sof\s|[\s{DASH}])(?:(U\.?S\.?|[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)\s)?"
    rf"({longest_first([f for w in _UNITS.currency_words for f in (w, w.capitalize())])}|"
    rf"{'|'.join(sorted(_UNITS.currency_codes))})(?![\w])"
)
_VICTIMS = re.compile(
    r"\s+(?:others\s+)?(?:were|have\s+been|had\s+been|are|was)\s+(?:\w+ly\s+)?(\w+(?:ed|en|t))\b"
    r"|\s+(dead|killed|injured|wounded|missing|died|survived|fled|drowned|homeless|jobless)\b"
)
_AGE_BEFORE = re.compile(
    r"(?:\baged\s+|,\sboth\s|[A-Z][\w’'-]+(?:,\s|\s\()|\b(?:daughter|son|wife|husband|mother|father|sister|brother|boy|girl"
    r"|man|woman|child|nephew|niece|grandson|granddaughter|boyfriend|girlfriend),\s|\b(?:he|she|who|[A-Z]\w+)\s(?:was|is)\s(?:only\s|just\s)?)$"
)
_AGE_THEN = re.compile(r"\s(?:at\sthe\stime|when\s)")
_PARENT = re.compile(r"\b(?:mother|father|parent|mum|mom|dad|grandmother|grandfather)s?\sof\s$")
_AGE_END = re.compile(r"[,.)]|\s[―—–-]")
_STOP = re.compile(r"\.(?:\s|$)")
_GROWN, _OLDEST = 15, 111  # years: "Roe is 40." tells an age, "France is 3." a rank
_WAS = re.compile(r"\s(?:was|is)\s(?:only\s|just\s)?$")
_OF_THEM = re.compile(
    r"\sof\s(?:(?:them|whom|which)\b|(?:these|those)(?=[,.;]|\s(?:who|were|had|have|are|was)\b))"
)
_YOUNGER = re.compile(
    r"\b(?:people|persons|adults|children|men|women|girls|boys|voters|drivers|anyone|those)\s(?:aged\s)?(?:under|over|below|above)\s$"
)
_WEIGHT = re.compile(r"\bweigh(?:s|ed|ing)?\s+(?:\w+\s+){0,2}$")


@dataclass(frozen=True, slots=True)
class Unit:
    """The unit found: `factor` scales the value, `end` is where its words end, `of` its noun phrase."""

    name: str | None
    factor: float
    end: int
    of: str | None = None
    is_open: bool = False  # the words do not tell the value: "600m" of what may be metres or millions


def unit_of(text: str, reading: Reading, end: int, before: Bound | None) -> Unit | None:
    """The unit of a reading; None when nothing says that it is an amount of anything."""
    amount = reading.amount
    if amount.currency:
        return Unit(amount.currency, 1.0, end)
    if amount.unit:
        if text.startswith(" down", end):
            return None  # "doubled down"
        return Unit(amount.unit, 1.0, end)
    if money := _currency_after(text, amount, end):
        return money
    if amount.style == "digits" and not amount.scaled and (special := _special(text, amount, end, before)):
        return special
    if found := find_unit(text, end):
        name, factor, unit_end = found
        if name in DURATIONS and _is_time(text, amount.start, unit_end):
            return None
        if name in {"days", "points"} and text[amount.start : unit_end].lower() in {"one day", "one point"}:
            return None  # "one day" and "at one point" are no measures
        return None if name == "times" and _is_occasion(text, unit_end) else Unit(name, factor, unit_end)
    if amount.style == "digits" and before and _YOUNGER.search(text, max(0, amount.start - 32), amount.start):
        return Unit("years old", 1.0, end)  # "people under 30"
    if (
        amount.style == "digits"
        and _AGE_BEFORE.search(text, max(0, amount.start - 24), amount.start)
        and _is_age(text, amount, end)
    ):
        return Unit("years old", 1.0, end)
    if amount.style == "digits" and not _YEAR.fullmatch(text, amount.start, amount.end):
        size = find_sized(text, amount.start)
        if (
            size is not None
            and (counted := _count(text, amount, end, before or Bound(Comparator.EXACT, amount.start, end)))
            is not None
        ):
            return counted
    return _count(text, amount, end, before)


def _special(text: str, amount: Amount, end: int, before: Bound | None) -> Unit | None:
    """A magnitude, or a number with the letter m."""
    shaken = magnitude_end(text, before.start if before else amount.start, end, amount.value)
    if shaken is not None:
        return Unit("magnitude", 1.0, shaken)
    letter = letter_m(text, amount.start, end)
    if letter is None:
        return None
    if letter == "metres":
        return Unit("m", 1.0, end + 1)
    return Unit(None, 1e6, end + 1) if letter == "millions" else Unit(None, 1.0, end + 1, is_open=True)


_YEAR = re.compile(r"(?:19|20)\d\d")
_TIME_BEFORE = re.compile(r"\b(?:past|last|previous|next|coming|recent|following|these)\s+$")
_TIME_AFTER = re.compile(r"\s+(?:ago|later|earlier|afterwards?|hence)\b")


def _is_time(text: str, start: int, end: int) -> bool:
    """Whether a duration only places something in time ("two years ago", "the past two decades")."""
    return bool(_TIME_AFTER.match(text, end) or _TIME_BEFORE.search(text, max(0, start - 12), start))


def _is_occasion(text: str, end: int) -> bool:
    """Whether "times" counts occasions in a row, which is no measure of anything."""
    return text.startswith(" in a row", end)


def _is_age(text: str, amount: Amount, end: int) -> bool:
    aged = text[max(0, amount.start - 5) : amount.start] == "aged "
    if _WAS.search(text, max(0, amount.start - 10), amount.start):
        then = _AGE_THEN.match(text, end) is not None
        grown = amount.value > _GROWN and _STOP.match(text, end) is not None
        return amount.value < _OLDEST and (then or grown)
    closed = _AGE_END.match(text, end) is not None
    return not amount.scaled and 0 < amount.value < 111 and (aged or closed)


def _currency_after(text: str, amount: Amount, end: int) -> Unit | None:
    match = _CURRENCY_AFTER.match(text, end)
    if match is None or (match[2] == "won" and not amount.scaled):
        return None
    word = match[2]
    if word == "pounds" and _WEIGHT.search(text, max(0, amount.start - 24), amount.start):
        return Unit("pounds (mass)", 1.0, match.end())
    word = word if word in _UNITS.currency_codes else word.lower()
    code = _UNITS.currency_words.get(word, word)
    if match[1]:
        code = gazetteer().currency_of(match[1], word) or code
    factor = 1.0
    return Unit(code, factor, match.end())


_DEFINITE = re.compile(r"\b(?:the|these|those|its|their|both|other|any|no)\s+$", re.IGNORECASE)


def _count(text: str, amount: Amount, end: int, before: Bound | None) -> Unit | None:
    """The noun that is counted; a bare number counts only with a bound, a scale or victims."""
    word = text[amount.start : amount.end].lower()
    bound_start = before.start if before else amount.start
    if word in {"one", "zero"} and before is None:
        return None
    if (
        amount.style == "words"
        and amount.value == 2
        and _DEFINITE.search(text, max(0, amount.start - 8), amount.start)
    ):
        return None
    if _PARENT.search(text, max(0, amount.start - 16), amount.start):
        return Unit("children", 1.0, end, "children")  # "a mother of 12"
    if word != "one" and (them := _OF_THEM.match(text, end)):
        return Unit(None, 1.0, them.end())  # "two of them": of what, stands elsewhere
    if victims := _VICTIMS.match(text, end):
        return Unit(None, 1.0, end, victims[1] or victims[2])
    if counted := find_counted(text, end):
        noun, phrase, noun_end = counted
        return Unit(noun, 1.0, noun_end, phrase)
    if (verb := find_verb_measure(text, bound_start)) in _CASUALTIES:
        return Unit(None, 1.0, end, verb)
    grouped = amount.style == "digits" and "," in word
    return (
        Unit(None, 1.0, end)
        if (amount.scaled and amount.value > 12)
        or grouped
        or (before is not None and amount.style == "digits")
        else None
    )


_CASUALTIES = frozenset({"killed", "injured", "arrested", "displaced"})
