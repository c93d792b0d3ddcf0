"""The rules of comparison in words, with the precision measured for each (`lexicons/rules.toml`)."""

from dataclasses import dataclass
from functools import cache

from claimkb.lexicon import load_table


@dataclass(frozen=True, slots=True)
class RuleText:
    """One rule: what it finds, an example, and how many of its findings held on review."""

    id: str
    kind: str
    type: str
    label: str
    example: str
    prior: float
    held: int
    reviewed: int


@cache
def rule_texts() -> tuple[RuleText, ...]:
    """All rules in the order of the decision table."""
    return tuple(
        RuleText(
            row["id"],
            row["kind"],
            row["type"],
            row["label"],
            row["example"],
            float(row["prior"]),
            int(row["held"]),
            int(row["reviewed"]),
        )
        for row in load_table("rules")["rule"]
    )
