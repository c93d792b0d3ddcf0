"""Quantities of a text: an interval, a unit, how the words bound it, and what is measured.

A grammar of newspaper amounts over plain text. `quantity_words` finds
numbers by their form; here they are cleared of names, joined to ranges,
and given bound, unit and measure by `quantity_context`.

Conventions. `unit` is an ISO 4217 code, "%", "pp" (percentage points),
"times" (multiples), a unit of measure, or the plural noun counted. A rate is
kept in `of` after the measure: "trade; per year", or "per year" alone.
"hundreds", "a few million" give at-least twice the word's value,
approximate. "nearly x" ends at x. "from x to y" is a change: two quantities.
"""

import re
from dataclasses import dataclass, replace

from claimkb.extract.quantity_context import (
    Bound,
    bound_after,
    bound_before,
    find_counted,
    find_unit,
)
from claimkb.extract.quantity_dimensions import dimension, letter_m, magnitude_end
from claimkb.extract.quantity_measures import (
    find_done,
    find_measured,
    find_moved,
    find_rate,
    find_sized,
    find_substance,
    find_verb_measure,
    find_whole,
)
from claimkb.extract.quantity_ranges import Reading, join_ranges
from claimkb.extract.quantity_words import DASH, Amount, find_amounts, longest_first
from claimkb.lexicon.gazetteer import gazetteer
from claimkb.lexicon.units import telling_measure, units
from claimkb.model import Comparator, Quantity

_UNITS = units()


def find_quantities(text: str, *, offset: int = 0) -> tuple[Quantity, ...]:
    """Every quantity of `text`, in order; `start` and `end` count from `offset`."""
    amounts = find_amounts(text)
    if not amounts:
        return ()
    readings = join_ranges(text, amounts)
    found = [quantity for reading in readings if (quantity := _quantity(text, reading))]
    return tuple(replace(q, start=q.start + offset, end=q.end + offset) for q in _share_units(text, found))


_RESTATED = re.compile(r",?\s(?:or|and)\s|\s?\(")


def _share_units(text: str, found: list[Quantity]) -> list[Quantity]:
    """ "from 5 million to 7 million units": the first amount of a change has the unit of the second."""
    shared: list[Quantity] = []
    for i, quantity in enumerate(found):
        following = found[i + 1] if i + 1 < len(found) else None
        before = shared[-1] if shared else None
        if (
            before
            and quantity.unit == "%"
            and not quantity.of
            and _RESTATED.fullmatch(text, before.end, quantity.start)
        ):
            quantity = replace(quantity, of=before.of)  # "fell 1,420 points, or 6.7%"
        if quantity.unit is None and following and text[quantity.end : following.start].strip() == "to":
            quantity = replace(quantity, unit=following.unit, of=quantity.of or following.of)
        shared.append(quantity)
    return shared


_CURRENCY_AFTER = re.compile(
    rf"(?:\sof\s|[\s{DASH}])(?:(U\.?S\.?|[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)\s)?"
    rf"({longest_first([f for w in _UNITS.currency_words for f in (w, w.capitalize())])}|"
    rf"{'|'.join(sorted(_UNITS.currency_codes))})(?![\w])"
)
_VICTIMS = re.compile(
    r"\s+(?:others\s+)?(?:were|have\s+been|had\s+been|are|was)\s+(?:\w+ly\s+)?(\w+(?:ed|en|t))\b"
    r"|\s+(dead|killed|injured|wounded|missing|died|survived|fled|drowned)\b"
)
_AGE_BEFORE = re.compile(r"(?:\baged\s+|[A-Z][\w’'-]+(?:,\s|\s\())$")
_AGE_END = re.compile(r"[,.)]|\s[―—–-]")
_DURATIONS = {"years", "months", "weeks", "days", "hours"}
# "$5bn over ten years" is spread over exactly ten; "for over ten years" is more
_SPREAD = re.compile(
    r"(?<!\bfor\s)(?<!\bwell\s)(?<!\bjust\s)(?<!\bspent\s)(?<!\btook\s)(?<!\bis\s)(?<!\bwas\s)(?<!\bof\s)\bover\s$"
)
_WEIGHT = re.compile(r"\bweigh(?:s|ed|ing)?\s+(?:\w+\s+){0,2}$")
_VAGUE_BOUND = {"vague", "few"}
_ARTICLES = 12  # characters that may stand between an amount and what it is of: " of all the "


