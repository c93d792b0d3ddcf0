"""Money, scales, bounds and units of measure, from `lexicons/units.toml`.

The quantity grammar reads everything it knows of words from here: what a
currency sign stands for, what "crore" multiplies by, which words bound an
amount, and which words before a number make it a name.
"""

from dataclasses import dataclass
from functools import cache

from claimkb.lexicon import load_table
from claimkb.model import Comparator


@dataclass(frozen=True, slots=True)
class Units:
    """The word lists of the quantity grammar; keys are as written, values what they mean."""

    currency_symbols: dict[str, str]
    currency_codes: frozenset[str]
    currency_words: dict[str, str]
    scales: dict[str, float]
    letter_scales: frozenset[str]
    million_words: frozenset[str]
    metre_words: frozenset[str]
    dimensions: dict[str, str]
    own_dimensions: dict[str, str]
    bounds_before: dict[str, Comparator]
    bounds_after: dict[str, Comparator]
    units: dict[str, str]
    factors: dict[str, float]
    multiples: dict[str, float]
    rates: dict[str, str]
    measures: dict[str, str]
    sized: frozenset[str]
    countable: frozenset[str]
    not_plural: frozenset[str]
    irregular_plurals: frozenset[str]
    hyphenated: frozenset[str]
    scores: frozenset[str]
    identifiers: tuple[str, ...]
    skipped: frozenset[str]
    stuff: frozenset[str]
    boundaries: frozenset[str]


_BEFORE = ("around", "more-than", "at-least", "at-most", "less-than", "nearly")
_AFTER = {
    "after_more": Comparator.AT_LEAST,
    "after_less": Comparator.AT_MOST,
    "after_around": Comparator.AROUND,
}


def _inverted(table: dict[str, list[str]]) -> dict[str, str]:
    return {word: key for key, words in table.items() for word in words}


@cache
def units() -> Units:
    """The units table, loaded once."""
    table = load_table("units")
    currency, bounds, nouns = table["currency"], table["bounds"], table["nouns"]
    return Units(
        currency_symbols=currency["symbols"],
        currency_codes=frozenset(currency["codes"]),
        currency_words=currency["words"],
        scales=table["scales"],
        letter_scales=frozenset(table["letter_scales"]["names"]),
        million_words=frozenset(table["letter_scales"]["millions"]),
        metre_words=frozenset(table["letter_scales"]["metres"]),
        dimensions=_inverted(table["dimensions"]),
        own_dimensions=_inverted(table["own_dimensions"]),
        bounds_before={word: Comparator(kind) for kind in _BEFORE for word in bounds[kind]},
        bounds_after={word: kind for name, kind in _AFTER.items() for word in bounds[name]},
        units=table["units"],
        factors=table["factors"],
        multiples=table["multiples"],
        rates=_inverted(table["rates"]),
        measures=_inverted(table["measures"]),
        sized=frozenset(nouns["sized"]),
        countable=frozenset(nouns["countable"]),
        not_plural=frozenset(nouns["not_plural"]),
        irregular_plurals=frozenset(nouns["irregular_plurals"]),
        hyphenated=frozenset(nouns["hyphenated"]),
        scores=frozenset(nouns["scores"]),
        identifiers=tuple(nouns["identifiers"]),
        skipped=frozenset(nouns["skipped"]),
        stuff=frozenset(nouns["stuff"]),
        boundaries=frozenset(nouns["boundaries"]),
    )


def telling_measure(of: str | None, unit: str | None) -> str:
    """What an amount is of, where that says more than its unit: not the "ships" of "three ships", no distance."""
    words = units()
    repeats = of in {unit, *words.dimensions.values(), *words.own_dimensions.values()}
    return "" if of is None or repeats or unit == "times" else of  # "shot eleven times" is said by its verb
