"""The stages for amounts and dates: same, disjoint, part of a whole, grown since, another day."""

from claimkb.compare import evidence as ev
from claimkb.compare.alignment import Match, Predication, other_recipient
from claimkb.compare.difference import base_form
from claimkb.compare.gates import failures_but_time, part_gate, scope_evidence
from claimkb.compare.matters import is_one_matter, names_crossed, one_agent
from claimkb.compare.naming import names_cross
from claimkb.compare.pair import Finding, Footing, Pair
from claimkb.compare.placing import placed
from claimkb.compare.quantities import (
    Measured,
    Span,
    comparable,
    far_apart,
    is_count,
    is_telling,
    measured,
    meet,
    near,
    only_counted,
    published_apart,
    same_measure,
    same_thing,
    same_unit,
)
from claimkb.compare.story import Story
from claimkb.compare.times import TimeMatch, named_time
from claimkb.compare.words import tokens
from claimkb.lexicon.comparing import comparison_words
from claimkb.model import Claim, ComparedClaim, Evidence, TimeRef

# How far the words of two measured things must agree before different amounts of them contradict.
_SAME_THING = 0.6
_COVER = 0.5
_ENTIRE = 0.8
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
            gist = ev.shared_amount(x, y, span)
            marks = (x.quantity.text,), (y.quantity.text,)
            return Finding("R5-quantity-same", gist, proof, *marks)
    return None


def _one_fund(pair: Pair, x: Measured, y: Measured) -> bool:
    """Whether the two are amounts of one thing of one owner."""
    if not same_unit(x, y) or x.part != y.part or not _one_kind(pair, x, y) or _told_apart(x, y):
        return False
    if not is_one_matter(pair) and not _tells_by_itself(pair, x, y):
        return False
    return (
        bool(pair.alignment.shared_entities)
        or same_thing(x, y) >= _SAME_THING
        or pair.alignment.cover >= _COVER
    )


def _told_apart(x: Measured, y: Measured) -> bool:
    """Whether each amount says of which sort it is, and not the same: "five pirate boats", "five merchant ships"."""
    one, two = ([base_form(w) for w in tokens(m.quantity.text) if w.isalpha()] for m in (x, y))
    same_head = one[-1:] == two[-1:] != []
    sorts = (
        set(words) - comparison_words().numbers - comparison_words().around_amounts for words in (one, two)
    )
    left, right = sorts
    return same_head and bool(left - right) and bool(right - left)


def _one_kind(pair: Pair, x: Measured, y: Measured) -> bool:
    """Whether one thing is measured; where only the unit says what, it must be said of the same things."""
    if same_measure(x, y):
        return True
    lined = pair.alignment
    done = lined.predicate in {Predication.SAME, Predication.ENTAILED} and lined.same_object
    # What a thing has it may have so many of in one place; what happened to it happened so often.
    happened = not {pair.left.raw_verb, pair.right.raw_verb} & comparison_words().light_verbs
    return only_counted(x, y) and done and happened and one_agent(pair)


def _tells_by_itself(pair: Pair, x: Measured, y: Measured) -> bool:
    """Whether an amount and what is said of it are so much the same that no name is needed."""
    lined = pair.alignment
    said = lined.predicate in {Predication.SAME, Predication.ENTAILED} and lined.same_subject
    named = bool(pair.left.entities) and bool(pair.right.entities)
    telling = is_telling(x.quantity) and is_telling(y.quantity) and meet(x.quantity, y.quantity) is Span.EQUAL
    return said and telling and not named and lined.cover >= _ENTIRE and lined.mutual >= _COVER


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
        if meet(x.quantity, y.quantity) is not Span.DISJOINT or not same_unit(x, y):
            continue
        if not _one_kind(pair, x, y):
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
    if not one_agent(pair) or lined.predicate not in {Predication.SAME, Predication.ENTAILED}:
        return None
    if (
        lined.cover < _COVER
        or not is_one_matter(pair)
        or (names_cross(pair.a.claim, pair.b.claim) if pair.together else names_crossed(pair))
        or other_recipient(pair.left, pair.right)
    ):
        return None
    proof = (
        ev.amounts(x, y, "disjoint", "the amounts exclude each other"),
        ev.predicate(pair),
        *scope_evidence(pair),
    )
    marks = (x.quantity.text,), (y.quantity.text,)
    if lined.subject is Match.MISSING and not _of_one_name(pair):
        return None  # of nobody named, and nobody is said to have done it: any number may be meant
    times = named_time(pair.a.claim), named_time(pair.b.claim)
    if None not in times and times[0] != times[1]:
        return None  # what was lost in 2019 is not what was lost since 1950
    if x.part or y.part or not part_gate(pair).passed or same_thing(x, y) < 1.0:
        if x.quantity.unit == _SHARE:
            return None
        if not (x.of <= y.of or y.of <= x.of) or lined.mutual < _COVER:
            return None
        return Finding("R5-quantity-part", "one amount may be part of the other", proof, *marks)
    if is_count(x) and published_apart(pair):
        if not _one_count(pair) or far_apart(x.quantity, y.quantity):
            return None
        return Finding("R5-quantity-update", "a running count differs between two dates", proof, *marks)
    if lined.mutual < _COVER and not _of_one_name(pair):
        return None
    gist = f"they give different amounts of the same thing ({x.quantity.text} / {y.quantity.text})"
    return placed(pair, "R5-quantity-disjoint", "quantity", gist, proof, *marks)


def _of_one_name(pair: Pair) -> bool:
    """Whether the same is said of the same name in one story, however much one side adds on how and where."""
    one, two = pair.left.slot("object"), pair.right.slot("object")
    named = one is not None and two is not None and one.named and two.named
    return named and pair.alignment.object is Match.SAME and pair.story is Story.SAME


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
    lists = comparison_words()
    verbs = {pair.left.raw_verb, pair.right.raw_verb}
    if verbs <= lists.once:
        return True
    told = all(s.claim.frame.tense == "past" and _is_day(s.claim) for s in (pair.a, pair.b))
    again = lists.repeatable | lists.light_verbs
    return pair.together and told and not verbs & again


def _is_day(claim: Claim) -> bool:
    """Whether a claim dates what it says to the day or the month."""
    found = _dated(claim)
    return found is not None and found.precision in {"day", "month"}


def _dated(claim: Claim) -> TimeRef | None:
    """The one date of a claim; a claim with several dates is no single event."""
    known = [d for d in claim.dates if d.start is not None]
    return known[0] if len(known) == 1 else None


def _span(side: ComparedClaim) -> str:
    return str(named_time(side.claim))
