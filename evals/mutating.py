"""The mutations of a claim: flips, which deny it, and rephrasings, which say the same.

What they make is read by the real extractor again, so nothing here may depend
on how comparison works.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from flips import negated, opposed, other_amount, other_date
from rephrasings import passive, renamed, rewritten_amount, synonymous

from claimkb.model import Claim, Modality, Stance

Mutator = Callable[[Claim], str | None]

_VAGUE_SUBJECT = re.compile(r"^(?:some|several|many|few|most|other|more|an?other)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mutation:
    """A mutator with its name and the types a contradiction may have; none for a rephrasing."""

    name: str
    mutate: Mutator
    types: frozenset[str] = frozenset()

    @property
    def flips(self) -> bool:
        """Whether what comes out denies what went in."""
        return bool(self.types)

    def apply(self, claim: Claim) -> str | None:
        """The changed text, if the mutator applies to the claim."""
        text = self.mutate(claim)
        return text if text and text != claim.text else None


# A forecast or a judgement that is flipped is opposed as such, too.
_OWN = {"forecast", "judgement"}
MUTATIONS = (
    Mutation("negation put in or taken out", negated, frozenset({"negation", *_OWN})),
    Mutation("predicate exchanged for an opposite", opposed, frozenset({"opposite", *_OWN})),
    Mutation("amount beyond tolerance", other_amount, frozenset({"quantity", "forecast"})),
    Mutation("another year", other_date, frozenset({"date"})),
    Mutation("synonym", synonymous),
    Mutation("active to passive", passive),
    Mutation("another name", renamed),
    Mutation("another way to write an amount", rewritten_amount),
)


def is_fit(claim: Claim) -> bool:
    """Whether a claim is one that flips and rephrasings make sense of: plain, certain, in one piece."""
    return (
        claim.modality in (Modality.ASSERTED, Modality.PREDICTED)
        and claim.stance is not Stance.REJECTS
        and not (claim.ambiguous or claim.doubtful)
        and 3 <= len(claim.text.split()) <= 30
        and not _VAGUE_SUBJECT.match(claim.text)
    )
