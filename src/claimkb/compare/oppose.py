"""The stages that find claims pulling apart: negation, opposites, amounts, dates, slots, dimensions.

Each stage takes a pair and returns a finding or None. What one stage finds is
then placed by footing and time (`placed`): facts can contradict, forecasts
only forecasts, and where the time is unknown a tension is all that is said.
"""

from collections.abc import Iterator

from claimkb.compare import evidence as ev
from claimkb.compare.alignment import Match, Predication
from claimkb.compare.assertions import Assertion
from claimkb.compare.bearing import same_bearer, same_dimensions
from claimkb.compare.difference import base_form, difference
from claimkb.compare.gates import failures, failures_but_time, part_gate, scope_evidence, times_and_instances
from claimkb.compare.pair import Finding, Pair
from claimkb.compare.placing import placed
from claimkb.compare.profile import Profile, Slot
from claimkb.compare.quantities import Span, counts_may_have_moved, meet
from claimkb.compare.times import TimeMatch
from claimkb.compare.words import content, tokens
from claimkb.lexicon.comparing import comparison_words
from claimkb.lexicon.meaning import Aspect
from claimkb.lexicon.wordclasses import is_motion
from claimkb.model import Claim, Evidence

# Shares of content that one claim must have of the other; measured on the development pairs.
_CONTAINED = 0.85
_OPPOSITE_MUTUAL = 0.45
_ANCHOR = 3  # shared content words that stand in for a shared name
_PARTIES = 2  # names that two presuppositions must share


def minimal_difference(pair: Pair) -> Finding | None:
    """The same words but for a negation, a number, a year or an opposite."""
    found = difference(pair.a.claim.text, pair.b.claim.text)
    if found.kind in {"none", "same"} or failures_but_time(pair) or not _anchored(pair):
        return None
    kinds = {
        "negation": (
            "R7-minimal-difference",
            "negation",
            "one side affirms what the other denies, in the same words",
        ),
        "opposite": ("R7-minimal-difference", "opposite", "the same words but for a pair of opposites"),
        "number": ("R5-quantity-disjoint", "quantity", "the same words but for the number"),
        "year": ("R6-date-disjoint", "date", "the same words but for the year"),
    }
    rule, type_, gist = kinds[found.kind]
    if found.kind == "opposite" and not _tells_apart(pair, found.a, found.b):
        return None
    if found.kind == "number" and _is_in_name(pair, found.a, found.b):
        return None
    if found.kind == "number" and (_amounts_meet(pair) or counts_may_have_moved(pair)):
        return None
    proof = Evidence("wording", found.a, found.b, found.kind, gist)
    return placed(pair, rule, type_, gist, (proof,), (found.a,), (found.b,))


def _anchored(pair: Pair) -> bool:
    """Whether it is one matter: a shared name or enough shared words, unless the two were given together."""
    lined = pair.alignment
    return pair.together or bool(lined.shared_entities) or len(lined.shared_words) >= _ANCHOR


def _tells_apart(pair: Pair, a: str, b: str) -> bool:
    """Whether two opposite words are what is said, not attributes that pick out two things."""
    if comparison_words().adverbial >= {a, b}:
        return True
    return _is_predicate(pair.a.claim, a) and _is_predicate(pair.b.claim, b)


def _is_predicate(claim: Claim, word: str) -> bool:
    heads = {a.head for a in claim.frame.arguments if a.role == "complement"}
    return base_form(word) in {base_form(w) for w in (*claim.frame.predicate, *heads)}


def _is_in_name(pair: Pair, a: str, b: str) -> bool:
    """Whether a number is part of a name ("the Group of 7")."""
    return any(a in tokens(name) or b in tokens(name) for name in pair.left.entities | pair.right.entities)


def _amounts_meet(pair: Pair) -> bool:
    """Whether the bounds leave room for both numbers ("at least 12", "15")."""
    return any(
        meet(x, y) is not Span.DISJOINT
        for x in pair.a.claim.quantities
        for y in pair.b.claim.quantities
        if x.unit == y.unit
    )


