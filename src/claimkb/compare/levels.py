"""What a measure is put at by two texts: "unemployment stood at 5.2 percent", "the jobless rate was 8.9 percent".

The verb only says that the figure is the value of the thing, so that verbs
of this kind all say the same, and the thing is what must be one: all its
words on both sides, the same places and years, nothing beside them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from claimkb.compare.difference import base_form, is_number
from claimkb.compare.naming import names_cross
from claimkb.compare.profile import counted_apart, profile
from claimkb.compare.quantities import Measured, Span, comparable, measured, meet, near
from claimkb.compare.times import times_apart
from claimkb.compare.wordbags import core, found_in
from claimkb.compare.words import CLAIMS_KEPT, tokens
from claimkb.lexicon.comparing import comparison_words
from claimkb.lexicon.facts import fact_words
from claimkb.model import Claim, Modality

_FIRM = frozenset({Modality.ASSERTED, Modality.PREDICTED})


@dataclass(frozen=True, slots=True)
class Level:
    """A value, the words of the thing whose value it is, and those that say where and when."""

    claim: Claim
    measured: Measured
    thing: frozenset[str]
    around: frozenset[str]


def levelled_between(first: Sequence[Claim], second: Sequence[Claim]) -> tuple[str, str] | None:
    """Two values of one thing, one from each text, that exclude each other."""
    for x in _levels(first):
        for y in _levels(second):
            if meet(x.measured.quantity, y.measured.quantity) is not Span.DISJOINT or not one_thing(x, y):
                continue
            if not _given(second, x) and not _given(first, y):
                return x.measured.quantity.text, y.measured.quantity.text
    return None


def levelled_alike(given: Sequence[Claim], claim: Claim) -> bool:
    """Whether one of the given claims puts the same thing at the same value."""
    return any(
        near(x.measured.quantity, y.measured.quantity) and one_thing(x, y)
        for y in _levels((claim,))
        for x in _levels(given)
    )


def _levels(text: Sequence[Claim]) -> Iterator[Level]:
    for claim in text:
        found = _level(claim)
        if found is not None:
            yield found


@lru_cache(maxsize=CLAIMS_KEPT)
def _level(claim: Claim) -> Level | None:
    """The value that a claim gives of something, if that is all it says."""
    lists, facts = comparison_words(), fact_words()
    verb = claim.frame.predicate[:1]
    if claim.modality not in _FIRM or profile(claim).negated or not verb or verb[0] not in facts.level_verbs:
        return None
    found = [m for m in measured(claim) if m.quantity.unit is not None]
    if len(found) != 1 or found[0].part or found[0].rate:
        return None
    value = frozenset(tokens(found[0].quantity.text))
    role = "object" if facts.level_verbs[verb[0]] == "object" else "subject"
    holding = [a for a in claim.frame.arguments if a.role == role and not value & frozenset(tokens(a.text))]
    if len(holding) != 1:
        return None
    said = [w for w in core(tokens(holding[0].text)) if w not in facts.level_nouns and not is_number(w)]
    if verb[0] in facts.costing:
        said.append(base_form("price"))
    around = core(tokens(claim.text))
    besides = {base_form(w) for w in (*value, *lists.around_amounts, *verb)} | set(said) | facts.level_nouns
    rest = frozenset(w for w in around if w not in besides and not is_number(w))
    return Level(claim, found[0], frozenset(said), rest) if said else None


def one_thing(x: Level, y: Level) -> bool:
    """Whether two values are of one thing at one time and in one place."""
    a, b = x.claim, y.claim
    if x.measured.quantity.unit != y.measured.quantity.unit or a.modality is not b.modality:
        return False
    if x.measured.change or y.measured.change or counted_apart(profile(a), profile(b)) or names_cross(a, b):
        return False
    if times_apart(a, b) or profile(a).parts != profile(b).parts:
        return False
    whole_x, whole_y = x.thing | x.around, y.thing | y.around
    if found_in(x.thing, whole_y) != x.thing or found_in(y.thing, whole_x) != y.thing:
        return False
    return not (x.around - whole_y and y.around - whole_x)


def _given(text: Sequence[Claim], x: Level) -> bool:
    """Whether a text has an amount that agrees with this one."""
    unit = x.measured.quantity.unit
    return any(
        q.unit == unit and meet(q, x.measured.quantity) is not Span.DISJOINT
        for c in text
        for q in comparable(c)
    )
