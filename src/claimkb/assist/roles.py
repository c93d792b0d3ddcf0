"""Whether two wordings of a proposition say the same of the same: the rules' readings of both, slot by slot.

"The dock was closed by the authority" has the words of "the authority closed
the dock" in another order, and so has "the dock closed the authority". Their
frames tell them apart: a passive is turned round there, and what stands
before or after the verb is in its slot. The claim may say less than the
quote, never something in another slot; and not less where less would be more:
of whom a thing is said ("residents who live near the bridge"), and in what is
denied.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from claimkb.assist.cuewords import is_idle, marks, negation_marks, quantifier_marks, stem, words_of
from claimkb.lexicon.grounding import grounding_words
from claimkb.lexicon.units import units
from claimkb.model import Argument, Claim, Polarity

_PARTIES = ("subject", "object", "complement")
_OWNER = re.compile(r"[A-Z]\S*['’]s? ")  # "Oslo's hospital"


def same_roles(claim: Claim, quoted: Claim) -> bool:
    """Whether each slot of the claim is that of the quoted one, with a run of its words."""
    if not claim.frame.predicate or claim.frame.predicate[-1:] != quoted.frame.predicate[-1:]:
        return False
    arguments, there = claim.frame.arguments, quoted.frame.arguments
    if not any(argument.role in _PARTIES for argument in arguments):
        return False
    if quoted.polarity is Polarity.NEGATED and not all(_is_kept_whole(each, arguments) for each in there):
        return False
    of_whom = "object" if quoted.frame.passive else "subject"
    return all(
        any(
            _says(argument, other, whole=other.role == of_whom and not _is_one(other))
            for other in there
            if argument.role == other.role
        )
        for argument in arguments
    )


def _is_kept_whole(quoted: Argument, arguments: Sequence[Argument]) -> bool:
    """Whether a slot of what is denied is there with all its words: "no boat in May" is not "no boat"."""
    whole = not _is_one(quoted)
    return any(_says(each, quoted, whole=whole) for each in arguments if each.role == quoted.role)


def _is_one(argument: Argument) -> bool:
    """Whether words may be left out of whom something is said of: it is one thing, named or pointed to.

    Of "residents who live near the bridge" or "traffic over the bridge" none may.
    """
    words = words_of(argument.text)
    lexicon = grounding_words()
    if any(word.lower() in lexicon.relatives for word in words[1:]):
        return False
    first = words[0].lower() if words else ""
    pointed = first in lexicon.definite | lexicon.single | lexicon.pronouns
    return pointed or bool(_OWNER.match(argument.text)) or all(word[0].isupper() for word in words)


def in_one_run(claim: str, quote: str) -> bool:
    """Whether a claim copies words of its quote without one left out between them."""
    return _runs(_stems(claim), _stems(quote))


def _says(argument: Argument, quoted: Argument, *, whole: bool = False) -> bool:
    """Whether what stands in a slot is what the quote has there, or what its pronoun stands for.

    As a `whole`, no word that says something may be left out; otherwise the head may not.
    """
    if _marks(argument.text) != _marks(quoted.text) and _marks(argument.text):
        return False
    there = _stems(quoted.text)
    for said in _wordings(argument.text):
        if _runs(said, there):
            return len(said) == len(there) or (not whole and _same_head(argument, quoted))
    said = _stems(argument.text)
    shared = [word for word in said if word in there]
    replaced = {word.lower() for word in words_of(quoted.text)} & grounding_words().pronouns
    if not (replaced and _runs(shared, there) and (bool(shared) or not there)):
        return False
    return not whole or len(shared) == len(there)


def _same_head(argument: Argument, quoted: Argument) -> bool:
    """Whether both are phrases about one noun: not "Norway" of "the Bank of Norway"."""
    text, there = argument.text.lower(), quoted.text.lower()
    # The name in "the builder, Norbygg"; the first of two agents in "by a shortage of steel and by a strike".
    return argument.head == quoted.head or f", {text}" in there or there.startswith(f"by {text}")


def _wordings(text: str) -> Iterator[list[str]]:
    """The words of a phrase, also with "the mayor of Lund" as "Lund's mayor"."""
    yield _stems(text)
    thing, of, owner = text.rpartition(" of ")
    if of:
        yield [*_stems(owner), *_stems(thing)]


def _runs(said: Sequence[str], there: Sequence[str]) -> bool:
    """Whether the words stand side by side in the others."""
    size = len(said)
    return any(list(there[at : at + size]) == list(said) for at in range(len(there) - size + 1))


def _marks(text: str) -> Counter[str]:
    return marks(text, quantifier_marks) + marks(text, negation_marks)


def _stems(text: str) -> list[str]:
    """The words that say something; of the bounds of numbers `numbers` has made sure."""
    return [stem(word) for word in words_of(text) if not is_idle(word) and word.lower() not in _of_numbers()]


@cache
def _of_numbers() -> frozenset[str]:
    share = {word for unit, sign in units().units.items() if sign == "%" for word in unit.split()}
    return frozenset(units().bounds_before) | share
