"""What must hold before two claims may contradict or agree: each gate a named check with its evidence.

A gate that fails ends the comparison for everything that depends on it. Gates
fail on what is known to differ; what is merely not said passes, and the
decision table then settles for a tension.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from claimkb.compare.pair import Pair
from claimkb.compare.profile import counted_apart
from claimkb.compare.times import TimeMatch, named_time, publication
from claimkb.compare.words import CLAIMS_KEPT
from claimkb.model import ComparedClaim, Evidence, Modality

# A condition without "if": "should prices fall, growth would slow".
_INVERTED = re.compile(r"(?:should|were|had)\s[^,]{3,80},.*\b(?:would|will|could|might)\b", re.IGNORECASE)


_TIMES = {
    TimeMatch.SAME: "the named times overlap",
    TimeMatch.NEAR: "the periods overlap by publication",
    TimeMatch.UNKNOWN: "time not known on both sides",
    TimeMatch.APART: "different times",
}


@dataclass(frozen=True, slots=True)
class Gate:
    """The outcome of one gate; its evidence is put into words only where somebody asks for it."""

    passed: bool
    comparison: str
    a: Any
    b: Any
    label: str
    shown: Callable[[Any], str] = str

    @property
    def evidence(self) -> Evidence:
        """What either side says, and whether that passes."""
        level = "passed" if self.passed else "failed"
        return Evidence(self.comparison, self.shown(self.a), self.shown(self.b), level, self.label)


def of_one_sentence(pair: Pair) -> bool:
    """Whether both claims were cut from one sentence, which bears nothing out by saying it in two ways."""
    a, b = pair.a, pair.b
    same_text = a.origin == b.origin and a.source == b.source and a.claim.id != b.claim.id
    return same_text and a.claim.sentence == b.claim.sentence


def is_reprint(pair: Pair) -> bool:
    """Whether one text is met under two names."""
    return pair.a.origin == pair.b.origin and pair.a.source != pair.b.source


def is_conditional(pair: Pair) -> bool:
    """Whether either side holds only if something else does."""
    a, b = pair.a.claim, pair.b.claim
    stated = a.modality is not Modality.CONDITIONAL and b.modality is not Modality.CONDITIONAL
    return not stated or _is_inverted(a.text) or _is_inverted(b.text)


def origin_gate(pair: Pair) -> Gate:
    """A reprint repeats its origin and can neither support nor contradict it."""
    reprint = is_reprint(pair)
    label = "one origin: a repetition" if reprint else "independent origins"
    return Gate(not reprint, "origin", pair.a.origin, pair.b.origin, label)


def condition_gate(pair: Pair) -> Gate:
    """A conditional asserts nothing until its condition holds."""
    modalities = (pair.a.claim.modality, pair.b.claim.modality)
    passed = not is_conditional(pair)
    return Gate(passed, "modality", *modalities, "no condition" if passed else "one is conditional")


@lru_cache(maxsize=CLAIMS_KEPT)
def _is_inverted(text: str) -> bool:
    return _INVERTED.match(text) is not None


def time_gate(pair: Pair) -> Gate:
    """Two times that do not overlap describe two states of the world."""
    passed = pair.time is not TimeMatch.APART
    return Gate(passed, "time", pair.a, pair.b, _TIMES[pair.time], _when)


def instance_gate(pair: Pair) -> Gate:
    """A first and a second term, round or quarter are two things."""
    if counted_apart(pair.left, pair.right):
        counted = dict(pair.left.counted_off), dict(pair.right.counted_off)
        return Gate(False, "instance", *counted, "different instances", _numbered)
    if not pair.left.instances and not pair.right.instances:
        return _UNNUMBERED
    left, right = dict(pair.left.instances), dict(pair.right.instances)
    clash = [n for n in left.keys() & right.keys() if left[n] != right[n]]
    crossed = bool(left) and bool(right) and not set(left.values()) & set(right.values())
    passed = not clash and not crossed
    label = "same or not named" if passed else "different instances"
    return Gate(passed, "instance", left, right, label, _numbered)


def _numbered(instances: dict[str, str]) -> str:
    return ", ".join(f"{which} {noun}" for noun, which in sorted(instances.items()))


_UNNUMBERED = Gate(True, "instance", {}, {}, "same or not named", _numbered)


def _listed(words: frozenset[str]) -> str:
    return ", ".join(sorted(words))


def dimension_gate(pair: Pair) -> Gate:
    """Trade ties and security ties are two dimensions; a claim without a dimension may be of either."""
    left, right = pair.left.dimensions, pair.right.dimensions
    passed = not left or not right or bool(left & right)
    label = "same or not named" if passed else "different dimensions"
    return Gate(passed, "dimension", left, right, label, _listed)


def part_gate(pair: Pair) -> Gate:
    """What is said of a part is not said of the whole."""
    left, right = pair.left.parts, pair.right.parts
    passed = left == right
    label = "same scope" if passed else "one speaks of a part"
    return Gate(passed, "scope", left, right, label, _listed)


def place_gate(pair: Pair) -> Gate:
    """The same preposition with different names: another place or recipient."""
    clash = pair.alignment.clash
    return Gate(not clash, "place or recipient", clash, clash, clash or "no clash")


SCOPE_GATES = (time_gate, instance_gate, dimension_gate, place_gate)


def _outcomes(pair: Pair) -> tuple[Gate, ...]:
    """The scope gates of a pair in their order; a dozen stages ask for them, so they are kept with it."""
    found: tuple[Gate, ...] | None = pair.kept.get("gates")
    if found is None:
        found = pair.kept["gates"] = tuple(gate(pair) for gate in SCOPE_GATES)
    return found


def failures(pair: Pair) -> tuple[Evidence, ...]:
    """The scope gates that fail."""
    found: tuple[Evidence, ...] | None = pair.kept.get("failures")
    if found is None:
        found = pair.kept["failures"] = tuple(o.evidence for o in _outcomes(pair) if not o.passed)
    return found


def times_and_instances(pair: Pair) -> bool:
    """Whether a gate fails for anything said of the pair; the rest is judged assertion by assertion."""
    time, instance = _outcomes(pair)[:2]
    return not (time.passed and instance.passed)


def failures_but_time(pair: Pair) -> bool:
    """Whether a scope gate other than time fails."""
    return any(e.comparison != "time" for e in failures(pair))


def scope_evidence(pair: Pair) -> tuple[Evidence, ...]:
    """The evidence of the scope gates that say something of this pair."""
    said = (o.evidence for o in _outcomes(pair))
    return tuple(evidence for evidence in said if evidence.a or evidence.b)


def all_gates(pair: Pair) -> tuple[Evidence, ...]:
    """What every gate says of a pair, passed or failed."""
    gates = (origin_gate, condition_gate, *SCOPE_GATES, part_gate)
    return tuple(gate(pair).evidence for gate in gates)


def _when(side: ComparedClaim) -> str:
    own = named_time(side.claim)
    if own is not None:
        return str(own)
    published = publication(side)
    return f"published {published}" if published else "undated"
