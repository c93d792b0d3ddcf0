"""The stages for amounts and dates: same, disjoint, part of a whole, grown since, another day."""

from claimkb.compare import evidence as ev
from claimkb.compare.alignment import Predication, other_recipient
from claimkb.compare.gates import failures_but_time, is_one_matter, names_crossed, part_gate, scope_evidence
from claimkb.compare.pair import Finding, Footing, Pair
from claimkb.compare.placing import placed
from claimkb.compare.quantities import (
    Measured,
    Span,
    comparable,
    is_count,
    is_telling,
    measured,
    meet,
    near,
    published_apart,
    same_measure,
    same_thing,
    same_unit,
)
from claimkb.compare.times import TimeMatch, named_time
from claimkb.lexicon.comparing import comparison_words
from claimkb.model import Claim, ComparedClaim, Evidence, TimeRef

# How far the words of two measured things must agree before different amounts of them contradict.
_SAME_THING = 0.6
_COVER = 0.5
_SHARE = "%"  # no share of one thing is a part of a share of another


def amounts_same(pair: Pair) -> Finding | None:
    """The same amount of the same thing."""
    if failures_but_time(pair) or pair.left.negated != pair.right.negated:
        return None
    for x, y in _amount_pairs(pair):
        span = meet(x.quantity, y.quantity)
        if span not in {Span.EQUAL, Span.OVERLAP} or not _comparable(pair, x, y):
            continue
        if span is Span.OVERLAP and not near(x.quantity, y.quantity):
            continue
        if pair.footing() in {Footing.MIXED, Footing.FACT_FORECAST, Footing.FACT_POSSIBLE}:
            continue
        if _one_fund(pair, x, y) and _is_telling_pair(pair, x, y, span):
            label = "equal" if span is Span.EQUAL else "the intervals overlap"
            proof = (ev.amounts(x, y, span.value, label), ev.entities(pair), ev.holders(pair))
            gist = f"both give {_phrase(x)}"
            marks = (x.quantity.text,), (y.quantity.text,)
            return Finding("R5-quantity-same", gist, proof, *marks)
    return None


def _phrase(x: Measured) -> str:
    of = f" ({x.quantity.of})" if x.quantity.of else ""
    return f"{x.quantity.text}{of}"


def _one_fund(pair: Pair, x: Measured, y: Measured) -> bool:
    """Whether the two are amounts of one thing of one owner."""
    if not same_unit(x, y) or x.part != y.part or not same_measure(x, y):
        return False
    if not is_one_matter(pair):
        return False
    return (
        bool(pair.alignment.shared_entities)
        or same_thing(x, y) >= _SAME_THING
        or pair.alignment.cover >= _COVER
    )


def _is_telling_pair(pair: Pair, x: Measured, y: Measured, span: Span) -> bool:
    """An equal small or round figure may be chance; then the rest must agree too."""
    if is_telling(x.quantity) and is_telling(y.quantity) and span is Span.EQUAL:
        return True
    if pair.alignment.cover >= _COVER:
        return True
    one_predicate = pair.alignment.predicate is not Predication.OTHER or bool(x.measure & y.measure)
    return same_thing(x, y) >= _SAME_THING and one_predicate


def _comparable(pair: Pair, x: Measured, y: Measured) -> bool:
    return x.quantity.unit == y.quantity.unit and pair.time is not TimeMatch.APART


def _amount_pairs(pair: Pair) -> list[tuple[Measured, Measured]]:
    return [(x, y) for x in measured(pair.a.claim) for y in measured(pair.b.claim)]


def amounts_disjoint(pair: Pair) -> Finding | None:
    """Different amounts of the same thing: a contradiction, an update of a count, or a part of a whole."""
    if failures_but_time(pair) or pair.left.negated or pair.right.negated:
        return None
    for x, y in _amount_pairs(pair):
        if meet(x.quantity, y.quantity) is not Span.DISJOINT or not same_unit(x, y) or not same_measure(x, y):
            continue
        if _is_given(x, pair.b.claim) or _is_given(y, pair.a.claim):
            continue
        finding = _disjoint(pair, x, y)
        if finding is not None:
            return finding
    return None


def _is_given(x: Measured, claim: Claim) -> bool:
    """Whether a claim also gives an amount that agrees with this one: "fined 20 and 90 pounds, respectively"."""
    units = (y for y in comparable(claim) if y.unit == x.quantity.unit)
    return any(meet(y, x.quantity) in {Span.EQUAL, Span.OVERLAP} for y in units)


def _disjoint(pair: Pair, x: Measured, y: Measured) -> Finding | None:
    lined = pair.alignment
    if not lined.same_subject or lined.predicate not in {Predication.SAME, Predication.ENTAILED}:
        return None
    if (
        lined.cover < _COVER
        or not is_one_matter(pair)
        or names_crossed(pair)
        or other_recipient(pair.left, pair.right)
    ):
        return None
    proof = (
        ev.amounts(x, y, "disjoint", "the amounts exclude each other"),
        ev.predicate(pair),
        *scope_evidence(pair),
    )
    marks = (x.quantity.text,), (y.quantity.text,)
    if x.part or y.part or not part_gate(pair).passed or same_thing(x, y) < 1.0:
        if x.quantity.unit == _SHARE:
            return None
        if not (x.of <= y.of or y.of <= x.of) or lined.mutual < _COVER:
            return None
        return Finding("R5-quantity-part", "one amount may be part of the other", proof, *marks)
    if is_count(x) and published_apart(pair):
        if not _one_count(pair):
            return None
        return Finding("R5-quantity-update", "a running count differs between two dates", proof, *marks)
    if lined.mutual < _COVER:
        return None
    gist = f"they give different amounts of the same thing ({x.quantity.text} / {y.quantity.text})"
    return placed(pair, "R5-quantity-disjoint", "quantity", gist, proof, *marks)


def _one_count(pair: Pair) -> bool:
    """Whether two counts run on: of the same named things, and neither dated where the other is not."""
    left, right = pair.left.entities, pair.right.entities
    dated = [named_time(s.claim) is not None for s in (pair.a, pair.b)]
    return (bool(left & right) or not (left or right)) and dated[0] == dated[1]


def dates_disjoint(pair: Pair) -> Finding | None:
    """One event that happens once, dated differently."""
    lined = pair.alignment
    if pair.left.negated or pair.right.negated or failures_but_time(pair) or pair.time is not TimeMatch.APART:
        return None
    if not _happens_once(pair) or lined.predicate is not Predication.SAME:
        return None
    if not lined.same_subject or not lined.same_object or not lined.shared_entities:
        return None
    one, two = _dated(pair.a.claim), _dated(pair.b.claim)
    if one is None or two is None:
        return None
    proof = (
        Evidence("date", _span(pair.a), _span(pair.b), "disjoint", "the dates exclude each other"),
        ev.predicate(pair),
    )
    gist = f"one event is dated {one.text} and {two.text}"
    return placed(pair, "R6-date-disjoint", "date", gist, proof, (one.text,), (two.text,))


def _happens_once(pair: Pair) -> bool:
    once = comparison_words().once
    return pair.left.raw_verb in once and pair.right.raw_verb in once


def _dated(claim: Claim) -> TimeRef | None:
    """The one date of a claim; a claim with several dates is no single event."""
    known = [d for d in claim.dates if d.start is not None]
    return known[0] if len(known) == 1 else None


def _span(side: ComparedClaim) -> str:
    return str(named_time(side.claim))
