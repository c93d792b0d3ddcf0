"""Two claims slot by slot: same predicate? same subject, same object? how much does each cover of the other?

Slots are compared by their heads first, names before nouns; what modifies a
head makes it narrower or, where both sides modify it differently, another
thing.
"""

from dataclasses import dataclass
from enum import StrEnum

from claimkb.compare.profile import Profile, Slot
from claimkb.lexicon.comparing import comparison_words
from claimkb.lexicon.regions import is_within
from claimkb.lexicon.wordclasses import broader, is_deal, opposed

_NAME_WEIGHT = 1.5  # a shared name says more than a shared word
# Prepositions whose names say where or to whom; "after the withdrawal from X" is no scope.
_CLASHING = frozenset(
    {"in", "at", "to", "for", "with", "against", "between", "into", "towards", "toward", "on", "onto"}
)
# Prepositions by which a verb governs what another verb has for its object.
_GOVERNED_BY = frozenset({"with", "in", "to", "for", "against", "on", "at", "from", "out", "behind"})


class Predication(StrEnum):
    """How two predicates stand to each other."""

    SAME = "same predicate"
    ENTAILED = "one predicate entails the other"
    OPPOSED = "opposed predicates"
    OTHER = "other predicate"


class Match(StrEnum):
    """How two arguments stand to each other."""

    SAME = "same"
    PART = "one more specific"
    RELATED = "related"
    DIFFERENT = "different"
    MISSING = "not said"


@dataclass(frozen=True, slots=True)
class Alignment:
    """The comparison of two profiles; `cover_a` is how much of a's content b has, `cover_b` the reverse."""

    predicate: Predication
    subject: Match
    object: Match
    shared_words: frozenset[str]
    shared_entities: frozenset[str]
    cover_a: float
    cover_b: float
    clash: str

    @property
    def cover(self) -> float:
        """How much of the shorter claim the other has."""
        return max(self.cover_a, self.cover_b)

    @property
    def mutual(self) -> float:
        """How much of the longer claim the other has."""
        return min(self.cover_a, self.cover_b)

    @property
    def same_subject(self) -> bool:
        """Whether the subjects can be one thing."""
        return self.subject in {Match.SAME, Match.PART}

    @property
    def same_object(self) -> bool:
        """Whether the objects can be one thing, or neither side has one."""
        return self.object in {Match.SAME, Match.PART}


def align(a: Profile, b: Profile) -> Alignment:
    """The alignment of two profiles."""
    predicate = _predication(a, b)
    subject, objects = _arguments(a, b, predicate)
    from_a, from_b, named = a.words & b.entailed, b.words & a.entailed, a.entities & b.entities
    return Alignment(
        predicate=predicate,
        subject=subject,
        object=objects,
        shared_words=from_a | from_b,
        shared_entities=named,
        cover_a=_cover(a, from_a, named),
        cover_b=_cover(b, from_b, named),
        clash=_clash(a, b),
    )


def _arguments(a: Profile, b: Profile, predicate: Predication) -> tuple[Match, Match]:
    """How the subjects and the objects stand to each other.

    What is done to a thing on one side may be what the thing does on the
    other: "the festival was cancelled", "the festival went ahead".
    """
    if predicate in {Predication.ENTAILED, Predication.OPPOSED} and not is_deal(a.raw_verb, b.raw_verb):
        for one, other in ((a, b), (b, a)):
            undergone, happens = one.slot("object"), other.slot("subject")
            if _object(other) is not None or undergone is None or happens is None:
                continue
            if one.slot("subject") is None or (
                predicate is Predication.OPPOSED and _is_one(undergone, happens)
            ):
                found = match(*((undergone, happens) if one is a else (happens, undergone)))
                return found, Match.SAME
    objects = match(_object(a), _object(b))
    if objects is Match.MISSING and predicate is Predication.OPPOSED:
        objects = _governed_otherwise(a, b)
    return match(a.slot("subject"), b.slot("subject")), objects


def _is_one(undergone: Slot, happens: Slot) -> bool:
    """Whether what one side does to a thing the thing itself does on the other: "cut taxes", "taxes rose"."""
    return undergone.head == happens.head and match(undergone, happens) in {Match.SAME, Match.PART}


