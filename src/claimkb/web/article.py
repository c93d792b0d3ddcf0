"""An article with its claims in place: the text cut into runs, each under the claims that stand on it.

Claims overlap and nest, links may not. So the text is cut wherever a claim
begins or ends; a run belongs to all claims over it and leads to the shortest,
which says most exactly what the reader points at. The runs of a claim, joined,
are its quote.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from claimkb.records import ClaimRecord


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text under the same claims; `starts` are those that begin with it."""

    text: str
    claims: tuple[ClaimRecord, ...]
    starts: tuple[str, ...]
    odd: bool

    @property
    def innermost(self) -> ClaimRecord | None:
        """The claim the run leads to."""
        return min(self.claims, key=lambda claim: (claim.end - claim.start, claim.id), default=None)

    @property
    def ids(self) -> str:
        """The claims, as an attribute holds them."""
        return " ".join(claim.id for claim in self.claims)

    @property
    def kind(self) -> str:
        """What its claim meets, the gravest first."""
        claim = self.innermost
        if claim is None:
            return ""
        return "contradiction" if claim.contradictions else "agreement" if claim.agreements else "plain"


def runs(text: str, claims: Sequence[ClaimRecord]) -> tuple[Run, ...]:
    """The text as runs, in order; joined they are the text."""
    opening: dict[int, list[ClaimRecord]] = {}
    closing: dict[int, set[str]] = {}
    for claim in claims:
        opening.setdefault(claim.start, []).append(claim)
        closing.setdefault(claim.end, set()).add(claim.id)
    cuts = sorted({0, len(text), *opening, *closing})
    number = {claim.id: place for place, claim in enumerate(claims)}
    made: list[Run] = []
    active: list[ClaimRecord] = []
    for start, end in pairwise(cuts):
        gone = closing.get(start, set())
        begun = opening.get(start, [])
        active = [claim for claim in active if claim.id not in gone] + begun
        run = Run(text[start:end], tuple(active), tuple(claim.id for claim in begun), odd=False)
        inner = run.innermost
        odd = inner is not None and number[inner.id] % 2 == 1
        made.append(Run(run.text, run.claims, run.starts, odd))
    return tuple(made)
