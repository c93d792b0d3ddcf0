"""The rules that a verdict can name, with a confidence that means something.

A rule's confidence is the share of its findings that stood up on review,
drawn towards a prior estimate while few were reviewed.
"""

from dataclasses import dataclass

from claimkb.lexicon.rulebook import rule_texts
from claimkb.model import RelationKind

_PRIOR_WEIGHT = 4  # reviews that the prior estimate counts for


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


def _rules() -> tuple[Rule, ...]:
    return tuple(
        Rule(
            row.id,
            RelationKind(row.kind),
            row.type,
            row.label,
            row.example,
            round((row.held + row.prior * _PRIOR_WEIGHT) / (row.reviewed + _PRIOR_WEIGHT), 2),
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
