"""The stages that find claims in agreement: a shared statement, content or judgement."""

import re

from claimkb.compare import evidence as ev
from claimkb.compare.alignment import Match, Predication
from claimkb.compare.assertions import Assertion
from claimkb.compare.bearing import same_bearer
from claimkb.compare.dimensions import is_explicit, is_outright, opposed_assertions
from claimkb.compare.gates import failures, times_and_instances
from claimkb.compare.matters import is_one_matter, one_agent
from claimkb.compare.pair import Finding, Footing, Pair
from claimkb.compare.quantities import amounts_fit, comparable
from claimkb.lexicon.comparing import comparison_words
from claimkb.model import ComparedClaim, Direction, Evidence, Modality

# Measured on the development relations and pairs; see docs/rules.md.
_STATEMENT_COVER = 0.55
_CONTENT_COVER = 0.6
_OTHER_PREDICATE = 0.75
_CONTENT_ITEMS = 4
_CONTENT_WORDS = 3
_CONJUNCTION = 3
_LISTED = r"(?:the )?[A-Z][\w.’'-]*(?: (?:of )?[A-Z][\w.’'-]*)*"
_LIST = re.compile(rf"{_LISTED}(?:(?:,|,? and|,? or) {_LISTED}){{2,}}")
_CONCEPT_COVER = 0.3
_MENTION_COVER = 0.4
_ENTAILED = 0.95

_AGREEING = {
    Footing.FACT: "",
    Footing.FORECAST: "R11-same-forecast",
    Footing.HEDGED: "R11-same-forecast",
    Footing.POSSIBILITY: "R11-same-forecast",
    Footing.NORM: "R11-same-judgement",
}


def same_statement(pair: Pair) -> Finding | None:
    """The same predicate of the same things."""
    lined = pair.alignment
    if lined.predicate not in {Predication.SAME, Predication.ENTAILED} or not one_agent(pair):
        return None
    if lined.object not in {Match.SAME, Match.PART, Match.RELATED}:
        return None
    if lined.cover < _STATEMENT_COVER or _items(pair) < 3 or not _anchored(pair) or not _compatible(pair):
        return None
    proof = (ev.predicate(pair), ev.subject(pair), ev.words(pair), ev.polarity(pair), ev.holders(pair))
    return _agreed(pair, "R11-same-statement", "the same is said of the same things", proof, _marks(pair))


def _much_shared(pair: Pair) -> bool:
    """Names alone are a theme: most words of the shorter claim must be shared too, and the predicates fit."""
    lined = pair.alignment
    if _same_conjunction(pair):
        return bool(lined.shared_words)
    if lined.cover < _CONTENT_COVER or _items(pair) < _CONTENT_ITEMS or not _anchored(pair):
        return False
    fewest = min(len(pair.left.words), len(pair.right.words))
    if (
        len(lined.shared_words) < max(_CONTENT_WORDS, _CONTENT_COVER * fewest)
        or lined.subject is Match.DIFFERENT
    ):
        return False
    return _predicates_fit(pair)


def _predicates_fit(pair: Pair) -> bool:
    """The same predicate, or one that says little, or one whose noun the other side has."""
    left, right = pair.left, pair.right
    if pair.alignment.predicate is not Predication.OTHER:
        return True
    # What may be needs one predicate: two forecasts on one matter are a theme.
    if pair.alignment.cover < _OTHER_PREDICATE or pair.footing() is not Footing.FACT:
        return False
    light = comparison_words().light_verbs
    if left.raw_verb in light and right.raw_verb in light:
        return True
    return left.verb in right.words or right.verb in left.words


def _same_conjunction(pair: Pair) -> bool:
    """Three names in one list on both sides: "between Europe, Asia and Africa"; names strewn about are none."""
    return len(pair.alignment.shared_entities) >= _CONJUNCTION and any(
        len(s.entities & t.entities) >= _CONJUNCTION and _LIST.search(s.text) and _LIST.search(t.text)
        for s in pair.left.slots
        for t in pair.right.slots
    )


def _anchored(pair: Pair) -> bool:
    """A statement about names must share one, and a statement without names must say of what it is."""
    left, right = pair.left, pair.right
    if left.entities & right.entities:
        return True
    subjects = left.slot("subject") is not None and right.slot("subject") is not None
    return subjects and is_one_matter(pair)


def same_content(pair: Pair) -> Finding | None:
    """Nearly all that one says, the other says too, whatever the syntax."""
    lined = pair.alignment
    if lined.predicate is Predication.OPPOSED:
        return None
    same_words = pair.difference.kind == "same"
    if (not same_words and not _much_shared(pair)) or not _compatible(pair):
        return None
    proof = (ev.words(pair), ev.entities(pair), ev.polarity(pair), ev.holders(pair))
    return _agreed(
        pair, "R11-same-content", "nearly all that one says the other says too", proof, _marks(pair)
    )


