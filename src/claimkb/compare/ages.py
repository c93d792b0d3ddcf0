"""The stage for how old somebody is: one person has one age at one time.

A year's difference may be a birthday between two reports, so that only more
than that is a disagreement. That two give one age is found by their words.
"""

from claimkb.compare import evidence as ev
from claimkb.compare.alignment import Match
from claimkb.compare.gates import failures_but_time
from claimkb.compare.pair import Finding, Footing, Pair
from claimkb.compare.placing import placed
from claimkb.compare.quantities import AGE, value_of
from claimkb.compare.times import TimeMatch
from claimkb.model import ComparedClaim, Evidence, Quantity

_BIRTHDAY = 1  # years


def ages_apart(pair: Pair) -> Finding | None:
    """Two ages of one person that no birthday explains."""
    ages = _ages(pair)
    if ages is None or pair.time is TimeMatch.APART or abs(ages[2]) <= _BIRTHDAY:
        return None
    one, two, _ = ages
    proof = (Evidence("age", one.text, two.text, "disjoint", "the ages exclude each other"), ev.subject(pair))
    gist = f"they give different ages of the same person ({one.text} / {two.text})"
    return placed(pair, "R5-quantity-disjoint", "quantity", gist, proof, (one.text,), (two.text,))


def _ages(pair: Pair) -> tuple[Quantity, Quantity, float] | None:
    """The age that either side states of one named person, and the difference in years."""
    one, two = _stated(pair.a), _stated(pair.b)
    if one is None or two is None or pair.left.negated or pair.right.negated or failures_but_time(pair):
        return None
    subject = pair.left.slot("subject")
    if subject is None or not subject.named or pair.alignment.subject is not Match.SAME:
        return None
    first, second = value_of(one), value_of(two)
    if first is None or second is None or pair.footing() is not Footing.FACT:
        return None
    return one, two, first - second


def _stated(side: ComparedClaim) -> Quantity | None:
    """The age that is all a claim says of its subject."""
    frame = side.claim.frame
    if frame.predicate[:1] != ("be",) or len(side.claim.quantities) != 1:
        return None
    age = side.claim.quantities[0]
    told = [a.text for a in frame.arguments if a.role == "complement"]
    return age if age.unit == AGE and any(age.text in text for text in told) else None
