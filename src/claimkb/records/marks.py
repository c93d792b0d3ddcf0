"""Claims and findings in the few values that counting needs, for views of everything at once.

`key` is a row key of the base it was read from: it stands for the record, which
is read later if it is shown.
"""

from dataclasses import dataclass

from claimkb.model import RelationKind


@dataclass(frozen=True, slots=True)
class ClaimMark:
    """What a claim counts for: its source, themes, the years it speaks of, the findings it is in."""

    key: int
    source: str
    published: str | None
    themes: tuple[str, ...]
    years: tuple[int, ...]
    agreements: int
    contradictions: int


@dataclass(frozen=True, slots=True)
class FindingMark:
    """What a finding counts for: its id and kind, and the row keys and sources of its claims."""

    key: int
    id: str
    kind: RelationKind
    a: int
    b: int
    a_source: str
    b_source: str
