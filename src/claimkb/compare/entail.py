"""Whether one text bears out what another says, and the verdict on two texts.

A claim is borne out when the other text, in one claim or in all its claims
together, has its words, names and numbers, under the same polarity and at
least the same certainty. Here two texts are known to speak of one matter, so
words are compared as written, without asking whose name is whose.
"""

from collections.abc import Sequence
from functools import lru_cache

from claimkb.compare.alignment import Predication, align
from claimkb.compare.decide import NOTHING, judge
from claimkb.compare.difference import base_form, difference, is_number
from claimkb.compare.profile import profile
from claimkb.compare.quantities import Span, meet
from claimkb.compare.words import covered, jaccard, tokens
from claimkb.lexicon.comparing import comparison_words
from claimkb.model import Claim, ComparedClaim, Modality, RelationKind, Verdict

# Share of a claim's words that must be found; measured on the development pairs (see docs/rules.md): below it the
# F1 of agreement falls on every set, above it recall falls faster than precision rises.
_FOUND = 0.55
_REST = 3  # words besides the subject
_REST_FOUND = 0.6
_COPY = 0.75  # shared words from which a text counts as a copy of the other
_NEAREST = 0.4  # share that the nearest single claim must have for its polarity to count
_CERTAINTY = {Modality.ASSERTED: 0, Modality.PREDICTED: 1, Modality.POSSIBLE: 2, Modality.NORMATIVE: 3}

# Two texts judged side by side are taken to speak of one time, as a reader would.
_SAME_DAY = "2000-01-01"


def bears_out(given: Sequence[Claim], claim: Claim) -> bool:
    """Whether the given claims of one text bear out a claim of another."""
    wanted = bag(claim)
    if not given or not wanted:
        return False
    everything = frozenset[str]().union(*map(bag, given))
    if not _numbers_found(wanted, everything):
        return False
    if _share(wanted, everything) < _FOUND and not _rest_found(claim, wanted, everything):
        return False
    nearest = max(given, key=lambda one: (_share(wanted, bag(one)), one.id))
    if _share(wanted, bag(nearest)) < _NEAREST:
        return not profile(claim).negated
    return _fits(nearest, claim) and not _one_word_changed(wanted, bag(nearest))


def _one_word_changed(wanted: frozenset[str], nearest: frozenset[str]) -> bool:
    """A near copy with something put in or exchanged was changed on purpose: it says another thing."""
    return bool(wanted - covered(wanted, nearest)) and jaccard(wanted, nearest) >= _COPY


def _rest_found(claim: Claim, wanted: frozenset[str], everything: frozenset[str]) -> bool:
    """Whether all but the subject is found: the other text may call it "it" or "the country"."""
    rest = wanted - _bag_of(claim.subject)
    return len(rest) >= _REST and _share(rest, everything) >= _REST_FOUND


def _fits(nearest: Claim, claim: Claim) -> bool:
    """Whether the nearest claim has the polarity, certainty and amounts of the one asked for, and no opposite of it."""
    side, target = profile(nearest), profile(claim)
    if side.negated != target.negated or not _certain_enough(nearest, claim):
        return False
    if difference(nearest.text, claim.text).kind not in {"none", "same"}:
        return False
    amounts_fit = all(
        any(meet(q, r) is not Span.DISJOINT for r in nearest.quantities if r.unit == q.unit)
        for q in claim.quantities
        if any(r.unit == q.unit for r in nearest.quantities)
    )
    return amounts_fit and align(side, target).predicate is not Predication.OPPOSED


def _certain_enough(one: Claim, claim: Claim) -> bool:
    return _CERTAINTY.get(one.modality, 4) <= _CERTAINTY.get(claim.modality, 4)


def bag(claim: Claim) -> frozenset[str]:
    """The words of a claim as classes, names and numbers among them."""
    return _bag_of(claim.text)


@lru_cache(maxsize=50_000)
def _bag_of(text: str) -> frozenset[str]:
    lists = comparison_words()
    return frozenset(
        base_form(w)
        for w in tokens(text)
        if w not in lists.removable and w not in lists.negators and w not in lists.light_verbs
    )


def _share(wanted: frozenset[str], found: frozenset[str]) -> float:
    return len(covered(wanted, found)) / len(wanted)


def _numbers_found(wanted: frozenset[str], found: frozenset[str]) -> bool:
    """A figure that the other text does not have is not borne out."""
    return all(word in found for word in wanted if is_number(word))


def judge_texts(first: Sequence[Claim], second: Sequence[Claim]) -> Verdict:
    """The verdict on two texts given as speaking of one matter.

    A contradiction if any two claims contradict, else agreement if the first
    text bears out every claim of the second, else the strongest tension.
    """
    verdicts = [judge(_side(a, "first"), _side(b, "second")) for a in first for b in second]
    contradictions = [v for v in verdicts if v.kind is RelationKind.CONTRADICTION]
    if contradictions:
        return max(contradictions, key=_confidence)
    if second and all(bears_out(first, claim) for claim in second):
        return _agreement(verdicts)
    tensions = [v for v in verdicts if v.kind is RelationKind.TENSION]
    return max(tensions, key=_confidence) if tensions else NOTHING


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
