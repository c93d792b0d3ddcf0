"""How much a denial weighs: a contradiction, or no more than a tension, or nothing.

Who finds no evidence for a thing has not found that it is not so, and "does
little" leaves room for some; whoever is blamed and denies it disputes an
accusation. And a denial meets only the same predicate: "missed its target"
is not denied by "failed to meet its target", since both say no.
"""

import re

from claimkb.compare.alignment import Predication, align
from claimkb.compare.difference import base_form
from claimkb.compare.naming import exchanged_names
from claimkb.compare.nothing import counts_none, counts_some, same_people
from claimkb.compare.profile import profile
from claimkb.compare.statements import Statement
from claimkb.compare.wordbags import found_in, share
from claimkb.compare.words import tokens
from claimkb.lexicon.comparing import comparison_words
from claimkb.lexicon.meaning import operators
from claimkb.lexicon.wordclasses import canonical
from claimkb.model import Claim

DENIED, SCOPE, DISPUTED = "R7-denial", "R9-scope-tension", "R9-disputed"
_SIMILAR = 0.6  # of the words of either side, where two content verbs are not known to say the same
_BLAME = canonical("blame")


def weight_of_denial(denial: tuple[Claim, Statement], claim: Claim, said: Statement) -> str:
    """The rule under which a denial of what is said falls; "" if both may be so."""
    if exchanged_names(denial[0], claim) is not None or _denies_too(denial, claim):
        return ""
    none, some = counts_none(denial[0]), counts_some(claim)
    if none is not None and some is not None and not same_people(none[1], some[1]):
        return ""  # "no soldier died" and "30 nurses died"
    if _other_deed(denial, claim, said) or _over(denial[0], claim):
        return ""
    if is_charge(claim) and _BLAME not in map(base_form, tokens(denial[0].text)):
        return DISPUTED
    return SCOPE if _leaves_some(denial[1].text) else DENIED


def is_charge(claim: Claim) -> bool:
    """Whether a claim says that somebody is blamed."""
    return profile(claim).verb == _BLAME


def _over(denial: Claim, claim: Claim) -> bool:
    """Whether a denial says that a thing is over which the other side puts into the past: "used to be crowded"."""
    past, now = (" ".join(tokens(c.text)) for c in (claim, denial))
    before = "used to" in past or bool({"once", "formerly", "previously"} & set(past.split()))
    if before and {"today", "now", "currently"} & set(now.split()):
        return True
    over = any(phrase in now for phrase in ("no longer", "any more", "anymore"))
    return over and (claim.frame.tense == "past" or before)


def _leaves_some(text: str) -> bool:
    """Whether a denial only says that little of it is so, or that nobody has shown it."""
    spoken = " ".join(tokens(text))
    return any(re.search(rf"\b{phrase}\b", spoken) for phrase in comparison_words().mild_denials)


def _denies_too(denial: tuple[Claim, Statement], claim: Claim) -> bool:
    """Whether the other side says no as well, by its verb: "missed the target", "lifted the ban"."""
    verbs = {w for w in claim.frame.predicate if w in operators()}
    turning = {w for w in verbs if operators()[w].sign < 0 and operators()[w].id in {"lack", "prevent"}}
    spoken = {base_form(w) for w in tokens(denial[0].text)}
    return any(base_form(w) not in spoken for w in turning)


def _says_little(claim: Claim) -> bool:
    """Whether the verb of a claim tells no deed: a light verb, or "this is", "there are"."""
    verb = profile(claim).raw_verb
    presents = tokens(claim.text)[:2]
    return (
        not verb or verb in comparison_words().light_verbs or presents[:1] in (("this",), ("there",), ("it",))
    )


def _other_deed(denial: tuple[Claim, Statement], claim: Claim, said: Statement) -> bool:
    """Whether two verbs that are not known to say the same tell two deeds, in other words besides."""
    denied = denial[1]
    deed = frozenset(denied.said[:1])
    if found_in(deed, said.words) or deed & comparison_words().happenings:
        return False
    if base_form(profile(claim).raw_verb) in denied.words:
        return False  # "did not take part in the race" and "raced"
    if any(_says_little(c) for c in (denial[0], claim)):
        return False
    if align(profile(denial[0]), profile(claim)).predicate is not Predication.OTHER:
        return False
    return min(share(denied.words, said.words), share(said.words, denied.words)) < _SIMILAR
