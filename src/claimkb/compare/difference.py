"""Two texts laid side by side word by word: what is the one thing that differs?

Sentences that share all their content words and differ in a negation, a
number or a pair of opposites are the surest contradictions there are, and
the check needs no parse. It abstains as soon as anything else differs.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from claimkb.compare.words import CLAIMS_KEPT, tokens
from claimkb.lexicon.comparing import comparison_words
from claimkb.lexicon.wordclasses import canonical, class_of, opposed

_SHARED = 2  # content words that must be shared, so that "Yes" and "No" stay apart
_SINGLE = re.compile(r"[b-df-hj-np-tv-z]*[aeiou][b-df-hj-np-tvz]")  # one syllable, one consonant at its end
_ADJECTIVE = 3  # letters before a degree
_YEAR = re.compile(r"(1[0-9]|20)\d\d")


@dataclass(frozen=True, slots=True)
class Difference:
    """The one difference: its kind (negation, number, year, opposite; same or none) and the words of each side."""

    kind: str
    a: str = ""
    b: str = ""
    shared: int = 0  # content words in common


_NONE = Difference("none")


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a text as they are laid side by side."""

    words: tuple[str, ...]
    classes: tuple[str, ...]
    known: frozenset[str]  # the classes, each once
    negators: tuple[str, ...]


@lru_cache(maxsize=CLAIMS_KEPT)
def _content(text: str) -> _Words:
    """The content words in order, as they stand and as classes, and the negators."""
    lists = comparison_words()
    kept, negators = [], []
    for word in tokens(text):
        if word in lists.negators:
            negators.append(word)
        elif word not in lists.removable:
            kept.append(word)
    classes = tuple(map(base_form, kept))
    return _Words(tuple(kept), classes, frozenset(classes), tuple(negators))


def difference(a: str, b: str) -> Difference:
    """What sets two texts apart, if it is one thing."""
    one, two = _content(a), _content(b)
    not_a, not_b = one.negators, two.negators
    common = one.known & two.known
    shared = len(common)
    # Most pairs end here: either side has more than one thing that the other has not.
    if shared < _SHARED or (len(one.known) > shared + 1 and len(two.known) > shared + 1):
        return _NONE
    if len(not_a) > 1 or len(not_b) > 1 or not _same_order(one, two, common):
        return _NONE
    only_a = [w for w, c in zip(one.words, one.classes, strict=True) if c not in common]
    only_b = [w for w, c in zip(two.words, two.classes, strict=True) if c not in common]
    if bool(not_a) != bool(not_b):
        # The denial must say nothing that the affirmation does not say.
        if only_a if not_a else only_b:
            return _NONE
        return Difference("negation", " ".join(not_a) or "affirmed", " ".join(not_b) or "affirmed", shared)
    if not only_a and not only_b:
        return Difference("same", shared=shared)
    if len(only_a) == len(only_b) == 1 and shared >= _SHARED:
        return replace(_of_pair(only_a[0], only_b[0]), shared=shared)
    return _NONE


def _of_pair(a: str, b: str) -> Difference:
    if _YEAR.fullmatch(a) and _YEAR.fullmatch(b):
        return Difference("year", a, b)
    if is_number(a) and is_number(b):
        return Difference("number", a, b)
    if any(opposed(x, y) for x in degree_forms(a) for y in degree_forms(b)):
        return Difference("opposite", a, b)
    return _NONE


def is_number(word: str) -> bool:
    """Whether a word is a figure or the name of one."""
    return word[0].isdigit() or word in comparison_words().numbers


@lru_cache(maxsize=32_768)
def base_form(word: str) -> str:
    """A class for a word form: enough inflection to match the two sides of one sentence."""
    forms = word_forms(comparison_words().irregular.get(word, word))
    for form in forms:
        name = class_of(form)
        if name is not None:
            return name
        known = canonical(form)
        if known != form:
            return min(word_forms(known), key=len) if form.endswith(_FOLDED) else known
    return min(forms, key=len)


_FOLDED = ("ly", "ness")  # endings that `canonical` takes off words of no class


@lru_cache(maxsize=32_768)
def word_forms(word: str) -> tuple[str, ...]:
    """The word, its base if it is irregular, and what is left of it without its endings."""
    irregular = comparison_words().irregular.get(word)
    found = [word] if irregular is None else [word, irregular]
    if len(word) > 4 and word.endswith("ies"):
        found.append(word[:-3] + "y")
    elif len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        found.append(word[:-1])
    if len(word) > 5 and word.endswith("ing"):
        found += _stems(word[:-3])
    if len(word) > 4 and word.endswith("ied"):
        found.append(word[:-3] + "y")
    elif len(word) > 4 and word.endswith("ed") and not word.endswith("eed"):
        found += _stems(word[:-2])
    return (*found, *(short for form in found for short in _without_e(form)))


def degree_forms(word: str) -> tuple[str, ...]:
    """The forms of a word, of an adjective without its degree too: "cheapest", "cheap"."""
    found = word_forms(word)
    for ending in ("iest", "est", "ier", "er"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _ADJECTIVE:
            single = stem[:-1] if len(stem) > _ADJECTIVE and stem[-1] == stem[-2] else stem
            return (*found, stem + "y") if ending[0] == "i" else (*found, stem, stem + "e", single)
    return found


def _stems(stem: str) -> list[str]:
    """What stands before "-ing" or "-ed", and the bases that it may come from."""
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "ls":
        return [stem[:-1]]
    if _SINGLE.fullmatch(stem):
        return [stem + "e"]  # "riding" comes from "ride": "rid" would have doubled its "d"
    return [stem, stem + "e"]


def _without_e(word: str) -> list[str]:
    return [word[:-1]] if len(word) > 4 and word.endswith("e") else []


def _same_order(one: _Words, two: _Words, common: frozenset[str]) -> bool:
    """Whether the shared words stand in the same order on both sides (a swap of roles is another claim)."""
    first, second = (list(dict.fromkeys(c for c in side.classes if c in common)) for side in (one, two))
    return first == second
