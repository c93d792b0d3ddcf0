"""A filtered query looks claims up; it never reads them all."""

import sqlite3
from pathlib import Path

import pytest

from claimkb.model import RelationKind, Scope
from claimkb.records import ClaimFilter, RelationFilter
from claimkb.store import columns
from claimkb.store.filters import claim_conditions, relation_conditions
from claimkb.store.queries import Reader
from claimkb.store.store import Store
from claimkb.workflow import ingest
from support import PlainParts

CLAIMS = [
    ClaimFilter(themes=("weather",)),
    ClaimFilter(entities=("Bergen",)),
    ClaimFilter(sources=("harbour",)),
    ClaimFilter(holders=("Minister Olsen",)),
    ClaimFilter(text="storm"),
    ClaimFilter(themes=("weather",), sources=("harbour",), since="2020", has_quantity=True),
]
RELATIONS = [
    RelationFilter(),
    RelationFilter(kinds=(RelationKind.CONTRADICTION,), scope=Scope.CROSS_SOURCE),
    RelationFilter(themes=("weather",)),
    RelationFilter(sources=("harbour",)),
]


@pytest.fixture
def connection(db: Path, plain: PlainParts) -> sqlite3.Connection:
    ingest(db, [], parts=plain.parts)
    with Store.open(db) as store:
        store.connection.execute("PRAGMA optimize")
        yield store.connection


def scanned(connection: sqlite3.Connection, sql: str, values: list[object]) -> list[str]:
    """The steps of a query's plan that read all claims; the index of the hidden ones holds those alone."""
    steps = [row["detail"] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", values)]
    read = [step for step in steps if step.split()[:2] in (["SCAN", "claims"], ["SCAN", "a"], ["SCAN", "b"])]
    return [step for step in read if step != "SCAN claims USING INDEX claims_hidden"]


@pytest.mark.parametrize("chosen", CLAIMS)
def test_claims_are_looked_up(chosen: ClaimFilter, connection: sqlite3.Connection) -> None:
    where = claim_conditions(connection, chosen)
    tables = columns.CLAIM_TABLES + (columns.FULL_TEXT if chosen.text else "")
    sql = f"SELECT {columns.CLAIM_COLUMNS} FROM {tables} {where.sql} ORDER BY documents.path LIMIT 9"
    assert scanned(connection, sql, [*where.values]) == []


@pytest.mark.parametrize("chosen", RELATIONS)
def test_the_claims_of_findings_are_looked_up(chosen: RelationFilter, connection: sqlite3.Connection) -> None:
    where = relation_conditions(connection, chosen)
    sql = f"SELECT {columns.DETAIL_COLUMNS} FROM {columns.RELATION_TABLES} {where.sql} ORDER BY confidence"
    assert scanned(connection, sql, [*where.values]) == []


def test_ids_are_looked_up(connection: sqlite3.Connection) -> None:
    sql = "SELECT id FROM {} WHERE uid >= 'a' AND uid < 'b'"
    for table in ("claims", "relations"):
        steps = [row["detail"] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql.format(table)}")]
        assert steps == [f"SEARCH {table} USING COVERING INDEX sqlite_autoindex_{table}_1 (uid>? AND uid<?)"]


def test_a_listing_without_a_filter_may_read_everything(db: Path, plain: PlainParts) -> None:
    ingest(db, [], parts=plain.parts)
    with Reader(db) as reader:
        assert len(list(reader.claims())) == 9
