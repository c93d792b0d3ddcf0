"""The stages that compare directions on one dimension of meaning: opposed outright, or taken for granted otherwise.

Only what a claim says outright counts against another: a word mentioned in
passing is a theme. A level against a change pulls apart at most; a level that
"remains" contradicts a fall.
"""

from collections.abc import Iterator

from claimkb.compare import evidence as ev
from claimkb.compare.alignment import Match
from claimkb.compare.assertions import Assertion
from claimkb.compare.bearing import same_bearer, same_dimensions
from claimkb.compare.gates import scope_evidence, times_and_instances
from claimkb.compare.leeway import apart_in_subject
from claimkb.compare.matters import one_time, other_matter
from claimkb.compare.pair import Finding, Pair
from claimkb.compare.placing import placed
from claimkb.compare.words import content
from claimkb.lexicon.meaning import Aspect

_RATES = frozenset({"rate"})  # a percentage is one of anything
_PARTIES = 2  # names that two presuppositions must share


def concept_opposed(pair: Pair) -> Finding | None:
    """Opposite directions on one dimension of the same thing."""
    if times_and_instances(pair):
        return None
    for x, y in opposed_assertions(pair):
        if x.meaning.reversible and not one_time(pair):
            continue
        finding = _placed_assertions(pair, x, y)
        if finding is not None:
            return finding
    return None


def opposed_assertions(pair: Pair) -> tuple[tuple[Assertion, Assertion], ...]:
    """Pairs of outright statements on one concept of one bearer that point opposite ways; kept with the pair."""
    found: tuple[tuple[Assertion, Assertion], ...] | None = pair.kept.get("opposed")
    if found is None:
        found = pair.kept["opposed"] = tuple(_opposed(pair))
    return found


def _opposed(pair: Pair) -> Iterator[tuple[Assertion, Assertion]]:
    mixed = pair.left.mixed | pair.right.mixed
    one, two = pair.left.measures - _RATES, pair.right.measures - _RATES
    if one and two and not one & two:
        return  # a revenue that fell and a profit that rose
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
    if x.predicated and y.predicated:
        if pair.alignment.subject is Match.DIFFERENT:
            return x.meaning.nature != "event"
        if other_matter(pair):
            return False
    if x.negated == y.negated:
        return True
    if apart_in_subject(pair.a.claim, pair.b.claim):
        return False
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
