"""Whether one text bears out what another says, and the verdict on two texts.

A claim is borne out when the other text, in one claim or in all its claims
together, has its words, names and numbers, under the same polarity and at
least the same certainty. Here two texts are known to speak of one matter, so
words are compared as written, without asking whose name is whose.
"""

from collections.abc import Iterator, Sequence

from claimkb.compare.alignment import Predication, align
from claimkb.compare.beyond import goes_beyond
from claimkb.compare.converse import told_from_both_sides
from claimkb.compare.decide import NOTHING, judge
from claimkb.compare.denial import inner_denial
from claimkb.compare.difference import base_form, difference, is_number
from claimkb.compare.leeway import only_in_part
from claimkb.compare.mismatch import says_otherwise
from claimkb.compare.opposition import turned_twice
from claimkb.compare.outright import outright
from claimkb.compare.profile import profile
from claimkb.compare.quantities import Span, comparable, meet, near
from claimkb.compare.rebuffs import upheld
from claimkb.compare.rules import rule
from claimkb.compare.tallies import tallied_alike
from claimkb.compare.wordbags import bag, bag_of, found_in, share
from claimkb.compare.words import jaccard, tokens
from claimkb.lexicon.comparing import comparison_words
from claimkb.lexicon.support import support_words
from claimkb.model import Claim, ComparedClaim, Evidence, Modality, Quantity, RelationKind, Verdict

# Share of a claim's words that must be found; measured on the development pairs (see docs/rules.md): below it the
# F1 of agreement falls on every set, above it recall falls faster than precision rises.
_FOUND = 0.55
_REST = 3  # words besides the subject
_REST_FOUND = 0.6
_ARTICLES = frozenset({"one"})  # "one man" is "a man"
_MONEY = 3  # letters of a currency's code
_DETAIL = 0.3  # share of a detail's words
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
    if any(turned_twice(one, claim) for one in given) or tallied_alike(given, claim):
        return True
    everything = frozenset[str]().union(*map(bag, given), *map(_parts, given), _given_amounts(given, claim))
    if not _numbers_found(wanted, everything):
        return False
    if share(wanted, everything) < _FOUND and not _rest_found(claim, wanted, everything):
        return False
    nearest = max(given, key=lambda one: (share(wanted, bag(one)), one.id))
    if share(wanted, bag(nearest)) < _NEAREST:
        return not profile(claim).negated
    if inner_denial(given, (claim,)) or inner_denial((claim,), given):
        return False
    if not _fits(nearest, claim) or says_otherwise(nearest, claim, everything):
        return False
    if goes_beyond(nearest, claim, everything):
        return False
    turned_round = told_from_both_sides(profile(nearest), profile(claim))
    return turned_round or not _one_word_changed(wanted, bag(nearest), everything)


def _one_word_changed(wanted: frozenset[str], nearest: frozenset[str], everything: frozenset[str]) -> bool:
    """A near copy with something put in or exchanged was changed on purpose: it says another thing."""
    raised = frozenset(map(base_form, comparison_words().raising))  # "is forecast to": the modality has it
    return (
        bool(wanted - found_in(wanted, everything) - _ARTICLES - raised) and jaccard(wanted, nearest) >= _COPY
    )


def _rest_found(claim: Claim, wanted: frozenset[str], everything: frozenset[str]) -> bool:
    """Whether all but the subject is found: the other text may call it "it" or "the country"."""
    rest = wanted - bag_of(claim.subject)
    return len(rest) >= _REST and share(rest, everything) >= _REST_FOUND


def _fits(nearest: Claim, claim: Claim) -> bool:
    """Whether the nearest claim has the polarity, certainty and amounts of the one asked for, and no opposite of it."""
    side, target = profile(nearest), profile(claim)
    if side.negated != target.negated or not _certain_enough(nearest, claim):
        return False
    if difference(nearest.text, claim.text).kind not in {"none", "same"}:
        return False
    amounts_fit = all(
        any(meet(q, r) is not Span.DISJOINT for r in comparable(nearest) if r.unit == q.unit)
        for q in comparable(claim)
        if any(r.unit == q.unit for r in comparable(nearest))
    )
    opposed = align(side, target).predicate is Predication.OPPOSED and not told_from_both_sides(side, target)
    return amounts_fit and not opposed


def _certain_enough(one: Claim, claim: Claim) -> bool:
    return _CERTAINTY.get(one.modality, 4) <= _CERTAINTY.get(claim.modality, 4)


