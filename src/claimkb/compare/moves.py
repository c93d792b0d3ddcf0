"""Which way a claim says that something moves: up, down, or not at all.

"Raised its forecast to 6.5 percent" and "lowered its forecast to 6.5
percent" share an amount and nothing else that matters; no agreement may rest
on it. What is read is the predicate and the words of direction beside it.
"""

from functools import lru_cache

from claimkb.compare.difference import base_form
from claimkb.compare.phrasing import in_single_words
from claimkb.compare.words import CLAIMS_KEPT, tokens
from claimkb.lexicon.comparing import comparison_words
from claimkb.lexicon.meaning import Aspect, operators
from claimkb.lexicon.wordclasses import canonical
from claimkb.model import Claim

_MOVES = {canonical("increase"): 1, canonical("decrease"): -1}


@lru_cache(maxsize=CLAIMS_KEPT)
def direction(claim: Claim) -> int | None:
    """+1 for up, -1 for down, 0 for no move at all, None where the claim speaks of none or of both ways."""
    lists = comparison_words()
    spoken = in_single_words(tokens(claim.text))
    found = {lists.directions[w] for w in spoken if w in lists.directions}
    for verb in in_single_words(claim.frame.predicate):
        operator = operators().get(verb)
        if base_form(verb) in _MOVES:
            found.add(_MOVES[base_form(verb)])
        elif (
            operator is not None
            and operator.aspect is Aspect.CHANGE
            and operator.id in {"increase", "decrease"}
        ):
            found.add(operator.sign)
    return found.pop() if len(found) == 1 else None


def moved_apart(a: Claim, b: Claim) -> bool:
    """Whether the two say that something moves, and not the same way."""
    one, two = direction(a), direction(b)
    return one is not None and two is not None and one != two
