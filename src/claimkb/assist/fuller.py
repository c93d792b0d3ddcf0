"""What a text calls a thing by more words, so that a claim may say "the eastern dock" where its quote says "the dock".

"The dock" is the eastern one if the text speaks of an eastern dock and of no
other. So the words that stand before a noun or a name, all over the text, must
be ends of one and the same phrase; then a claim that has more of that phrase
than its quote is checked as if it had not.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from claimkb.assist.cuewords import (
    hedge_marks,
    is_idle,
    marks,
    negation_marks,
    qualifier_marks,
    quantifier_marks,
    stem,
    turning_marks,
)
from claimkb.lexicon.grounding import grounding_words

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_MARKS: tuple[Callable[[], dict[str, str]], ...] = (
    hedge_marks,
    negation_marks,
    qualifier_marks,
    quantifier_marks,
    turning_marks,
)

Chain = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int

    @property
    def stem(self) -> str:
        return stem(_POSSESSIVE.sub("", self.text))


def as_quoted(claim: str, quote: str, text: str) -> str:
    """The claim without the words before a noun or a name that the text has there and the quote leaves out."""
    spoken = _chains(text)
    words = _words(claim)
    for at in range(len(words) - 1, -1, -1):
        before = () if is_idle(words[at].text) else _before(words, at, claim)
        extra = _extra(words, at, before, quote, spoken)
        if extra:
            return as_quoted(_without(claim, words[at - len(before) : at - len(before) + extra]), quote, text)
    return claim


def _extra(
    words: list[_Word], at: int, before: Chain, quote: str, spoken: Mapping[str, frozenset[Chain]]
) -> int:
    """How many of the first words before the noun at `at` only the text has."""
    noun = words[at].stem
    in_quote = _chains(quote).get(noun)
    in_text = spoken.get(noun)
    if not before or not in_quote or not in_text or before in in_quote:
        return 0
    longest = max(in_text, key=len)
    if not all(_ends(longest, chain) for chain in {*in_text, before}):
        return 0
    short = max((chain for chain in in_quote if _ends(before, chain)), key=len, default=None)
    if short is None or not _is_one(noun, quote):
        return 0
    extra = len(before) - len(short)
    said = " ".join(word.text for word in words[at - len(before) : at - len(short)])
    return 0 if any(marks(said, kind) for kind in _MARKS) else extra


def _ends(chain: Chain, end: Chain) -> bool:
    return not end or chain[-len(end) :] == end


def _is_one(noun: str, quote: str) -> bool:
    """Whether the quote has the noun as a name, or with a word that points to what was named before."""
    words = _words(quote)
    for at, word in enumerate(words):
        if word.stem != noun:
            continue
        first = at - len(_before(words, at, quote))
        if first > 0 and words[first - 1].text.lower() in grounding_words().definite:
            return True
        if word.text[0].isupper() and not (first == 0 and word.text.endswith("s")):  # "Residents" is no name
            return True
    return False


def _without(claim: str, extra: list[_Word]) -> str:
    """The claim without these words; an article takes the place of a possessive."""
    before, after = claim[: extra[0].start], claim[extra[-1].end :].lstrip()
    last = _words(before)[-1:]
    pointed = bool(last) and last[0].text.lower() in grounding_words().definite
    article = "" if pointed or after[:1].isupper() else "the "
    whole = f"{before}{article}{after}"
    return whole[:1].upper() + whole[1:]


@lru_cache(maxsize=64)
def _chains(text: str) -> Mapping[str, frozenset[Chain]]:
    """For each word, by its stem, the chains of words that stand directly before it."""
    found: dict[str, set[Chain]] = defaultdict(set)
    words = _words(text)
    for at, word in enumerate(words):
        found[word.stem].add(_before(words, at, text))
    return {word: frozenset(chains) for word, chains in found.items()}


def _before(words: list[_Word], at: int, text: str) -> Chain:
    """The stems of the words before one, as far as nothing but blanks and no function word stands between.

    Before a name only names count: "met" is no part of "Jo Berg".
    """
    named = words[at].text[0].isupper()
    chain: list[str] = []
    while at > 0:
        word, following = words[at - 1], words[at]
        apart = text[word.end : following.start].strip() or is_idle(word.text)
        if apart or (named and word.text[0].islower()):
            break
        chain.insert(0, word.stem)
        at -= 1
    return tuple(chain)


def _words(text: str) -> list[_Word]:
    return [_Word(found[0], found.start(), found.end()) for found in _WORD.finditer(text)]
