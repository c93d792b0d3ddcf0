"""Whether one text bears out what another says, and the verdict on two texts.

A claim is borne out when the other text, in one claim or in all its claims
together, has its words, names and numbers, under the same polarity and at
least the same certainty. Here two texts are known to speak of one matter, so
words are compared as written, without asking whose name is whose.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from claimkb.compare.alignment import Predication, align
from claimkb.compare.decide import NOTHING, judge
from claimkb.compare.difference import base_form, difference, is_number
from claimkb.compare.profile import profile
from claimkb.compare.quantities import Span, meet
from claimkb.compare.rules import rule
from claimkb.compare.words import covered, jaccard, tokens
from claimkb.lexicon.comparing import comparison_words
from claimkb.lexicon.meaning import operators
from claimkb.model import Claim, ComparedClaim, Modality, RelationKind, Verdict

# Share of a claim's words that must be found; measured on the development pairs (see docs/rules.md): below it the
# F1 of agreement falls on every set, above it recall falls faster than precision rises.
_FOUND = 0.55
_REST = 3  # words besides the subject
_REST_FOUND = 0.6
_COPY = 0.75  # shared words from which a text counts as a copy of the other
_NEAREST = 0.4  # share that the nearest single claim must have for its polarity to count
# A denial whose words the other side has to this share denies it; measured likewise.
_DENIED, _DENIED_WORDS, _REFUTED = 0.65, 2, 0.5
_ADJUNCTS = frozenset({"in", "at", "on", "to", "for", "from", "during", "before", "after", "near", "since"})
_PLACED = re.compile(r"\b(?:in|at|on|during|near|from)\s+(?:the\s+)?([A-Z]\w+)")
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

    A contradiction if any two claims contradict or one denies the other, else
    agreement if the first text bears out every claim of the second, else the
    strongest tension.
    """
    verdicts = [judge(_side(a, "first"), _side(b, "second"), together=True) for a in first for b in second]
    contradictions = [v for v in verdicts if v.kind is RelationKind.CONTRADICTION]
    if contradictions:
        return max(contradictions, key=_confidence)
    if _denied_between(first, second):
        return _named("R7-denial", "One text denies or debunks what the other says.")
    if second and all(bears_out(first, claim) for claim in second):
        agreed = [v for v in verdicts if v.kind is RelationKind.AGREEMENT]
        fallback = _named("R11-same-content", "The first text bears out every claim of the second.")
        return max(agreed, key=_confidence, default=fallback)
    tensions = [v for v in verdicts if v.kind is RelationKind.TENSION]
    return max(tensions, key=_confidence, default=NOTHING)


def _denied_between(first: Sequence[Claim], second: Sequence[Claim]) -> bool:
    """Whether a claim of one text denies a claim of the other that nothing beside it bears out."""
    return any(
        (_denies(a, b) and not _said_beside(first, a, b))
        or (_denies(b, a) and not _said_beside(second, b, a))
        for a in first
        for b in second
    )


def _said_beside(text: Sequence[Claim], denial: Claim, claim: Claim) -> bool:
    """Whether the text of the denial also says the claim, as nearly as it denies it."""
    nearness = _share(bag(claim), bag(denial))
    same = (c for c in text if c is not denial and profile(c).negated == profile(claim).negated)
    return any(_share(bag(claim), bag(c)) >= nearness for c in same)


def _denies(denial: Claim, claim: Claim) -> bool:
    """Whether the first claim denies the second: it is negated and no more specific, or calls its content untrue."""
    if denial.modality is not claim.modality or not _is_plain(claim):
        return False
    if align(profile(denial), profile(claim)).predicate is Predication.OPPOSED:
        return False  # to deny the opposite is to agree
    refuters = comparison_words().refuters
    said, denied = bag(claim), bag(denial) - refuters
    if profile(denial).negated and len(denied) >= _DENIED_WORDS and _share(denied, said) >= _DENIED:
        return _names_found(denial, claim)
    return bool(refuters & set(tokens(denial.text))) and _share(said, denied) >= _REFUTED


def _names_found(denial: Claim, claim: Claim) -> bool:
    """Whether the places and times of the denial are in the claim: "not in Paris" does not deny that it happened."""
    adjuncts = {n for s in profile(denial).slots if s.role in _ADJUNCTS for n in s.entities}
    adjuncts |= set(_PLACED.findall(denial.text))
    return all(_bag_of(name) & bag(claim) for name in adjuncts)


def _is_plain(claim: Claim) -> bool:
    """Whether a claim affirms outright: no negation, denial, ending, effort or wish could turn its sense."""
    lists = comparison_words()
    if profile(claim).negated or (lists.refuters | lists.negators) & set(tokens(claim.text)):
        return False
    found = (operators()[w] for w in claim.frame.predicate if w in operators())
    return not any(o.id == "end" or not o.sign for o in found)


def _named(identifier: str, sentence: str) -> Verdict:
    found = rule(identifier)
    return Verdict(found.kind, found.type, found.id, found.label, sentence, found.confidence)


def _confidence(verdict: Verdict) -> float:
    return verdict.confidence


def _side(claim: Claim, source: str) -> ComparedClaim:
    return ComparedClaim(claim, source, source, _SAME_DAY)
