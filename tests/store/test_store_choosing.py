"""A listing with a limit is the beginning of the whole listing, however it is found, and it is found by indexes."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from claimkb.model import RelationKind, Scope
from claimkb.records import ClaimFilter, RelationFilter
from claimkb.store import choosing, columns, selective, spellings
from claimkb.store.queries import Reader
from claimkb.store.store import Store
from claimkb.workflow import ingest
from support import PlainParts

CLAIMS = [
    ClaimFilter(),
    ClaimFilter(sort="date"),
    ClaimFilter(sort="source"),
    ClaimFilter(sort="agreements"),
    ClaimFilter(sort="contradictions"),
    ClaimFilter(sort="corroboration"),
    ClaimFilter(sort="confidence"),
    ClaimFilter(themes=("weather",)),
    ClaimFilter(entities=("Bergen",), sort="date"),
    ClaimFilter(sources=("harbour",)),
    ClaimFilter(themes=("weather",), entities=("Bergen",)),
    ClaimFilter(text="storm", sort="relevance"),
    ClaimFilter(text="the", sort="relevance"),
    ClaimFilter(text="the", themes=("weather",), sort="relevance"),
    ClaimFilter(text="the", hidden=True, sort="relevance"),
    ClaimFilter(text="the", sources=("harbour",), sort="source"),
]
RELATIONS = [
    RelationFilter(),
    RelationFilter(kinds=(RelationKind.CONTRADICTION,), scope=Scope.CROSS_SOURCE),
    RelationFilter(kinds=(RelationKind.AGREEMENT, RelationKind.TENSION)),
    RelationFilter(themes=("weather",)),
    RelationFilter(sources=("harbour",), themes=("weather",)),
    RelationFilter(sort="date"),
    RelationFilter(sort="corroboration"),
]
RARITIES = [0, selective.RARE]  # every filter tested row by row; rare ones looked up


@pytest.fixture
def base(db: Path, plain: PlainParts) -> Path:
    ingest(db, [], parts=plain.parts)
    return db


@pytest.fixture
def connection(base: Path) -> Iterator[sqlite3.Connection]:
    with Store.open(base) as store:
        yield store.connection


@pytest.mark.parametrize("rare", RARITIES)
@pytest.mark.parametrize("chosen", CLAIMS)
def test_a_limit_cuts_the_list_of_claims(
    chosen: ClaimFilter, rare: int, base: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Reader(base) as reader:
        everything = list(reader.claims(chosen))
        assert everything
        monkeypatch.setattr(selective, "RARE", rare)
        for limit in range(len(everything) + 2):
            assert list(reader.claims(replace(chosen, limit=limit))) == everything[:limit]


@pytest.mark.parametrize("chosen", RELATIONS)
def test_a_limit_cuts_the_list_of_findings(chosen: RelationFilter, base: Path) -> None:
    with Reader(base) as reader:
        everything = list(reader.relations(chosen))
        for limit in range(len(everything) + 2):
            assert list(reader.relations(replace(chosen, limit=limit))) == everything[:limit]


def plan(connection: sqlite3.Connection, sql: str, values: object = ()) -> list[str]:
    return [row["detail"] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", values)]


WALKED = [
    ClaimFilter(limit=9),
    ClaimFilter(limit=9, sort="date"),
    ClaimFilter(limit=9, themes=("weather",)),
    ClaimFilter(limit=9, entities=("Bergen",)),
    ClaimFilter(limit=9, sources=("harbour",), themes=("weather",), has_quantity=True),
]


@pytest.mark.parametrize("chosen", WALKED)
def test_common_filters_are_walked_in_the_order_of_an_index(
    chosen: ClaimFilter, connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(selective, "RARE", 0)
    steps = plan(connection, *choosing.claim_statement(connection, chosen))
    assert steps[0].startswith("SCAN documents USING")
    assert "USING INDEX" in steps[0] or "USING COVERING INDEX" in steps[0]
    assert "USE TEMP B-TREE FOR ORDER BY" not in steps
    assert not [step for step in steps if step.startswith("SCAN claim")]


@pytest.mark.parametrize("chosen", [replace(chosen, limit=9) for chosen in CLAIMS[7:]])
def test_rare_filters_are_looked_up(chosen: ClaimFilter, connection: sqlite3.Connection) -> None:
    steps = plan(connection, *choosing.claim_statement(connection, chosen))
    read = [s for s in steps if s.startswith(("SCAN claims", "SCAN documents")) and "VIRTUAL TABLE" not in s]
    assert [s for s in read if "claims_hidden" not in s] == []


@pytest.mark.parametrize(
    ("named", "walked"),
    [
        ({}, "relations USING INDEX relations_strength (scope=? AND kind=?)"),
        ({"types": ("quantity",)}, "relations USING INDEX relations_type (type=? AND scope=? AND kind=?)"),
        (
            {"themes": ("weather",)},
            "found USING COVERING INDEX relation_themes_strength (theme=? AND shelf=?)",
        ),
        (
            {"sources": ("mail",)},
            "found USING COVERING INDEX relation_sources_strength (source=? AND shelf=?)",
        ),
    ],
)
def test_findings_of_a_kind_are_read_strongest_first(
    named: dict[str, tuple[str, ...]], walked: str, connection: sqlite3.Connection
) -> None:
    connection.execute("INSERT OR IGNORE INTO sources (uid, name) VALUES ('abcdef2', 'mail')")
    chosen = RelationFilter(kinds=(RelationKind.CONTRADICTION,), scope=Scope.CROSS_SOURCE, limit=9, **named)
    steps = plan(connection, *choosing.relation_statement(connection, chosen))
    assert steps[0] == f"SEARCH {walked}"
    assert "USE TEMP B-TREE FOR ORDER BY" not in steps


def test_the_findings_of_a_page_of_claims_are_looked_up_by_claim(connection: sqlite3.Connection) -> None:

    sql = f"SELECT {columns.CLAIM_COLUMNS}, {columns.SUREST} FROM {columns.CLAIM_TABLES} WHERE claims.id = 1"
    steps = plan(connection, sql)
    assert not [step for step in steps if "relations_strength" in step or step.startswith("SCAN relations")]


@pytest.mark.parametrize(
    ("table", "column"), [("sources", "name"), ("entities", "name"), ("claim_entities", "text")]
)
def test_names_are_looked_up_whatever_their_case(
    table: str, column: str, connection: sqlite3.Connection
) -> None:
    steps = plan(connection, f"SELECT 1 FROM {table} WHERE {column} = 'x' COLLATE NOCASE")
    assert steps == [f"SEARCH {table} USING COVERING INDEX {table}_{column} ({column}=?)"]


@pytest.mark.parametrize("name", ["Bergen", "BERGEN", " bergen "])
def test_an_entity_is_found_in_any_case(name: str, connection: sqlite3.Connection) -> None:
    assert spellings.entity_names(connection, [name]) == ["Bergen"]


@pytest.mark.parametrize("name", ["ÉCLAIR", "éclair", "Éclair"])
def test_letters_beyond_ascii_have_cases_too(name: str, connection: sqlite3.Connection) -> None:
    connection.execute("INSERT INTO sources (uid, name) VALUES ('abcdef0', 'Éclair')")
    assert spellings.source_names(connection, [name]) == ["Éclair"]


@pytest.mark.parametrize("name", ["STRASSE", "Straße", "abcdef1", "ABCDEF1", "abcde"])
def test_a_source_is_found_by_a_rare_spelling_and_by_its_id(
    name: str, connection: sqlite3.Connection
) -> None:
    connection.execute("INSERT INTO sources (uid, name) VALUES ('abcdef1', 'Straße')")
    assert spellings.source_names(connection, [name]) == ["Straße"]