@dataclass(frozen=True, slots=True)
class _Unit:
    """The unit found: `factor` scales the value, `end` is where its words end, `of` its noun phrase."""

    name: str | None
    factor: float
    end: int
    of: str | None = None
    is_open: bool = False  # the words do not tell the value: "600m" of what may be metres or millions


def _quantity(text: str, reading: Reading) -> Quantity | None:
    amount = reading.amount
    before = bound_before(text, reading.start)
    after = bound_after(text, reading.end)
    end = after.end if after else reading.end
    unit = _unit(text, reading, end, before)
    if unit is None:
        return None
    if before and unit.name in _DURATIONS and _SPREAD.search(text, max(0, before.start - 12), reading.start):
        before = None
    bound = after or before
    if not after and unit.end > end and (late := bound_after(text, unit.end)):
        bound, unit = late, replace(unit, end=late.end)
    rate = find_rate(text, unit.end)
    of = unit.of or _measured(text, reading, unit, before)
    if of and not rate and (at := text.find(of, unit.end, unit.end + len(of) + _ARTICLES)) >= 0:
        rate = find_rate(text, at + len(of))  # "20 litres of water a day"
    if rate:
        of = f"{of}; per {rate[0]}" if telling_measure(of, "") else f"per {rate[0]}"
    if unit.is_open:
        start = before.start if before else reading.start
        words = text[start : unit.end]
        return Quantity(None, None, None, Comparator.EXACT, before is not None, of, words, start, unit.end)
    low, high = amount.value * unit.factor, (reading.high or amount.value) * unit.factor
    if amount.style == "digits" or unit.factor != 1:
        low, high = round(low, 6), round(high, 6)
    return _bounded(text, reading, (low, high), bound, unit, before, of)


def _measured(text: str, reading: Reading, unit: _Unit, before: Bound | None) -> str | None:
    start = before.start if before else reading.start
    if reading.amount.style == "part" and (whole := find_whole(text, unit.end)):
        return whole
    if reading.amount.currency or unit.name in _MONEY or unit.name in {"%", "pp"}:
        rate = find_rate(text, unit.end)
        if rate and rate[0] == "hour":
            return None  # "$12 an hour in rural areas" is no amount of areas
        return find_measured(text, start, rate[1] if rate else unit.end)
    if unit.name in {"points", "times"}:
        return find_moved(text, start) or (find_done(text, start) if unit.name == "times" else None)
    if unit.name in _MEASURES:
        size = dimension(text, start, unit.end, unit.name)
        return size if size in _AWAY else find_substance(text, unit.end) or size
    return find_sized(text, start) if unit.name is None else unit.name


_MEASURES = frozenset(_UNITS.units.values()) | {"magnitude"}
_AWAY = frozenset({"distance", "age"})  # "80 metres of the hut", "18 months of age": no substance
_MONEY = _UNITS.currency_codes | set(_UNITS.currency_words.values())


def _bounded(
    text: str,
    reading: Reading,
    values: tuple[float, float],
    bound: Bound | None,
    unit: _Unit,
    before: Bound | None,
    of: str | None,
) -> Quantity:
    low, high = values
    kind = bound.comparator if bound else Comparator.EXACT
    style = reading.amount.style
    if style in _VAGUE_BOUND:
        kind = Comparator.AT_LEAST
    elif reading.high is not None and kind in {Comparator.EXACT, Comparator.AROUND}:
        kind = Comparator.RANGE
    approximate = (
        style in {"part", *_VAGUE_BOUND}
        or kind in {Comparator.AROUND, Comparator.NEARLY}
        or (bound is not None and bound.comparator is Comparator.AROUND)
    )
    above = kind in {Comparator.MORE_THAN, Comparator.AT_LEAST}
    below = kind in {Comparator.LESS_THAN, Comparator.AT_MOST, Comparator.NEARLY}
    start = before.start if before else reading.start
    return Quantity(
        None if below else low,
        None if above else high,
        unit.name,
        kind,
        approximate,
        of,
        text[start : unit.end],
        start,
        unit.end,
    )


