"""Pair-keys: which claims are worth comparing at all.

Two claims are compared only if they share a key. A key is a short string with
a prefix that says what it stands for, so that a verdict can name what
proposed it: a concept and whose it is, a predicate and its object, names with
a telling word, an amount, a run of quoted words. Pure functions, bounded.
"""

import math
from collections.abc import Callable, Iterator
from itertools import combinations

from claimkb.compare.aims import aims
from claimkb.compare.asides import dealings, matters
from claimkb.compare.profile import Profile, profile
from claimkb.compare.quantities import comparable, value_of
from claimkb.lexicon.comparing import comparison_words
from claimkb.model import Claim

MAX_KEYS = 24
_NAMED = 3  # names beside a field of trouble
_LONGEST = (
    6  # the longest words of a claim stand in for its rarest, since a pure function knows no frequencies
)
_BUCKET = math.log(1.25)  # amounts within a quarter of each other share a bucket


def pair_keys(claim: Claim) -> frozenset[str]:
    """The keys of a claim, at most `MAX_KEYS`, the most telling first."""
    found: dict[str, None] = {}
    side = profile(claim)
    for make in KEY_MAKERS:
        for key in make(claim, side):
            found[key] = None
            if len(found) == MAX_KEYS:
                return frozenset(found)
    return frozenset(found)


def _quotations(claim: Claim, side: Profile) -> Iterator[str]:
    for shingle in sorted(side.quoted)[:4]:
        yield f"quote:{shingle}"


def _amounts(claim: Claim, side: Profile) -> Iterator[str]:
    """Unit with a log bucket, twice with the grid shifted, so that near amounts share one of the two."""
    for quantity in comparable(claim)[:3]:
        value = value_of(quantity)
        if value is None or not value:
            continue
        place = math.log(abs(value)) / _BUCKET
        yield f"amount:{quantity.unit or ''}:{math.floor(place)}"
        yield f"amount:{quantity.unit or ''}:{math.floor(place + 0.5)}'"


def _concepts(claim: Claim, side: Profile) -> Iterator[str]:
    """A dimension with whose it is."""
    for assertion in side.assertions[:6]:
        if not assertion.direction:
            continue
        if assertion.meaning.relational:
            for one, two in list(combinations(sorted(map(_short, assertion.parties)), 2))[:3]:
                yield f"concept:{assertion.concept}:{one}+{two}"
        elif assertion.bearer:
            for name in sorted(map(_short, assertion.bearer)):
                yield f"concept:{assertion.concept}:{name}"
        else:
            for word in sorted(assertion.topic)[:2]:
                yield f"concept:{assertion.concept}:{word}"


def _troubles(claim: Claim, side: Profile) -> Iterator[str]:
    """A field of trouble with who is named beside it: who is accused in it, and who is credited."""
    known = comparison_words().fields
    fields = {known[t] for a in claim.frame.arguments for t in a.terms if t in known}
    target, subject = side.slot("object"), side.slot("subject")
    names = (target.entities if target else frozenset()) | (subject.entities if subject else frozenset())
    for field in sorted(fields)[:1]:
        yield from (f"trouble:{field}:{name}" for name in sorted(map(_short, names))[:_NAMED])


def _aims(claim: Claim, side: Profile) -> Iterator[str]:
    """Who wants what level of what; with whom somebody deals or does not; whose matter is called whose."""
    for aim in aims(claim)[:_NAMED]:
        yield from (f"aim:{_short(name)}:{aim.concept}" for name in sorted(aim.agents)[:_NAMED])
    yield from (f"deal:{_short(one)}+{_short(two)}" for one, two in sorted(dealings(claim, side))[:_NAMED])
    yield from (f"matter:{_short(name)}" for name in sorted(matters(claim, side))[:_NAMED])


def _short(name: str) -> str:
    """The last word of a name: one text says "Mary Smith", the other "Smith"."""
    return name.split()[-1].lower() if name else name


def _predications(claim: Claim, side: Profile) -> Iterator[str]:
    """The predicate with the head of its object, or of its subject."""
    if not side.verb:
        return
    for slot in side.slots:
        if slot.role in {"object", "complement", "subject"}:
            what = _short(sorted(slot.entities)[0]) if slot.named else slot.head
            yield f"predicate:{side.verb}:{what}"


def _names_with_words(claim: Claim, side: Profile) -> Iterator[str]:
    """A name with one of the longest words; three names together."""
    names = sorted(map(_short, side.entities))
    if len(names) >= 3:
        for trio in list(combinations(names, 3))[:4]:
            yield "names:" + "+".join(trio)
    longest = _longest(side)
    for word in longest[:4]:
        for name in names[:3]:
            yield f"name:{name}:{word}"


def _word_pairs(claim: Claim, side: Profile) -> Iterator[str]:
    """Pairs of the longest words, for claims that name nobody."""
    for one, two in combinations(sorted(_longest(side)), 2):
        yield f"words:{one}+{two}"


def _longest(side: Profile) -> list[str]:
    return sorted(side.words, key=lambda w: (-len(w), w))[:_LONGEST]


KEY_MAKERS: tuple[Callable[[Claim, Profile], Iterator[str]], ...] = (
    _quotations,
    _amounts,
    _concepts,
    _troubles,
    _aims,
    _predications,
    _names_with_words,
    _word_pairs,
)
