"""The words of a sentence as grounding compares them: content words, stems, and marks of closed classes.

A mark is a cue word by its family ("not", "never" and "cannot" are all
"not"), so that a claim may say "cannot" for "can not" and nothing else.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

import snowballstemmer

from claimkb.lexicon.cues import cues
from claimkb.lexicon.grounding import grounding_words
from claimkb.lexicon.languages import function_words

_WORD = re.compile(r"n['’]t\b|cannot|[^\W\d_]+(?:[-'’][^\W\d_]+)*|\d[\d.,:/-]*\d|\d", re.I)
_CONTRACTED = re.compile(r"(?i)\b(ca|wo|sha|[a-z]+?)(n['’]t)\b")
_POSSESSIVE = re.compile(r"['’]s?$")
_CONTRACTIONS = {"n't", "ca", "wo", "sha"}
_STEMMER = snowballstemmer.stemmer("english")


def words_of(text: str) -> list[str]:
    """The words and numbers of a text, contractions taken apart and possessives without their ending."""
    spread = _CONTRACTED.sub(r"\1 \2", text)
    return [_POSSESSIVE.sub("", word) or word for word in _WORD.findall(spread)]


def is_idle(word: str) -> bool:
    """Whether a word says nothing by itself; what is left of a contraction ("wo", "n't") is a mark, no word."""
    return word.lower().replace("’", "'") in function_words()["english"] | _CONTRACTIONS


def roles_of(text: str) -> list[str]:
    """The words that say who is what to the verb."""
    return [word.lower() for word in words_of(text) if word.lower() in grounding_words().roles]


def content_of(text: str) -> list[str]:
    """The words that say something, in their order."""
    return [word for word in words_of(text) if not is_idle(word) and not word[0].isdigit()]


def stem(word: str) -> str:
    """The stem of a word (Porter's algorithm for English, by snowball)."""
    return str(_STEMMER.stemWord(word.lower()))


def stems(text: str) -> frozenset[str]:
    """The stems of all words of a text."""
    return frozenset(map(stem, words_of(text)))


def marks(text: str, kind: Callable[[], dict[str, str]]) -> Counter[str]:
    """How often each family of cue words of a kind stands in a text."""
    families = kind()
    said = words_of(text)
    found = (
        families.get(stem(word))
        for before, word in zip(["", *said], said, strict=False)
        # "In May" is a month, "a few" is some.
        if not (before and word == "May") and not (before.lower() == "a" and word in _scale())
    )
    return Counter(family for family in found if family)


def _scale() -> frozenset[str]:
    return cues().polarity.near_quantities


@cache
def negation_marks() -> dict[str, str]:
    """Words that deny, each with its family: plain ones are alike, lexical ones are each their own."""
    polarity = cues().polarity
    plain = polarity.negators | polarity.no_one | polarity.near_negators | grounding_words().negators
    lexical = polarity.failing_verbs | polarity.negative_predicates | cues().attribution.denying
    lexical |= cues().stance.reject_verbs
    return _family(plain, "not") | {stem(word): word for word in _single(lexical)}


@cache
def quantifier_marks() -> dict[str, str]:
    """Words that say how many of a kind."""
    return {stem(word): word for word in grounding_words().quantifiers} | _family(
        cues().polarity.near_quantities, "few"
    )


@cache
def hedge_marks() -> dict[str, str]:
    """Words that say that something may, will or ought to be."""
    modality = cues().modality
    return (
        _family(modality.predicted_modals - {"wo"}, "will")
        | _family({"wo"}, "will")
        | _family(modality.possible_modals | modality.possible_adverbs | modality.possible_predicates, "may")
        | _family(modality.normative_modals, "must")
        | _family(modality.predicted_adverbs, "likely")
        | _family(modality.forecasting, "expect")
        | _family(grounding_words().alleged, "alleged")
    )


@cache
def condition_marks() -> dict[str, str]:
    """Words that begin a condition."""
    return _family(cues().modality.conditional_marks, "if")


@cache
def turning_marks() -> dict[str, str]:
    """Words that say what is not so, or only one of two."""
    return {stem(word): word for word in grounding_words().turning}


@cache
def qualifier_marks() -> dict[str, str]:
    """Words before a noun that is not, or not surely, what it says."""
    return {stem(word): word for word in grounding_words().qualifiers}


def _family(members: Iterable[str], name: str) -> dict[str, str]:
    return {stem(word): name for word in _single(members)}


def _single(members: Iterable[str]) -> Iterator[str]:
    return (word for word in members if " " not in word)


def reports(text: str) -> set[str]:
    """The words of a text that hand what it says to somebody."""
    verbs = {stem(verb) for verb in grounding_words().saying}
    return {word for word in words_of(text) if stem(word) in verbs} | (
        {"according to"} if re.search(r"(?i)\baccording to\b", text) else set()
    )


def beside_report(holder: str, text: str) -> bool:
    """Whether a holder stands next to a word that reports: "Jo Berg said", "said Jo Berg", "according to Jo Berg"."""
    said, named = words_of(text), words_of(holder)
    verbs = {stem(verb) for verb in grounding_words().saying}
    for at in range(len(said) - len(named) + 1):
        if [word.lower() for word in said[at : at + len(named)]] == [word.lower() for word in named]:
            around = [*said[max(0, at - 1) : at], *said[at + len(named) : at + len(named) + 1]]
            according = [word.lower() for word in said[max(0, at - 2) : at]] == ["according", "to"]
            if according or any(stem(word) in verbs for word in around):
                return True
    return False


def common_length(first: Sequence[str], second: Sequence[str]) -> int:
    """The length of the longest common subsequence of two short lists of words."""
    lengths = [0] * (len(second) + 1)
    for item in first:
        diagonal = 0
        for index, other in enumerate(second, start=1):
            above = lengths[index]
            lengths[index] = diagonal + 1 if item == other else max(above, lengths[index - 1])
            diagonal = above
    return lengths[-1]
