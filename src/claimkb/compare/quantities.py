"""Amounts as intervals: do two of them overlap, and are they amounts of the same thing?

"Around x" reaches ten per cent either way, "more than x" is open above,
"nearly x" ends at x; a round figure stands for what rounds to it. Two amounts
are compared only if unit, measure and owner agree: a part, a rate, another
recipient or another fund is another amount.
"""

import math
import re
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from claimkb.compare.pair import Pair
from claimkb.compare.phrasing import in_single_words
from claimkb.compare.times import publication
from claimkb.compare.words import CLAIMS_KEPT, content, jaccard, tokens
from claimkb.lexicon.comparing import comparison_words
from claimkb.lexicon.units import telling_measure
from claimkb.lexicon.wordclasses import canonical
from claimkb.model import Claim, Comparator, Quantity

_AROUND = 0.10  # design: "around x" is within ten per cent
_NEARLY = 0.15
_EXACT_BELOW = 20  # small counts are counted, not rounded
AGE = "years old"
_RUN = 100  # times that a count may grow between two reports
_SYMBOL = 3  # letters of a unit of measurement, at most
_RUNNING = frozenset({"deaths", "injuries", "arrests"})
_WINDOW = 60  # characters around an amount in which its cues stand


class Span(StrEnum):
    """How two amounts meet."""

    EQUAL = "equal"
    OVERLAP = "overlap"
    DISJOINT = "disjoint"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Measured:
    """An amount with what it measures; `of` are the words of the thing, `measure` its kind."""

    quantity: Quantity
    of: frozenset[str]
    measure: frozenset[str]
    part: bool
    rate: bool
    change: bool


@lru_cache(maxsize=CLAIMS_KEPT)
def measured(claim: Claim) -> tuple[Measured, ...]:
    """The amounts of a claim with what they measure; how old somebody is counts nothing."""
    found = [q for q in comparable(claim) if q.unit != AGE]
    return tuple(_measured(claim, q) for q in found if not _is_old(claim, q, found))


def _is_old(claim: Claim, quantity: Quantity, beside: list[Quantity]) -> bool:
    """Whether an amount is what another one came from: "lowered to 6 percent from 7 percent"."""
    others = any(q is not quantity and q.unit == quantity.unit for q in beside)
    return others and re.search(rf"\bfrom\b[^,;]{{0,40}}{re.escape(quantity.text)}", claim.text) is not None


@lru_cache(maxsize=CLAIMS_KEPT)
def comparable(claim: Claim) -> tuple[Quantity, ...]:
    """The amounts of a claim in units that meet: feet and miles in metres, pounds of weight in kilograms."""
    return tuple(map(_converted, claim.quantities))


def _converted(quantity: Quantity) -> Quantity:
    quantity = replace(quantity, of=telling_measure(quantity.of, quantity.unit) or None)
    unit, factor = comparison_words().converted.get(quantity.unit or "", ("", 1.0))
    if not unit:
        return replace(quantity, unit=_counted(quantity.unit))
    low, high = (None if end is None else round(end * factor, 6) for end in (quantity.low, quantity.high))
    # Whoever converts rounds: 10 pounds are "4.5 kg", 100 feet "30 metres".
    rough = quantity.approximate or not math.log10(factor).is_integer()
    return replace(quantity, low=low, high=high, unit=unit, approximate=rough)


def _counted(unit: str | None) -> str | None:
    """What is counted by the name of its class: "persons" are people, "homes" houses."""
    if unit is None or not unit.islower() or len(unit) <= _SYMBOL or " " in unit:
        return unit
    one = "person" if unit == "people" else unit.removesuffix("s")
    return f"{canonical(one)}s" if canonical(one) != one else unit


def _measured(claim: Claim, quantity: Quantity) -> Measured:
    lists = comparison_words()
    of_words = tokens(quantity.of or "")
    near = _nearby(claim, quantity)
    words = (*of_words, quantity.unit or "", *claim.frame.predicate)
    measures = frozenset(lists.measures[w] for w in (*words, *_singulars(words)) if w in lists.measures)
    return Measured(
        quantity,
        content((*_singulars(of_words),)),
        measures or frozenset(lists.measures[w] for w in _singulars(tokens(near)) if w in lists.measures),
        any(f" {cue} " in f" {near} " for cue in lists.part_cues),
        any(f" {cue} " in f" {near} " for cue in lists.rate_cues),
        any(w in lists.changes for w in claim.frame.predicate),
    )


def _nearby(claim: Claim, quantity: Quantity) -> str:
    """The words of the quote around an amount, in lower case."""
    at = claim.quote.find(quantity.text)
    if at < 0:
        return ""
    around = tokens(claim.quote[max(0, at - _WINDOW) : at + len(quantity.text) + _WINDOW])
    return " ".join(in_single_words(around))  # "took part" names no part


