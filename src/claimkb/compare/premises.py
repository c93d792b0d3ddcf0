"""The stage that finds the same thing taken for granted on both sides.

"Its rivalry with X will shape trade" and "the two rivals meet": neither claim
is about the rivalry, and both presuppose it (Levinson 1983, ch. 4). Only
plain levels of the same parties count, and never what is merely wished,
feared or tried; a word of good will ("cooperation") is a theme, not a premise.
"""

from claimkb.compare import evidence as ev
from claimkb.compare.alignment import Match, Predication
from claimkb.compare.assertions import Assertion
from claimkb.compare.bearing import cut_by, same_bearer
from claimkb.compare.dimensions import opposed_assertions
from claimkb.compare.gates import failures, times_and_instances
from claimkb.compare.pair import Finding, Footing, Pair
from claimkb.compare.quantities import amounts_fit
from claimkb.model import ComparedClaim, Modality, Stance

_PARTIES = 2
_WORDS = 2
_ENTIRE = 0.95
_PREDICATIVE = frozenset({"as", "complement"})


def shared_premise(pair: Pair) -> Finding | None:
    """Both presuppose the same level of the same thing."""
    if times_and_instances(pair) or opposed_assertions(pair):
        return None
    mixed = pair.left.mixed | pair.right.mixed
    for x in pair.left.assertions:
        for y in pair.right.assertions:
            if (
                x.concept not in mixed
                and _same_level(x, y)
                and _premise(x, pair.a)
                and _premise(y, pair.b)
                and _one_thing(x, y)
                and _party_is_there(x, pair.a)
                and _party_is_there(y, pair.b)
                and _is_past(x, pair.a) == _is_past(y, pair.b)
            ):
                proof = (ev.concept(x, y), ev.bearer(x, y), ev.holders(pair))
                gist = f"both take for granted the same on {x.meaning.label} ({ev.arrow(x)} / {ev.arrow(y)})"
                return Finding("R12-shared-premise", gist, proof, x.marks, y.marks)
    return None


def _same_level(x: Assertion, y: Assertion) -> bool:
    return (
        x.concept == y.concept
        and x.direction == y.direction != 0
        and x.negated == y.negated
        and x.meaning.presupposable
    )


def _premise(assertion: Assertion, side: ComparedClaim) -> bool:
    """Whether a level is taken for granted: mentioned, or said outright of what is, by somebody his author trusts."""
    if assertion.meaning.relational and assertion.direction > 0:
        return False
    asserted = side.claim.modality is Modality.ASSERTED
    return side.claim.stance is not Stance.REJECTS and (asserted or not assertion.governed)


def _party_is_there(assertion: Assertion, side: ComparedClaim) -> bool:
    """Whether the phrase that mentions a relation names one of its parties: "adds to the strain" does not."""
    if assertion.governed or not assertion.meaning.relational:
        return True
    word = assertion.marks[-1].split()[-1]
    return any(word in a.terms and assertion.parties & set(a.entities) for a in side.claim.frame.arguments)


def _is_past(assertion: Assertion, side: ComparedClaim) -> bool:
    """Whether a level is said of what was: "served as a key ally" takes no importance of today for granted."""
    frame = side.claim.frame
    word = assertion.marks[-1].split()[-1]
    return frame.tense == "past" and any(a.role in _PREDICATIVE and word in a.terms for a in frame.arguments)


def _one_thing(x: Assertion, y: Assertion) -> bool:
    if not same_bearer(x, y):
        return False
    if x.meaning.relational:
        return x.parties == y.parties and len(x.parties) == _PARTIES
    if not x.bearer & y.bearer:
        return False
    topics = cut_by(x), cut_by(y)
    return bool(topics[0] & topics[1]) or not topics[0] or not topics[1] or _by_name_alone(x, y)


def _by_name_alone(x: Assertion, y: Assertion) -> bool:
    """A judgement of somebody needs no further topic; a scale or a state does."""
    return x.meaning.nature == "judgement" and not x.governed and not y.governed


def said_in_passing(pair: Pair) -> Finding | None:
    """All that one claim says, names and words, the other says too, though it is about something else."""
    lined = pair.alignment
    covered = max(lined.cover_a, lined.cover_b)
    enough = len(lined.shared_words) >= _WORDS and len(lined.shared_entities) >= _PARTIES
    unsure = any(s.claim.doubtful or s.claim.ambiguous for s in (pair.a, pair.b))
    if covered < _ENTIRE or not enough or unsure or pair.left.negated != pair.right.negated:
        return None
    if failures(pair) or opposed_assertions(pair) or lined.predicate is Predication.OPPOSED:
        return None
    if lined.predicate is Predication.SAME and lined.subject is Match.DIFFERENT:
        return None  # one does what the other does, each to the other
    if not amounts_fit(pair) or pair.footing() in {Footing.HEDGED, Footing.POSSIBILITY}:
        return None
    proof = (ev.words(pair), ev.entities(pair), ev.modality(pair), ev.holders(pair))
    shared = tuple(sorted(lined.shared_words))
    return Finding("R12-in-passing", "all that one says the other says in passing", proof, shared, shared)
