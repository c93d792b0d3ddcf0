"""Who won: two texts that give one contest two winners, by whatever verb.

"She won the election" and "the commission declared him the winner of the
ballot" dispute one thing that only one can have. Of two claims known to
speak of one matter that is a contradiction; of two articles on one story it
is a tension, since each of them may speak of another round.
"""

from functools import lru_cache

from claimkb.compare import evidence as ev
from claimkb.compare.gates import failures, scope_evidence
from claimkb.compare.naming import may_be_one
from claimkb.compare.pair import Finding, Pair
from claimkb.compare.placing import placed
from claimkb.compare.profile import Profile, Slot, profile
from claimkb.compare.quantities import comparable
from claimkb.compare.story import Story
from claimkb.compare.words import CLAIMS_KEPT, tokens
from claimkb.lexicon.facts import fact_words
from claimkb.model import Claim, Evidence

_WIN = "win"
_PLACES = frozenset({"country", "place"})


def two_winners(pair: Pair) -> Finding | None:
    """Two winners of one contest."""
    one, two = winner(pair.a.claim), winner(pair.b.claim)
    if one is None or two is None or one[1] != two[1] or one[0] == two[0]:
        return None
    if not pair.together and pair.story is not Story.SAME:
        return None
    if failures(pair) or pair.left.negated or pair.right.negated or _places_differ(pair):
        return None
    if may_be_one(frozenset(tokens(one[0])), frozenset(tokens(two[0])), pair.a.claim, pair.b.claim):
        return None
    contest = " ".join(sorted(one[1]))
    proof = (
        Evidence("winner", one[0], two[0], "different", f"only one can win: {contest}"),
        ev.holders(pair),
        *scope_evidence(pair),
    )
    gist = "there is only one winner, and the two sides name different ones"
    marks = (one[0],), (two[0],)
    if pair.together:
        return placed(pair, "R7-slot", "place-or-person", gist, proof, *marks)
    return Finding("R9-disputed", gist, proof, *marks)


def _places_differ(pair: Pair) -> bool:
    """Whether each side names a place that the other does not."""
    left, right = (frozenset(m.name for m in c.claim.entities if m.kind in _PLACES) for c in (pair.a, pair.b))
    return bool(left - right) and bool(right - left)


@lru_cache(maxsize=CLAIMS_KEPT)
def winner(claim: Claim) -> tuple[str, frozenset[str]] | None:
    """Who is said to have won, and the words of the contest; None where a share or a number was won."""
    side = profile(claim)
    told = side.verb == _WIN or any(_WIN in s.words for s in side.slots)
    if not told or (side.verb == _WIN and _is_share(claim, side)):
        return None
    contest = side.words & fact_words().contests
    names = _winners(side) if contest else frozenset[str]()
    return (min(names), contest) if len(names) == 1 else None


def _is_share(claim: Claim, side: Profile) -> bool:
    """Whether what is won is an amount: votes, seats, a share."""
    won = side.slot("object")
    return won is not None and any(q.text in won.text for q in comparable(claim))


def _winners(side: Profile) -> frozenset[str]:
    """The names of who wins: the subject of winning, or whom somebody declares or confirms the winner."""
    subject = side.slot("subject")
    if side.verb == _WIN:
        return subject.entities if subject is not None and subject.named else frozenset()
    if side.raw_verb not in fact_words().declaring:
        return frozenset()
    told = [s for s in side.slots if s.role != "subject"]
    if not any(_WIN in s.words for s in told):
        return frozenset()
    return frozenset(name for s in told if s.named or _WIN in s.words for name in _people(s))


def _people(slot: Slot) -> frozenset[str]:
    """The names before "winner" or "win" in a slot: what follows tells of the contest."""
    before = slot.text.partition(" win")[0]
    return frozenset(name for name in slot.entities if name.split()[-1] in before)
