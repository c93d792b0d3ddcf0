"""Bases of any size for the benchmarks of queries: the rows of a small base, copied many times over.

Extracting a million claims takes hours, copying their rows minutes. A small
base is made of synthetic articles (`corpus.py`) in the ordinary way; then all
its rows are copied with other ids, outlets, hashes, keys and half of the
names, so that themes, entities and words have the shares of the base that
they have in the small one, while names, sources and keys grow in number.
Findings are copied with their claims. A copy's texts are no articles, so
`claimkb check` would refuse such a base: only queries and what a further
article costs can be measured on it.

    python bench/fill.py BASE.db --claims 1000000 [--articles 20]
"""

import argparse
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import corpus

from claimkb.store.key_numbers import SHORT_RANK_BITS
from claimkb.store.schema_findings import SOURCES_OF_FINDINGS

ROOT = Path(__file__).parent.parent
OUTLETS = 2000  # a copy's documents are spread over so many sources
SHARED = 16  # of so many claims the keys of one are those of all its copies
_UID = (
    "printf('%012x', (({id}) * 2654435761 + 12345) % 281474976710656)"  # an odd factor: no two are the same
)
_TABLES = ("documents", "claims", "entities", "relations")

# For each copy, numbered :n from 1; d, c, e and r stand for how far its ids are moved.
_COPY = (
    """INSERT OR IGNORE INTO sources (uid, name) SELECT printf('%012x', 1000000 + (:d + id) % {outlets}),
        'outlet ' || ((:d + id) % {outlets}) FROM small.documents""",
    """INSERT INTO documents SELECT id + :d, printf('%05d/', :n) || path, {uid_d} || hash, text,
        (SELECT id FROM main.sources WHERE name = 'outlet ' || ((:d + d.id) % {outlets})), {uid_d} || origin,
        title, author, printf('20%02d-%02d-%02d', (:n + id) % 25, :n % 12 + 1, id % 28 + 1), url, reliability,
        language, printf('20%02d-%02d-%02d', (:n + id) % 25, :n % 12 + 1, id % 28 + 1),
        printf('20%02d-%02d-%02d', (:n + id) % 25, :n % 12 + 1, id % 28 + 1), themes, inferred, parser, taxonomy,
        ingested_at FROM small.documents AS d""",
    """INSERT INTO appearances SELECT printf('%05d/', :n) || path, document + :d, metadata
        FROM small.appearances""",
    """INSERT INTO sentences SELECT document + :d, position, start, "end", role, reason, digest + :n * 7919
        FROM small.sentences""",
    "INSERT INTO fingerprints SELECT value + :n * 7919, document + :d FROM small.fingerprints",
    "INSERT INTO entities SELECT id + :e, name || ' ' || :n, kind FROM small.entities WHERE id % 2",
    """INSERT INTO claims SELECT {claim_columns} FROM small.claims""",
    "INSERT INTO stories SELECT document + :d, names FROM small.stories",
    "INSERT INTO quantities SELECT claim + :c, {quantities} FROM small.quantities",
    "INSERT INTO dates SELECT claim + :c, {dates} FROM small.dates",
    """INSERT INTO claim_entities (claim, position, entity, text, start, "end")
        SELECT claim + :c, position, entity + :e * (entity % 2), text, start, "end" FROM small.claim_entities""",
    "INSERT INTO claim_themes SELECT claim + :c, theme, position, terms FROM small.claim_themes",
    # Half of a number moved on is a key that no claim has; the words of such keys are never asked for.
    """INSERT INTO pair_keys SELECT iif(claim % {shared}, key / 2 + :n * 7919, key), (rank + :n * 7919) % {ranks},
        claim + :c FROM small.pair_keys ORDER BY 1, 2""",
    "INSERT INTO claim_keys SELECT claim + :c, (rank + :n * 7919) % {ranks}, keys FROM small.claim_keys",
    """INSERT INTO relations SELECT {relation_columns} FROM small.relations""",
    """INSERT INTO relation_themes SELECT relation + :r, theme, shelf, confidence, {uid_rt}
        FROM small.relation_themes""",
)


