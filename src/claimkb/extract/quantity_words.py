"""Numbers as newspapers write them: digits, words, scales, fractions, "dozens of thousands".

`find_amounts` gives every stretch that is a number by its form, left to
right, with its value and the currency it carries. Whether it is an amount of
something, and of what, is decided in `quantities`. Digits are found first and
their currency by looking left, so that most text costs one fast scan.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from claimkb.lexicon.units import units

DASH = r"\-‐‑–—"  # for use inside a character class
_UNITS = units()
_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SMALL = {word: i for i, word in enumerate(_ONES)} | {word: 10 * i for i, word in enumerate(_TENS, 2)}
_BIG = {"hundred": 1e2, "dozen": 12.0, "thousand": 1e3, "lakh": 1e5, "million": 1e6, "crore": 1e7}
_BIG |= {"billion": 1e9, "trillion": 1e12, "lakhs": 1e5, "crores": 1e7}
_VAGUE = {"tens": 10.0, "scores": 20.0, "dozens": 12.0, "hundreds": 1e2, "thousands": 1e3, "lakhs": 1e5}
_VAGUE |= {"millions": 1e6, "crores": 1e7, "billions": 1e9, "trillions": 1e12}
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}


@dataclass(frozen=True, slots=True)
class Amount:
    """A number in the text.

    `style` is digits, words, vague ("dozens"), few ("several million"), part ("half") or multiple.
    """

    start: int
    end: int
    value: float
    style: str
    scaled: bool = False
    currency: str | None = None
    unit: str | None = None


def _either(words: list[str]) -> str:
    """An alternation, longest first, that accepts a capital at the start of a sentence."""
    return "|".join(f"[{w[0]}{w[0].upper()}]{re.escape(w[1:])}" for w in sorted(words, key=len, reverse=True))


def longest_first(words: list[str] | frozenset[str]) -> str:
    """An alternation of literal words with flexible white space, longest first."""
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(words, key=lambda w: (-len(w), w)))


_WORD = _either([*_SMALL, *_BIG])
_SCALE = longest_first(list(_UNITS.scales))
_DIGITS = re.compile(
    rf"(\d{{1,3}}(?:,\d{{2,3}})+(?:\.\d+)?|\d+(?:\.\d+)?)(?:([\s{DASH}]?)({_SCALE})(?![\w&]))?"
)
_PART = _either([*_PARTS, *[part + "s" for part in _PARTS], "halves"])
_BIG_WORD = "|".join(_BIG)
_WORDS = re.compile(
    rf"\b(?:(?P<part>(?:(?:{_either(list(_SMALL))})[\s-])?(?:{_PART})"
    rf"(?P<scaled>\s(?:a|an)\s(?:{_BIG_WORD}))?)"
    rf"|(?P<vague>(?:{_either(list(_VAGUE))})(?P<scales>\sof\s(?:thousands|millions|billions|trillions))?)"
    rf"|(?P<multiple>{_either(list(_UNITS.multiples))})"
    rf"|(?P<few>[Aa]\sfew|[Ss]everal|[Aa]\scouple(?:\sof)?)\s(?:{_BIG_WORD})"
    rf"|(?P<plain>(?:[Aa]n?\s(?:{_BIG_WORD})|{_WORD})(?:(?:\s|-|\sand\s)(?:{_WORD})){{0,12}}"
    rf"(?:\sand\sa\s(?:half|quarter)(?:\s(?:{_BIG_WORD}))?)?))\b"
)
# digits beyond which a number is an identifier, and a float no longer exact
_LONGEST = 24
# A line without any of these words is not searched for them: looking words up is far cheaper.
_LETTERS = re.compile(r"[A-Za-z]+")
_LOWER_WORDS = {*_SMALL, *_BIG, *_VAGUE, *_PARTS, *(f"{p}s" for p in _PARTS), "halves", *_UNITS.multiples}
_NUMBER_WORDS = frozenset(_LOWER_WORDS | {w.capitalize() for w in _LOWER_WORDS})
_WORD_STARTS = _NUMBER_WORDS | {"a", "A", "an", "An", "several", "Several"}
_CURRENCY_BEFORE = re.compile(
    rf"(?<![A-Za-z])({longest_first(list(_UNITS.currency_symbols))}"
    rf"|{'|'.join(sorted(_UNITS.currency_codes))})\s?$"
)


def find_amounts(text: str) -> list[Amount]:
    """Every number of `text` by its form, in order and without overlaps."""
    found = [_from_digits(text, m) for m in _DIGITS.finditer(text) if len(m[1]) <= _LONGEST]
    if not _NUMBER_WORDS.isdisjoint(_LETTERS.findall(text)):
        found += _in_words(text)
    if len(found) > 1:
        found += _shares(text)
    found.sort(key=lambda a: (a.start, -a.end))
    kept: list[Amount] = []
    for amount in found:
        if not kept or amount.start >= kept[-1].end:
            kept.append(amount)
    return kept


_OUT_OF = re.compile(
    rf"\b({_either(list(_SMALL))}|\d{{1,3}})\s(?:in|out\sof)\s(?:every\s|each\s)?({_either(list(_SMALL))}|\d{{1,3}}|100)\b"
    r"(?=\s(?:of\s)?(?!million|billion|thousand|hundred|years|days|weeks|months|hours|minutes|matches|games)[a-z])"
)
_WHOLES = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 50, 100})


def _shares(text: str) -> Iterator[Amount]:
    """ "One in five adults", "nine out of ten doctors": a share, in per cent."""
    for match in _OUT_OF.finditer(text):
        part, whole = (float(w) if w.isdigit() else parse_words(w) for w in match.groups())
        if 0 < part < whole and whole in _WHOLES:
            yield Amount(match.start(), match.end(), round(100 * part / whole, 2), "part", unit="%")


def _in_words(text: str) -> list[Amount]:
    found, end = [], 0
    for token in _LETTERS.finditer(text):
        if token[0] not in _WORD_STARTS or token.start() < end:
            continue
        match = _WORDS.match(text, token.start())
        if match and (amount := _from_words(text, match)):
            found.append(amount)
            end = match.end()
    return found


def _from_digits(text: str, match: re.Match[str]) -> Amount:
    number, gap, scale = match.groups()
    start, end = match.span()
    before = _CURRENCY_BEFORE.search(text, max(0, start - 5), start)
    currency = before.group(1) if before else None
    value = float(number.replace(",", ""))
    if scale in _UNITS.letter_scales and not _letter_is_scale(text, end, scale, gap, currency):
        scale, end = None, match.end(1)
    if scale:
        value = float(Decimal(number.replace(",", "")) * Decimal(str(_UNITS.scales[scale])))
    code = (_UNITS.currency_symbols.get(currency) or currency) if currency else None
    return Amount(before.start() if before else start, end, value, "digits", bool(scale), code)


_COUNTED = re.compile(
    rf"\s+(?:[a-z]+\s+)?(?:{'|'.join(sorted({*_UNITS.countable, *_UNITS.currency_words}))})\b"
)  # "5m people", "11m euros"


def _letter_is_scale(text: str, end: int, scale: str, gap: str, currency: str | None) -> bool:
    """ "$5m" is money, "5m people" a count, "5 m" and "5m" a length."""
    if currency or scale in {"mn", "tn", "k"}:
        return not (gap and scale in {"k", "T"})
    return scale == "m" and not gap and bool(_COUNTED.match(text, end))


def _from_words(text: str, match: re.Match[str]) -> Amount | None:
    start, end = match.span()
    kind = match.lastgroup
    words = match.group().lower()
    if match["part"]:
        return _from_part(text, match)
    if match["vague"]:
        scales = match["scales"]
        # the plural says two at least: "dozens" is 24 and up
        value = 2 * _VAGUE[words.split()[0]] * (_VAGUE[scales.split()[1]] if scales else 1)
        return Amount(start, end, value, "vague", True)
    if match["multiple"]:
        return Amount(start, end, float(_UNITS.multiples[words]), "multiple", unit="times")
    if match["few"]:
        return Amount(start, end, 2 * _BIG[words.split()[-1]], "few", True)
    if words in _BIG:
        return None  # "billion" alone counts nothing
    value = parse_words(words)
    return Amount(
        start, end, value, "words", kind == "plain" and any(w in _BIG for w in re.split(r"[\s-]", words))
    )


_AFTER_PART = re.compile(r"\s+(?:of|the|its|their|his|her|our|all)\b")
_BOUND_BEFORE = re.compile(r"\b(?:than|about|nearly|almost|least|roughly|under|over|by|around)\s+$")
_NOT_A_PART = re.compile(
    r"(?:first|second|other|latter|former|the|last|this|next|back|top|bottom|that|per)\s+$", re.IGNORECASE
)


def _from_part(text: str, match: re.Match[str]) -> Amount | None:
    """Fractions: "half of", "two-thirds", "half a million"; not "the first half", "a third party"."""
    start, end = match.span()
    words = re.split(r"[\s-]", match["part"].lower())
    name = "half" if words[0] == "halves" else next((w for w in words if w.rstrip("s") in _PARTS), "half")
    if match["scaled"]:
        value = _BIG[words[-1]] / _PARTS[name.rstrip("s")]
        return Amount(start, end, value, "words", True)
    if len(words) == 1:
        if words[0].endswith(("s", "halves")) or _NOT_A_PART.search(text, max(0, start - 8), start):
            return None
        before = text[max(0, start - 2) : start].lower()
        bound = _BOUND_BEFORE.search(text, max(0, start - 8), start)
        if not (bound or _AFTER_PART.match(text, end)) or (name != "half" and before != "a "):
            return None
        start -= 0 if name == "half" else 2
    count = float(_SMALL[words[0]]) if len(words) > 1 else 1.0
    share = 100 * count / _PARTS[name.rstrip("s")]
    return Amount(start, end, round(share, 2), "part", unit="%") if share < 100 else None


def parse_words(words: str) -> float:
    """The value of number words: "one hundred and five" 105, "two and a half million" 2.5e6."""
    total = current = 0.0
    for word in re.split(r"[\s-]+", words.lower()):
        if word in _SMALL:
            current += _SMALL[word]
        elif word in {"half", "quarter"}:
            current += 1 / _PARTS[word]
        elif word in {"hundred", "dozen"}:
            current = max(current, 1.0) * _BIG[word]
        elif word in _BIG:
            total += max(current, 1.0) * _BIG[word]
            current = 0.0
    return total + current
