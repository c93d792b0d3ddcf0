"""What a text says in passing of whose predecessor somebody is or where a firm sits, against what the other says.

"Oslo-based Nordlys" has its seat in Oslo, and "Lund's predecessor, Anna Holm"
came before Lund, whatever the sentence is about; a claim that puts the seat
elsewhere, or the two in the other order, contradicts it.
"""

import re
from collections.abc import Iterator, Sequence

from claimkb.compare.profile import Profile, Slot, profile
from claimkb.compare.words import tokens
from claimkb.lexicon.comparing import comparison_words
from claimkb.model import Claim

_NAME = r"[A-Z][\w.&-]*(?: [A-Z][\w.&-]*){0,3}"
_SEAT = re.compile(rf"\b({_NAME})-based ({_NAME})")
_PASSING = re.compile(rf"\b({_NAME})['’]s (\w+),? (?:(?:the|late|former|then) )*({_NAME})")
_FIRM = r"(?:company|firm|bank|airline|carmaker|group|maker|retailer|brewer)"
_AFTER = re.compile(
    rf"\b[Aa]fter ({_NAME})['’]s (?:death|resignation|departure|ouster|dismissal|retirement),? "
    rf"({_NAME}) (?:was (?:elected|appointed|named|chosen)|became|took over)"
)
_SUCCESSION = "succession"


def apposed_between(first: Sequence[Claim], second: Sequence[Claim]) -> tuple[str, str] | None:
    """What one text says in passing and what the other says, if not both can be so; in the order of the texts."""
    found = _against(first, second)
    if found is not None:
        return found
    found = _against(second, first)
    return None if found is None else (found[1], found[0])


def _against(text: Sequence[Claim], other: Sequence[Claim]) -> tuple[str, str] | None:
    for claim in text:
        for denied in (*_seats(claim, other), *_successions(claim, other)):
            return claim.text, denied.text
    return None


def _seats(claim: Claim, other: Sequence[Claim]) -> Iterator[Claim]:
    """Claims that put the seat of a firm elsewhere."""
    for place, firm in (*_SEAT.findall(claim.text), *_national(claim)):
        for each in other:
            side = profile(each)
            where = side.slot("in")
            if side.negated or where is None or not where.named or not _names_seat(side):
                continue
            if place in where.entities:
                continue
            slots = (side.slot(role) for role in ("subject", "object"))
            about = {w for s in slots if s is not None for w in tokens(s.text)}
            if set(tokens(firm)) & about and place.lower() not in where.text.lower():
                yield each


def _national(claim: Claim) -> Iterator[tuple[str, str]]:
    """The country and the name of "the Dutch shopping company, Nordlys"."""
    for mention in claim.entities:
        if mention.kind == "country" and mention.text != mention.name:
            found = re.search(
                rf"\b{re.escape(mention.text)} (?:[a-z-]+ ){{0,4}}{_FIRM},? ({_NAME})", claim.text
            )
            if found is not None:
                yield mention.name, found[1]


def _names_seat(side: Profile) -> bool:
    seat = next(rule.predicates for rule in comparison_words().slots if rule.label == "headquarters")
    subject = side.slot("subject")
    words = {side.raw_verb, *(subject.words if subject else ()), subject.head if subject else ""}
    return bool(words & seat)


def _successions(claim: Claim, other: Sequence[Claim]) -> Iterator[Claim]:
    """Claims that put the two the other way round."""
    later_words, earlier_words = next(
        (above, below) for name, above, below in comparison_words().one_way if name == _SUCCESSION
    )
    for earlier, later in _followed(claim, later_words, earlier_words):
        for each in other:
            side = profile(each)
            subject, target = side.slot("subject"), side.slot("object")
            if side.negated or subject is None or target is None:
                continue
            turned = side.raw_verb in later_words and _is(subject, earlier) and _is(target, later)
            if turned or (side.raw_verb in earlier_words and _is(subject, later) and _is(target, earlier)):
                yield each


def _followed(
    claim: Claim, later_words: frozenset[str], earlier_words: frozenset[str]
) -> Iterator[tuple[str, str]]:
    """Who came first and who after him: "Lund's predecessor, Holm", "after Lund's death Holm was elected"."""
    for owner, relation, named in _PASSING.findall(claim.text):
        if relation.lower() in earlier_words:
            yield named, owner
        elif relation.lower() in later_words:
            yield owner, named
    yield from _AFTER.findall(claim.text)


def _is(slot: Slot, name: str) -> bool:
    """Whether a slot holds a name, by its last word: one text says "Anna Holm", the other "Holm"."""
    return name.split()[-1].lower() in tokens(slot.text)