def negation(pair: Pair) -> Finding | None:
    """The same predicate of the same things, affirmed on one side only; the denial must be no more specific."""
    left, right, lined = pair.left, pair.right, pair.alignment
    if left.negated == right.negated or failures(pair):
        return None
    if lined.predicate is not Predication.SAME or not left.slots or not right.slots:
        return None
    if not lined.same_subject or not lined.same_object:
        return None
    contained = lined.cover_a if left.negated else lined.cover_b
    if contained < _CONTAINED or not _substantial(left, right) or not _anchored(pair):
        return None
    proof = (ev.polarity(pair), ev.predicate(pair), ev.subject(pair), *scope_evidence(pair))
    gist = "one side affirms what the other denies of the same thing"
    return placed(pair, "R7-negation", "negation", gist, proof, (left.raw_verb,), (right.raw_verb,))


def _substantial(left: Profile, right: Profile) -> bool:
    """Whether there is enough content for a match to mean anything."""
    return min(len(left.words) + len(left.entities), len(right.words) + len(right.entities)) >= 2


def opposite(pair: Pair) -> Finding | None:
    """Opposed predicates of the same things, both affirmed."""
    left, right, lined = pair.left, pair.right, pair.alignment
    if left.negated or right.negated or failures(pair) or not part_gate(pair).passed:
        return None
    if lined.predicate is not Predication.OPPOSED or not lined.same_subject:
        return None
    if is_motion(left.raw_verb) and any(s is not None and s.named for s in map(_subject, (left, right))):
        return None
    if not lined.same_object and not (pair.together and lined.object is Match.RELATED):
        return None
    if lined.cover < _OPPOSITE_MUTUAL or not _substantial(left, right) or not _anchored(pair):
        return None
    proof = (ev.predicate(pair), ev.subject(pair), *scope_evidence(pair))
    gist = f"“{left.raw_verb}” and “{right.raw_verb}” cannot both be true of the same thing"
    return placed(pair, "R7-opposite", "opposite", gist, proof, (left.raw_verb,), (right.raw_verb,))


def _subject(side: Profile) -> Slot | None:
    return side.slot("subject")


def slot_filler(pair: Pair) -> Finding | None:
    """One slot that only one thing can fill, filled with different names."""
    left, right = pair.left, pair.right
    if left.negated or right.negated or pair.time is TimeMatch.APART:
        return None
    if any(e.comparison not in {"time", "place or recipient"} for e in failures(pair)):
        return None
    for rule in comparison_words().slots:
        if rule.role and rule.predicates & {left.raw_verb} and rule.predicates & {right.raw_verb}:
            found = _filled(pair, rule.label, rule.role)
            if found is not None:
                return found
    return None


def _filled(pair: Pair, label: str, role: str) -> Finding | None:
    one, two = pair.left.slot(role), pair.right.slot(role)
    if one is None or two is None or not one.named or not two.named or one.entities & two.entities:
        return None
    lined = pair.alignment
    rest_matches = lined.object is Match.SAME if role == "subject" else lined.subject is Match.SAME
    if not rest_matches or not (pair.left.entities & pair.right.entities or lined.shared_words):
        return None
    if role == "subject" and lined.mutual < _OPPOSITE_MUTUAL:
        return None
    proof = (Evidence(label, one.text, two.text, "different", f"only one {label} is possible"),)
    gist = f"there is only one {label}, and the two sides name different ones"
    return placed(pair, "R7-slot", "place-or-person", gist, proof, (one.text,), (two.text,))


def concept_opposed(pair: Pair) -> Finding | None:
    """Opposite directions on one dimension of the same thing."""
    if times_and_instances(pair):
        return None
    for x, y in opposed_assertions(pair):
        finding = _placed_assertions(pair, x, y)
        if finding is not None:
            return finding
    return None


