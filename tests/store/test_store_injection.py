"""SQL in every text a user or a file may give is that text: nothing runs, and what is kept is kept as it was."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from claimkb.errors import ClaimkbError
from claimkb.model import Original, Status
from claimkb.records import ClaimFilter, RelationFilter
from claimkb.store.feeds import feeds, forget_feed, keep_feed
from claimkb.store.originals import keep_original, original_of
from claimkb.store.queries import Reader
from claimkb.store.store import Store
from claimkb.workflow import check, ingest
from claimkb.workflow.care import review
from claimkb.workflow.desk import (
    annotate_claim,
    annotate_source,
    label_theme,
    merge_entities,
    merge_themes,
    save_query,
    tag_claims,
)
from support import PlainParts, document

SQL = [
    "'; DROP TABLE claims; --",
    "x' OR '1'='1",
    '" OR 1=1 --',
    "x') UNION SELECT text FROM documents --",
    "1; DELETE FROM documents",
    "%' ESCAPE '",
    "/* */ -- \\",
    '"claims"; PRAGMA writable_schema=1',
]
# What a person may give a query or a command as a text.
ASKED: dict[str, Callable[[Path, str], object]] = {
    "search": lambda db, sql: asked(db, lambda reader: reader.claims(ClaimFilter(text=sql))),
    "theme": lambda db, sql: asked(db, lambda reader: reader.claims(ClaimFilter(themes=(sql,)))),
    "source": lambda db, sql: asked(db, lambda reader: reader.claims(ClaimFilter(sources=(sql,)))),
    "entity": lambda db, sql: asked(db, lambda reader: reader.claims(ClaimFilter(entities=(sql,)))),
    "holder": lambda db, sql: asked(db, lambda reader: reader.claims(ClaimFilter(holders=(sql,)))),
    "since": lambda db, sql: asked(db, lambda reader: reader.claims(ClaimFilter(since=sql))),
    "until": lambda db, sql: asked(db, lambda reader: reader.claims(ClaimFilter(until=sql))),
    "sort": lambda db, sql: asked(db, lambda reader: reader.claims(ClaimFilter(sort=sql))),
    "type": lambda db, sql: asked(db, lambda reader: reader.relations(RelationFilter(types=(sql,)))),
    "theme of findings": lambda db, sql: asked(db, lambda r: r.relations(RelationFilter(themes=(sql,)))),
    "source of findings": lambda db, sql: asked(db, lambda r: r.relations(RelationFilter(sources=(sql,)))),
    "claim": lambda db, sql: asked(db, lambda reader: [reader.claim(sql)]),
    "finding": lambda db, sql: asked(db, lambda reader: [reader.relation(sql)]),
    "document": lambda db, sql: asked(db, lambda reader: reader.versions(sql)),
    "page": lambda db, sql: asked(db, lambda reader: reader.originals(sql)),
    "review": lambda db, sql: review(db, sql, Status.CONFIRMED),
    "note on a source": lambda db, sql: annotate_source(db, sql, "note"),
    "note on a claim": lambda db, sql: annotate_claim(db, sql, note="note"),
    "merged themes": lambda db, sql: merge_themes(db, [sql], "fishing"),
    "merged entities": lambda db, sql: merge_entities(db, [sql], "Olsen", parts=PlainParts().parts),
    "tag": lambda db, sql: tag_claims(db, [sql], add=[sql]),
    "label": lambda db, sql: label_theme(db, sql, "Label"),
}


def asked(db: Path, ask: Callable[[Reader], object]) -> list[object]:
    with Reader(db) as reader:
        return list(ask(reader))  # type: ignore[call-overload, no-any-return]


def everything(db: Path) -> list[str]:
    """All rows of all tables, as SQL."""
    connection = sqlite3.connect(db)
    lines = list(connection.iterdump())
    connection.close()
    return lines


@pytest.fixture
def base(db: Path, plain: PlainParts) -> Path:
    ingest(db, [], parts=plain.parts)
    return db


@pytest.mark.parametrize("where", ASKED)
def test_what_is_asked_is_only_a_text(where: str, base: Path) -> None:
    before = everything(base)
    for sql in SQL:
        try:
            found = ASKED[where](base, sql)
        except ClaimkbError as error:
            assert error.next_step
        else:
            assert found in ([], ()), sql
    assert everything(base) == before


@pytest.mark.parametrize("sql", SQL)
def test_what_is_kept_is_kept_as_it_was(sql: str, base: Path, plain: PlainParts) -> None:
    with Reader(base) as reader:
        claim = next(iter(reader.claims()))
        finding = next(iter(reader.relations()))
    annotate_claim(base, claim.id, note=sql)
    annotate_source(base, claim.source, sql)
    review(base, finding.id, Status.DISMISSED, sql)
    save_query(base, "mine", ["claims", sql])
    label_theme(base, "fishing", sql)
    page = Original(f"https://a.example/{sql}", sql, sql, sql.encode(), sql, sql, sql)
    with Store.open(base) as store, store.transaction():
        keep_original(store.connection, sql, page)
        keep_feed(store.connection, sql, page, {"name": sql})
    given = document(
        sql, f"{sql}\nThe quota was cut.", name=sql, title=sql, author=sql, url=sql, reliability=sql
    )
    plain.documents = [given]
    assert ingest(base, [], parts=plain.parts).counts == {"added": 1}
    plain.documents = [replace(given, text=f"{given.text} x", hash=document(sql, f"{given.text} x").hash)]
    assert ingest(base, [], parts=plain.parts).counts == {"changed": 1}
    with Reader(base) as reader:
        assert sql in {source.name for source in reader.sources()}
        assert reader.relation(finding.id).relation.note == sql
        assert len(reader.versions(sql)) == 2
    with Store.open(base) as store, store.transaction():
        assert original_of(store.connection, sql) == page
        assert feeds(store.connection) == {sql: {"name": sql}}
        forget_feed(store.connection, sql)
    assert check(base, parts=plain.parts) == ()
