"""What an opposition amounts to, given how the two claims are put forward and what is known of their times.

Facts can contradict; forecasts contradict only forecasts; a fact against a
forecast is an outcome; what is and what ought to be never meet. Where the
time of one side is unknown, a tension is all that is said.
"""

from claimkb.compare.alignment import Match
from claimkb.compare.pair import Finding, Footing, Pair
from claimkb.compare.times import TimeMatch, publication
from claimkb.compare.words import tokens
from claimkb.lexicon.facts import fact_words
from claimkb.model import Claim, Evidence, Modality, Polarity

_BY_FOOTING = {
    Footing.FORECAST: "R8-forecast-opposed",
    Footing.HEDGED: "R8-forecast-hedged",
    Footing.FACT_FORECAST: "R3-forecast-outcome",
    Footing.NORM: "R9-judgement-tension",
}
# Findings whose rule already looked at the times.
_TIMELESS = frozenset({"R6-date-disjoint", "R7-slot"})
_HEDGES = frozenset({"may", "might", "could"})


def _only_able(claim: Claim) -> bool:
    """Whether a claim says what can be done rather than what may come."""
    words = set(tokens(claim.text))
    return "can" in words and not _HEDGES & words


def _ends_a_plan(pair: Pair) -> bool:
    """Whether the fact is that a plan was given up: "called off Friday's strike", "the strike will go ahead"."""
    fact = pair.left if pair.a.claim.modality is Modality.ASSERTED else pair.right
    return bool({fact.verb, fact.raw_verb} & fact_words().plan_ends)


def _still_denied(pair: Pair) -> bool:
    """Whether a forecast denies what had happened by then: "rose to 10", "is not expected to rise further"."""
    fact, forecast = (pair.a, pair.b) if pair.a.claim.modality is Modality.ASSERTED else (pair.b, pair.a)
    if forecast.claim.polarity is Polarity.AFFIRMED:
        return False
    then, now = publication(forecast), publication(fact)
    return then is None or now is None or (now.start or "") <= (then.start or "")


def placed(
    pair: Pair,
    rule: str,
    type_: str,
    gist: str,
    proof: tuple[Evidence, ...],
    a_marks: tuple[str, ...],
    b_marks: tuple[str, ...],
    *,
    factive: tuple[bool, bool] = (False, False),
) -> Finding | None:
    """The finding that an opposition amounts to on this footing and with this knowledge of time."""
    footing = pair.footing(factive_a=factive[0], factive_b=factive[1])
    if footing is Footing.FACT_FORECAST and rule == "R7-opposite" and _ends_a_plan(pair):
        footing = Footing.FACT
    if footing is Footing.FACT:
        if pair.time is TimeMatch.UNKNOWN and rule not in _TIMELESS and not pair.together:
            rule, type_ = "R9-scope-tension", "scope"
        if pair.time is TimeMatch.APART and rule not in _TIMELESS:
            return None
        return Finding(rule, gist, proof, a_marks, b_marks, type=type_)
    other = _BY_FOOTING.get(footing)
    if other == "R3-forecast-outcome" and _still_denied(pair):
        return None
    if other == "R8-forecast-hedged" and (_only_able(pair.a.claim) or _only_able(pair.b.claim)):
        return None  # what somebody can do is an opening, no forecast
    if other == "R8-forecast-opposed" and (
        rule == "R9-judgement-tension" or pair.alignment.subject is Match.DIFFERENT
    ):
        other = "R8-forecast-hedged"  # one cause strengthens, another weakens: both forecasts may come true
    if other is None:
        return None
    if other == "R8-forecast-opposed" and bool(pair.left.dimensions) != bool(pair.right.dimensions):
        # Economic ties may improve while ties as a whole suffer.
        return Finding("R9-scope-tension", gist, proof, a_marks, b_marks, type="scope")
    return Finding(other, gist, proof, a_marks, b_marks)
