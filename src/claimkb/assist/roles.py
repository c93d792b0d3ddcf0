"""Whether two wordings of a proposition say the same of the same: the rules' readings of both, slot by slot.

"The dock was closed by the authority" has the words of "the authority closed
the dock" in another order, and so has "the dock closed the authority". Their
frames tell them apart: a passive is turned round there, and what stands
before or after the verb is in its slot. The claim may say less than the
quote, never something in another slot.
"""

from collections import Counter
from collections.abc import Sequence

from claimkb.assist.cuewords import is_idle, marks, negation_marks, quantifier_marks, stem, words_of
from claimkb.lexicon.grounding import grounding_words
from claimkb.model import Argument, Claim

_PARTIES = ("subject", "object", "complement")


def same_roles(claim: Claim, quoted: Claim) -> bool:
    """Whether each slot of the claim is that of the quoted one, with a run of its words."""
    if not claim.frame.predicate or claim.frame.predicate[-1:] != quoted.frame.predicate[-1:]:
        return False
    if not any(argument.role in _PARTIES for argument in claim.frame.arguments):
        return False
    return all(
        any(_says(argument, other) for other in quoted.frame.arguments if argument.role == other.role)
        for argument in claim.frame.arguments
    )


def in_one_run(claim: str, quote: str) -> bool:
    """Whether a claim copies words of its quote without one left out between them."""
    return _runs(_stems(claim), _stems(quote))


def _says(argument: Argument, quoted: Argument) -> bool:
    """Whether what stands in a slot is what the quote has there, or what its pronoun stands for."""
    if _marks(argument.text) != _marks(quoted.text) and _marks(argument.text):
        return False
    said, there = _stems(argument.text), _stems(quoted.text)
    if _runs(said, there):
        return True
    shared = [word for word in said if word in there]
    replaced = {word.lower() for word in words_of(quoted.text)} & grounding_words().pronouns
    return bool(replaced) and _runs(shared, there) and (bool(shared) or not there)


def _runs(said: Sequence[str], there: Sequence[str]) -> bool:
    """Whether the words stand side by side in the others."""
    size = len(said)
    return any(list(there[at : at + size]) == list(said) for at in range(len(there) - size + 1))


def _marks(text: str) -> Counter[str]:
    return marks(text, quantifier_marks) + marks(text, negation_marks)


def _stems(text: str) -> list[str]:
    return [stem(word) for word in words_of(text) if not is_idle(word)]
