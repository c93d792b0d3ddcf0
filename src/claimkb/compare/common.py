"""What two claims must have in common before a stage of the decision table looks at them.

A key proposes ten pairs for one that says something, and most of them share
next to nothing: no amount in one unit, no dimension of meaning, no predicate.
A stage that compares such things finds nothing then, and need not be asked.
Stages that are not named here look at every pair. A test lays all stages
before the pairs of the seeds, so that none is passed over wrongly.
"""

from collections.abc import Callable
from functools import cache, lru_cache

from claimkb.compare import (
    ages,
    agree,
    aims,
    amounts,
    asides,
    dimensions,
    disputes,
    nothing,
    oppose,
    premises,
    pulls,
)
from claimkb.compare.alignment import Predication
from claimkb.compare.pair import Finding, Pair
from claimkb.compare.quantities import comparable
from claimkb.compare.words import CLAIMS_KEPT
from claimkb.model import Claim

Stage = Callable[[Pair], Finding | None]


class Common:
    """Something that two claims share, each a bit of a number: sets of them are made for every pair."""

    AMOUNTS = 1  # amounts in one unit
    CONCEPTS = 2  # a dimension of meaning
    PREDICATE = 4
    NEAR_PREDICATE = 8  # predicates of which one entails the other
    OPPOSITES = 16  # opposed predicates
    AIMS = 32  # an aim on either side
    GROUND = 64  # common ground on either side
    ASIDE = 128  # somebody left aside on one side
    BUSINESS = 256  # a matter called internal on one side
    DENIAL = 512  # somebody who denies responsibility on one side
    NONE = 1024  # a count of none on one side


NEEDS: dict[Stage, int] = {
    ages.ages_apart: Common.AMOUNTS,
    amounts.amounts_disjoint: Common.AMOUNTS,
    amounts.amounts_same: Common.AMOUNTS,
    amounts.dates_disjoint: Common.PREDICATE,
    oppose.negation: Common.PREDICATE,
    oppose.opposite: Common.OPPOSITES,
    dimensions.concept_opposed: Common.CONCEPTS,
    dimensions.presupposed: Common.CONCEPTS,
    agree.same_statement: Common.NEAR_PREDICATE,
    agree.same_direction: Common.CONCEPTS,
    premises.shared_premise: Common.CONCEPTS,
    aims.shared_aim: Common.AIMS,
    aims.common_ground: Common.GROUND,
    asides.left_aside: Common.ASIDE,
    asides.own_business: Common.BUSINESS,
    disputes.disputed: Common.DENIAL,
    nothing.none_against_some: Common.NONE,
    pulls.effort_against_nothing: Common.CONCEPTS,
    pulls.attention_turned: Common.CONCEPTS,
}

_BY_PREDICATION = {
    Predication.SAME: Common.PREDICATE | Common.NEAR_PREDICATE,
    Predication.ENTAILED: Common.NEAR_PREDICATE,
    Predication.OPPOSED: Common.OPPOSITES,
    Predication.OTHER: 0,
}


_ONE_SIDED = Common.ASIDE | Common.BUSINESS | Common.DENIAL | Common.NONE


@lru_cache(maxsize=CLAIMS_KEPT)
def _traits(claim: Claim) -> tuple[int, frozenset[str | None]]:
    """What a claim speaks of that only some claims speak of at all, and the units of its amounts."""
    told = (
        (Common.AIMS, aims.aims(claim)),
        (Common.GROUND, aims.ground(claim)),
        (Common.ASIDE, asides.set_aside(claim)),
        (Common.BUSINESS, asides.called_own(claim)),
        (Common.DENIAL, disputes.denies(claim)),
        (Common.NONE, nothing.counts_none(claim)),
    )
    return sum(what for what, words in told if words), frozenset(q.unit for q in comparable(claim))


def in_common(pair: Pair) -> int:
    """What the two claims of a pair share, as the sum of its bits; kept with the pair."""
    found: int | None = pair.kept.get("common")
    if found is None:
        one, units = _traits(pair.a.claim)
        two, others = _traits(pair.b.claim)
        found = _BY_PREDICATION[pair.alignment.predicate] | (one & two) | ((one | two) & _ONE_SIDED)
        if not pair.left.concepts.isdisjoint(pair.right.concepts):
            found |= Common.CONCEPTS
        if not units.isdisjoint(others):
            found |= Common.AMOUNTS
        pair.kept["common"] = found
    return found


@cache
def asked(stages: tuple[Stage, ...], shared: int) -> tuple[Stage, ...]:
    """The stages that look at pairs with so much in common, in their order."""
    return tuple(stage for stage in stages if not NEEDS.get(stage, 0) & ~shared)
