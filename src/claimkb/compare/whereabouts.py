"""One event that two texts put in two places: "arrested in a hotel in Marseille", "caught near Lyon".

Only for verbs of what happens in one place, only of one definite thing or
somebody named, and only where neither place can lie in the other.
"""

from collections.abc import Sequence

from claimkb.compare.alignment import Match, match
from claimkb.compare.leeway import is_plural
from claimkb.compare.naming import may_be_one, name_words
from claimkb.compare.profile import Profile, Slot, counted_apart, profile
from claimkb.compare.times import times_apart
from claimkb.compare.words import tokens
from claimkb.lexicon.facts import fact_words
from claimkb.lexicon.wordclasses import canonical
from claimkb.model import Claim, Modality

_DEFINITE = frozenset({"the", "this", "that", "its", "his", "her", "their", "our", "my"})
_FIRM = frozenset({Modality.ASSERTED, Modality.PREDICTED})


def placed_between(first: Sequence[Claim], second: Sequence[Claim]) -> tuple[str, str] | None:
    """The two places of one event, one from each text."""
    for a in first:
        for b in second:
            found = _placed_apart(a, b)
            if found is not None:
                return found
    return None


def _placed_apart(a: Claim, b: Claim) -> tuple[str, str] | None:
    left, right = profile(a), profile(b)
    if a.modality is not b.modality or a.modality not in _FIRM or left.negated or right.negated:
        return None
    if not _one_event(left, right):
        return None
    one, two = _theme(left), _theme(right)
    if one is None or two is None or not _is_one_thing(one, two):
        return None
    places = _place(a, left), _place(b, right)
    if not all(places) or places[0] & frozenset(tokens(b.text)) or places[1] & frozenset(tokens(a.text)):
        return None
    if may_be_one(*places, a, b) or times_apart(a, b) or counted_apart(left, right):
        return None
    return " ".join(sorted(places[0])), " ".join(sorted(places[1]))


def _one_event(a: Profile, b: Profile) -> bool:
    """Whether the two verbs tell of one kind of event that has one place."""
    one, two = {a.verb, a.raw_verb}, {b.verb, b.raw_verb}
    return any(one & verbs and two & verbs for verbs in _events())


def _events() -> tuple[frozenset[str], ...]:
    return tuple(verbs | {canonical(v) for v in verbs} for verbs in fact_words().placed)


def _theme(side: Profile) -> Slot | None:
    """What it happens to: the object, or the subject of a verb without one."""
    return side.slot("object") or side.slot("subject")


def _is_one_thing(one: Slot, two: Slot) -> bool:
    if not all(slot.named or _is_definite(slot.text) for slot in (one, two)):
        return False
    if is_plural(one.text) or is_plural(two.text):
        return False
    return match(one, two) in {Match.SAME, Match.PART}


def _is_definite(text: str) -> bool:
    words = text.split()
    if not words:
        return False
    return words[0].lower() in _DEFINITE or any(w.endswith(("'s", "’s", "s'", "s’")) for w in words[:-1])


def _place(claim: Claim, side: Profile) -> frozenset[str]:
    """The words of the names that say where."""
    roles, names = fact_words().place_roles, name_words(claim)
    return frozenset(w for s in side.slots if s.role in roles for w in tokens(s.text) if w in names)
