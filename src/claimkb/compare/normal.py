"""A frame in normal form, so that ways of saying one thing meet.

"Relations are expected to improve" has "relations" as the subject of
"improve" (the modality keeps the expectation); "failed to combat militants"
has "militants" as the object of "combat"; "turned down the offer" is read as
"rejected the offer".
"""

from dataclasses import replace

from claimkb.compare.difference import word_forms
from claimkb.compare.words import tokens
from claimkb.lexicon.comparing import comparison_words
from claimkb.lexicon.phrases import converses, phrases
from claimkb.model import Argument, Claim, Frame

_PLAIN = 3  # words of a subject whose last one is its noun


def with_subject(claim: Claim) -> Frame:
    """The frame with what the claim's text has for a pronoun: "the slain teenager was not armed" for "he"."""
    role = "object" if claim.frame.passive else "subject"
    head, *described = _noun_phrase(claim.subject) or ("",)
    if not head:
        return claim.frame
    return replace(
        claim.frame,
        arguments=tuple(
            replace(a, head=head, terms=(*described, head), text=claim.subject)
            if a.role == role and not a.terms and not a.entities
            else a
            for a in claim.frame.arguments
        ),
    )


def _noun_phrase(text: str) -> tuple[str, ...]:
    """The noun of a short plain phrase and the words that describe it; nothing of a pronoun or a longer phrase."""
    lists = comparison_words()
    words = [w for w in tokens(text) if w not in lists.removable]
    if not words or len(words) > _PLAIN or any(w in lists.function_words or w == "not" for w in words):
        return ()
    return (words[-1], *words[:-1])


def normal_frame(frame: Frame) -> Frame:
    """The frame without raising verbs, with the objects of embedded verbs as its own."""
    predicate = frame.predicate
    arguments = tuple(_lowered(a) for a in frame.arguments)
    raising = comparison_words().raising
    lifted = False
    while len(predicate) > 1 and predicate[0] in raising and predicate[1] not in _PARTICLES:
        predicate, lifted = predicate[1:], True
    if lifted and frame.passive and not any(a.role == "subject" for a in arguments):
        arguments = tuple(replace(a, role="subject") if a.role == "object" else a for a in arguments)
    plain = _in_one_word(replace(frame, predicate=predicate, arguments=_flat(predicate, arguments)))
    return _turned_round(_as_judged(plain))


def _as_judged(frame: Frame) -> Frame:
    """What somebody calls a thing as what it is: "called the reply slow", "described it as slow" says "is slow"."""
    target = next((a for a in frame.arguments if a.role == "object"), None)
    judged = next((a for a in frame.arguments if a.role in _JUDGED), None)
    if frame.predicate[-1:] not in _CALLING or target is None or judged is None or not judged.terms:
        return frame
    words = tokens(judged.text)
    rest = [w for w in words if w not in comparison_words().removable and w != judged.role]
    if not rest:
        return frame
    terms = tuple(t for t in judged.terms if t != judged.role)
    head = judged.head if judged.head in terms else terms[0]
    complement = replace(judged, role="complement", head=head, terms=terms)
    return replace(
        frame, predicate=("be", head), arguments=(replace(target, role="subject"), complement), passive=False
    )


def _turned_round(frame: Frame) -> Frame:
    """A verb that says from the other side what another one says: "lost to B" as B's "defeated"."""
    for argument in frame.arguments:
        verb = converses().get(f"{' '.join(frame.predicate[-1:])} {argument.role}")
        subject = next((a for a in frame.arguments if a.role == "subject"), None)
        lost = argument.role == "to" and any(
            a.role == "object" for a in frame.arguments
        )  # a sum, not a match
        if verb is not None and subject is not None and argument.entities + argument.terms and not lost:
            rest = tuple(a for a in frame.arguments if a is not subject and a is not argument)
            sides = replace(argument, role="subject"), replace(subject, role="object")
            return replace(frame, predicate=(*frame.predicate[:-1], verb), arguments=(*sides, *rest))
    return frame


_CALLING = frozenset({("call",), ("describe",), ("consider",), ("deem",), ("brand",), ("label",), ("term",)})
_JUDGED = frozenset({"complement", "as"})


def _governing(frame: Frame, predicate: tuple[str, ...], target: Argument) -> Frame:
    """The frame with another predicate, of which one of its arguments is the object."""
    arguments = tuple(replace(a, role="object") if a is target else a for a in frame.arguments)
    return replace(frame, predicate=predicate, arguments=arguments)


