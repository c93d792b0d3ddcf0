"""What a measure is of where only the words around it tell: a height, a distance, a fall, an age; and what "600m" is.

"600m" is a length after "fell" and before "long", millions after "profit"
and before people. With neither it is left open: the words stay, no value.
"""

import re

from claimkb.extract.quantity_words import DASH
from claimkb.lexicon.units import units

_UNITS = units()
_WORD_AFTER = re.compile(rf"[\s{DASH}]+(?:(?:to|in|of|feet|straight)\s+)?(?:the\s+)?([a-z][\w-]*)")
_WORDS_BEFORE = re.compile(r"(?:[\w’'-]+\s+){0,4}$")
_LENGTHS = frozenset({"m", "km", "miles", "feet", "cm", "mm", "inches", "yards"})
_TIMES = frozenset({"years", "months", "weeks", "days"})
_WEIGHTS = frozenset({"kg", "g", "tonnes", "tons", "pounds (mass)", "ounces"})
_BY_LENGTH = frozenset({"height", "depth", "length", "width", "distance", "fall"})
_BARE_M = re.compile(r"m\b(?!\s?[²³/])")
_MAGNITUDE = re.compile(
    rf"\bmagnitude(?:[{DASH}]|\s+)(?:of\s+|was\s+|is\s+|at\s+|as\s+)?(?:a\s+)?$", re.IGNORECASE
)
_MAGNITUDE_AFTER = re.compile(rf"[\s{DASH}]magnitude\b|\son\sthe\s(?:open[\s-]ended\s)?Richter\sscale\b")
_LARGEST_QUAKE = 10


def dimension(text: str, start: int, end: int, unit: str | None) -> str | None:
    """What a measure from `start` to `end` is of: "height", "distance", "prison term", "duration" ..."""
    if unit is None:
        return None
    if unit in _TIMES and text[start:end].endswith("old"):
        return "age"  # "18-month-old"
    after = _WORD_AFTER.match(text, end)
    before = [*reversed(_words_before(text, start))]
    if unit in _LENGTHS and any(_UNITS.dimensions.get(word) == "fall" for word in before):
        return "fall"
    near = [*([after[1]] if after else []), *before]
    wanted = _BY_LENGTH if unit in _LENGTHS else {"prison term"} if unit in _TIMES else set()
    wanted = wanted | ({"weight"} if unit in _WEIGHTS else set())
    told = (_UNITS.dimensions.get(word) for word in near)
    return next((d for d in told if d in wanted), _UNITS.own_dimensions.get(unit))


def _words_before(text: str, start: int) -> list[str]:
    found = _WORDS_BEFORE.search(text, max(0, start - 40), start)
    return found[0].lower().split() if found else []


def letter_m(text: str, start: int, end: int) -> str | None:
    """What the "m" right after a bare number is: "metres", "millions", or "open"; None where there is none."""
    found = _BARE_M.match(text, end)
    if found is None:
        return None
    after = _WORD_AFTER.match(text, found.end())
    near = [*([after[1]] if after else []), *reversed(_words_before(text, start))]
    for word in near:
        if word in _UNITS.metre_words:
            return "metres"
        if word in _UNITS.million_words:
            return "millions"
    return "open"


def magnitude_end(text: str, start: int, end: int, value: float) -> int | None:
    """Where the words of a quake's magnitude end ("a 6.1-magnitude quake"), None where the number is none."""
    if not 0 < value < _LARGEST_QUAKE:
        return None
    after = _MAGNITUDE_AFTER.match(text, end)
    if after is not None:
        return after.end()
    return end if _MAGNITUDE.search(text, max(0, start - 20), start) else None
