"""What somebody is to somebody else, against what the other text says he is.

"Anna Holm, Norway's consul" is no employee of a bank; a man's wife is not his
former wife. Only posts that one holds in one place count, and only kin words
of which one holds between two people.
"""

from collections.abc import Iterator, Sequence

from claimkb.compare.profile import Slot, profile
from claimkb.compare.words import tokens
from claimkb.lexicon.comparing import comparison_words
from claimkb.model import Claim

_EMPLOYEE = "employee"  # whoever holds a post elsewhere is none


def bound_between(first: Sequence[Claim], second: Sequence[Claim]) -> tuple[str, str] | None:
    """Two claims by which somebody is two things of which he can be one."""
    for a in first:
        for b in second:
            if a.modality is b.modality and (_kin_apart(a, b) or _serves_elsewhere(a, b)):
                return a.text, b.text
    return None


def _ties(claim: Claim) -> Iterator[tuple[Slot, Slot]]:
    """Subject and predicate noun of "X is Y's consul"."""
    side = profile(claim)
    subject, role = side.slot("subject"), side.slot("complement")
    if claim.frame.predicate[:1] == ("be",) and not side.negated and subject is not None and role is not None:
        yield subject, role


def _kin_apart(a: Claim, b: Claim) -> bool:
    """Whether the same two people are tied by two kin words that exclude each other."""
    groups = comparison_words().kin
    for subject, role in _ties(a):
        for other, second in _ties(b):
            people = _people(subject, role), _people(other, second)
            words = _kin_word(role), _kin_word(second)
            one, two = (next((i for i, g in enumerate(groups) if w in g), None) for w in words)
            if people[0] == people[1] and len(people[0]) > 1 and one is not None and two is not None:
                return one != two
    return False


def _people(*slots: Slot) -> frozenset[str]:
    """The last words of the names: one text gives the first name, the other does not."""
    return frozenset(e.split()[-1] for s in slots for e in s.entities)


def _kin_word(slot: Slot) -> str:
    return next((w for w in tokens(slot.text) if any(w in g for g in comparison_words().kin)), "")


def _serves_elsewhere(a: Claim, b: Claim) -> bool:
    """Whether the same person holds one kind of post with two masters, or is the employee of another."""
    serving = comparison_words().serving
    for subject, role in _ties(a):
        for other, second in _ties(b):
            posts = serving & set(tokens(role.text)), serving & set(tokens(second.text))
            alike = posts[0] & posts[1] or _EMPLOYEE in posts[0] | posts[1]
            same = _people(subject) & _people(other) and all(posts) and alike
            if same and role.entities and second.entities and not role.entities & second.entities:
                return True
    return False
