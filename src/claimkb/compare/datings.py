"""One event that two texts date differently: "erupted on 9 February", "the eruption took place on the 22nd".

Each text gives one date and tells one definite event in the past; besides
the dates, all words of the shorter one are in the longer one, a verb and the
noun made of it counting as one, and no name stands against another.
"""

from collections.abc import Sequence
from functools import lru_cache

from claimkb.compare.alignment import Match, match
from claimkb.compare.difference import base_form, is_number
from claimkb.compare.naming import names_cross
from claimkb.compare.profile import Profile, counted_apart, profile
from claimkb.compare.statements import statements
from claimkb.compare.wordbags import core, found_in
from claimkb.compare.words import CLAIMS_KEPT, tokens
from claimkb.lexicon.comparing import comparison_words
from claimkb.lexicon.meaning import operators
from claimkb.model import Claim, Modality, TimeRef

_STEM = 5  # letters that a verb shares with its noun
_WORDS = 2
_FINE = frozenset({"day", "month"})
_HAPPEN = frozenset({"happen", "complete", "finish", "end", "occur", "begin", "start", "again"})


def dated_between(first: Sequence[Claim], second: Sequence[Claim]) -> tuple[str, str] | None:
    """The two dates of one event."""
    for a in first:
        for b in second:
            one, two = _date(a), _date(b)
            if one is not None and two is not None and _disjoint(one, two) and _one_event(a, b):
                return one.text, two.text
    return None


def _date(claim: Claim) -> TimeRef | None:
    """The one known date of a claim, a day, a month or a year; none of what goes on or comes back."""
    known = [d for d in claim.dates if d.start is not None and d.end is not None]
    return known[0] if len(known) == 1 == len(claim.dates) and "or" not in tokens(claim.text) else None


def _disjoint(one: TimeRef, two: TimeRef) -> bool:
    return (one.end or "") < (two.start or "") or (two.end or "") < (one.start or "")


def _one_event(a: Claim, b: Claim) -> bool:
    if not all(map(_is_told, (a, b))) or counted_apart(profile(a), profile(b)) or names_cross(a, b):
        return False
    if not _happens_to_one(profile(a), profile(b)):
        return False
    once = all(profile(c).raw_verb in comparison_words().once for c in (a, b))
    if not once and not all((d := _date(c)) is not None and d.precision in _FINE for c in (a, b)):
        return False
    shorter, longer = sorted((_words(a), _words(b)), key=len)
    return len(shorter) >= _WORDS and all(_is_in(word, longer) for word in shorter)


def _happens_to_one(a: Profile, b: Profile) -> bool:
    """Whether it happens to one thing, if either side says what happens by its verb: not "X's niece", "X"."""
    if any({side.verb, side.raw_verb} & _HAPPEN for side in (a, b)):
        return True
    one, two = (side.slot("object") or side.slot("subject") for side in (a, b))
    return one is None or two is None or match(one, two) in {Match.SAME, Match.PART}


def _is_told(claim: Claim) -> bool:
    """Whether a claim tells one past event, not a move of something that moves all the time."""
    verb = profile(claim).raw_verb
    lists = comparison_words()
    if claim.modality is not Modality.ASSERTED or claim.frame.tense != "past" or claim.quantities:
        return False
    if any(s.denied for s in statements(claim)) or not claim.frame.predicate:
        return False
    moves = verb in operators() and operators()[verb].id not in {"begin", "end"}
    return not moves and verb not in lists.repeatable and (verb not in lists.light_verbs or verb == "take")


@lru_cache(maxsize=CLAIMS_KEPT)
def _words(claim: Claim) -> frozenset[str]:
    """What a claim says besides its date, and besides that it happened."""
    dated = frozenset(base_form(w) for d in claim.dates for w in tokens(d.text))
    lists = comparison_words()
    besides = dated | {base_form(w) for w in (*_HAPPEN, *lists.around_dates)} | lists.months | lists.weekdays
    return frozenset(w for w in core(tokens(claim.text)) if w not in besides and not is_number(w))


def _is_in(word: str, words: frozenset[str]) -> bool:
    """Whether a word, or the verb or noun of its stem, is among others."""
    if found_in(frozenset({word}), words):
        return True
    return any(len(word) >= _STEM and other[:_STEM] == word[:_STEM] for other in words)
