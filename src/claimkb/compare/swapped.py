"""Two texts that tie the same two names by one relation, each the other way round.

"A owns B" and "B owns A" cannot both be so, nor can "A owns B" and "A is a
subsidiary of B". Only relations that hold one way count; to beat somebody
and to be beaten by him are two matches.
"""

from collections.abc import Sequence

from claimkb.compare.profile import Profile, Slot, profile
from claimkb.lexicon.comparing import comparison_words
from claimkb.model import Claim

_VICTORY = "victory"
_TO_WHOM = ("object", "of", "to", "by", "complement")


def swapped_between(first: Sequence[Claim], second: Sequence[Claim]) -> tuple[str, str] | None:
    """Two claims whose parties have exchanged their roles."""
    for a in first:
        for b in second:
            one, two = _relation(a), _relation(b)
            if one is not None and two is not None and _crossed(one, two) and _one_time(one[0], a, b):
                return a.text, b.text
    return None


def _one_time(relation: str, a: Claim, b: Claim) -> bool:
    """Whether two victories are one match: both are told of one day."""
    if relation != _VICTORY:
        return True
    days = ({d.text.lower() for d in c.dates} for c in (a, b))
    return bool(next(days) & next(days))


def _crossed(one: tuple[str, Slot, Slot], two: tuple[str, Slot, Slot]) -> bool:
    (name, above, below), (other, above_2, below_2) = one, two
    return name == other and _same(above, below_2) and _same(below, above_2)


def _same(a: Slot, b: Slot) -> bool:
    return bool(a.entities & b.entities) or a.text == b.text or a.head == b.head


def _relation(claim: Claim) -> tuple[str, Slot, Slot] | None:
    """The one-way relation that a claim states, and its parties, who is above first."""
    side = profile(claim)
    if side.negated:
        return None
    for name, above, below in comparison_words().one_way:
        words = {side.raw_verb, *(s.head for s in side.slots if s.role == "complement")}
        if words & (above | below):
            subject, other = side.slot("subject"), _other(side)
            if subject is None or other is None or not _is_name(subject) or not _is_name(other):
                return None
            return (name, subject, other) if words & above else (name, other, subject)
    return None


def _other(side: Profile) -> Slot | None:
    return next((s for role in _TO_WHOM for s in side.slots if s.role == role and _is_name(s)), None)


def _is_name(slot: Slot) -> bool:
    return bool(slot.entities) or slot.text[:1].isupper()
