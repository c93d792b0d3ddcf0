"""Corroboration: claims that agree, gathered around the one that most others bear out.

A group is a claim with all that agree with it directly, not a chain of
agreements, since what A shares with B and B with C need not be one thing. Its
voices are the independent ones: a reprint repeats its origin, and a speaker
quoted by two papers speaks once. Dissenters are those whose claims contradict
a claim of the group. Which claim leads depends on the claims alone: most
voices, then the earliest, then the smallest id.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from claimkb.model import RelationKind, Scope, Status
from claimkb.records import GroupRecord, RelationFilter
from claimkb.store.columns import RELATION_TABLES
from claimkb.store.filters import relation_conditions

_UNDISMISSED = (Status.SUGGESTED, Status.CONFIRMED)
# What is only taken for granted or said in passing makes no group: each member must say the thing.
_TYPES = ("same-fact", "same-quantity", "same-quote", "same-forecast", "same-judgement")
_PARTS = ("uid", "label", "text", "holder", "holder_key")


@dataclass(frozen=True, slots=True)
class _Member:
    """A claim of a group with what its weight depends on."""

    id: str
    label: str
    text: str
    holder: str | None
    holder_key: str | None
    source: str
    origin: str
    published: str | None

    @property
    def voice(self) -> str:
        """Who speaks: the one quoted, else the origin of the text."""
        return f"said by {self.holder_key}" if self.holder_key else self.origin

    @property
    def speaker(self) -> str:
        """The same for a reader."""
        return f"{self.holder} (in {self.source})" if self.holder else self.source


def groups(
    connection: sqlite3.Connection, chosen: RelationFilter, min_voices: int
) -> tuple[GroupRecord, ...]:
    """The groups of the agreements that a filter lets through, those of most voices first."""
    agreed: dict[_Member, set[_Member]] = defaultdict(set)
    for a, b in _pairs(connection, replace(chosen, types=chosen.types or _TYPES), RelationKind.AGREEMENT):
        agreed[a].add(b)
        agreed[b].add(a)
    denied: dict[str, set[_Member]] = defaultdict(set)
    everywhere = RelationFilter(scope=Scope.CROSS_SOURCE)
    for a, b in _pairs(connection, everywhere, RelationKind.CONTRADICTION):
        denied[a.id].add(b)
        denied[b.id].add(a)
    found = (_record(lead, members, denied) for lead, members in _gathered(agreed))
    kept = (group for group in found if group.voices >= min_voices)
    ordered = sorted(kept, key=lambda group: (-group.voices, -group.claims, group.id))
    return tuple(ordered[: chosen.limit])


def _pairs(
    connection: sqlite3.Connection, chosen: RelationFilter, kind: RelationKind
) -> Iterator[tuple[_Member, _Member]]:
    """Both sides of the findings of a kind that nobody has dismissed."""
    where = relation_conditions(connection, replace(chosen, kinds=(kind,), statuses=_UNDISMISSED))
    columns = ", ".join(f"{side}.{part} AS {side}_{part}" for side in "ab" for part in _PARTS)
    rows = connection.execute(
        f"""SELECT {columns}, a_source.name AS a_source, b_source.name AS b_source,
            a_document.origin AS a_origin, b_document.origin AS b_origin,
            a_document.published AS a_published, b_document.published AS b_published
        FROM {RELATION_TABLES} {where.sql} ORDER BY relations.uid""",  # noqa: S608 - only constants
        where.values,
    )
    for row in rows:
        yield _member(row, "a"), _member(row, "b")


def _member(row: sqlite3.Row, side: str) -> _Member:
    parts = (row[f"{side}_{part}"] for part in (*_PARTS, "source", "origin", "published"))
    return _Member(*parts)


def _gathered(agreed: dict[_Member, set[_Member]]) -> Iterator[tuple[_Member, list[_Member]]]:
    """Each leading claim with those that agree with it, every claim in one group only."""
    left = {member: set(others) for member, others in agreed.items()}
    while left:
        lead = min(left, key=lambda each: _rank(each, left[each]))
        members = [lead, *left[lead]]
        if len(members) > 1:
            yield lead, sorted(members, key=_first)
        for gone in members:
            for other in left.pop(gone, set()):
                if other in left:
                    left[other].discard(gone)


def _rank(lead: _Member, others: set[_Member]) -> tuple[int, int, tuple[bool, str, str, str]]:
    return -_voices((lead, *others)), -len(others), _first(lead)


def _first(member: _Member) -> tuple[bool, str, str, str]:
    """Dated claims first, by date."""
    return member.published is None, member.published or "", member.source, member.id


def _voices(members: Iterable[_Member]) -> int:
    """How many independent voices: neither one speaker nor one origin twice."""
    listed = tuple(members)
    return min(len({m.voice for m in listed}), len({m.origin for m in listed}))


def _record(lead: _Member, members: list[_Member], denied: dict[str, set[_Member]]) -> GroupRecord:
    own = {m.id for m in members}
    against = {m.speaker for each in members for m in denied[each.id] if m.id not in own}
    return GroupRecord(
        id=lead.id,
        label=lead.label,
        text=lead.text,
        claims=len(members),
        voices=_voices(members),
        sources=tuple(sorted({m.source for m in members})),
        first_source=members[0].source,
        first_published=members[0].published,
        dissenters=tuple(sorted(against)),
        members=tuple(m.id for m in members),
    )