def _in_one_word(frame: Frame) -> Frame:
    """A verb with its particle as the one verb that says the same: "call off", "go ahead", "take part"."""
    known = phrases()
    *before, last = frame.predicate or ("",)
    for argument in frame.arguments if before else ():
        phrase = f"{before[-1]} {last} {argument.role}"  # "take over from"
        if phrase in known:
            return _governing(frame, (*before[:-1], known[phrase]), argument)
    if before and f"{before[-1]} {last}" in known:
        return replace(frame, predicate=(*before[:-1], known[f"{before[-1]} {last}"]))
    for argument in frame.arguments:
        urged = argument.terms[:1] and f"{last} {argument.terms[0]}" in known
        if urged and argument.role in _URGED and argument.text.lower().startswith("to "):
            return _with_urged(frame, argument)
    for argument in frame.arguments:
        role, word = argument.role, argument.head if argument.role in _PARTED else argument.role
        if role == "complement" and comparison_words().negators & set(argument.text.lower().split()):
            continue
        phrase = f"{last} {role} {argument.head}"  # "come into force"
        if phrase in known:
            rest = tuple(a for a in frame.arguments if a is not argument)
            return replace(frame, predicate=(*before, known[phrase]), arguments=rest)
        if (role in _PARTED or role in _SIDES) and f"{last} {word}" in known:
            rest = tuple(a for a in frame.arguments if a is not argument)
            if role not in _PARTED and argument.terms:
                rest = (*rest, replace(argument, role="object"))
            return replace(frame, predicate=(*before, known[f"{last} {word}"]), arguments=rest)
    return frame


def _with_urged(frame: Frame, urged: Argument) -> Frame:
    """A phrase that somebody is to do as its one verb: "urged them to take part in the vote"."""
    verb = phrases()[f"{frame.predicate[-1]} {urged.terms[0]}"]
    rest = tuple(
        replace(a, role="whom") if a.role == "object" else a for a in frame.arguments if a is not urged
    )
    if len(urged.terms) > 1:
        head = _first_noun(urged.terms[1:], urged.text, urged.terms[:1])
        rest = (*rest, replace(urged, role="object", head=head, terms=urged.terms[1:]))
    return replace(frame, predicate=(*frame.predicate[:-1], verb), arguments=rest)


_URGED = frozenset({"object", "with"})
_PARTED = frozenset(
    {"adverb", "object", "complement"}
)  # where the second word of a phrase may stand by itself
# Prepositions that are part of a verb wherever it has one; "in" and "on" mostly say where and when.
_SIDES = frozenset({"against", "for", "out", "off", "up", "down"})
_PARTICLES = frozenset({"out", "up", "down", "off", "on", "in", "back", "over", "away", "to"})


def _lowered(argument: Argument) -> Argument:
    terms = tuple(t.lower() for t in argument.terms)
    head = argument.head.lower()
    if terms and head not in terms and len(head) < 4:
        # The head of a prepositional phrase may be its preposition: the noun is what is compared.
        head = _noun(terms, argument.text)
    if head == argument.head and terms == argument.terms:
        return argument
    return replace(argument, head=head, terms=terms)


def _noun(terms: tuple[str, ...], text: str) -> str:
    """The noun that a phrase is about: "council" of "by the council of Oslo"."""
    before = text.lower().partition(" of ")[0]
    found = [t for t in terms if t in before.split()]
    return found[-1] if found and " of " in text.lower() else terms[-1]


def _first_noun(terms: tuple[str, ...], text: str, predicate: tuple[str, ...]) -> str:
    """The noun that a verb governs: "contract" of "to sign a new contract with the club"."""
    words = tokens(text)
    after = [i for i, w in enumerate(words) if any(p in word_forms(w) for p in predicate)]
    rest = words[after[-1] + 1 :] if after else words
    ends = next((i for i, w in enumerate(rest) if i and w in _PREPOSITIONS), len(rest))
    found = [t for t in terms if any(t in word_forms(w) for w in rest[:ends])]
    return found[-1] if found else terms[-1]


_PREPOSITIONS = frozenset(
    {"with", "of", "in", "on", "for", "to", "from", "at", "by", "against", "after", "over", "about", "into"}
)


def _flat(predicate: tuple[str, ...], arguments: tuple[Argument, ...]) -> tuple[Argument, ...]:
    """Clauses that only hold a verb of the predicate become the object of that verb."""
    found: list[Argument] = []
    for argument in arguments:
        if argument.role != "clause" or not set(predicate) & set(argument.terms[:1]):
            found.append(argument)
            continue
        last = max(i for i, term in enumerate(argument.terms) if term in predicate)
        rest = argument.terms[last + 1 :]
        if rest:
            has_object = any(a.role == "object" for a in found)
            found.append(
                Argument(
                    "with" if has_object else "object",
                    _first_noun(rest, argument.text, predicate),
                    rest,
                    argument.entities,
                    argument.text,
                )
            )
    return tuple(found)