def opposed_assertions(pair: Pair) -> Iterator[tuple[Assertion, Assertion]]:
    """Pairs of outright statements on one concept of one bearer that point opposite ways."""
    mixed = _mixed(pair.left) | _mixed(pair.right)
    for x in pair.left.assertions:
        for y in pair.right.assertions:
            if x.concept != y.concept or x.concept in mixed or not x.direction or not y.direction:
                continue
            flipped = (x.direction != y.direction) != (x.negated != y.negated)
            # "Not rising" does not oppose "falling", and "not falling" does not oppose "rising".
            if (
                not flipped
                or (x.negated and y.negated)
                or (x.direction != y.direction and (x.negated or y.negated))
            ):
                continue
            if is_outright(x) and is_outright(y) and same_bearer(x, y) and _one_event(pair, x, y):
                yield x, y


def _one_event(pair: Pair, x: Assertion, y: Assertion) -> bool:
    """Whether predicates with their own agents have one agent, and a denial is no more specific than what it denies."""
    if x.predicated and y.predicated and pair.alignment.subject is Match.DIFFERENT:
        return x.meaning.nature != "event"
    if x.negated == y.negated:
        return True
    denied, said = (x, y) if x.negated else (y, x)
    return content(denied.topic) <= content(said.topic)


def presupposed(pair: Pair) -> Finding | None:
    """Each takes for granted what the other takes to be otherwise: "its bias towards X", "its neutrality"."""
    if times_and_instances(pair):
        return None
    for x in pair.left.assertions:
        for y in pair.right.assertions:
            if x.concept != y.concept or x.direction * y.direction != -1 or x.meaning.relational:
                continue
            mentioned = not x.governed and not y.governed and x.meaning.nature == "judgement"
            if mentioned and same_bearer(x, y) and len(x.parties & y.parties) >= _PARTIES:
                proof = (ev.concept(x, y), ev.bearer(x, y), *scope_evidence(pair))
                gist = f"they take opposite things for granted on {x.meaning.label} ({ev.arrow(x)} / {ev.arrow(y)})"
                return Finding("R9-presupposition", gist, proof, x.marks, y.marks)
    return None


def is_outright(assertion: Assertion) -> bool:
    """Whether the direction is what the claim says, not a word it mentions in passing."""
    if assertion.factive:
        return True
    if not assertion.governed:
        return False
    return assertion.predicated or len(assertion.marks) > 1 or not assertion.meaning.relational


def is_explicit(assertion: Assertion) -> bool:
    """Whether a mention says the level in so many words: "close ties", "growing mistrust"."""
    return is_outright(assertion) or len(assertion.marks) > 1 or " " in assertion.marks[0]


def _mixed(side: Profile) -> frozenset[str]:
    """Concepts on which one claim points both ways: it takes neither side."""
    ways: dict[str, set[int]] = {}
    for assertion in side.assertions:
        ways.setdefault(assertion.concept, set()).add(assertion.direction)
    return frozenset(concept for concept, found in ways.items() if {1, -1} <= found)


def _placed_assertions(pair: Pair, x: Assertion, y: Assertion) -> Finding | None:
    label = x.meaning.label
    proof = (ev.concept(x, y), ev.bearer(x, y), ev.modality(pair), *scope_evidence(pair))
    gist = f"they point opposite ways on {label} ({ev.arrow(x)} / {ev.arrow(y)})"
    rule = _concept_rule(x, y) if same_dimensions(x, y) else "R9-judgement-tension"
    return placed(
        pair,
        rule,
        "judgement" if rule.startswith("R9") else ("negation" if x.negated != y.negated else "opposite"),
        gist,
        proof,
        x.marks,
        y.marks,
        factive=(x.factive, y.factive),
    )


def _concept_rule(x: Assertion, y: Assertion) -> str:
    """An explicit opposite of one aspect contradicts; a level against a change only pulls apart."""
    aspects = {x.aspect, y.aspect}
    comparable = len(aspects) == 1 or aspects == {Aspect.KEEP, Aspect.CHANGE}
    if x.meaning.nature == "judgement":
        return "R9-judgement-opposed" if comparable else "R9-judgement-tension"
    return "R7-concept" if comparable else "R9-judgement-tension"
