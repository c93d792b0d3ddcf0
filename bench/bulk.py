"""A base of premade articles, filled without comparing and in pieces: what growth is measured on.

The raw base has no indexes, no full text and no index of keys, since each row
would alter many places of them; `finish` makes them in a copy, sorted. So a
document costs some 12 ms whatever there is already. A raw base goes on from
where it was when its process ended, also when it was killed.
"""

import shutil
import sqlite3
import time
from pathlib import Path

import premade

from claimkb.readers.themes_file import themes_for
from claimkb.store import documents
from claimkb.store.documents import Keys
from claimkb.store.store import Store

TOGETHER = 200  # documents a transaction
_NEEDED = ("claims_document", "fingerprints_document")  # asked for while a document is written


def grow(raw: Path, made: premade.Premade, size: int, taxonomy: str, keys: Keys, until: float) -> bool:
    """Fill a raw base up to so many documents, or until this time (`time.monotonic`); whether all are in."""
    with Store.open(raw) as store:
        connection = store.connection
        for pragma in ("synchronous = OFF", "cache_size = -600000", "foreign_keys = OFF"):
            connection.execute(f"PRAGMA {pragma}")
        _postpone(store)
        held: int = connection.execute("SELECT count(*) FROM documents").fetchone()[0]
        while held < size and time.monotonic() < until:
            last = min(held + TOGETHER, size)
            with store.transaction():
                for number in range(held, last):
                    extraction = made.extraction(number)
                    key = documents.write_text(store.database, extraction, taxonomy, keys)
                    connection.execute(
                        "INSERT INTO appearances VALUES (?, ?, '{}')", (extraction.document.path, key)
                    )
            held = last
    return held >= size


def _postpone(store: Store) -> None:
    """Drop what a bulk load can do without, and note it, unless that was done before."""
    execute = store.connection.execute
    if execute("SELECT 1 FROM sqlite_master WHERE name = 'postponed'").fetchone():
        return
    with store.transaction():
        store.set_themes(themes_for([], None))
        execute("CREATE TABLE postponed (sql TEXT NOT NULL)")
        rows = execute(
            "SELECT type, name, sql FROM sqlite_master WHERE type IN ('trigger', 'index') AND sql IS NOT NULL"
        ).fetchall()
        for kind, name, sql in rows:
            if name not in _NEEDED:
                execute(f"DROP {kind} {name}")
                execute("INSERT INTO postponed VALUES (?)", (sql,))
        execute("CREATE TRIGGER keys_later BEFORE INSERT ON pair_keys BEGIN SELECT RAISE(IGNORE); END")


def finish(raw: Path, base: Path) -> None:
    """Copy a raw base, and make of the copy what it would be."""
    unfinished = base.with_suffix(".unfinished")
    shutil.copy(raw, unfinished)
    with Store.open(unfinished) as store:
        connection = store.connection
        for pragma in ("synchronous = OFF", "cache_size = -600000", "foreign_keys = OFF"):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("DROP TRIGGER keys_later")
        connection.execute(
            """INSERT OR IGNORE INTO pair_keys SELECT value, rank, claim
            FROM claim_keys, json_each(key_numbers(keys)) ORDER BY 1, 2, 3"""
        )
        _make_postponed(connection)
        connection.execute("INSERT INTO claims_fts (claims_fts) VALUES ('rebuild')")
    unfinished.replace(base)


def _make_postponed(connection: sqlite3.Connection) -> None:
    for (sql,) in connection.execute("SELECT sql FROM postponed").fetchall():
        connection.execute(sql)
    connection.execute("DROP TABLE postponed")
