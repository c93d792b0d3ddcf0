"""Opposite words in two texts: how many pairs of them turn the sense of one side against the other.

Two words are opposed if the list of opposites says so or if one is the other
with a negative prefix ("prepared", "unprepared"). Words that both sides have
are no contrast. One pair turns the sense; a negation beside it turns it back.
"""

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from claimkb.compare.difference import base_form, degree_forms, word_forms
from claimkb.compare.words import tokens
from claimkb.lexicon.comparing import comparison_words
from claimkb.lexicon.wordclasses import opposed

_STEM = 4  # letters that must follow a negative prefix


@dataclass(frozen=True, slots=True)
class Contrast:
    """A pair of opposed words, and whether one is the plain negative of the other."""

    a: str
    b: str
    complementary: bool


@lru_cache(maxsize=32_768)
def contrasts(a: str, b: str) -> tuple[Contrast, ...]:
    """The opposed words of two texts, each from the words that the other text lacks."""
    words_a, words_b = tokens(a), tokens(b)
    only_a, only_b = _only(words_a, words_b), _only(words_b, words_a)
    found = [
        (x, y)
        for x in only_a
        for y in only_b
        if opposite_words(x, y) and _in_one_place(x, words_a, y, words_b)
    ]
    before_one = (pair for pair in _degrees(words_a, words_b) if pair not in found)
    return tuple(Contrast(x, y, negative_of(x, y)) for x, y in (*found, *before_one))


def _degrees(words_a: tuple[str, ...], words_b: tuple[str, ...]) -> list[tuple[str, str]]:
    """Opposite words of degree before one word: "least costly", "most costly", whatever else is most or least."""
    degrees = comparison_words().adverbial
    one, two = _followed(words_a), _followed(words_b)
    return [
        (x, y)
        for x, what in one
        for y, other in two
        if what == other
        and {x, y} <= degrees
        and opposite_words(x, y)
        and (y, what) not in one
        and (x, what) not in two
    ]


def _followed(words: tuple[str, ...]) -> list[tuple[str, str]]:
    """Every word with the base of the one right after it."""
    return [(word, base_form(after)) for word, after in pairwise(words)]


def turned(a: str, b: str) -> bool:
    """Whether opposite words turn the sense of one text against the other."""
    return len(contrasts(a, b)) % 2 == 1


def _only(words: tuple[str, ...], other: tuple[str, ...]) -> list[str]:
    """The words of one text that the other lacks, but for what is said to be over."""
    known = {base_form(w) for w in other}
    past = {w for before, w in pairwise(words) if before in comparison_words().formerly}
    return [w for w in dict.fromkeys(words) if base_form(w) not in known and w not in past]


@lru_cache(maxsize=32_768)
def opposite_words(a: str, b: str) -> bool:
    """Whether two word forms are opposites."""
    return negative_of(a, b) or any(opposed(x, y) for x in degree_forms(a) for y in degree_forms(b))


@lru_cache(maxsize=32_768)
def negative_of(a: str, b: str) -> bool:
    """Whether one word form is the other with a negative prefix."""
    return any(_prefixed(x, y) or _prefixed(y, x) for x in word_forms(a) for y in word_forms(b))


def _prefixed(long: str, short: str) -> bool:
    lists = comparison_words()
    if len(short) < _STEM or not lists.no_negatives.isdisjoint(word_forms(long)):
        return False
    return any(long == prefix + short for prefix in lists.negative_prefixes)


def _in_one_place(a: str, words_a: tuple[str, ...], b: str, words_b: tuple[str, ...]) -> bool:
    """Whether a word beside the two is shared: they say opposite things of one thing, not of two."""
    if "than" in words_a[words_a.index(a) + 1 :][:1] and "than" in words_b[words_b.index(b) + 1 :][:1]:
        return True
    return bool(_beside(a, words_a) & _beside(b, words_b))


def _beside(word: str, words: tuple[str, ...]) -> set[tuple[str, str]]:
    """The nearest word that says something before, and after."""
    lists = comparison_words()
    skipped = lists.removable | lists.light_verbs | lists.negators | lists.function_words
    at = words.index(word)
    before = next((w for w in reversed(words[:at]) if w not in skipped), "")
    after = next((w for w in words[at + 1 :] if w not in skipped), "")
    # "Behind them", "in front of them": a pronoun is what two places are seen from.
    of = next((w for w in words[at + 1 :] if w not in lists.removable), "")
    whom = of if of in lists.function_words else ""
    found = {("before", base_form(before)), ("after", base_form(after)), ("of", whom)}
    return {x for x in found if x[1]}
