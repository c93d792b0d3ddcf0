"""All that filters choose, in a few values each, and the records of those that are shown then.

A report counts every claim and shows few. Reading whole records to count them
would cost a hundred times as much, so they are read in marks: some thousand
at a time, in the order of their listing.
"""

# ruff: noqa: S608 - statements are composed of constants; every value is bound to a placeholder

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from claimkb.model import RelationKind
from claimkb.records import ClaimFilter, ClaimMark, ClaimRecord, FindingMark, RelationDetail, RelationFilter
from claimkb.store import columns, records
from claimkb.store.choosing import CLAIM_PAGE, claim_statement, relation_page, relation_statement
from claimkb.store.loading import batches
from claimkb.store.reading import Reading

BATCH = 5000
_AMONG = "(SELECT value FROM json_each(?))"


class MarkReading(Reading):
    """The queries of marks, and of what they stand for."""

    def claim_marks(self, chosen: ClaimFilter) -> Iterator[ClaimMark]:
        """The claims that a filter chooses, in its order."""
        with self._reading() as connection:
            yield from _claim_marks(connection, chosen)

    def finding_marks(self, chosen: RelationFilter) -> Iterator[FindingMark]:
        """The findings that a filter chooses, in its order."""
        with self._reading() as connection:
            yield from _finding_marks(connection, chosen)

    def claims_at(self, keys: Iterable[int]) -> dict[int, ClaimRecord]:
        """The claims that marks with these keys stand for."""
        listed = sorted(set(keys))
        with self._reading() as connection:
            rows = connection.execute(CLAIM_PAGE, (json.dumps(listed),))
            return dict(zip(listed, records.claim_records(connection, rows), strict=True))

    def findings_at(self, keys: Sequence[int]) -> tuple[RelationDetail, ...]:
        """The findings that marks with these keys stand for, in this order."""
        with self._reading() as connection:
            rows = connection.execute(relation_page(columns.DETAIL_COLUMNS), (json.dumps(list(keys)),))
            return tuple(records.relation_details(connection, rows))


def _claim_marks(connection: sqlite3.Connection, chosen: ClaimFilter) -> Iterator[ClaimMark]:
    """The claims that a filter chooses, in its order."""
    sql, values = claim_statement(connection, chosen)
    keys = [key for (key,) in connection.execute(sql, values)]
    met = _met(connection)
    for batch in batches(keys, BATCH):
        listed = json.dumps(batch)
        themes = _grouped(connection, "SELECT claim, slug", "claim_themes JOIN themes ON id = theme", listed)
        years = _grouped(
            connection, """SELECT claim, CAST(coalesce(start, "end") AS INTEGER)""", "dates", listed
        )
        rows = connection.execute(
            f"""SELECT claims.id, name, published FROM claims JOIN documents ON documents.id = document
            JOIN sources ON sources.id = source WHERE claims.id IN {_AMONG}""",
            (listed,),
        )
        found = {key: (name, published) for key, name, published in rows}
        for key in batch:
            spoken = sorted({year for year in years[key] if year})
            yield ClaimMark(key, *found[key], tuple(themes[key]), tuple(spoken), *met.get(key, (0, 0)))


def _finding_marks(connection: sqlite3.Connection, chosen: RelationFilter) -> Iterator[FindingMark]:
    """The findings that a filter chooses, in its order."""
    sql, values = relation_statement(connection, chosen)
    keys = [key for (key,) in connection.execute(sql, values)]
    for batch in batches(keys, BATCH):
        rows = connection.execute(
            f"""SELECT relations.id, relations.uid, kind, a, b, a_source.name, b_source.name
            FROM {columns.RELATION_TABLES} WHERE relations.id IN {_AMONG}""",
            (json.dumps(batch),),
        )
        found = {row[0]: row for row in rows}
        for key in batch:
            _, uid, kind, a, b, a_source, b_source = found[key]
            yield FindingMark(key, uid, RelationKind(kind), a, b, a_source, b_source)


def _met(connection: sqlite3.Connection) -> dict[int, tuple[int, int]]:
    """How many agreements and contradictions with other sources claims are in; those in none are left out."""
    counted: dict[int, list[int]] = defaultdict(lambda: [0, 0])
    rows = connection.execute(
        """SELECT a, b, kind = 'contradiction' FROM relations WHERE kind IN ('agreement', 'contradiction')
        AND scope = 'cross-source' AND status != 'dismissed' AND NOT hidden"""
    )
    for a, b, place in rows:
        counted[a][place] += 1
        counted[b][place] += 1
    return {key: (agreements, contradictions) for key, (agreements, contradictions) in counted.items()}


def _grouped(connection: sqlite3.Connection, selected: str, tables: str, listed: str) -> dict[int, list[Any]]:
    """The values that belong to each claim, in their order."""
    groups: dict[int, list[Any]] = defaultdict(list)
    sql = f"{selected} FROM {tables} WHERE claim IN {_AMONG} ORDER BY claim, position"
    for claim, value in connection.execute(sql, (listed,)):
        groups[claim].append(value)
    return groups
