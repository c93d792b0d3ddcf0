"""The amounts that a person asks for: ">= $100B", "20%..30%", "more than 500 jobs".

The grammar is that of the texts, so whatever is read in an article can be
asked for in the same words; before it may stand a sign of comparison.
"""

import re
from dataclasses import replace

from claimkb.errors import UsageError
from claimkb.records import QuantityFilter

_SIGN = re.compile(r"\s*(>=|<=|=>|=<|≥|≤|>|<|=)?\s*(.*\S)?\s*", re.DOTALL)
_PLAIN = re.compile(r"(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*(\D.*)?")


def wanted_amount(text: str) -> QuantityFilter:
    """What `--quantity TEXT` asks for; raises `UsageError` for what is no amount."""
    match = _SIGN.fullmatch(text)
    sign, words = (match[1], match[2]) if match else (None, None)
    if not words:
        raise _no_amount(text)
    if ".." in words and sign is None:
        low, high = (_amount(part, text) if part.strip() else None for part in words.split("..", 1))
        unit = next((each.unit for each in (high, low) if each is not None and each.unit), None)
        return QuantityFilter(low.low if low else None, high.high if high else None, unit)
    amount = _amount(words, text)
    if sign in (">", ">=", "=>", "≥"):
        return replace(amount, high=None, strict=sign == ">")
    if sign in ("<", "<=", "=<", "≤"):
        return replace(amount, low=None, strict=sign == "<")
    return amount


def _amount(words: str, text: str) -> QuantityFilter:
    """The amount of a few words as an interval; a bare number is one of anything."""
    from claimkb.extract.quantities import find_quantities

    words = words.strip()
    found = find_quantities(words)
    if found and found[0].text == words:
        return QuantityFilter(found[0].low, found[0].high, found[0].unit)
    plain = _PLAIN.fullmatch(words)
    if plain is None:
        raise _no_amount(text)
    value = float(plain[1].replace(",", ""))
    return QuantityFilter(value, value, plain[2])


def _no_amount(text: str) -> UsageError:
    return UsageError(
        f"--quantity {text!r} is no amount.",
        "Write it as in a text: '>= $100B', '20%..30%', '< 500 jobs', '1.5 million'.",
    )
