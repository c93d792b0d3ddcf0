"""Somebody denies what the other side lays to his charge: "A denied any part in the raid", "B blamed A for the raid".

Neither text denies the other's words, and a reader sees a dispute all the
same. It is a tension: who is right is what the dispute is about.
"""

from functools import lru_cache

from claimkb.compare import evidence as ev
from claimkb.compare.gates import times_and_instances
from claimkb.compare.pair import Finding, Pair
from claimkb.compare.profile import profile
from claimkb.compare.story import Story
from claimkb.compare.words import CLAIMS_KEPT, content, tokens
from claimkb.lexicon.comparing import comparison_words
from claimkb.lexicon.wordclasses import canonical
from claimkb.model import Claim, Evidence, Modality

_DENY = frozenset({"deny", "reject", "dismiss", "dispute", "refute"})
_BLAME = canonical("blame")


def disputed(pair: Pair) -> Finding | None:
    """One side has somebody deny responsibility for what the other side lays to his charge."""
    if not (pair.together or pair.story is Story.SAME) or times_and_instances(pair):
        return None
    for first, second in ((pair.a.claim, pair.b.claim), (pair.b.claim, pair.a.claim)):
        who = denies(first) & charged(second)
        if who and _one_matter(first, second):
            name = min(who)
            words = (first.quote, second.quote) if first is pair.a.claim else (second.quote, first.quote)
            proof = (
                Evidence("charge", *words, "disputed", f"denied by {name} and laid to the charge of {name}"),
                ev.entities(pair),
                ev.holders(pair),
            )
            return Finding("R9-disputed", f"{name} denies what the other side lays to its charge", proof)
    return None


def _one_matter(denial: Claim, charge: Claim) -> bool:
    """Whether what is denied, where it is named at all, is what the charge is about."""
    denied = [s for s in profile(denial).slots if s.role != "subject"]
    matter = frozenset(w for s in denied for w in content(tokens(s.text))) - comparison_words().charges
    said = content(tokens(charge.text))
    return not matter or bool(matter & said)


@lru_cache(maxsize=CLAIMS_KEPT)
def denies(claim: Claim) -> frozenset[str]:
    """Who denies responsibility, by name."""
    side = profile(claim)
    subject, target = side.slot("subject"), side.slot("object")
    if not _DENY & set(claim.frame.predicate) or subject is None or target is None:
        return frozenset()
    return subject.entities if {target.head, *target.words} & comparison_words().charges else frozenset()


@lru_cache(maxsize=CLAIMS_KEPT)
def charged(claim: Claim) -> frozenset[str]:
    """Whom a claim holds responsible, by name."""
    side = profile(claim)
    if side.negated or claim.modality is not Modality.ASSERTED or _DENY & set(claim.frame.predicate):
        return frozenset()
    subject, target = side.slot("subject"), side.slot("object")
    if side.verb == _BLAME and target is not None:
        return target.entities
    responsible = {"responsible", "behind", "guilty", "culprit"} & set(tokens(claim.text))
    if claim.frame.predicate[:1] == ("be",) and responsible and subject is not None:
        return subject.entities
    return frozenset()