def _governed_otherwise(a: Profile, b: Profile) -> Match:
    """How an object stands to what the other verb governs by a preposition: "scrap the plan", "proceed with it"."""
    for one, other in ((a, b), (b, a)):
        target = _object(one)
        if target is None or _object(other) is not None:
            continue
        for slot in other.slots:
            if slot.role in _GOVERNED_BY and slot.head == target.head:
                return match(*((target, slot) if one is a else (slot, target)))
    return Match.MISSING


def _object(side: Profile) -> Slot | None:
    """The object, or a complement that is not the predicate itself ("was elected chairman"), or a clause."""
    found = side.slot("object")
    if found is not None and not _is_time(found):
        return found
    complement = side.slot("complement")
    if complement is not None and complement.head != side.verb:
        return complement
    return side.slot("clause")


def _is_time(slot: Slot) -> bool:
    """Whether an argument only says when: "will shrink next year"."""
    return not slot.words and not slot.entities and slot.head in comparison_words().generic


def _predication(a: Profile, b: Profile) -> Predication:
    if not a.verb or not b.verb:
        return Predication.OTHER
    if opposed(a.raw_verb, b.raw_verb):
        return Predication.OPPOSED
    if a.verb == b.verb:
        return Predication.SAME
    if a.verb in broader(b.verb) or b.verb in broader(a.verb):
        return Predication.ENTAILED
    return Predication.OTHER


def match(a: Slot | None, b: Slot | None) -> Match:
    """How two arguments of one role stand to each other."""
    if a is None or b is None:
        return Match.SAME if a is b else Match.MISSING
    if a.named and b.named:
        return _match_names(a, b)
    if a.named != b.named and (
        a.head != b.head or not (a.entities <= b.entities or b.entities <= a.entities)
    ):
        return Match.DIFFERENT
    if a.entities and b.entities and not (a.entities <= b.entities or b.entities <= a.entities):
        if a.head != b.head or not _nested(a.entities, b.entities):
            return Match.DIFFERENT
        return Match.PART  # "a Madrid judge", "a judge in Spain"
    if a.head == b.head:
        if a.head in comparison_words().offices and a.entities != b.entities:
            return Match.DIFFERENT
        return _match_words(a, b)
    if a.head in broader(b.head) or b.head in broader(a.head):
        return Match.PART
    if a.words and b.words and (a.words <= b.words or b.words <= a.words):
        return Match.RELATED
    return Match.RELATED if a.head in b.words or b.head in a.words else Match.DIFFERENT


def _match_names(a: Slot, b: Slot) -> Match:
    if a.entities == b.entities:
        return Match.SAME
    nested = a.entities <= b.entities or b.entities <= a.entities
    return Match.PART if nested else Match.DIFFERENT


def _match_words(a: Slot, b: Slot) -> Match:
    only_a, only_b = a.words - b.words, b.words - a.words
    if not only_a and not only_b:
        return Match.SAME if a.entities == b.entities else Match.PART
    if not only_a or not only_b:
        return Match.PART
    return Match.RELATED


def _cover(of: Profile, words: frozenset[str], names: frozenset[str]) -> float:
    """The weighted share of one claim's content that the other has: these words and names of it."""
    total = len(of.words) + _NAME_WEIGHT * len(of.entities)
    if not total:
        return 0.0
    return (len(words) + _NAME_WEIGHT * len(names)) / total


def _clash(a: Profile, b: Profile) -> str:
    """A role that both fill with different names: another place, another recipient."""
    for role in sorted(_CLASHING & {s.role for s in a.slots if s.entities}):
        names_a = frozenset(e for s in a.slots if s.role == role for e in s.entities)
        names_b = frozenset(e for s in b.slots if s.role == role for e in s.entities)
        if names_a and names_b and not names_a & names_b and not _nested(names_a, names_b):
            return f"{role} {', '.join(sorted(names_a))} / {', '.join(sorted(names_b))}"
    return ""


def _nested(one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether a place of one side lies in a place of the other: Cairo in Egypt."""
    return any(is_within(x, y) or is_within(y, x) for x in one for y in two)


def other_recipient(a: Profile, b: Profile) -> bool:
    """Whether one side says to whom it goes or whom it costs, and the other says nothing of them."""
    for one, other in ((a, b), (b, a)):
        to = one.slot("dative")
        if to is not None and not (to.words & other.words or to.entities & other.entities):
            return True
    return False
