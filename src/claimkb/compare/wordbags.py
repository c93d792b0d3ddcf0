"""The words of a claim as sets: with everything that counts, and without the words that only hold a sentence together.

Words are put as classes (`base_form`), so that "raised" meets "raise". In the
narrower set "a lady" and "a woman" are one, and either is a person.
"""

from functools import cache, lru_cache

from claimkb.compare.difference import base_form
from claimkb.compare.phrasing import in_single_words
from claimkb.compare.words import tokens
from claimkb.lexicon.comparing import comparison_words
from claimkb.lexicon.wordclasses import broader_classes
from claimkb.model import Claim

_KINDS, _PERSON = frozenset({"man", "woman"}), frozenset({"person"})


def bag(claim: Claim) -> frozenset[str]:
    """The words of a claim as classes, names and numbers among them."""
    return bag_of(claim.text)


@lru_cache(maxsize=50_000)
def bag_of(text: str) -> frozenset[str]:
    """The same of a text."""
    lists = comparison_words()
    return frozenset(
        lists.numerals.get(w) or base_form(w)
        for w in in_single_words(tokens(text))
        if w not in lists.removable and w not in lists.negators and w not in lists.light_verbs
    )


@lru_cache(maxsize=50_000)
def core(words: tuple[str, ...]) -> tuple[str, ...]:
    """The classes of the words that say something, in order; whoever is a person is called so."""
    lists = comparison_words()
    left_out = lists.removable | lists.negators | lists.function_words
    classes = ((w, base_form(w)) for w in in_single_words(words) if w not in left_out)
    return tuple(lists.persons.get(w, c) for w, c in classes if c not in left_out)


def share(wanted: frozenset[str], found: frozenset[str]) -> float:
    """The part of the wanted words that the others have or entail, as a man is a person; 0.0 for none wanted."""
    return len(found_in(wanted, found)) / len(wanted) if wanted else 0.0


def found_in(wanted: frozenset[str], found: frozenset[str]) -> frozenset[str]:
    """Those of the wanted words that the others have or entail."""
    if found & _KINDS:
        found |= _PERSON
    return wanted & found.union(*(_wider()[w] for w in found if w in _wider()))


@cache
def _wider() -> dict[str, frozenset[str]]:
    """What a class entails, both as `base_form` has them."""
    return {base_form(name): frozenset(map(base_form, of)) for name, of in broader_classes().items()}