def same_direction(pair: Pair) -> Finding | None:
    """The same direction on the same dimension of the same thing, with more than the dimension in common."""
    if times_and_instances(pair) or not amounts_fit(pair) or opposed_assertions(pair):
        return None
    shared = _shared_assertions(pair)
    if not shared or not is_one_matter(pair) or bool(pair.left.entities) != bool(pair.right.entities):
        return None
    x, y = shared[0]
    if not _enough(pair, shared):
        return None
    proof = tuple(e for s, t in shared[:3] for e in (ev.concept(s, t), ev.bearer(s, t)))
    proof += (ev.modality(pair), ev.holders(pair))
    gist = f"they agree on {x.meaning.label} ({ev.arrow(x)} / {ev.arrow(y)})"
    marks = x.marks, y.marks
    granted = _granted(x, pair.a), _granted(y, pair.b)
    return _agreed(pair, "R11-same-judgement", gist, proof, marks, granted=granted)


def _granted(assertion: Assertion, side: ComparedClaim) -> bool:
    """What is mentioned as known holds whatever the modality around it: "its close ties with X will matter".

    An event that is mentioned in a forecast is itself forecast: "which may lead to cuts in aid".
    """
    if assertion.factive:
        return True
    foreseen = assertion.meaning.nature == "event" and side.claim.modality is not Modality.ASSERTED
    return not assertion.governed and not foreseen


def _shared_assertions(pair: Pair) -> list[tuple[Assertion, Assertion]]:
    found = [
        (x, y)
        for x in pair.left.assertions
        for y in pair.right.assertions
        if x.concept == y.concept
        and x.direction
        and x.direction == y.direction
        and x.negated == y.negated
        and same_bearer(x, y)
    ]
    return sorted(found, key=_plainness)


def _plainness(shared: tuple[Assertion, Assertion]) -> tuple[int, str]:
    x, y = shared
    return (-is_outright(x) - is_outright(y) - is_explicit(x) - is_explicit(y), x.concept)


def _enough(pair: Pair, shared: list[tuple[Assertion, Assertion]]) -> bool:
    """Two directions in common, or one that both spell out and one of them states."""
    if len({(x.concept, x.direction) for x, _ in shared}) >= 2 and pair.alignment.cover >= _CONCEPT_COVER:
        return True
    x, y = shared[0]
    if not (is_explicit(x) and is_explicit(y)):
        return False
    if is_outright(x) and is_outright(y):
        return pair.alignment.cover >= _CONCEPT_COVER
    needed = _MENTION_COVER if is_outright(x) or is_outright(y) else _CONTENT_COVER
    return pair.alignment.cover >= needed


def _compatible(pair: Pair) -> bool:
    """Same polarity, no clash of scope, nothing pulling apart."""
    if pair.left.negated != pair.right.negated or failures(pair) or not amounts_fit(pair):
        return False
    return not opposed_assertions(pair) and pair.difference.kind != "opposite"


def _items(pair: Pair) -> int:
    """How much the two share: words, names and equal amounts."""
    shared = len(pair.alignment.shared_words) + len(pair.alignment.shared_entities)
    amounts = {(q.low, q.high, q.unit) for q in comparable(pair.a.claim)}
    return shared + len(amounts & {(q.low, q.high, q.unit) for q in comparable(pair.b.claim)})


def _marks(pair: Pair) -> tuple[tuple[str, ...], tuple[str, ...]]:
    shared = sorted(pair.alignment.shared_words, key=lambda w: (-len(w), w))[:3]
    return tuple(shared), tuple(shared)


def _agreed(
    pair: Pair,
    rule: str,
    gist: str,
    proof: tuple[Evidence, ...],
    marks: tuple[tuple[str, ...], tuple[str, ...]],
    *,
    granted: tuple[bool, bool] = (False, False),
) -> Finding | None:
    """The agreement on this footing: fact with fact, forecast with forecast."""
    footing = pair.footing(factive_a=granted[0], factive_b=granted[1])
    placed = _AGREEING.get(footing)
    if placed is None:
        return None
    if placed and footing is not Footing.NORM and pair.alignment.subject is Match.DIFFERENT:
        return None  # "X would strengthen ties" is no forecast that ties will strengthen
    factor = 0.85 if footing in {Footing.HEDGED, Footing.POSSIBILITY} else 1.0
    return Finding(placed or rule, gist, proof, *marks, factor=factor, direction=_direction(pair))


def _direction(pair: Pair) -> Direction:
    """Which side says all that the other says."""
    lined = pair.alignment
    if lined.cover_a >= _ENTAILED and lined.cover_b < _ENTAILED:
        return Direction.B_ENTAILS_A
    if lined.cover_b >= _ENTAILED and lined.cover_a < _ENTAILED:
        return Direction.A_ENTAILS_B
    return Direction.EQUAL
