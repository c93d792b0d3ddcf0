"""Sums that two texts give of one thing: a price against another price, what was earned against what was lost."""

from collections.abc import Iterator, Sequence

from claimkb.compare.alignment import other_recipient
from claimkb.compare.profile import profile
from claimkb.compare.quantities import Measured, Span, measured, meet
from claimkb.compare.words import tokens
from claimkb.lexicon.comparing import comparison_words
from claimkb.model import Claim

_BUYER_AND_BOUGHT = 2  # names that make one deal of two prices
_MONEY = 3  # letters of a currency's code


def summed_between(first: Sequence[Claim], second: Sequence[Claim]) -> tuple[str, str] | None:
    """Two amounts of money of which only one can be right, or that went opposite ways."""
    for a, x in _sums(first):
        for b, y in _sums(second):
            if x.quantity.unit != y.quantity.unit or a.modality is not b.modality:
                continue
            span = meet(x.quantity, y.quantity)
            if span is Span.EQUAL and _went_apart(a, b):
                return a.text, b.text
            if span is not Span.DISJOINT or x.part or y.part or not _one_price(a, b):
                continue
            if a.frame.predicate == b.frame.predicate and other_recipient(profile(a), profile(b)):
                continue
            if not _priced(first, y) and not _priced(second, x):
                return a.text, b.text
    return None


def _sums(text: Sequence[Claim]) -> Iterator[tuple[Claim, Measured]]:
    for claim in text:
        if not profile(claim).negated:
            found = measured(claim)
            yield from ((claim, x) for x in found if len(x.quantity.unit or "") == _MONEY)


def _went_apart(a: Claim, b: Claim) -> bool:
    """Whether one subject earned in one text what it lost in the other."""
    one, two = profile(a).slot("subject"), profile(b).slot("subject")
    if one is None or two is None or one.text != two.text:
        return False
    words = comparison_words()
    left, right = set(tokens(a.text)), set(tokens(b.text))
    earned, lost = (left & words.earning, right & words.earning), (left & words.losing, right & words.losing)
    return bool((earned[0] and lost[1] and not lost[0]) or (lost[0] and earned[1] and not lost[1]))


def _one_price(a: Claim, b: Claim) -> bool:
    """Whether both give the price of the same named thing."""
    pricing = comparison_words().pricing
    if not all(pricing & set(c.frame.predicate) for c in (a, b)):
        return False
    things = _priced_thing(a), _priced_thing(b)
    if things[0] and things[0] == things[1]:
        return True
    return len(profile(a).entities & profile(b).entities) >= _BUYER_AND_BOUGHT


def _priced_thing(claim: Claim) -> str:
    """The thing that is sold, or that costs so much: its name as written."""
    side = profile(claim)
    slot = side.slot("subject") if "cost" in claim.frame.predicate else side.slot("object")
    return slot.text if slot is not None and slot.text[:1].isupper() else ""


def _priced(text: Sequence[Claim], x: Measured) -> bool:
    """Whether a text gives this amount as a price, too."""
    pricing = comparison_words().pricing
    return any(
        meet(y.quantity, x.quantity) is not Span.DISJOINT
        for claim, y in _sums(text)
        if pricing & set(claim.frame.predicate)
    )
