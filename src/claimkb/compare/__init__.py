"""Claim against claim: which pairs to compare, how they stand to each other, and why."""

from claimkb.compare.decide import gate_evidence, judge
from claimkb.compare.entail import as_given, bears_out, judge_texts
from claimkb.compare.keys import MAX_KEYS, pair_keys
from claimkb.compare.rules import RULES, Rule

__all__ = [
    "MAX_KEYS",
    "RULES",
    "Rule",
    "as_given",
    "bears_out",
    "gate_evidence",
    "judge",
    "judge_texts",
    "pair_keys",
]
