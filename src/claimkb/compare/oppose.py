"""The stages that compare predicates: affirmed and denied, opposed, or one slot filled differently.

Each stage takes a pair and returns a finding or None; `claimkb.compare.placing`
says what it amounts to. All scope gates must hold: omission is no denial.
"""

from claimkb.compare import evidence as ev
from claimkb.compare.alignment import Match, Predication
from claimkb.compare.denial import plain
from claimkb.compare.gates import failures, part_gate, scope_evidence
from claimkb.compare.leeway import apart_in_subject
from claimkb.compare.matters import is_anchored, names_crossed, one_deal, one_time, other_matter
from claimkb.compare.pair import Finding, Pair
from claimkb.compare.placing import placed
from claimkb.compare.profile import Profile
from claimkb.compare.story import Story
from claimkb.compare.times import TimeMatch
from claimkb.compare.wordbags import bag
from claimkb.lexicon.comparing import comparison_words
from claimkb.lexicon.wordclasses import is_motion, is_reversible
from claimkb.model import ComparedClaim, Evidence

# Shares of content that one claim must have of the other; measured on the development pairs.
_CONTAINED = 0.85
_OPPOSITE_MUTUAL = 0.45


def negation(pair: Pair) -> Finding | None:
    """The same predicate of the same things, affirmed on one side only; the denial must be no more specific."""
    left, right, lined = pair.left, pair.right, pair.alignment
    if left.negated == right.negated or failures(pair) or names_crossed(pair):
        return None
    if lined.predicate is not Predication.SAME or not left.slots or not right.slots:
        return None
    if not lined.same_subject or not lined.same_object:
        return None
    contained = lined.cover_a if left.negated else lined.cover_b
    if not _substantial(left, right) or not is_anchored(pair) or not _is_done(pair):
        return None
    if apart_in_subject(pair.a.claim, pair.b.claim):
        return None
    rule, type_ = "R7-negation", "negation"
    if contained < _CONTAINED:
        if not _only_describes(pair):
            return None
        rule, type_ = "R9-scope-tension", "scope"
    proof = (ev.polarity(pair), ev.predicate(pair), ev.subject(pair), *scope_evidence(pair))
    gist = "one side affirms what the other denies of the same thing"
    return placed(pair, rule, type_, gist, proof, (left.raw_verb,), (right.raw_verb,))


def _is_done(pair: Pair) -> bool:
    """Whether what is affirmed is no ending or effort: "will stop selling it" says what "will not sell it" says."""
    said, denial = (pair.b, pair.a) if pair.left.negated else (pair.a, pair.b)
    return plain(said.claim, bag(denial.claim))


def _only_describes(pair: Pair) -> bool:
    """Whether all that a denial adds describes its subject, in one story: "the slain teenager" is "the teenager"."""
    denial, said = (pair.left, pair.right) if pair.left.negated else (pair.right, pair.left)
    subject = denial.slot("subject")
    if subject is None or pair.story is not Story.SAME or denial.entities - said.entities:
        return False
    return denial.words - said.entailed <= subject.words - {subject.head}


def _substantial(left: Profile, right: Profile) -> bool:
    """Whether there is enough content for a match to mean anything."""
    return min(len(left.words) + len(left.entities), len(right.words) + len(right.entities)) >= 2


def opposite(pair: Pair) -> Finding | None:
    """Opposed predicates of the same things, both affirmed."""
    left, right, lined = pair.left, pair.right, pair.alignment
    if _is_denied(left) or _is_denied(right) or failures(pair) or not part_gate(pair).passed:
        return None
    if names_crossed(pair) or other_matter(pair) or _exchanged(left, right):
        return None
    if lined.predicate is not Predication.OPPOSED or not lined.same_subject:
        return None
    if is_reversible(left.raw_verb, right.raw_verb) and not one_time(pair):
        return None
    if _is_moving(left) or _is_moving(right) or not one_deal(pair, left.raw_verb, right.raw_verb):
        return None
    if not lined.same_object and not (pair.together and lined.object is Match.RELATED):
        return None
    if lined.cover < _OPPOSITE_MUTUAL or not _substantial(left, right) or not is_anchored(pair):
        return None
    proof = (ev.predicate(pair), ev.subject(pair), *scope_evidence(pair))
    gist = f"“{left.raw_verb}” and “{right.raw_verb}” cannot both be true of the same thing"
    return placed(pair, "R7-opposite", "opposite", gist, proof, (left.raw_verb,), (right.raw_verb,))


def _exchanged(left: Profile, right: Profile) -> bool:
    """Whether one came from where the other went: "bought from Poland", "sold to Poland"."""
    ends = (("from", "to"), ("to", "from"))
    slots = ((left.slot(one), right.slot(other)) for one, other in ends)
    return any(a is not None and b is not None and a.entities & b.entities for a, b in slots)


def _is_denied(side: Profile) -> bool:
    """Whether a predicate is negated, other than by what it says itself: "denied the reports"."""
    return side.negated and side.raw_verb not in comparison_words().implicatives


def _is_moving(side: Profile) -> bool:
    """Whether somebody moves rather than something grows or shrinks: "Smith fell"."""
    subject = side.slot("subject")
    named = subject is not None and subject.named
    return named and is_motion(side.raw_verb) and side.slot("object") is None


def slot_filler(pair: Pair) -> Finding | None:
    """One slot that only one thing can fill, filled with different names."""
    left, right = pair.left, pair.right
    if left.negated or right.negated or pair.time is TimeMatch.APART:
        return None
    rules = [
        rule
        for rule in comparison_words().slots
        if rule.role and left.raw_verb in rule.predicates and right.raw_verb in rule.predicates
    ]
    if not rules or any(e.comparison not in {"time", "place or recipient"} for e in failures(pair)):
        return None
    found = (_filled(pair, rule.label, rule.role) for rule in rules)
    return next((finding for finding in found if finding is not None), None)


def _filled(pair: Pair, label: str, role: str) -> Finding | None:
    one, two = pair.left.slot(role), pair.right.slot(role)
    if one is None or two is None or not one.named or not two.named or one.entities & two.entities:
        return None
    if role == "subject" and (_is_amount(pair.a) or _is_amount(pair.b)):
        return None  # one wins 54 percent, another 45
    lined = pair.alignment
    rest_matches = lined.object is Match.SAME if role == "subject" else lined.subject is Match.SAME
    if not rest_matches or not (pair.left.entities & pair.right.entities or lined.shared_words):
        return None
    if role == "subject" and lined.mutual < _OPPOSITE_MUTUAL:
        return None
    proof = (Evidence(label, one.text, two.text, "different", f"only one {label} is possible"),)
    gist = f"there is only one {label}, and the two sides name different ones"
    return placed(pair, "R7-slot", "place-or-person", gist, proof, (one.text,), (two.text,))


def _is_amount(side: ComparedClaim) -> bool:
    """Whether the object is an amount."""
    targets = [a.text for a in side.claim.frame.arguments if a.role == "object"]
    return any(q.text in text for q in side.claim.quantities for text in targets)
