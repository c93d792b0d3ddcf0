"""The stage for quotations: the same words in both, or one quotation in two wordings, compared word by word.

Cuts, an ellipsis and additions in square brackets are how quotations are
printed. A content word exchanged for another is a misquotation: one of the two
is not what was said. A negation put in or left out is left to the rules that
find contradictions.
"""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from claimkb.compare import evidence as ev
from claimkb.compare.difference import base_form
from claimkb.compare.pair import Finding, Pair
from claimkb.compare.words import tokens
from claimkb.lexicon.comparing import comparison_words
from claimkb.model import ComparedClaim, Evidence

_QUOTED = re.compile(r"[“\"]([^“”\"]{12,})[”\"]")
_ADDED = re.compile(r"\[[^\]]*\]|\(sic\)")
_WORDS = 6  # that a quotation must have to be known again
_ALIKE = 0.8  # shared part of the words, in order
_SHARED = 2  # shared shingles of four words: five words in a row


def same_quotation(pair: Pair) -> Finding | None:
    """Both quote the same words, or nearly."""
    altered = _altered(pair)
    if altered is not None:
        return _misquoted(pair, *altered)
    shared = pair.left.quoted & pair.right.quoted
    if len(shared) < _SHARED:
        return None
    words = max(shared)
    proof = (
        Evidence("quotation", words, words, "shared", "the same words within quotation marks"),
        ev.holders(pair),
    )
    return Finding("R10-quotation", "both quote the same words", proof, (words,), (words,))


def _misquoted(pair: Pair, one: str, two: str) -> Finding:
    proof = (
        Evidence("quotation", one, two, "altered", "one quotation, other words at one place"),
        ev.holders(pair),
    )
    gist = f"one quotation is given with “{one}” and with “{two}”"
    return Finding("R10-misquote", gist, proof, (one,), (two,))


def _altered(pair: Pair) -> tuple[str, str] | None:
    """The words by which two versions of one quotation differ, if they differ in what they say."""
    if not _one_voice(pair):
        return None
    for one in _passages(pair.a):
        for two in _passages(pair.b):
            found = _difference(one, two)
            if found is not None:
                return found
    return None


def _one_voice(pair: Pair) -> bool:
    """Whether both give the words of one person: "Anna Holm" is "Holm".

    An author quotes nobody, and what "the police" or "officials" say is told in anybody's words.
    """
    a, b = pair.a.claim.holder, pair.b.claim.holder
    if a is None or b is None or a.key.split()[-1:] != b.key.split()[-1:]:
        return False
    last = [h.text.split()[-1][:1] if h.text.split() else "" for h in (a, b)]
    return all(letter.isupper() for letter in last)


def _passages(side: ComparedClaim) -> Iterator[tuple[str, ...]]:
    """What a speaker is quoted with: the passages in quotation marks, or the place that the claim covers."""
    quote = side.claim.quote
    for passage in _QUOTED.findall(quote) or [quote]:
        words = tuple(w for w in tokens(_ADDED.sub(" ", passage)) if w != "'s")
        if len(words) >= _WORDS:
            yield words


def _difference(one: tuple[str, ...], two: tuple[str, ...]) -> tuple[str, str] | None:
    steps = SequenceMatcher(None, one, two, autojunk=False)
    if steps.ratio() < _ALIKE:
        return None
    exchanged = []
    for step, i, j, k, m in steps.get_opcodes():
        left, right = one[i:j], two[k:m]
        if _negators(left) != _negators(right):
            return None
        if step == "replace" and _content(left) and _content(right) and not _content(left) & _content(right):
            exchanged.append((" ".join(left), " ".join(right)))
    if len(exchanged) != 1:
        return None
    one_word, other = exchanged[0]
    single = " " not in one_word and " " not in other  # more than a word is another quotation
    return (one_word, other) if single and one_word.isalpha() and other.isalpha() else None


def _negators(words: tuple[str, ...]) -> bool:
    return bool(comparison_words().negators & set(words))


def _content(words: tuple[str, ...]) -> set[str]:
    lists = comparison_words()
    return {base_form(w) for w in words if w not in lists.removable and w not in lists.function_words}
