"""Picks the words of a headline: every slot offers whole phrases, and the most telling set that fits wins.

A phrase is never cut: it is offered in shorter forms, each readable by
itself, with what the form is worth. So a label cannot end in the middle of a
noun phrase, and what carries the sense (a negation, a modal) is part of every
form of its slot.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

MAX_WORDS = 5


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


def choose(slots: Iterable[Slot], limit: int = MAX_WORDS) -> tuple[str, ...]:
    """The words of one part a slot, worth the most together in at most `limit` words; none where nothing fits."""
    # best worth for each length so far: a knapsack over at most `limit` words, ties to fewer words
    best: dict[int, Part] = {0: NOTHING}
    for slot in slots:
        following: dict[int, Part] = {}
        for before in best.values():
            for option in slot:
                length = len(before.words) + len(option.words)
                worth = before.worth + option.worth
                if length not in following or worth > following[length].worth:
                    following[length] = Part(before.words + option.words, worth)
        best = following or best
    fitting = [p for p in best.values() if len(p.words) <= limit]
    if not fitting:
        return ()
    return max(fitting, key=lambda p: (p.worth, -len(p.words))).words
