"""The rows of a listing in its order: first which, by their keys alone, then what they hold, a page at a time.

What a record shows beside its row (counts of findings, voices, decisions) is
worked out for the rows that are shown, never for those that are only sorted.
A listing with a limit walks an index in its own order where that is cheaper
than to look up and sort all that its filters match (`selective`). So the time
to the first page does not grow with the base.
"""

# ruff: noqa: S608 - statements are composed of constants; every value is bound to a placeholder

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from claimkb.errors import UsageError
from claimkb.records import ClaimFilter, RelationFilter
from claimkb.store import columns, opinions, records
from claimkb.store.filters import SORTS, claim_conditions, relation_conditions
from claimkb.store.selective import Where
from claimkb.store.strongest import strongest

Statement = tuple[str, Sequence[str | float]]

STRONGEST = "relations.confidence DESC, relations.uid"
_IN_TEXT = 'documents.path, claims.start, claims."end", claims.uid'
_CLAIM_ORDER = {
    "position": _IN_TEXT,
    "date": "documents.published IS NULL, documents.published, documents.path, claims.start, claims.uid",
    "source": "sources.name, documents.path, claims.start, claims.uid",
    "agreements": f"({columns.count_of('agreement')}) DESC, documents.path, claims.start, claims.uid",
    "contradictions": f"({columns.count_of('contradiction')}) DESC, documents.path, claims.start, claims.uid",
    "corroboration": f"{columns.VOICES} DESC, documents.path, claims.start, claims.uid",
    "confidence": f"{columns.SUREST} DESC, documents.path, claims.start, claims.uid",
}
_RELATION_ORDER = {
    "confidence": STRONGEST,
    "date": f"max(coalesce(a_document.published, ''), coalesce(b_document.published, '')) DESC, {STRONGEST}",
    "corroboration": f"{columns.VOICES_OF_BOTH} DESC, {STRONGEST}",
}
# From the documents to their claims, in an order that `documents` has an index for.
_WALK = {
    "position": "documents CROSS JOIN claims ON claims.document = documents.id",
    "date": "documents CROSS JOIN claims ON claims.document = documents.id",
}

# What selects the rows of a list of row keys, in its order.
CLAIM_PAGE = f"""SELECT {columns.CLAIM_COLUMNS} FROM json_each(?) AS page CROSS JOIN claims ON claims.id = page.value
    JOIN documents ON documents.id = claims.document JOIN sources ON sources.id = documents.source
    ORDER BY page.key"""


def relation_page(selected: str) -> str:
    """The same for findings, with these columns."""
    return f"""SELECT {selected} FROM json_each(?) AS page CROSS JOIN relations ON relations.id = page.value
        {columns.RELATION_TABLES.removeprefix("relations")} ORDER BY page.key"""


def claim_rows(connection: sqlite3.Connection, chosen: ClaimFilter) -> Iterator[sqlite3.Row]:
    """The rows (`CLAIM_COLUMNS`) of the claims that a filter chooses, in its order."""
    sql, values = claim_statement(connection, chosen)
    return _paged(connection, _skipped(connection.execute(sql, values), chosen), CLAIM_PAGE)


def relation_rows(
    connection: sqlite3.Connection, chosen: RelationFilter, columns: str
) -> Iterator[sqlite3.Row]:
    """The rows of the findings that a filter chooses, in its order."""
    sql, values = relation_statement(connection, chosen)
    return _paged(connection, _skipped(connection.execute(sql, values), chosen), relation_page(columns))


