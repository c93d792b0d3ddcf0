"""The decision table: gates, then stages in order; the first stage that finds something decides.

`judge` is symmetric: the two claims are put in a canonical order, compared,
and the finding is mirrored back if they were exchanged.
"""

from claimkb.compare import (
    ages,
    agree,
    aims,
    amounts,
    asides,
    contests,
    dimensions,
    disputes,
    nothing,
    oppose,
    premises,
    pulls,
    quoting,
    wording,
)
from claimkb.compare.alignment import Match, Predication
from claimkb.compare.beyond import other_in_role
from claimkb.compare.common import Stage, asked, in_common
from claimkb.compare.denial import inner_denial
from claimkb.compare.gates import all_gates, is_conditional, is_reprint, of_one_sentence
from claimkb.compare.moves import moved_apart
from claimkb.compare.pair import Finding, Pair, is_rejection, make_pair
from claimkb.compare.reasons import marks_in, reason
from claimkb.compare.rules import rule
from claimkb.compare.wordbags import bag
from claimkb.compare.words import tokens
from claimkb.lexicon.comparing import comparison_words
from claimkb.model import ComparedClaim, Direction, Evidence, Polarity, RelationKind, Stance, Verdict

OPPOSING: tuple[Stage, ...] = (
    ages.ages_apart,
    wording.minimal_difference,
    nothing.none_against_some,
    amounts.amounts_disjoint,
    amounts.dates_disjoint,
    contests.two_winners,
    oppose.slot_filler,
    oppose.negation,
    oppose.opposite,
    dimensions.concept_opposed,
)
AGREEING: tuple[Stage, ...] = (
    amounts.amounts_same,
    agree.same_statement,
    agree.same_direction,
    agree.same_content,
    premises.shared_premise,
    premises.said_in_passing,
    aims.shared_aim,
    aims.common_ground,
)
PULLING: tuple[Stage, ...] = (
    dimensions.presupposed,
    pulls.accused_and_credited,
    pulls.effort_against_nothing,
    pulls.attention_turned,
    disputes.disputed,
    asides.left_aside,
    asides.own_business,
)
TABLE: tuple[Stage, ...] = (quoting.same_quotation, *OPPOSING, *AGREEING, *PULLING)

# Agreements that rest on shared words, and so must not differ in what fills a role.
_BY_WORDS = frozenset({"R5-quantity-same", "R11-same-statement", "R11-same-content", "R11-same-judgement"})
_DOUBT = 0.8  # a claim with an open pronoun or a distrusted parse weakens what is found on it

NOTHING = Verdict(RelationKind.NONE, "", "", "", "", 0.0)


def judge(
    a: ComparedClaim,
    b: ComparedClaim,
    key: str = "",
    *,
    together: bool = False,
    off: frozenset[str] = frozenset(),
) -> Verdict:
    """How two claims stand to each other; `key` is the pair-key that proposed them.

    `together` says that the two are known to speak of one matter, as two
    texts that somebody puts side by side; `off` are rules that find nothing.
    """
    one, other = a.claim.id, b.claim.id
    swapped = other < one if one != other else _order(b) < _order(a)
    sides = (b, a) if swapped else (a, b)
    finding = _find(make_pair(*sides, together=together, off=off))
    if finding is None or finding.rule in off:
        return NOTHING
    return _verdict(finding.mirrored() if swapped else finding, a, b, key)


def gate_evidence(a: ComparedClaim, b: ComparedClaim) -> tuple[Evidence, ...]:
    """What each gate says of two claims that are laid side by side, for an explanation."""
    return all_gates(make_pair(a, b, together=True))


def _order(side: ComparedClaim) -> tuple[str, str, str, int]:
    return (side.claim.text, side.origin, side.source, side.claim.start)


def _find(pair: Pair) -> Finding | None:
    if is_reprint(pair) or is_conditional(pair):
        return None
    if pair.rejected:
        return _rejected(pair)
    finding = _first((quoting.same_quotation,) if _is_unclear(pair) else TABLE, pair)
    if (
        finding is not None
        and _is_rejected_view(pair)
        and rule(finding.rule).kind is not RelationKind.AGREEMENT
    ):
        return None  # the cited view is its holder's, and the author who cites it rejects it
    if finding is not None and rule(finding.rule).kind is RelationKind.AGREEMENT:
        apart = of_one_sentence(pair) or _says_otherwise(pair)
        return None if apart or (finding.rule in _BY_WORDS and _each_beyond(pair)) else finding
    return finding


def _each_beyond(pair: Pair) -> bool:
    """Whether either side says something in a role that the other fills with something else."""
    a, b = pair.a.claim, pair.b.claim
    return other_in_role(a, b, bag(a)) or other_in_role(b, a, bag(b))


def _says_otherwise(pair: Pair) -> bool:
    """Whether what is said of the same thing is opposed or denied: no agreement, whatever else is shared.

    "Arrested a man with 300 nets" and "released a man with 300 nets" share
    an amount and say two things.
    """
    if moved_apart(pair.a.claim, pair.b.claim):
        return True
    claims = (pair.a.claim,), (pair.b.claim,)
    if pair.left.negated == pair.right.negated and (inner_denial(*claims) or inner_denial(*claims[::-1])):
        return True
    lined = pair.alignment
    turned = lined.predicate is Predication.SAME and pair.left.negated != pair.right.negated
    if not turned and lined.predicate is not Predication.OPPOSED:
        return False
    return lined.object in {Match.SAME, Match.PART} or lined.object is lined.subject is Match.MISSING


def _is_unclear(pair: Pair) -> bool:
    """Whether a distrusted parse leaves open what a negation in the sentence negates."""
    negators = comparison_words().negators
    return any(
        s.claim.doubtful and s.claim.polarity is Polarity.AFFIRMED and negators & set(tokens(s.claim.text))
        for s in (pair.a, pair.b)
    )


def _rejected(pair: Pair) -> Finding | None:
    """An author's "I disagree with P" contradicts whoever says P."""
    found = _first(AGREEING, pair)
    if found is None:
        return None
    gist = f"an author rejects what the other side says: {found.gist}"
    return Finding("R1-rejected-view", gist, found.evidence, found.a_marks, found.b_marks)


def _is_rejected_view(pair: Pair) -> bool:
    return any(s.claim.stance is Stance.REJECTS and not is_rejection(s) for s in (pair.a, pair.b))


def _first(stages: tuple[Stage, ...], pair: Pair) -> Finding | None:
    for stage in asked(stages, in_common(pair)):
        finding = stage(pair)
        if finding is not None and finding.rule not in pair.off:
            return finding
    return None


def _verdict(finding: Finding, a: ComparedClaim, b: ComparedClaim, key: str) -> Verdict:
    found = rule(finding.rule)
    doubt = _DOUBT if any(s.claim.ambiguous or s.claim.doubtful for s in (a, b)) else 1.0
    agrees = found.kind is RelationKind.AGREEMENT
    return Verdict(
        kind=found.kind,
        type=finding.type or found.type,
        rule=found.id,
        label=found.label,
        reason=reason(finding, a, b),
        confidence=round(found.confidence * finding.factor * doubt, 2),
        evidence=finding.evidence,
        key=key,
        direction=finding.direction if agrees else Direction.EQUAL,
        a_marks=marks_in(finding.a_marks, a.claim.quote),
        b_marks=marks_in(finding.b_marks, b.claim.quote),
    )
