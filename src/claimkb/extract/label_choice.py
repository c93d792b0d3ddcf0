"""Picks the words of a headline: every slot offers whole phrases, and the most telling set that fits wins.

A phrase is never cut: it is offered in shorter forms, each readable by
itself, with what the form is worth. So a label cannot end in the middle of a
noun phrase, and what carries the sense (a negation, a modal) is part of every
form of its slot.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter

MAX_WORDS = 5
_KEPT = 3  # phrases of one length


@dataclass(frozen=True, slots=True)
class Part:
    """One form of a phrase: its words, and how much of the sense it keeps."""

    words: tuple[str, ...]
    worth: float


NOTHING = Part((), 0.0)
BROKEN = -9.0
"""What a phrase loses that breaks off: more than any modifier adds, and more than a missing subject."""
_Phrase = tuple[float, tuple[str, ...]]  # its worth and its words: plain, since most are made and dropped
_worth = itemgetter(0)
Slot = Sequence[Part]


def part(worth: float, *words: str) -> Part:
    """A part of these words; a word with spaces counts as many."""
    return Part(tuple(w for word in words for w in word.split()), worth)


def joined(a: Part, b: Part) -> Part:
    """Two parts as one."""
    return Part(a.words + b.words, a.worth + b.worth)


def ranked(slots: Iterable[Slot], limit: int = MAX_WORDS) -> list[Part]:
    """The best phrases of one part a slot in at most `limit` words, best first; none where nothing fits.

    A knapsack that keeps the best few of each length, so that a caller can still pass over one.
    """
    best: dict[int, list[_Phrase]] = {0: [(0.0, ())]}
    for slot in filter(None, slots):
        options = [(option.worth, option.words, len(option.words)) for option in slot]
        following: dict[int, list[_Phrase]] = {}
        for length, phrases in best.items():
            for worth, words, size in options:
                total = length + size
                if total <= limit:
                    found = [(value + worth, said + words) for value, said in phrases]
                    following.setdefault(total, []).extend(found)
        for found in following.values():
            found.sort(key=_worth, reverse=True)
            del found[_KEPT:]
        best = following
    phrases = [phrase for length in sorted(best) for phrase in best[length]]
    phrases.sort(key=_worth, reverse=True)  # among equals the shorter first
    return [Part(words, worth) for worth, words in phrases]


def choose(slots: Iterable[Slot], limit: int = MAX_WORDS) -> tuple[str, ...]:
    """The words of the best phrase, or none."""
    found = ranked(slots, limit)
    return found[0].words if found else ()
