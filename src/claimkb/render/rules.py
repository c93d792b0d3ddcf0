"""The rules of comparison as records: what each finds, and how often its findings held.

A rule has two measures: `held` of `reviewed` findings in the review that ships
with the program, which its confidence follows, and `confirmed` of `decided`
findings in the user's own base. Rules that only decisions of an older version
name are kept at the end, so that no decision goes unseen.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

OLDER = "a rule of another version"


class RuleOfTheBook(Protocol):
    """What is needed of a rule (`claimkb.compare.Rule` has it)."""

    @property
    def id(self) -> str: ...  # noqa: D102 - the columns say it
    @property
    def kind(self) -> str: ...  # noqa: D102
    @property
    def type(self) -> str: ...  # noqa: D102
    @property
    def label(self) -> str: ...  # noqa: D102
    @property
    def example(self) -> str: ...  # noqa: D102
    @property
    def confidence(self) -> float: ...  # noqa: D102
    @property
    def held(self) -> int: ...  # noqa: D102
    @property
    def reviewed(self) -> int: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class RuleRecord:
    """One rule: the columns of `claimkb rules`."""

    id: str
    kind: str | None
    type: str | None
    label: str
    example: str | None
    confidence: float | None
    held: int
    reviewed: int
    confirmed: int
    decided: int
    state: str


def rule_records(
    rules: Iterable[RuleOfTheBook], reviews: Mapping[str, tuple[int, int]], off: frozenset[str] = frozenset()
) -> tuple[RuleRecord, ...]:
    """The rules in their order, with the decisions of a base: confirmed and all, by rule; `off` are switched off."""
    known = tuple(
        RuleRecord(
            rule.id,
            rule.kind,
            rule.type,
            rule.label,
            rule.example,
            rule.confidence,
            rule.held,
            rule.reviewed,
            *reviews.get(rule.id, (0, 0)),
            "off" if rule.id in off else "on",
        )
        for rule in rules
    )
    older = sorted(reviews.keys() - {record.id for record in known})
    return known + tuple(
        RuleRecord(name, None, None, OLDER, None, None, 0, 0, *reviews[name], "older") for name in older
    )


def share(part: int, whole: int) -> str:
    """ "7 of 9", or nothing where nothing was counted."""
    return f"{part} of {whole}" if whole else ""