def _singulars(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(w[:-1] if w.endswith("s") and not w.endswith("ss") and len(w) > 3 else w for w in words)


@lru_cache(maxsize=CLAIMS_KEPT)
def bounds(quantity: Quantity) -> tuple[float, float]:
    """The interval an amount stands for, tolerance included."""
    low = quantity.low if quantity.low is not None else -math.inf
    high = quantity.high if quantity.high is not None else math.inf
    value = quantity.low if quantity.low is not None else quantity.high
    if value is None:
        return low, high
    if quantity.comparator is Comparator.NEARLY:
        return value * (1 - _NEARLY), value
    if quantity.comparator is Comparator.AROUND or (quantity.approximate and low == high):
        return low * (1 - _AROUND), high * (1 + _AROUND)
    if quantity.comparator is Comparator.EXACT and low == high:
        slack = _rounding(value)
        return low - slack, high + slack
    return low, high


def _rounding(value: float) -> float:
    """Half a unit of the last figure that is not zero: what a round amount may stand for."""
    size = abs(value)
    if size < _EXACT_BELOW or not math.isfinite(size):
        return 0.0
    text = f"{size:.6g}"
    mantissa = f"{float(text):e}".split("e")[0].rstrip("0").rstrip(".").replace(".", "")
    unit = 10 ** (math.floor(math.log10(size)) - len(mantissa) + 1)
    return float(min(unit / 2, 0.05 * size))


def meet(a: Quantity, b: Quantity) -> Span:
    """How two amounts of one unit meet."""
    if (a.low is None and a.high is None) or (b.low is None and b.high is None):
        return Span.UNKNOWN
    if (a.low, a.high) == (b.low, b.high):
        return Span.EQUAL
    low_a, high_a = bounds(a)
    low_b, high_b = bounds(b)
    if (low_a == high_b and _is_open(a, b)) or (low_b == high_a and _is_open(a, b)):
        return Span.UNKNOWN  # "nearly 100" and "over 100": neither one figure nor two
    return Span.OVERLAP if low_a <= high_b and low_b <= high_a else Span.DISJOINT


def _is_open(*amounts: Quantity) -> bool:
    """Whether the end of an interval is not itself meant: more than x, less than x, nearly x."""
    open_ends = {Comparator.MORE_THAN, Comparator.LESS_THAN, Comparator.NEARLY}
    return all(a.comparator in open_ends for a in amounts)


def value_of(quantity: Quantity) -> float | None:
    """The one number that stands for an amount."""
    return quantity.low if quantity.low is not None else quantity.high


def is_telling(quantity: Quantity) -> bool:
    """Whether an amount is specific enough for an equal one to be no accident."""
    value = value_of(quantity)
    if value is None:
        return False
    return abs(value) >= 1000 or (abs(value) >= 20 and value % 10 != 0) or value != round(value)


def same_unit(a: Measured, b: Measured) -> bool:
    """Whether two amounts are in one unit and both are totals or both are rates."""
    return a.quantity.unit == b.quantity.unit and a.rate == b.rate and a.change == b.change


def same_measure(a: Measured, b: Measured) -> bool:
    """Whether what is measured is of one kind: a shared kind, or shared words where no kind is known."""
    if a.measure and b.measure:
        return bool(a.measure & b.measure)
    return bool(a.of & b.of)


def only_counted(a: Measured, b: Measured) -> bool:
    """Whether nothing but the unit says what is counted: "shot eleven times", "shot seven times"."""
    told = a.of or b.of or a.measure or b.measure
    return not told and len(a.quantity.unit or "") > _SYMBOL


def same_thing(a: Measured, b: Measured) -> float:
    """How far the words for the measured thing agree: 1.0 the same, 0.0 nothing shared."""
    return jaccard(a.of, b.of)


def is_count(x: Measured) -> bool:
    """Whether an amount counts what goes on being counted: the dead, the injured, the arrested."""
    return bool(x.measure & _RUNNING) or bool(x.of & comparison_words().counts)


def published_apart(pair: Pair) -> bool:
    """Whether the two were published on different or unknown days, so that a count may have moved."""
    first, second = publication(pair.a), publication(pair.b)
    return first is None or second is None or first != second


def counts_may_have_moved(pair: Pair) -> bool:
    """Whether both sides give a running count and not on one day."""
    return published_apart(pair) and all(any(map(is_count, measured(s.claim))) for s in (pair.a, pair.b))


def amounts_fit(pair: Pair) -> bool:
    """Whether amounts in one unit, where both sides give some, are near each other."""
    pairs = [(x, y) for x in comparable(pair.a.claim) for y in comparable(pair.b.claim) if x.unit == y.unit]
    return not pairs or any(near(x, y) for x, y in pairs)


def far_apart(a: Quantity, b: Quantity) -> bool:
    """Whether one amount is so many times the other that no count ran from one to the other."""
    low, high = sorted(abs(value_of(q) or 0) for q in (a, b))
    return high > low * _RUN


def near(a: Quantity, b: Quantity) -> bool:
    """Whether two amounts meet and their figures are within ten per cent: open intervals meet too easily."""
    one, two = value_of(a), value_of(b)
    if one is None or two is None or meet(a, b) not in {Span.EQUAL, Span.OVERLAP}:
        return False
    return abs(one - two) <= _AROUND * max(abs(one), abs(two))
