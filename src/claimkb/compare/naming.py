"""One name in the place of another: "opened in Hull on Monday", "opened in Kiel on Monday".

The names of a claim are what extraction found, and whatever else is written
with a capital letter within the sentence: a name that nobody has heard of is
a name all the same. Two claims exchange a name where one argument, by its
role in the active voice, holds a name on each side that the other side lacks.
"""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from claimkb.compare.normal import normal_frame
from claimkb.compare.words import CLAIMS_KEPT, tokens
from claimkb.lexicon.comparing import comparison_words
from claimkb.lexicon.regions import is_within
from claimkb.lexicon.wordclasses import class_of
from claimkb.model import Claim

_SPELLING = 0.75  # letters that two spellings of one name share
_STEM = 4  # letters by which "Belgium" is known from "Belgian"
_POSSESSOR = re.compile(r"((?:[A-Z][\w.-]* ?){1,4})['’]s\b")
_ALIKE_ROLES = {"dative": "to", "into": "in", "at": "in", "near": "in", "on": "in"}
_OWN = frozenset({"'s", "’s", "the", "of", "and", "for", "a", "an", "de", "al"})


@dataclass(frozen=True, slots=True)
class Exchanged:
    """The role that two claims fill with different names, and the names."""

    role: str
    a: frozenset[str]
    b: frozenset[str]


@lru_cache(maxsize=CLAIMS_KEPT)
def name_words(claim: Claim) -> frozenset[str]:
    """The words of the names in a claim, in lower case; days and months are none."""
    found = {w for m in claim.entities if m.text[:1].isupper() for w in tokens(m.text)}
    words = claim.text.split()
    if sum(w[:1].isupper() for w in words) > len(words) / 2:
        words = []  # a headline: capital letters say nothing
    for word in words[1:]:
        bare = word.strip("“”\"'‘’(),;:.")
        if bare[:1].isupper() and not bare.startswith(("I'", "I’")) and bare != "I":
            found.update(tokens(bare))
    dates = comparison_words().months | comparison_words().weekdays | {"may"}
    return frozenset(w for w in found - dates - _OWN if class_of(w) is None)


def exchanged_names(a: Claim, b: Claim, beside: frozenset[str] = frozenset()) -> Exchanged | None:
    """The first role that the two claims fill with different names; `beside` are words said elsewhere."""
    roles_a, roles_b = _by_role(a), _by_role(b)
    owners = _owner(a) - _known(b), _owner(b) - _known(a)
    if all(owners) and not _alike(*owners):
        return Exchanged("owner", *owners)
    for role in sorted(roles_a.keys() & roles_b.keys()):
        if roles_a[role] & roles_b[role]:
            continue  # one thing, named more fully
        one = roles_a[role] - _known(b) - beside
        two = roles_b[role] - _known(a) - beside
        if one and two and not _alike(one, two) and not _one_within(a, b):
            return Exchanged(role, one, two)
    return None


def names_cross(a: Claim, b: Claim) -> bool:
    """Whether each claim names somebody or some place, in whatever role, that the other knows nothing of."""
    one, two = name_words(a) - _known(b), name_words(b) - _known(a)
    return bool(one) and bool(two) and not _alike(one, two) and not _one_within(a, b)


def may_be_one(one: frozenset[str], two: frozenset[str], a: Claim, b: Claim) -> bool:
    """Whether names of two claims may be one: other spellings, or a place and what it lies in."""
    return _alike(one, two) or _one_within(a, b)


@lru_cache(maxsize=CLAIMS_KEPT)
def _known(claim: Claim) -> frozenset[str]:
    """All words of a claim, and the full names of what it names."""
    return frozenset((*tokens(claim.text), *(w for m in claim.entities for w in tokens(m.name))))


@lru_cache(maxsize=CLAIMS_KEPT)
def _owner(claim: Claim) -> frozenset[str]:
    """The name that owns the subject: "Chad's ambassador to Mali"."""
    found = _POSSESSOR.match(claim.subject or claim.text)
    return frozenset(tokens(found[1])) - _OWN if found else frozenset()


@lru_cache(maxsize=CLAIMS_KEPT)
def _by_role(claim: Claim) -> dict[str, frozenset[str]]:
    """The names in each argument, by its role; who does it in the passive voice is a subject there too."""
    names = name_words(claim)
    found: dict[str, frozenset[str]] = {}
    for argument in normal_frame(claim.frame).arguments:
        held = names & frozenset(tokens(argument.text))
        if held:
            role = _ALIKE_ROLES.get(argument.role, argument.role)
            found[role] = found.get(role, frozenset()) | held
    return found


def _alike(one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether a name of either side may be a name of the other: another spelling, a people and its country."""
    return any(
        x[:_STEM] == y[:_STEM]
        or (x[0] == y[0] and SequenceMatcher(None, x, y, autojunk=False).ratio() >= _SPELLING)
        or "".join(w[0] for w in sorted(two)) == x
        for x in one
        for y in two
    )


def _one_within(a: Claim, b: Claim) -> bool:
    """Whether a place of one side lies in a place of the other."""
    return any(is_within(x.name, y.name) or is_within(y.name, x.name) for x in a.entities for y in b.entities)
