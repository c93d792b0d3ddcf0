"""Two numbers that are one: "$5-10 billion", "between 10 and 15 percent", "two or three days".

A scale or unit at the second number is the first's too. "from 5 to 7" is a
change and stays two numbers; "won 3-0" and "a 5-4 ruling" are no amounts.
"""

import re
from dataclasses import dataclass, replace

from claimkb.extract.quantity_context import find_unit, is_name
from claimkb.extract.quantity_words import DASH, Amount, longest_first
from claimkb.lexicon.units import units

_UNITS = units()


@dataclass(frozen=True, slots=True)
class Reading:
    """An amount on its way to a quantity: `high` is set for a range."""

    amount: Amount
    high: float | None
    start: int
    end: int


_BETWEEN_AMOUNTS = re.compile(rf"\s?(?:[{DASH}]|(?P<to>to)|(?P<and>and)|(?P<or>or))\s?")
_LEFT_OF_RANGE = re.compile(
    r"\b(?:(?P<between>between)|(?P<move>from|by|of)|\w+(?:ed|rose|fell|grew))\s+\S{0,3}$", re.IGNORECASE
)
_SCORE_NOUN = re.compile(rf"[\s{DASH}](?:[a-z]+\s)?({'|'.join(sorted(_UNITS.scores))})\b")
_SCALE_OR_UNIT = re.compile(rf"\s?(%|per\s?cent|{longest_first(list(_UNITS.units))})")


def join_ranges(text: str, amounts: list[Amount]) -> list[Reading]:
    """The numbers of a text with ranges joined, without those that are names or scores."""
    readings: list[Reading] = []
    i = 0
    while i < len(amounts):
        amount = amounts[i]
        following = amounts[i + 1] if i + 1 < len(amounts) else None
        joined = _as_range(text, amount, following) if following else None
        if joined is not None and following:
            i += 2
            if joined.end:
                readings.append(joined)
            continue
        readings.append(Reading(amount, None, amount.start, amount.end))
        i += 1
    return [r for r in readings if not is_name(text, r.amount)]


def _as_range(text: str, low: Amount, high: Amount) -> Reading | None:
    """The two amounts as one range; ending at 0 when they are a score; None when they stand apart."""
    gap_start = low.end
    if (unit := _SCALE_OR_UNIT.match(text, low.end)) and unit.end() < high.start:
        gap_start = unit.end()
    gap = _BETWEEN_AMOUNTS.fullmatch(text, gap_start, high.start)
    if gap is None or low.style != high.style or low.style not in {"digits", "words", "part"}:
        return None
    left = _LEFT_OF_RANGE.search(text, max(0, low.start - 14), low.start)
    if (gap["and"] or low.style == "part") and not (left and left["between"]):
        return None
    if gap["to"] and left and left["move"] == "from":
        return None
    if _is_score(text, low, high, bool(gap["to"])):
        return Reading(low, None, 0, 0)
    if high.scaled and not low.scaled and low.value < 1000:
        low = replace(low, value=low.value * _scale_of(text, high), scaled=True)
    if gap_start != low.end and high.currency:
        return None
    if low.value >= high.value or (high.currency and low.currency not in {None, high.currency}):
        return None
    merged = replace(
        low, end=high.end, currency=low.currency or high.currency, scaled=low.scaled or high.scaled
    )
    start = left.start() if left and left["between"] else low.start
    return Reading(merged, high.value, start, high.end)


def _scale_of(text: str, amount: Amount) -> float:
    words = re.split(rf"[\s{DASH}]+|(?<=\d)(?=[A-Za-z])", text[amount.start : amount.end])
    return _UNITS.scales.get(words[-1].lower(), _UNITS.scales.get(words[-1], 1.0))


def _is_score(text: str, low: Amount, high: Amount, spoken: bool) -> bool:
    if low.style != "digits" or low.currency or low.scaled or high.scaled:
        return False
    if _SCORE_NOUN.match(text, high.end):
        return True
    return not spoken and high.value <= low.value and not find_unit(text, high.end)
