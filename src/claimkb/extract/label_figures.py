"""Amounts as headlines print them: "$150B", "5%", "70,000", "10-15"."""

import re

from claimkb.lexicon.labels import label_words
from claimkb.lexicon.units import telling_measure
from claimkb.model import Comparator, Quantity

_SCALES = ((1e12, "T"), (1e9, "B"), (1e6, "M"))


_SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹"}


_BOUNDS = frozenset(
    {"more", "less", "than", "over", "under", "about", "around", "nearly", "almost", "some", "of"}
)


_BOUND_SIGNS = {
    Comparator.MORE_THAN: ("", "+"),
    Comparator.AT_LEAST: ("", "+"),
    Comparator.LESS_THAN: ("<", ""),
    Comparator.AT_MOST: ("≤", ""),
}


_VAGUE = re.compile(
    r"\b(?:tens of |hundreds of )?(hundreds|thousands|millions|billions|trillions|dozens)\b", re.IGNORECASE
)


_SEVERAL = re.compile(r"\bseveral (dozen|hundred|thousand|million|billion)\b", re.IGNORECASE)


def number(value: float) -> str:
    """A number as headlines print it."""
    return f"{value:,.10g}"


def figure(quantity: Quantity) -> str:
    """ "$150B", "5%", "70,000", "10-15": the amount without what it counts."""
    ends = [v for v in (quantity.low, quantity.high) if v is not None]
    if not ends:
        return quantity.text
    if quantity.comparator is not Comparator.RANGE:
        ends = ends[:1] if quantity.low is not None else ends[-1:]
    unit = quantity.unit or ""
    before, after = _BOUND_SIGNS.get(quantity.comparator, ("", ""))
    if unit in {"%", "pp"} and not before and not re.search(r"%|per ?cent|point", quantity.text):
        return " ".join(
            w
            for w in quantity.text.split()
            if w.lower() not in label_words().dropped and w.lower() not in _BOUNDS
        )
    if (several := _SEVERAL.search(quantity.text)) is not None:
        return f"{several[1].lower()}s of"
    if (vague := _VAGUE.search(quantity.text)) is not None:
        return f"{vague[1].lower()} of dollars" if unit == "USD" else vague[1].lower()
    if re.fullmatch(r"[A-Z]{3}", unit):
        symbol = _SYMBOLS.get(unit, f"{unit} ")
        return before + symbol + "-".join(dict.fromkeys(_scaled(v) for v in ends)) + after
    figures = "-".join(dict.fromkeys(_scaled(v) if abs(v) >= 1e6 else number(v) for v in ends))
    return f"{before}{figures}%{after}" if unit in {"%", "pp"} else f"{before}{figures}{after}"


def _scaled(value: float) -> str:
    for scale, letter in _SCALES:
        if abs(value) >= scale:
            return f"{value / scale:.4g}{letter}"
    return number(value)


def measured_words(quantity: Quantity) -> list[str]:
    """What an amount measures, in at most two words; nothing where the verb says it ("loss")."""
    dropped = label_words().dropped | {"of", "in", "for"}
    text = re.split(r";| (?:to|from|for|since|by|over|at|on) ", telling_measure(quantity.of, quantity.unit))[
        0
    ]
    words = [w for w in re.split(r"[^\w'-]+", text) if w and w.lower() not in dropped]
    return [] if any(w.lower().startswith("los") for w in words) else words[-2:]