def _given_amounts(given: Sequence[Claim], claim: Claim) -> frozenset[str]:
    """The words of those amounts of a claim that the text gives otherwise: "24 families" of "two dozen families"."""
    known = [r for one in given for r in comparable(one) if r.unit]
    met = (q for q in comparable(claim) if any(q.unit == r.unit and near(q, r) for r in known))
    return frozenset(w for q in met for w in bag_of(q.text) if _counts(w, q))


def _parts(claim: Claim) -> frozenset[str]:
    """The parts of the compound words of a claim: what is community-based has to do with a community."""
    return frozenset(base_form(p) for w in tokens(claim.text) if "-" in w for p in w.split("-") if p)


def _counts(word: str, quantity: Quantity) -> bool:
    """Whether a word of an amount is its figure or its unit, and no description: "two dozen", "kilometres"."""
    unit = quantity.unit or ""
    around = comparison_words().around_amounts | support_words().measuring | _ARTICLES
    return is_number(word) or word in around or len(unit) == _MONEY or word in bag_of(unit)


def _numbers_found(wanted: frozenset[str], found: frozenset[str]) -> bool:
    """A figure that the other text does not have is not borne out."""
    return all(word in found for word in wanted if is_number(word))


def judge_texts(
    first: Sequence[Claim], second: Sequence[Claim], *, off: frozenset[str] = frozenset()
) -> Verdict:
    """The verdict on two texts given as speaking of one matter; `off` are rules that find nothing.

    A contradiction if any two claims contradict or one denies the other, else
    agreement if the first text bears out every claim of the second, else the
    strongest tension.
    """
    verdicts = [
        (a, b, judge(as_given(a, "first"), as_given(b, "second"), together=True, off=off))
        for a in first
        for b in second
    ]
    contradictions = [
        v
        for a, b, v in verdicts
        if v.kind is RelationKind.CONTRADICTION
        and not _turned_back(a, b, v)
        and not _says_both(v, first, second)
    ]
    if contradictions:
        return max(contradictions, key=_confidence)
    found = outright(first, second)
    if found is not None and found.rule not in off:
        return _named(found.rule, found.reason, found.evidence)
    said = upheld(first)
    if second and all(bears_out(said, c) for c in _widest(second)) and all(_touched(said, c) for c in second):
        agreed = [v for _, _, v in verdicts if v.kind is RelationKind.AGREEMENT]
        fallback = _named("R11-same-content", "The first text bears out every claim of the second.")
        return max(agreed, key=_confidence, default=fallback)
    tensions = [v for _, _, v in verdicts if v.kind is RelationKind.TENSION]
    return max(tensions, key=_confidence, default=NOTHING)


def _widest(claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims that no other claim of their text holds whole, as "A left after B fell" holds "B fell"."""
    for claim in claims:
        around = (o for o in claims if o.start <= claim.start and claim.end <= o.end)
        if not any(len(o.quote) > len(claim.quote) and bag(claim) <= bag(o) for o in around):
            yield claim


def _touched(given: Sequence[Claim], claim: Claim) -> bool:
    """Whether some of what a claim says is found at all: a detail that a wider claim holds must not be new."""
    return share(bag(claim), frozenset[str]().union(*map(bag, given))) >= _DETAIL


def _turned_back(a: Claim, b: Claim, verdict: Verdict) -> bool:
    """Whether a negation found between two claims only denies the opposite, or not all."""
    return verdict.type == "negation" and (turned_twice(a, b) or turned_twice(b, a) or only_in_part(a, b))


def _says_both(verdict: Verdict, first: Sequence[Claim], second: Sequence[Claim]) -> bool:
    """Whether one text has both of two opposite predicates: "released one of the three it had arrested"."""
    if verdict.type != "opposite":
        return False
    marks = {base_form(m) for m in (*verdict.a_marks, *verdict.b_marks)}
    texts = ({base_form(w) for c in text for w in tokens(c.text)} for text in (first, second))
    return len(marks) > 1 and any(marks <= words for words in texts)


def _named(identifier: str, sentence: str, *evidence: Evidence) -> Verdict:
    found = rule(identifier)
    return Verdict(found.kind, found.type, found.id, found.label, sentence, found.confidence, evidence)


def _confidence(verdict: Verdict) -> float:
    return verdict.confidence


def as_given(claim: Claim, source: str) -> ComparedClaim:
    """A claim of a text that is laid beside another, as of one day."""
    return ComparedClaim(claim, source, source, _SAME_DAY)
