"""What makes two texts on one matter contradict each other outright, though no two of their claims line up.

Each finder takes the claims of both texts and returns what it found, in
words, with the rule it falls under; the first that finds something decides.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from claimkb.compare.apposed import apposed_between
from claimkb.compare.bonds import bound_between
from claimkb.compare.datings import dated_between
from claimkb.compare.denial import denied_between
from claimkb.compare.exchange import exchanged_between
from claimkb.compare.figures import counted_between
from claimkb.compare.journeys import journeyed_between
from claimkb.compare.levels import levelled_between
from claimkb.compare.opposition import opposed_between
from claimkb.compare.posts import posted_between
from claimkb.compare.respectively import crossed_between
from claimkb.compare.strictures import restricted_between
from claimkb.compare.sums import summed_between
from claimkb.compare.swapped import swapped_between
from claimkb.compare.tallies import tallied_between
from claimkb.compare.whereabouts import placed_between
from claimkb.model import Claim, Evidence


@dataclass(frozen=True, slots=True)
class Outright:
    """A contradiction between two texts: the rule, the reason in words, and what stands against what."""

    rule: str
    reason: str
    evidence: Evidence


_DENIALS = {
    "R7-denial": "One text denies or debunks what the other says",
    "R9-scope-tension": "One text leaves little of what the other says",
    "R9-disputed": "One text denies what the other accuses somebody of",
}

Finder = Callable[[Sequence[Claim], Sequence[Claim]], Outright | None]


def outright(first: Sequence[Claim], second: Sequence[Claim]) -> Outright | None:
    """The first thing by which two texts contradict each other outright."""
    found = (find(first, second) for find in FINDERS)
    return next((one for one in found if one is not None), None)


def _denial(first: Sequence[Claim], second: Sequence[Claim]) -> Outright | None:
    found = denied_between(first, second)
    if found is None:
        return None
    return _outright(found.rule, _DENIALS[found.rule], "denied", found.a, found.b)


def _opposition(first: Sequence[Claim], second: Sequence[Claim]) -> Outright | None:
    found = opposed_between(first, second)
    if found is None:
        return None
    return _outright(
        "R7-opposite", "The two say opposite things in the same words", "opposed", found.a, found.b
    )


def _exchange(first: Sequence[Claim], second: Sequence[Claim]) -> Outright | None:
    found = exchanged_between(first, second)
    if found is None:
        return None
    gist = "The same words but for one stretch, in which only one thing can stand"
    return _outright(found.rule, gist, "exchanged", found.a, found.b)


def _figures(first: Sequence[Claim], second: Sequence[Claim]) -> Outright | None:
    found = counted_between(first, second)
    if found is None:
        return None
    return _outright("R5-quantity-disjoint", "The two count one thing differently", "disjoint", *found)


def _swap(first: Sequence[Claim], second: Sequence[Claim]) -> Outright | None:
    found = swapped_between(first, second)
    if found is None:
        return None
    return _outright("R7-opposite", "The parties have exchanged their roles", "exchanged", *found)


def _apposed(first: Sequence[Claim], second: Sequence[Claim]) -> Outright | None:
    found = apposed_between(first, second)
    if found is None:
        return None
    return _outright("R7-slot", "Only one of the two can be so", "different", *found)


def _tallied(first: Sequence[Claim], second: Sequence[Claim]) -> Outright | None:
    found = tallied_between(first, second)
    if found is None:
        return None
    return _outright(found[0], "The two give other amounts of one thing", "disjoint", *found[1:])


def _levelled(first: Sequence[Claim], second: Sequence[Claim]) -> Outright | None:
    found = levelled_between(first, second)
    if found is None:
        return None
    return _outright("R5-quantity-disjoint", "The two put one thing at different values", "disjoint", *found)


def _placed(first: Sequence[Claim], second: Sequence[Claim]) -> Outright | None:
    found = placed_between(first, second)
    if found is None:
        return None
    return _outright("R7-slot", "The two put one event in different places", "different", *found)


def _posted(first: Sequence[Claim], second: Sequence[Claim]) -> Outright | None:
    found = posted_between(first, second)
    if found is None:
        return None
    return _outright("R7-slot", "The two put different people in one post", "different", *found)


def _dated(first: Sequence[Claim], second: Sequence[Claim]) -> Outright | None:
    found = dated_between(first, second)
    if found is None:
        return None
    return _outright("R6-date-disjoint", "The two date one event differently", "disjoint", *found)


def _summed(first: Sequence[Claim], second: Sequence[Claim]) -> Outright | None:
    found = summed_between(first, second)
    if found is None:
        return None
    return _outright("R5-quantity-disjoint", "The two give other sums of one thing", "disjoint", *found)


def _crossed(first: Sequence[Claim], second: Sequence[Claim]) -> Outright | None:
    found = crossed_between(first, second)
    if found is None:
        return None
    return _outright(
        "R5-quantity-disjoint", "One gives to the one what the other gives to the other", "crossed", *found
    )


def _bound(first: Sequence[Claim], second: Sequence[Claim]) -> Outright | None:
    found = bound_between(first, second)
    if found is None:
        return None
    return _outright("R7-slot", "Somebody cannot be both to them", "different", *found)


def _journeyed(first: Sequence[Claim], second: Sequence[Claim]) -> Outright | None:
    found = journeyed_between(first, second)
    if found is None:
        return None
    return _outright("R7-opposite", "One journey, opposite ways", "opposed", *found)


def _restricted(first: Sequence[Claim], second: Sequence[Claim]) -> Outright | None:
    found = restricted_between(first, second)
    if found is None:
        return None
    return _outright("R7-opposite", "What one requires or reserves the other does without", "opposed", *found)


def _outright(rule: str, gist: str, level: str, a: str, b: str) -> Outright:
    return Outright(rule, f"{gist}: “{a}” / “{b}”.", Evidence("wording", a, b, level, gist))


FINDERS: tuple[Finder, ...] = (
    _denial,
    _opposition,
    _exchange,
    _figures,
    _tallied,
    _levelled,
    _dated,
    _placed,
    _posted,
    _summed,
    _crossed,
    _swap,
    _apposed,
    _bound,
    _journeyed,
    _restricted,
)
