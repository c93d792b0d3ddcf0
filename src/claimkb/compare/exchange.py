"""A copy of a statement with one stretch exchanged for another: can both be so?

Somebody who says the same words but for one name, number or colour says
another thing. Mostly both may be true; not if the stretch is who did it
("written by X", "written by Y"), a counted number, or the one quality that
is predicated.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from claimkb.compare.denial import plain
from claimkb.compare.difference import is_number
from claimkb.compare.profile import profile
from claimkb.compare.statements import statements
from claimkb.compare.wordbags import bag, bag_of
from claimkb.compare.words import jaccard
from claimkb.lexicon.comparing import comparison_words
from claimkb.model import Claim

_NEAR = 0.4  # shared part of the words from which two claims are laid side by side
_WORD = re.compile(r"[\w'’.-]*\w|[,;]")
_AT_LENGTH = 8  # words that follow
_JOINED = frozenset({"and", ",", "or", "with"})


@dataclass(frozen=True, slots=True)
class Exchange:
    """The stretch of either side, and the rule by which not both can hold."""

    rule: str
    a: str
    b: str


def exchanged_between(first: Sequence[Claim], second: Sequence[Claim]) -> Exchange | None:
    """The exchange by which a claim of one text excludes a claim of the other."""
    for a in first:
        for b in second:
            if a.modality is b.modality and jaccard(bag(a), bag(b)) >= _NEAR:
                found = _exchange(a, b)
                if found is not None:
                    return found
    return None


def _exchange(a: Claim, b: Claim) -> Exchange | None:
    if profile(a).negated or profile(b).negated or not plain(a) or not plain(b):
        return None
    if any(s.denied for c in (a, b) for s in statements(c)):
        return None
    words_a, words_b = _WORD.findall(a.text), _WORD.findall(b.text)
    steps = SequenceMatcher(None, words_a, words_b, autojunk=False).get_opcodes()
    changes = [step for step in steps if step[0] != "equal"]
    if len(changes) != 1 or changes[0][0] != "replace":
        return None
    _, start, end, start_b, end_b = changes[0]
    one, two = words_a[start:end], words_b[start_b:end_b]
    if start == start_b == 0 and _other_doer(a, b, one, two, len(words_a) - end):
        return Exchange("R7-slot", " ".join(one), " ".join(two))
    if _numbered(one) and _numbered(two) and one[0].split("-")[1:] == two[0].split("-")[1:]:
        return Exchange("R5-quantity-disjoint", one[0], two[0])
    if _named(one) and _named(two) and _is_doer(words_a[:start]):
        return Exchange("R7-slot", " ".join(one), " ".join(two))
    if _exclude(one, two) and _is_quality(a, one[0]) and _is_quality(b, two[0]):
        return Exchange("R7-opposite", one[0], two[0])
    return None


def _other_doer(a: Claim, b: Claim, one: list[str], two: list[str], rest: int) -> bool:
    """Whether one event, told at length in the same words, has two doers of whom one is named."""
    if rest < _AT_LENGTH or not a.quantities or a.frame.tense != b.frame.tense:
        return False
    whole = " ".join(one) == a.subject and " ".join(two) == b.subject
    return whole and (_named(one) or _named(two)) and not bag_of(a.subject) & bag_of(b.subject)


def _numbered(words: list[str]) -> bool:
    """Whether the stretch is a compound with a number: "two-time", "five-year"."""
    parts = words[0].lower().split("-")
    return len(words) == 1 and len(parts) > 1 and (is_number(parts[0]) or parts[0] == "one")


def _named(words: list[str]) -> bool:
    return all(w[0].isupper() for w in words)


def _is_doer(before: list[str]) -> bool:
    """Whether the stretch stands among those by whom something is done: "founded by A and …"."""
    for word in reversed(before):
        if word.lower() == "by":
            return True
        if word not in _JOINED and not word[0].isupper():
            return False
    return False


def _exclude(one: list[str], two: list[str]) -> bool:
    """Whether two words are of one set of which only one holds."""
    if len(one) != 1 or len(two) != 1:
        return False
    sets = comparison_words().exclusive
    return any({one[0].lower(), two[0].lower()} <= group for group in sets)


def _is_quality(claim: Claim, word: str) -> bool:
    """Whether a word is predicated of the subject: "it is black", "it is a black solid"."""
    complement = profile(claim).slot("complement")
    return complement is not None and claim.frame.predicate[:1] == ("be",) and word in complement.text.split()
