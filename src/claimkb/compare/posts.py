"""Two people in one post: "named Carla Benoit as its chief executive", "Tom Reuter is the new chief executive".

What makes one post of two: the same words for the office, and no body on
either side that the other side does not know.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from claimkb.compare.naming import may_be_one, name_words
from claimkb.compare.profile import Profile, counted_apart, profile
from claimkb.compare.times import times_apart
from claimkb.compare.wordbags import core
from claimkb.compare.words import CLAIMS_KEPT, tokens
from claimkb.lexicon.comparing import comparison_words
from claimkb.lexicon.facts import fact_words
from claimkb.model import Claim, Modality

_FIRM = frozenset({Modality.ASSERTED, Modality.PREDICTED})
_TITLES = frozenset({"leader", "prime", "head", "chair"})
_NAME = re.compile(r"(?:[A-Z][\w'’.-]*(?: |$))+")
_ARTICLES = frozenset({"a", "an", "one", "former", "ex", "deputy", "vice"})


@dataclass(frozen=True, slots=True)
class Post:
    """An office, by its words, with who is put in it and the names of whose office it is."""

    claim: Claim
    office: frozenset[str]
    person: frozenset[str]
    names: frozenset[str]


def posted_between(first: Sequence[Claim], second: Sequence[Claim]) -> tuple[str, str] | None:
    """The two people whom two texts put in one post."""
    posts = [[found for claim in text if (found := _post(claim)) is not None] for text in (first, second)]
    for x in posts[0]:
        for y in posts[1]:
            if x.office == y.office and _other_person(x, y) and _one_body(x, y):
                return " ".join(sorted(x.person)), " ".join(sorted(y.person))
    return None


def _other_person(x: Post, y: Post) -> bool:
    if x.person & frozenset(tokens(y.claim.text)) or y.person & frozenset(tokens(x.claim.text)):
        return False
    return not may_be_one(x.person, y.person, x.claim, y.claim)


def _one_body(x: Post, y: Post) -> bool:
    a, b = x.claim, y.claim
    if times_apart(a, b) or counted_apart(profile(a), profile(b)):
        return False
    return not x.names | y.names or bool(
        x.names & frozenset(tokens(b.text)) | y.names & frozenset(tokens(a.text))
    )


@lru_cache(maxsize=CLAIMS_KEPT)
def _post(claim: Claim) -> Post | None:
    side = profile(claim)
    if claim.modality not in _FIRM or side.negated or not claim.frame.predicate:
        return None
    found = _appointed(side) or _held(claim, side)
    if found is None:
        return None
    person, office = found
    names = name_words(claim)
    who = names & frozenset(tokens(person))
    spoken = tokens(office)
    if not who or _ARTICLES & frozenset(spoken[:1]):
        return None
    newly = fact_words().newly
    words = frozenset(w for w in core(spoken) if w not in newly and w not in names and w != "as")
    if not words & (comparison_words().serving | comparison_words().offices | _TITLES):
        return None
    return Post(claim, words, who, names - who)


def _appointed(side: Profile) -> tuple[str, str] | None:
    """Who is given which office: the first name after the verb, and what follows it."""
    if side.raw_verb not in fact_words().appointing:
        return None
    given = " ".join(s.text for role in ("object", "complement", "as") if (s := side.slot(role)) is not None)
    name = _NAME.search(given)
    return (name[0], given.replace(name[0], "", 1)) if name is not None else None


def _held(claim: Claim, side: Profile) -> tuple[str, str] | None:
    """Who is or becomes the holder, in either order: "X will be the next mayor", "the next mayor will be X"."""
    if claim.frame.predicate[0] not in fact_words().holding:
        return None
    subject, complement = side.slot("subject"), side.slot("complement")
    if subject is None or complement is None or subject.named == complement.named:
        return None
    person, office = (complement, subject) if complement.named else (subject, complement)
    return person.text, office.text
