"""Whether one text bears out what another says, and the verdict on two texts.

A claim is borne out when the other text, in some claim of it or in all its
claims together, has its content, its names and its numbers, under the same
polarity and at least the same certainty.
"""

from collections.abc import Sequence

from claimkb.compare.alignment import Predication, align
from claimkb.compare.decide import NOTHING, judge
from claimkb.compare.difference import difference
from claimkb.compare.profile import Profile, profile
from claimkb.compare.quantities import Span, meet
from claimkb.compare.words import covered
from claimkb.model import Claim, ComparedClaim, Modality, RelationKind, Verdict

# Shares of a claim's content; measured on the development pairs (docs/rules.md).
_BY_ONE = 0.7  # that one claim of the other text must have
_BY_ALL = 0.85  # that all of its claims together must have
_NAME_WEIGHT = 1.5
_CERTAINTY = {Modality.ASSERTED: 0, Modality.PREDICTED: 1, Modality.POSSIBLE: 2, Modality.NORMATIVE: 3}

# Two texts judged side by side are taken to speak of one time, as a reader would.
_SAME_DAY = "2000-01-01"


def bears_out(given: Sequence[Claim], claim: Claim) -> bool:
    """Whether the given claims of one text bear out a claim of another."""
    target = profile(claim)
    if any(_bears_out(one, claim, target) for one in given):
        return True
    return _together(given, claim, target)


def _bears_out(one: Claim, claim: Claim, target: Profile) -> bool:
    side = profile(one)
    if difference(one.text, claim.text).kind == "same":
        return side.negated == target.negated
    if side.negated != target.negated or not _certain_enough(one, claim) or not _numbers(one, claim):
        return False
    lined = align(side, target)
    if lined.predicate is Predication.OPPOSED or lined.clash:
        return False
    return lined.cover_b >= _BY_ONE and target.entities <= side.entities


def _certain_enough(one: Claim, claim: Claim) -> bool:
    return _CERTAINTY.get(one.modality, 4) <= _CERTAINTY.get(claim.modality, 4)


def _numbers(one: Claim, claim: Claim) -> bool:
    """Every amount of the claim meets one of the other in its unit."""
    return all(
        any(meet(q, r) is not Span.DISJOINT for r in one.quantities if r.unit == q.unit)
        for q in claim.quantities
    )


def _together(given: Sequence[Claim], claim: Claim, target: Profile) -> bool:
    sides = [profile(one) for one in given]
    agreeing = [(c, s) for c, s in zip(given, sides, strict=True) if s.negated == target.negated]
    if not agreeing or target.negated:
        return False
    words = frozenset[str]().union(*(s.words for _, s in agreeing))
    names = frozenset[str]().union(*(s.entities for _, s in agreeing))
    total = len(target.words) + _NAME_WEIGHT * len(target.entities)
    if not total or not target.entities <= names:
        return False
    found = len(covered(target.words, words)) + _NAME_WEIGHT * len(target.entities & names)
    if found / total < _BY_ALL:
        return False
    return any(_certain_enough(c, claim) for c, _ in agreeing) and all(
        any(_numbers_of(q_claim, claim) for q_claim, _ in agreeing) for _ in [0]
    )


def _numbers_of(one: Claim, claim: Claim) -> bool:
    return _numbers(one, claim)


def judge_texts(first: Sequence[Claim], second: Sequence[Claim]) -> Verdict:
    """The verdict on two texts: a contradiction of any two claims, else agreement if the first bears out the second."""
    verdicts = [judge(_side(a, "first"), _side(b, "second")) for a in first for b in second]
    contradictions = [v for v in verdicts if v.kind is RelationKind.CONTRADICTION]
    if contradictions:
        return max(contradictions, key=_confidence)
    if second and all(bears_out(first, claim) or _agrees(first, claim) for claim in second):
        return _agreement(verdicts)
    tensions = [v for v in verdicts if v.kind is RelationKind.TENSION]
    return max(tensions, key=_confidence) if tensions else NOTHING


def _agrees(first: Sequence[Claim], claim: Claim) -> bool:
    verdicts = (judge(_side(a, "first"), _side(claim, "second")) for a in first)
    return any(v.kind is RelationKind.AGREEMENT and v.direction.value != "b-entails-a" for v in verdicts)


def _agreement(verdicts: Sequence[Verdict]) -> Verdict:
    agreed = [v for v in verdicts if v.kind is RelationKind.AGREEMENT]
    if agreed:
        return max(agreed, key=_confidence)
    return Verdict(
        RelationKind.AGREEMENT,
        "same-fact",
        "R11-same-content",
        "nearly all that one says, the other says too",
        "The first text bears out every claim of the second.",
        0.7,
    )


def _confidence(verdict: Verdict) -> float:
    return verdict.confidence


def _side(claim: Claim, source: str) -> ComparedClaim:
    return ComparedClaim(claim, source, source, _SAME_DAY)
