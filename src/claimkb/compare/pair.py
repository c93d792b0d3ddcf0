"""Two claims under comparison, and what a stage of the decision table may find about them."""

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from claimkb.compare.alignment import Alignment, align
from claimkb.compare.difference import Difference, difference
from claimkb.compare.profile import Profile, is_own_rejection, profile
from claimkb.compare.renaming import unified
from claimkb.compare.story import Story, story_match
from claimkb.compare.times import TimeMatch, time_match
from claimkb.compare.words import tokens
from claimkb.model import ComparedClaim, Direction, Evidence, Modality, Polarity


class Footing(StrEnum):
    """On what footing two claims meet, by their modalities."""

    FACT = "both stated as fact"
    FORECAST = "both forecasts"
    POSSIBILITY = "both only possible"
    HEDGED = "a forecast and a possibility"
    FACT_FORECAST = "fact against forecast"
    FACT_POSSIBLE = "fact against possibility"
    NORM = "both say what ought to be"
    MIXED = "what is against what ought to be"


_RANK = {Modality.ASSERTED: 0, Modality.PREDICTED: 1, Modality.POSSIBLE: 2, Modality.NORMATIVE: 3}
_FOOTING = {
    (0, 0): Footing.FACT,
    (0, 1): Footing.FACT_FORECAST,
    (0, 2): Footing.FACT_POSSIBLE,
    (1, 1): Footing.FORECAST,
    (1, 2): Footing.HEDGED,
    (2, 2): Footing.POSSIBILITY,
    (3, 3): Footing.NORM,
}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims with everything the stages look at."""

    a: ComparedClaim
    b: ComparedClaim
    left: Profile
    right: Profile
    alignment: Alignment
    time: TimeMatch
    story: Story = Story.UNKNOWN
    together: bool = False  # given as speaking of one matter
    off: frozenset[str] = frozenset()  # rules that find nothing
    kept: dict[str, Any] = field(default_factory=dict, init=False, repr=False, compare=False)  # derived once

    @property
    def difference(self) -> Difference:
        """What sets the words of the two apart, if it is one thing."""
        found: Difference | None = self.kept.get("difference")
        if found is None:
            found = self.kept["difference"] = difference(self.a.claim.text, self.b.claim.text)
        return found

    @property
    def rejected(self) -> bool:
        """Whether exactly one side is its author's own rejection of the view it states."""
        return is_rejection(self.a) != is_rejection(self.b)

    def footing(self, *, factive_a: bool = False, factive_b: bool = False) -> Footing:
        """On what footing the two meet; what is taken for granted counts as stated."""
        first = 0 if factive_a else _rank(self.a)
        second = 0 if factive_b else _rank(self.b)
        low, high = sorted((first, second))
        return _FOOTING.get((low, high), Footing.MIXED)


def _rank(side: ComparedClaim) -> int:
    """How firmly a claim is put: what somebody *can* do is not yet done."""
    claim = side.claim
    if claim.polarity is Polarity.NEGATED and "yet to" in " ".join(tokens(claim.text)):
        return _RANK[Modality.ASSERTED]  # "is yet to approve it" says how things stand
    if claim.frame.predicate[:1] == ("ought",):
        return _RANK[Modality.NORMATIVE]
    able = claim.modality is Modality.ASSERTED and claim.polarity is Polarity.AFFIRMED
    if able and "can" in tokens(claim.text):
        return _RANK[Modality.POSSIBLE]
    return _RANK.get(claim.modality, 4)


def make_pair(
    a: ComparedClaim, b: ComparedClaim, *, together: bool = False, off: frozenset[str] = frozenset()
) -> Pair:
    """Derive all that comparing two claims needs."""
    left, right = unified(profile(a.claim), profile(b.claim))
    return Pair(a, b, left, right, align(left, right), time_match(a, b), story_match(a, b), together, off)


def is_rejection(side: ComparedClaim) -> bool:
    """Whether the claim is the author's own "I disagree with P": its frame says P, its stance denies it."""
    return is_own_rejection(side.claim)


@dataclass(frozen=True, slots=True)
class Finding:
    """What a stage found: the rule, what it rests on, and the decisive words of either side.

    `gist` completes the reason: what the two sides agree or differ on.
    """

    rule: str
    gist: str
    evidence: tuple[Evidence, ...]
    a_marks: tuple[str, ...] = ()
    b_marks: tuple[str, ...] = ()
    factor: float = 1.0
    type: str = ""  # where it differs from the rule's own
    direction: Direction = field(default=Direction.EQUAL)

    def mirrored(self) -> "Finding":
        """The same finding with its sides exchanged."""
        turned = {
            Direction.A_ENTAILS_B: Direction.B_ENTAILS_A,
            Direction.B_ENTAILS_A: Direction.A_ENTAILS_B,
            Direction.EQUAL: Direction.EQUAL,
        }
        return replace(
            self,
            evidence=tuple(replace(e, a=e.b, b=e.a) for e in self.evidence),
            a_marks=self.b_marks,
            b_marks=self.a_marks,
            direction=turned[self.direction],
        )
