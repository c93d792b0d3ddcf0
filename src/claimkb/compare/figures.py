"""One thing counted differently by two texts: "the union's 19 members", "the union has 16 members".

The words of one side must be nearly all on the other, the amounts must
exclude each other, and neither text may have the other's amount elsewhere.
"""

from collections.abc import Iterator, Sequence

from claimkb.compare.alignment import Predication, align
from claimkb.compare.difference import base_form, is_number
from claimkb.compare.naming import exchanged_names, names_cross
from claimkb.compare.profile import profile
from claimkb.compare.quantities import Measured, Span, comparable, measured, meet, same_measure
from claimkb.compare.statements import statements
from claimkb.compare.times import times_apart
from claimkb.compare.wordbags import core, share
from claimkb.compare.words import tokens
from claimkb.lexicon.comparing import comparison_words
from claimkb.model import Claim

_FOUND, _WORDS = 0.75, 2  # of the words besides the numbers; at least so many
_FLOW = frozenset({"dismiss", "fire", "hire", "recruit", "add", "cut", "lose", "gain", "sell", "buy", "shed"})
_OF_THE = " of the "
_SYMBOL = 3  # letters of a unit of measurement, at most


def counted_between(first: Sequence[Claim], second: Sequence[Claim]) -> tuple[str, str] | None:
    """Two amounts of one thing, one from each text, that exclude each other."""
    for a, x in _amounts(first):
        for b, y in _amounts(second):
            if x.quantity.unit != y.quantity.unit or a.modality is not b.modality:
                continue
            if meet(x.quantity, y.quantity) is not Span.DISJOINT or not _one_matter(a, b):
                continue
            if x.measure and y.measure and not same_measure(x, y):
                continue  # so many injured, so many dead
            if exchanged_names(a, b) is not None or names_cross(a, b) or times_apart(a, b):
                continue
            if _is_portion(x) is not _is_portion(y) or not _one_act(a, b):
                continue
            if not _given(second, x) and not _given(first, y):
                return x.quantity.text, y.quantity.text
    return None


def _amounts(text: Sequence[Claim]) -> Iterator[tuple[Claim, Measured]]:
    """The amounts that a text states of something it names, parts and rates left out."""
    for claim in text:
        if any(s.denied for s in statements(claim)):
            continue
        yield from ((claim, x) for x in measured(claim) if _is_count(x) and not x.part)


def _is_count(x: Measured) -> bool:
    """Whether things are counted: of money and measures a text may give any number."""
    return x.quantity.unit is not None and x.quantity.unit.islower() and len(x.quantity.unit) > _SYMBOL


def _one_matter(a: Claim, b: Claim) -> bool:
    words_a, words_b = _besides(a), _besides(b)
    shorter = min(words_a, words_b, key=len)
    return len(shorter) >= _WORDS and max(share(words_a, words_b), share(words_b, words_a)) >= _FOUND


def _is_portion(x: Measured) -> bool:
    """Whether so many of a larger number are counted: "60 of the passengers"."""
    return _OF_THE in f" {x.quantity.text} "


def _one_act(a: Claim, b: Claim) -> bool:
    """Whether no verb tells the two counts apart: so many were wounded, so many killed."""
    verbs = [profile(claim).raw_verb for claim in (a, b)]
    light = [not verb or verb in comparison_words().light_verbs for verb in verbs]
    if any(light):
        # What somebody has and what he does are a stock and a flow: "has 900 workers", "laid off 200 workers".
        return not _FLOW & set(verbs)
    lined = align(profile(a), profile(b))
    known = lined.predicate in {Predication.SAME, Predication.ENTAILED}
    return known or any(base_form(v) in core(tokens(c.text)) for v, c in zip(verbs, (b, a), strict=True))


def _besides(claim: Claim) -> frozenset[str]:
    return frozenset(w for w in core(tokens(claim.text)) if not is_number(w))


def _given(text: Sequence[Claim], x: Measured) -> bool:
    """Whether a text has an amount that agrees with this one, or its figure."""
    figures = {w for w in tokens(x.quantity.text) if is_number(w)}
    if any(figures & set(tokens(c.text)) for c in text):
        return True
    return any(
        q.unit == x.quantity.unit and meet(q, x.quantity) is not Span.DISJOINT
        for c in text
        for q in comparable(c)
    )
