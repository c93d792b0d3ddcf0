"""Corroboration: claims that agree, gathered around the one that most others bear out.

A group is a claim with all that agree with it directly, not a chain of
agreements, since what A shares with B and B with C need not be one thing. Its
voices are the independent ones: a reprint repeats its origin, a run of eight
words in both is one agency's copy, and a speaker quoted by two papers speaks
once, whatever title he has there. Dissenters are those whose claims contradict
a claim of the group. Which claim leads depends on the claims alone: most
voices, then the fewest words, since all the others say at least that much,
then the earliest, then the smallest id.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from heapq import heapify, heappop, heappush
from itertools import combinations

from claimkb.model import RelationKind, Scope, Status
from claimkb.records import GroupRecord, RelationFilter
from claimkb.store.columns import RELATION_TABLES
from claimkb.store.filters import relation_conditions

_UNDISMISSED = (Status.SUGGESTED, Status.CONFIRMED)
# What is only taken for granted or said in passing makes no group: each member must say the thing.
_TYPES = ("same-fact", "same-quantity", "same-quote", "same-forecast", "same-judgement")
_RUN = 8  # words that two who write for themselves do not share
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

    def marks(self) -> Iterator[str]:
        """What two claims of one voice share: source, origin, or a run of words that tells a copy."""
        yield f"source {self.source}"
        yield f"origin {self.origin}"
        words = self.text.casefold().split()
        yield from (" ".join(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1))

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
    ranks = {member: _rank(member, others) for member, others in left.items()}
    queue = [(rank, number, member) for number, (member, rank) in enumerate(ranks.items())]
    heapify(queue)
    while queue:
        rank, number, lead = heappop(queue)
        if lead not in left or ranks[lead] != rank:
            continue  # gone, or ranked anew since
        members = [lead, *left[lead]]
        if len(members) > 1:
            yield lead, sorted(members, key=_first)
        lonelier: set[_Member] = set()
        for gone in members:
            lonelier |= left.pop(gone, set())
        for other in lonelier & left.keys():
            left[other].difference_update(members)
            ranks[other] = _rank(other, left[other])
            heappush(queue, (ranks[other], number, other))


def _rank(lead: _Member, others: set[_Member]) -> tuple[int, int, int, tuple[bool, str, str, str]]:
    return -_voices((lead, *others)), -len(others), len(lead.text.split()), _first(lead)


def _first(member: _Member) -> tuple[bool, str, str, str]:
    """Dated claims first, by date."""
    return member.published is None, member.published or "", member.source, member.id


def _voices(members: Iterable[_Member]) -> int:
    """How many independent voices: neither one speaker nor one origin twice, nor one copy."""
    voice: dict[str, str] = {}  # mark → another of its voice; the last one stands for the voice

    def of(mark: str) -> str:
        while voice.setdefault(mark, mark) != mark:
            voice[mark] = mark = voice[voice[mark]]
        return mark

    speakers: dict[str, str] = {}  # key of a holder → a mark of whoever quotes him
    for member in members:
        first, *others = member.marks()
        for mark in others:
            voice[of(mark)] = of(first)
        if member.holder_key:
            voice[of(speakers.setdefault(member.holder_key, first))] = of(first)
    for one, other in combinations(speakers, 2):
        if _is_one_speaker(one, other):
            voice[of(speakers[one])] = of(speakers[other])
    return len({of(mark) for mark in voice})


def _is_one_speaker(one: str, other: str) -> bool:
    """Whether one key ends in the other: "papandreou", "prime minister george papandreou"."""
    shorter, longer = sorted((one.split(), other.split()), key=len)
    return longer[-len(shorter) :] == shorter


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
