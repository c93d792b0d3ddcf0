"""What two claims must have in common before a stage of the decision table looks at them.

A key proposes ten pairs for one that says something, and most of them share
next to nothing: no amount in one unit, no dimension of meaning, no predicate.
A stage that compares such things finds nothing then, and need not be asked.
Stages that are not named here look at every pair. A test lays all stages
before the pairs of the seeds, so that none is passed over wrongly.
"""

from collections.abc import Callable
from enum import StrEnum
from functools import lru_cache
from itertools import product

from claimkb.compare import agree, aims, amounts, asides, dimensions, oppose, premises, pulls
from claimkb.compare.alignment import Predication
from claimkb.compare.pair import Finding, Pair
from claimkb.compare.quantities import comparable
from claimkb.compare.words import CLAIMS_KEPT
from claimkb.model import Claim

Stage = Callable[[Pair], Finding | None]


class Common(StrEnum):
    """Something that two claims share."""

    AMOUNTS = "amounts in one unit"
    CONCEPTS = "a dimension of meaning"
    PREDICATE = "one predicate"
    NEAR_PREDICATE = "predicates of which one entails the other"
    OPPOSITES = "opposed predicates"
    AIMS = "an aim on either side"
    GROUND = "common ground on either side"
    ASIDE = "somebody left aside on one side"
    BUSINESS = "a matter called internal on one side"


NEEDS: dict[Stage, Common] = {
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
    pulls.effort_against_nothing: Common.CONCEPTS,
    pulls.attention_turned: Common.CONCEPTS,
}

_BY_PREDICATION = {
    Predication.SAME: (Common.PREDICATE, Common.NEAR_PREDICATE),
    Predication.ENTAILED: (Common.NEAR_PREDICATE,),
    Predication.OPPOSED: (Common.OPPOSITES,),
    Predication.OTHER: (),
}


_ONE_SIDED = frozenset({Common.ASIDE, Common.BUSINESS})


@lru_cache(maxsize=CLAIMS_KEPT)
def _spoken_of(claim: Claim) -> frozenset[Common]:
    """What a claim speaks of that only some claims speak of at all."""
    told = {
        Common.AIMS: aims.aims(claim),
        Common.GROUND: aims.ground(claim),
        Common.ASIDE: asides.set_aside(claim),
        Common.BUSINESS: asides.called_own(claim),
    }
    return frozenset(what for what, words in told.items() if words)


def in_common(pair: Pair) -> frozenset[Common]:
    """What the two claims of a pair share; kept with the pair."""
    found: frozenset[Common] | None = pair.kept.get("common")
    if found is None:
        shared: list[Common] = [*_BY_PREDICATION[pair.alignment.predicate]]
        if not pair.left.concepts.isdisjoint(pair.right.concepts):
            shared.append(Common.CONCEPTS)
        if any(x.unit == y.unit for x, y in product(comparable(pair.a.claim), comparable(pair.b.claim))):
            shared.append(Common.AMOUNTS)
        one, two = _spoken_of(pair.a.claim), _spoken_of(pair.b.claim)
        shared += (one & two) | ((one | two) & _ONE_SIDED)
        found = pair.kept["common"] = frozenset(shared)
    return found
