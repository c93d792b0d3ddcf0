"""Whose a concept is, and who else is party to it.

The owner is the name just before the concept word ("Latvia's importance"),
else the subject; a thing of the owner's ("his army") is not the owner. What
holds between two parties needs both of them.
"""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from claimkb.compare.words import tokens
from claimkb.lexicon.comparing import comparison_words
from claimkb.lexicon.meaning import Concept, senses
from claimkb.lexicon.wordclasses import canonical
from claimkb.model import Argument, Frame

_BOTH = 2
_STEM = 5  # letters that the forms of a noun share
_COUNTERPART = re.compile(r"\s*(?:\w+\s+){0,2}?(?:with|between|towards?|against)\s+((?:[^,;]){2,40})")
_ITS = re.compile(r"\b(?:its|their|his|her)\b")
_NEAR = 4  # content words within which a name before a concept word is its owner
_PARTY_ROLES = frozenset(
    {"subject", "object", "with", "to", "against", "toward", "towards", "between", "from", "by"}
)
_TOWARDS_ANY = re.compile(r"\b(to|for|with|towards?)\b")  # a crisis "in X" is X's
_TOWARDS = re.compile(r"\b(to|for|in|with|towards?)\b")  # what follows is no owner: "its importance to X"
GOVERNED = frozenset({"object", "complement", "clause"})


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a claim: `words` are all their words, `of` maps a mention's first word to the name."""

    words: frozenset[str]
    of: dict[str, str]
    countries: frozenset[str] = frozenset()


def meant(argument: Argument, names: Names) -> tuple[Argument, Names, tuple[str, ...]]:
    """The argument, the names in it and its other words.

    A name that ends in a phrase for its kind ("the Flood Relief Fund") is no
    owner here, it is what is owned: its words mean what they say.
    """
    kinds = {
        pair
        for pair in pairwise(argument.terms)
        if pair[1] == argument.head and set(pair) <= names.words and " ".join(pair) in senses()
    }
    if not kinds:
        return argument, names, tuple(t for t in argument.terms if t not in names.words)
    things = {e for e in argument.entities if tuple(tokens(e)[-2:]) in kinds}
    words = names.words - {w for kind in kinds for w in kind}
    owners = {first: name for first, name in names.of.items() if name not in things}
    return (
        replace(argument, entities=tuple(e for e in argument.entities if e not in things)),
        replace(names, words=words, of=owners),
        tuple(t for t in argument.terms if t not in words),
    )


def holders(
    frame: Frame, argument: Argument, meaning: Concept, phrase: str, names: Names
) -> tuple[frozenset[str], frozenset[str]]:
    """Whose the concept is, and everybody named with it; the nearest names count first."""
    subject = find_argument(frame, "subject")
    if not meaning.relational:
        owner = _owner(argument, subject, phrase, names, meaning)
        return _with_thing(owner, argument, subject, meaning, names), frozenset(named_in(*frame.arguments))
    local = _beside(argument, phrase, names)
    if len(local) == _BOTH:
        return frozenset(local[:1]), frozenset(local)
    near = (
        named_in(subject, argument)
        if argument.role == "complement"
        else named_in(argument) or named_in(subject)
    )
    if len(near) < 2:
        near = named_in(argument, subject, *direct_parties(frame, names))
    everybody = named_in(*frame.arguments)
    if len(near) < 2 == len(everybody):
        near = everybody
    near = _of_one_kind(near, names)
    return frozenset(near[:1]), frozenset(near)


def _of_one_kind(near: tuple[str, ...], names: Names) -> tuple[str, ...]:
    """Two countries among others are the parties: a region or a body is where or through whom."""
    countries = tuple(n for n in near if n in names.countries)
    return countries if len(countries) == _BOTH else near


def _beside(argument: Argument, phrase: str, names: Names) -> tuple[str, ...]:
    """The two parties named right beside a relational noun: "X's rivalry with Y", "ties between X and Y"."""
    if len(argument.entities) <= _BOTH:
        return ()
    text = argument.text.lower()
    stem = phrase.split()[-1][:_STEM]
    for found in re.finditer(rf"\b{re.escape(stem)}\w*", text):
        before = re.split(r"[,;]| and ", text[: found.start()])[-1]
        after = _COUNTERPART.match(text[found.end() :])
        owners = _names_at(before, names) or (
            _possessor(text[: found.start()], names) if _ITS.search(before) else ()
        )
        others = _names_at(after[1], names) if after else ()
        parties = tuple(dict.fromkeys((*owners[-1:], *others[:_BOTH])))
        if len(parties) == _BOTH and set(parties) <= set(argument.entities):
            return parties
    return ()


def _names_at(text: str, names: Names) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names.of[w] for w in re.findall(r"[\w.]+", text) if w in names.of))


def _possessor(text: str, names: Names) -> tuple[str, ...]:
    """The last name in the possessive: what "its" goes back to in a list of things that are all its."""
    owners = [names.of[w] for w in re.findall(r"([\w.]+)['’]s\b", text) if w in names.of]
    return tuple(owners[-1:])


def direct_parties(frame: Frame, names: Names) -> tuple[Argument, ...]:
    """The arguments that are names themselves, or stand for them: parties, not places in passing."""
    metonyms = comparison_words().metonyms
    return tuple(
        a for a in frame.arguments if a.role in _PARTY_ROLES and (a.head in names.words or a.head in metonyms)
    )


def _with_thing(
    owner: str | None, argument: Argument, subject: Argument | None, meaning: Concept, names: Names
) -> frozenset[str]:
    """The owner, with the thing of his that is meant: "his army is weak" is not "he is weak"."""
    found = {owner} if owner else set()
    borrowed = argument.role == "complement" or (argument.role == "object" and owner not in argument.entities)
    if borrowed and meaning.nature == "judgement" and subject is not None and subject.head not in names.words:
        same_concept = any(s.concept == meaning.id for s in senses().get(subject.head, ()))
        if not same_concept and subject.head not in comparison_words().metonyms:
            found.add(f"its {canonical(subject.head)}")
    return frozenset(found)


def _owner(
    argument: Argument, subject: Argument | None, phrase: str, names: Names, meaning: Concept
) -> str | None:
    """The name just before the concept word, else the subject of an object, else the first name after it."""
    before = None
    first = phrase.split()[0]
    at = argument.terms.index(first) if first in argument.terms else 0
    for term in argument.terms[max(0, at - _NEAR) : at]:
        before = names.of.get(term, before)
    if before in argument.entities:
        return before
    if argument is not subject and argument.role in GOVERNED and subject is not None and subject.entities:
        return subject.entities[0]
    towards = _TOWARDS if meaning.nature == "judgement" else _TOWARDS_ANY
    if not towards.search(argument.text) and argument.entities:
        return argument.entities[0]
    return next(iter(named_in(subject)), None) if argument is not subject else None


def bearer_of(about: Argument | None, names: Names) -> frozenset[str]:
    """The first name of an argument, with the thing of it that is meant: "a lawyer for X" is not X."""
    if about is None:
        return frozenset()
    found = set(about.entities[:1])
    if found and about.head not in names.words and about.head not in comparison_words().metonyms:
        found.add(f"its {canonical(about.head)}")
    return frozenset(found)


def find_argument(frame: Frame, role: str) -> Argument | None:
    """The first argument of a role."""
    return next((a for a in frame.arguments if a.role == role), None)


def named_in(*arguments: Argument | None) -> tuple[str, ...]:
    """The names in the arguments, each once, in order."""
    return tuple(dict.fromkeys(e for a in arguments if a is not None for e in a.entities))
