"""Claim against claim: which pairs to compare, how they stand to each other, and why."""

from claimkb.compare.decide import judge
from claimkb.compare.entail import bears_out, judge_texts
from claimkb.compare.keys import MAX_KEYS, pair_keys
from claimkb.compare.rules import RULES, Rule

__all__ = ["MAX_KEYS", "RULES", "Rule", "bears_out", "judge", "judge_texts", "pair_keys"]
