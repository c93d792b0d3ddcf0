"""The rules that a verdict can name, with a confidence that means something.

A rule's confidence is the share of its findings that stood up on review,
drawn towards a prior estimate while few were reviewed.
"""

from dataclasses import dataclass

from claimkb.lexicon.rulebook import RuleText, rule_texts
from claimkb.model import RelationKind

_PRIOR_WEIGHT = 4  # reviews that the prior estimate counts for
_ENOUGH, _CEILING = 20, 0.95  # reviews before a rule may claim more than this


@dataclass(frozen=True, slots=True)
class Rule:
    """A line of the decision table: stable `id`, what it finds, and how often it was right."""

    id: str
    kind: RelationKind
    type: str
    label: str
    example: str
    confidence: float
    held: int
    reviewed: int


def _confidence(row: RuleText) -> float:
    """The posterior mean; short of near certainty until enough was reviewed."""
    mean = (row.held + row.prior * _PRIOR_WEIGHT) / (row.reviewed + _PRIOR_WEIGHT)
    return round(mean if row.reviewed >= _ENOUGH else min(mean, _CEILING), 2)


def _rules() -> tuple[Rule, ...]:
    return tuple(
        Rule(
            row.id,
            RelationKind(row.kind),
            row.type,
            row.label,
            row.example,
            _confidence(row),
            row.held,
            row.reviewed,
        )
        for row in rule_texts()
    )


RULES: tuple[Rule, ...] = _rules()
_BY_ID = {rule.id: rule for rule in RULES}


def rule(identifier: str) -> Rule:
    """The rule of that id."""
    return _BY_ID[identifier]