def small_base(database: Path, articles: int) -> None:
    """A base of synthetic articles, made by the program itself."""
    with tempfile.TemporaryDirectory() as folder:
        corpus.write(Path(folder), articles)
        command = [sys.executable, "-m", "claimkb", "--db", str(database), "ingest", folder, "--quiet"]
        subprocess.run(command, check=True, cwd=ROOT)


def fill(small: Path, large: Path, claims: int) -> int:
    """Make `large` of copies of `small` until it has at least so many claims; returns how many it has."""
    large.unlink(missing_ok=True)
    connection = sqlite3.connect(small)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.execute("VACUUM INTO ?", (str(large),))
    connection.close()
    connection = sqlite3.connect(large, isolation_level=None)
    for pragma in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -400000", "temp_store = MEMORY"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("ATTACH ? AS small", (str(small),))
    steps = {name: _most(connection, name) for name in _TABLES}
    postponed = _postpone(connection)
    statements = [sql.format(**_names(connection)) for sql in _COPY]
    copies = -(-claims // _count(connection)) - 1
    connection.execute("BEGIN")
    for number in range(1, copies + 1):
        moved = {"n": number} | {name[0]: step * number for name, step in steps.items()}
        for sql in statements:
            connection.execute(sql, moved)
    connection.execute("COMMIT")
    connection.execute("DELETE FROM relation_sources")
    connection.execute(SOURCES_OF_FINDINGS, (0,))
    for sql in postponed:
        connection.execute(sql)
    connection.execute("INSERT INTO claims_fts (claims_fts) VALUES ('rebuild')")
    number = _count(connection)
    connection.close()
    return number


def _count(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT count(*) FROM main.claims").fetchone()[0])


def _most(connection: sqlite3.Connection, table: str) -> int:
    """The largest row key, made even so that the names that vary are the same in each copy."""
    most = int(connection.execute(f"SELECT max(id) FROM small.{table}").fetchone()[0])
    return most + most % 2


def _postpone(connection: sqlite3.Connection) -> list[str]:
    """Drop the indexes and triggers, which are faster made at the end; returns what makes them."""
    rows = connection.execute(
        """SELECT type, name, sql FROM main.sqlite_master WHERE sql IS NOT NULL
        AND (type = 'trigger' OR type = 'index' AND tbl_name NOT LIKE 'claims_fts%')"""
    ).fetchall()
    for kind, name, _ in rows:
        connection.execute(f"DROP {kind} main.{name}")
    return [sql for _, _, sql in rows]


def _names(connection: sqlite3.Connection) -> dict[str, str | int]:
    """What fills the gaps of the statements: the columns that are copied as they are, and those that are not."""
    uid_c, uid_r = (_UID.format(id=f"id + :{key}") for key in "cr")
    claim = {
        "id": "id + :c",
        "uid": uid_c,
        "document": "document + :d",
        "text": "text || ' (' || :n || ')'",
        "content": f"{uid_c} || content",
    }
    relation = {"id": "id + :r", "uid": uid_r, "a": "a + :c", "b": "b + :c", "pair": f"{uid_r} || pair"}
    return {
        "outlets": OUTLETS,
        "shared": SHARED,
        "ranks": 1 << SHORT_RANK_BITS,
        "uid_d": _UID.format(id="id + :d"),
        "uid_rt": _UID.format(id="relation + :r"),
        "claim_columns": ", ".join(claim.get(name, f'"{name}"') for name in _columns(connection, "claims")),
        "relation_columns": ", ".join(
            relation.get(name, f'"{name}"') for name in _columns(connection, "relations")
        ),
        "quantities": ", ".join(f'"{name}"' for name in _columns(connection, "quantities")[1:]),
        "dates": ", ".join(f'"{name}"' for name in _columns(connection, "dates")[1:]),
    }


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    return [row[1] for row in connection.execute(f"PRAGMA small.table_info({table})")]


def main() -> None:
    """Make a base."""
    parser = argparse.ArgumentParser(description="Make a large synthetic base.")
    parser.add_argument("database", type=Path)
    parser.add_argument("--claims", type=int, default=1_000_000)
    parser.add_argument("--articles", type=int, default=20, help="articles of the base that is copied")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        small_base(Path(folder) / "small.db", options.articles)
        number = fill(Path(folder) / "small.db", options.database, options.claims)
    print(f"{number} claims, {options.database.stat().st_size / number:.0f} bytes each")


if __name__ == "__main__":
    main()
