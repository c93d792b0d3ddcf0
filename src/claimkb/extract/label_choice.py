"""Picks the words of a headline: every slot offers whole phrases, and the most telling set that fits wins.

A phrase is never cut: it is offered in shorter forms, each readable by
itself, with what the form is worth. So a label cannot end in the middle of a
noun phrase, and what carries the sense (a negation, a modal) is part of every
form of its slot.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

MAX_WORDS = 5
_KEPT = 3  # phrases of one length


@dataclass(frozen=True, slots=True)
class Part:
    """One form of a phrase: its words, and how much of the sense it keeps."""

    words: tuple[str, ...]
    worth: float


NOTHING = Part((), 0.0)
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
    best: dict[int, list[Part]] = {0: [NOTHING]}
    for slot in filter(None, slots):
        following: dict[int, list[Part]] = {}
        for length, phrases in best.items():
            for option in slot:
                total = length + len(option.words)
                if total <= limit:
                    found = [Part(p.words + option.words, p.worth + option.worth) for p in phrases]
                    following.setdefault(total, []).extend(found)
        best = {n: sorted(found, key=_by_worth)[:_KEPT] for n, found in following.items()}
    return sorted((p for found in best.values() for p in found), key=_by_worth)


def _by_worth(phrase: Part) -> tuple[float, int]:
    return -phrase.worth, len(phrase.words)


def choose(slots: Iterable[Slot], limit: int = MAX_WORDS) -> tuple[str, ...]:
    """The words of the best phrase, or none."""
    found = ranked(slots, limit)
    return found[0].words if found else ()