def _unit(text: str, reading: Reading, end: int, before: Bound | None) -> _Unit | None:
    """The unit of a reading; None when nothing says that it is an amount of anything."""
    amount = reading.amount
    if amount.currency:
        return _Unit(amount.currency, 1.0, end)
    if amount.unit:
        if text.startswith(" down", end):
            return None  # "doubled down"
        return _Unit(amount.unit, 1.0, end)
    if money := _currency_after(text, amount, end):
        return money
    if amount.style == "digits" and not amount.scaled and (special := _special(text, amount, end, before)):
        return special
    if found := find_unit(text, end):
        name, factor, unit_end = found
        if name in _DURATIONS and _is_time(text, amount.start, unit_end):
            return None
        if name in {"days", "points"} and text[amount.start : unit_end].lower() in {"one day", "one point"}:
            return None  # "one day" and "at one point" are no measures
        return None if name == "times" and _is_occasion(text, unit_end) else _Unit(name, factor, unit_end)
    if (
        amount.style == "digits"
        and _AGE_BEFORE.search(text, max(0, amount.start - 24), amount.start)
        and _is_age(text, amount, end)
    ):
        return _Unit("years old", 1.0, end)
    if amount.style == "digits" and not _YEAR.fullmatch(text, amount.start, amount.end):
        size = find_sized(text, amount.start)
        if (
            size is not None
            and (counted := _count(text, amount, end, before or Bound(Comparator.EXACT, amount.start, end)))
            is not None
        ):
            return counted
    return _count(text, amount, end, before)


def _special(text: str, amount: Amount, end: int, before: Bound | None) -> _Unit | None:
    """A magnitude, or a number with the letter m."""
    shaken = magnitude_end(text, before.start if before else amount.start, end, amount.value)
    if shaken is not None:
        return _Unit("magnitude", 1.0, shaken)
    letter = letter_m(text, amount.start, end)
    if letter is None:
        return None
    if letter == "metres":
        return _Unit("m", 1.0, end + 1)
    return _Unit(None, 1e6, end + 1) if letter == "millions" else _Unit(None, 1.0, end + 1, is_open=True)


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
    closed = _AGE_END.match(text, end) is not None
    return not amount.scaled and 0 < amount.value < 111 and (aged or closed)


def _currency_after(text: str, amount: Amount, end: int) -> _Unit | None:
    match = _CURRENCY_AFTER.match(text, end)
    if match is None or (match[2] == "won" and not amount.scaled):
        return None
    word = match[2]
    if word == "pounds" and _WEIGHT.search(text, max(0, amount.start - 24), amount.start):
        return _Unit("pounds (mass)", 1.0, match.end())
    word = word if word in _UNITS.currency_codes else word.lower()
    code = _UNITS.currency_words.get(word, word)
    if match[1]:
        code = gazetteer().currency_of(match[1], word) or code
    factor = 1.0
    return _Unit(code, factor, match.end())


_DEFINITE = re.compile(r"\b(?:the|these|those|its|their|both|other|any|no)\s+$", re.IGNORECASE)
_ONE_IDIOM = re.compile(r"\bone\b", re.IGNORECASE)


def _count(text: str, amount: Amount, end: int, before: Bound | None) -> _Unit | None:
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
    if victims := _VICTIMS.match(text, end):
        return _Unit(None, 1.0, end, victims[1] or victims[2])
    if counted := find_counted(text, end):
        noun, phrase, noun_end = counted
        return _Unit(noun, 1.0, noun_end, phrase)
    if (verb := find_verb_measure(text, bound_start)) in _CASUALTIES:
        return _Unit(None, 1.0, end, verb)
    grouped = amount.style == "digits" and "," in word
    return (
        _Unit(None, 1.0, end)
        if (amount.scaled and amount.value > 12)
        or grouped
        or (before is not None and amount.style == "digits")
        else None
    )


_CASUALTIES = frozenset({"killed", "injured", "arrested", "displaced"})
