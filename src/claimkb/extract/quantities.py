"""Quantities of a text: an interval, a unit, how the words bound it, and what is measured.

A grammar of newspaper amounts over plain text. `quantity_words` finds
numbers by their form; here they are cleared of names, joined to ranges,
and given bound, unit and measure by the modules beside it.

Conventions. `unit` is an ISO 4217 code, "%", "pp" (percentage points),
"times" (multiples), a unit of measure, or the plural noun counted. A rate is
kept in `of` after the measure: "trade; per year", or "per year" alone.
"hundreds", "a few million" give at-least twice the word's value,
approximate. "nearly x" ends at x. "from x to y" is a change: two quantities.
"""

import re
from dataclasses import replace

from claimkb.extract.quantity_context import (
    Bound,
    bound_after,
    bound_before,
)
from claimkb.extract.quantity_dimensions import dimension
from claimkb.extract.quantity_measures import (
    find_done,
    find_measured,
    find_moved,
    find_rate,
    find_sized,
    find_substance,
    find_whole,
)
from claimkb.extract.quantity_ranges import Reading, join_ranges
from claimkb.extract.quantity_units import DURATIONS, Unit, unit_of
from claimkb.extract.quantity_words import find_amounts
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
        if before and before.unit == "%" and not quantity.of and text[before.end : quantity.start] == " to ":
            quantity = replace(quantity, of=before.of)  # "sales rose 4% to $3bn"
        if quantity.unit is None and following and text[quantity.end : following.start].strip() == "to":
            quantity = replace(quantity, unit=following.unit, of=quantity.of or following.of)
        shared.append(quantity)
    return shared


# "$5bn over ten years" is spread over exactly ten; "for over ten years" is more
_SPREAD = re.compile(
    r"(?<!\bfor\s)(?<!\bwell\s)(?<!\bjust\s)(?<!\bspent\s)(?<!\btook\s)(?<!\bis\s)(?<!\bwas\s)(?<!\bof\s)\bover\s$"
)
_VAGUE_BOUND = {"vague", "few"}
_ARTICLES = 12  # characters that may stand between an amount and what it is of: " of all the "


def _quantity(text: str, reading: Reading) -> Quantity | None:
    amount = reading.amount
    before = bound_before(text, reading.start)
    after = bound_after(text, reading.end)
    end = after.end if after else reading.end
    unit = unit_of(text, reading, end, before)
    if unit is None:
        return None
    if before and unit.name in DURATIONS and _SPREAD.search(text, max(0, before.start - 12), reading.start):
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


def _measured(text: str, reading: Reading, unit: Unit, before: Bound | None) -> str | None:
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
    unit: Unit,
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