def claim_statement(connection: sqlite3.Connection, chosen: ClaimFilter) -> Statement:
    """What selects the row keys of the claims that a filter chooses, in its order."""
    if chosen.sort not in SORTS:
        raise UsageError(f"--sort {chosen.sort!r} is not known.", f"Choose one of {', '.join(SORTS)}.")
    sort = chosen.sort if chosen.sort != "relevance" or chosen.searched else "position"
    walked = chosen.searched or (chosen.limit is not None and sort in _WALK)
    where = claim_conditions(connection, chosen, walked=walked)
    if sort == "relevance":
        return _by_relevance(where, _last(chosen))
    if chosen.searched:
        tables = columns.CLAIM_TABLES + columns.FULL_TEXT
    else:
        tables = _WALK[sort] if walked and not where.looked_up else columns.CLAIM_TABLES
    return _limited(
        f"SELECT claims.id FROM {tables} {where.sql} ORDER BY {_CLAIM_ORDER[sort]}", where, chosen
    )


def relation_statement(connection: sqlite3.Connection, chosen: RelationFilter) -> Statement:
    """What selects the row keys of the findings that a filter chooses, in its order."""
    order = _RELATION_ORDER.get(chosen.sort)
    if order is None:
        raise UsageError(
            f"--sort {chosen.sort!r} is not known.", f"Choose one of {', '.join(_RELATION_ORDER)}."
        )
    if chosen.sort == "confidence" and opinions.are_there(connection):
        where = relation_conditions(connection, chosen)
        order = f"{opinions.TOGETHER} DESC, {STRONGEST}"
        sql = f"WITH {opinions.HELD} SELECT relations.id FROM relations {where.sql} ORDER BY {order}"
        return _limited(sql, where, chosen)
    walked = strongest(connection, chosen, _last(chosen)) if chosen.sort == "confidence" else None
    if walked is not None:
        return walked
    where = relation_conditions(connection, chosen)
    tables = "relations" if chosen.sort == "confidence" else columns.RELATION_TABLES
    return _limited(f"SELECT relations.id FROM {tables} {where.sql} ORDER BY {order}", where, chosen)


def _limited(sql: str, where: Where, chosen: ClaimFilter | RelationFilter) -> Statement:
    last = _last(chosen)
    return f"{sql} LIMIT ?", (*where.values, -1 if last is None else last)


def _last(chosen: ClaimFilter | RelationFilter) -> int | None:
    """How many keys are read: those that are skipped among them."""
    return None if chosen.limit is None else chosen.skip + chosen.limit


def _skipped(keys: Iterable[sqlite3.Row], chosen: ClaimFilter | RelationFilter) -> Iterator[sqlite3.Row]:
    return islice(keys, chosen.skip, None)


def _by_relevance(where: Where, limit: int | None) -> Statement:
    """The best matches of a search; equal ones in the order of their texts.

    Every match is scored, but only those that can be among the best are looked up and sorted.
    """
    tables = "claims_fts"
    if not all(condition.startswith("claims_fts") for condition in where.conditions):
        tables += """ CROSS JOIN claims ON claims.id = claims_fts.rowid
            JOIN documents ON documents.id = claims.document"""
    found = f"SELECT claims_fts.rowid AS id, bm25(claims_fts) AS score FROM {tables} {where.sql}"
    if limit is None:
        return f"SELECT claims.id FROM {columns.CLAIM_TABLES}{columns.FULL_TEXT} {where.sql}" + (
            f" ORDER BY bm25(claims_fts), {_IN_TEXT}"
        ), where.values
    best = "SELECT max(score) FROM (SELECT score FROM found ORDER BY score LIMIT ?)"
    return (
        f"""WITH found AS MATERIALIZED ({found})
        SELECT claims.id FROM found CROSS JOIN claims ON claims.id = found.id
        JOIN documents ON documents.id = claims.document
        WHERE score <= ({best}) ORDER BY score, {_IN_TEXT} LIMIT ?""",
        (*where.values, limit, limit),
    )


def _paged(connection: sqlite3.Connection, keys: Iterable[sqlite3.Row], page: str) -> Iterator[sqlite3.Row]:
    """What a statement selects for the keys, some at a time, in their order.

    Each page is read whole: a reader that stops early has no cursor to close after its connection.
    """
    found = (key for (key,) in keys)
    while some := list(islice(found, records.PAGE)):
        yield from connection.execute(page, (json.dumps(some),)).fetchall()
