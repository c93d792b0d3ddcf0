"""Words as comparison sees them: tokens of a text, content words, and how much of one set another covers."""

import re
from collections.abc import Iterable
from functools import lru_cache

from claimkb.lexicon.comparing import comparison_words
from claimkb.lexicon.wordclasses import broader, canonical

CLAIMS_KEPT = 8192  # claims whose derived values are held: as many as the store holds, some 25 KB each

_TOKEN = re.compile(r"n[’'`]t\b|\d[\d,.]*\d|\d+|[^\W\d_]+(?:[-.][^\W\d_]+)*\.?|[’']s\b|[%$€£]")
_NOT = re.compile(r"(?i)\b(ca|wo|sha|[a-z]+)n[’'`‘]t\b")


@lru_cache(maxsize=32_768)
def tokens(text: str) -> tuple[str, ...]:
    """The words of a text in lower case, in order; "isn't" gives "is", "not"."""
    spread = _NOT.sub(_spread, text)
    return tuple(t.lower().rstrip(".") if len(t) > 1 else t.lower() for t in _TOKEN.findall(spread))


def _spread(match: re.Match[str]) -> str:
    stem = {"ca": "can", "wo": "will", "sha": "shall"}.get(match[1].lower(), match[1])
    return f"{stem} not"


def content(words: Iterable[str]) -> frozenset[str]:
    """The classes of the words that say something: no generic words, no single letters."""
    return frozenset(filter(None, map(_class_of, words)))


@lru_cache(maxsize=32_768)
def _class_of(word: str) -> str:
    """The class of a word; nothing for one that says nothing."""
    says = len(word) > 1 and word not in comparison_words().generic and not word[0].isdigit()
    return canonical(word) if says else ""


def covered(of: frozenset[str], by: frozenset[str]) -> frozenset[str]:
    """The members of `of` that `by` contains or entails."""
    return of & entailed(by)


def entailed(words: frozenset[str]) -> frozenset[str]:
    """The words with the broader ones that they entail."""
    return words.union(*map(broader, words))


def jaccard(a: frozenset[str], b: frozenset[str]) -> float:
    """Shared part of two sets; 1.0 for two empty ones."""
    union = len(a | b)
    return len(a & b) / union if union else 1.0
