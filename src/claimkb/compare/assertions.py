"""Where a claim stands on the dimensions of meaning: its assertions.

An assertion is a concept with a direction, read off a frame: the sense of a
word, turned by the operators around it ("cut aid", "lack of trust") and by
the predicate that governs its argument, and marked as negated if the claim
is. "Not rising" is no "falling": negation is kept apart from direction. What
is merely tried, wished or feared has direction 0 and so opposes nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from claimkb.compare.parties import (
    GOVERNED,
    Names,
    bearer_of,
    direct_parties,
    find_argument,
    holders,
    meant,
    named_in,
)
from claimkb.compare.turning import COPULAS, Reading, apply_predicate
from claimkb.lexicon.meaning import Aspect, Concept, Place, Sense, concepts, operators, senses
from claimkb.model import Argument, Frame

_TOPIC = 4  # content words on either side of a concept word that say what it is about
_REACH = 2  # content words over which an operator reaches the noun it turns
_INNER = frozenset({"not", "never"})
_EXPLETIVES = frozenset({"it", "there", "what"})  # "it is clear that": the clarity is nobody's


@dataclass(frozen=True, slots=True)
class Assertion:
    """A concept with a direction (+1, -1, 0 for open) and whose it is.

    `bearer` is whose it is and `parties` everybody named with it; `negated`
    tells "not up" from "down"; `factive` marks what is taken for granted
    whatever the polarity and modality around it; `governed` is False for what
    is mentioned in passing, `predicated` True where the concept is the very
    predicate; `topic` are the words it is about; `marks` the decisive lemmas.
    """

    concept: str
    direction: int
    aspect: Aspect
    negated: bool
    factive: bool
    governed: bool
    predicated: bool
    bearer: frozenset[str]
    parties: frozenset[str]
    topic: frozenset[str]
    marks: tuple[str, ...]

    @property
    def meaning(self) -> Concept:
        """The concept itself."""
        return concepts()[self.concept]


def read_assertions(frame: Frame, *, negated: bool, names: Names) -> tuple[Assertion, ...]:
    """Everything the frame says on a dimension; the words of names mean little here."""
    found: list[Assertion] = []
    for whole in frame.arguments:
        if whole.role == "complement" and _is_impersonal(frame):
            continue
        argument, named, words = meant(whole, names)
        for index, phrase, sense in _hits(words, argument):
            found.append(_of_argument(frame, argument, words, index, phrase, sense, negated, named))
    moved = any((a.governed and a.aspect is not Aspect.LEVEL) or len(a.marks) > 1 for a in found)
    if not (moved and frame.predicate and frame.predicate[-1] in operators()):
        found.extend(_of_predicate(frame, negated, names))
    return tuple(dict.fromkeys(found))


def _is_impersonal(frame: Frame) -> bool:
    """Whether nothing is meant by the subject: "it is clear that", "there is"."""
    subject = find_argument(frame, "subject")
    return subject is not None and subject.head in _EXPLETIVES and not subject.entities


def _hits(words: tuple[str, ...], argument: Argument) -> Iterator[tuple[int, str, Sense]]:
    """The concept words of an argument: the longest phrase first, each word used once."""
    index = 0
    while index < len(words):
        phrase = " ".join(words[index : index + 2])
        size = 2 if index + 1 < len(words) and phrase in senses() else 1
        word = phrase if size == 2 else words[index]
        for sense in senses().get(word, ()):
            if _carries(sense, words, index, argument):
                yield index, word, sense
        index += size


def _carries(sense: Sense, words: tuple[str, ...], index: int, argument: Argument) -> bool:
    if sense.place is Place.ANYWHERE:
        return True
    if sense.place is Place.PREDICATE:  # a participle before a noun, or the verb of an embedded clause
        return argument.role == "clause" or words[index].endswith(("ed", "ing"))
    if argument.role == "complement" and words[index] == argument.head:
        return True
    carriers = concepts()[sense.concept].carriers
    return any(w in carriers for w in words[index + 1 : index + 3])


def _of_argument(
    frame: Frame,
    argument: Argument,
    words: tuple[str, ...],
    index: int,
    phrase: str,
    sense: Sense,
    negated: bool,
    names: Names,
) -> Assertion:
    reading = Reading(sense.direction, concepts()[sense.concept].valence, [phrase])
    for distance, word in enumerate(reversed(words[:index]), 1):
        operator = operators().get(word)
        # A wish or an effort opens all that follows it: "the need for maintaining sustained cooperation".
        if operator is None or operator.id == "begin":
            continue
        if distance <= _REACH or not operator.sign:
            reading.turn(operator, word)
        if operator.aspect is Aspect.FACTIVE:
            break  # "to compensate for cuts in aid": the cuts are a fact, whatever stands before
    if argument.role == "without":
        reading.turn(operators()["without"], "without")
    governed = _governed(frame, argument)
    if governed:
        # An embedded clause holds the verbs of its own: they have acted already.
        apply_predicate(reading, tuple(w for w in frame.predicate if w not in words[:index]))
    meaning = concepts()[sense.concept]
    bearer, parties = holders(frame, argument, meaning, phrase, names)
    # "military" in "military aid" is part of the phrase and still says which aid.
    near = words[max(0, index - _TOPIC) : index + _TOPIC + 1]
    topic = frozenset(w for w in near if w not in operators() and w != phrase.split()[-1])
    predicated = governed and argument.role == "complement" and phrase.split()[-1] == argument.head
    # An embedded clause may hold a negation of its own ("decided that it would not cut aid").
    inner = argument.role == "clause" and bool(_INNER & set(words[:index]))
    denied = (negated and governed) != inner
    return _assertion(sense, reading, denied, governed, predicated, bearer, parties, topic)


def _assertion(
    sense: Sense,
    reading: Reading,
    negated: bool,
    governed: bool,
    predicated: bool,
    bearer: frozenset[str],
    parties: frozenset[str],
    topic: frozenset[str],
) -> Assertion:
    return Assertion(
        concept=sense.concept,
        direction=reading.direction,
        aspect=reading.aspect,
        negated=negated and not reading.factive,
        factive=reading.factive,
        governed=governed,
        predicated=predicated,
        bearer=bearer,
        parties=parties,
        topic=topic,
        marks=tuple(dict.fromkeys(reading.marks)),
    )


def _governed(frame: Frame, argument: Argument) -> bool:
    """Whether the predicate says of this argument that it is so, or how it moves.

    That is the object where there is one, else the complement and the subject;
    and only for a predicate we know: of "oversimplifies its importance" we
    cannot tell what becomes of the importance.
    """
    if not frame.predicate:
        return False
    copular = frame.predicate[0] in COPULAS
    if argument.role == "complement":
        return copular or frame.predicate[-1] in operators()
    known = copular or any(word in operators() for word in frame.predicate)
    if argument.role in GOVERNED:
        return known
    direct = copular or not any(a.role in {"object", "clause"} for a in frame.arguments)
    return argument.role == "subject" and known and direct


def _means_other(meaning: Concept, frame: Frame, *beside: Argument | None) -> bool:
    """Whether the words or prepositions beside a verb give it another meaning: "fired at him", "opened fire"."""
    if any(meaning.not_with & set(a.terms) for a in beside if a is not None):
        return True
    return any(a.role in meaning.not_roles for a in frame.arguments)


def _of_predicate(frame: Frame, negated: bool, names: Names) -> Iterator[Assertion]:
    """The concept that the predicate itself expresses: "withdrew", "survived"."""
    if not frame.predicate:
        return
    word = frame.predicate[-1]
    if any(a.role == "complement" and a.head == word for a in frame.arguments):
        return  # read with its argument
    copular = len(frame.predicate) > 1 and frame.predicate[0] in COPULAS
    subject, target = find_argument(frame, "subject"), find_argument(frame, "object")
    for sense in senses().get(word, ()):
        if not sense.direction or (sense.place is Place.HEAD and not copular):
            continue
        meaning = concepts()[sense.concept]
        if _means_other(meaning, frame, subject, target):
            continue
        if meaning.agentive and target is not None and sense.place is Place.ANYWHERE:
            continue  # "their defeat" is theirs, "defeated them" is not
        reading = Reading(sense.direction, meaning.valence, [word])
        apply_predicate(reading, frame.predicate[:-1])
        about = subject if target is None or meaning.agentive or meaning.relational else target
        topic = frozenset(t for a in (about, target) if a for t in a.terms if t not in names.words)
        parties = frozenset(
            named_in(*direct_parties(frame, names) if meaning.relational else frame.arguments)
        )
        bearer = bearer_of(about, names)
        yield _assertion(sense, reading, negated, True, True, bearer, parties, topic)
