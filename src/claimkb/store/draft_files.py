"""The file of a draft: where it stands, how it is opened, and which state of a base it belongs to.

A draft is an SQLite file beside its base, `claims.db.rebuild`. It is opened as
the main database with the base attached, so that whatever asks for
`pair_keys` and `claim_keys` is answered by the draft and all else by the base.
"""

import hashlib
import sqlite3
from pathlib import Path
from urllib.parse import quote

from claimkb.store.connect import BUSY_TIMEOUT_MS, use_write_ahead_log
from claimkb.store.schema_keys import PAIR_KEYS

SUFFIX = ".rebuild"

VERDICT = (
    "scope", "kind", "type", "rule", "label", "reason", "confidence", "evidence", "key", "direction",
    "a_marks", "b_marks",
)  # fmt: skip
_TABLES = (
    "CREATE TABLE about (stamp TEXT NOT NULL)",
    PAIR_KEYS,
    "CREATE TABLE claim_keys (claim INTEGER PRIMARY KEY, rank INTEGER NOT NULL, keys BLOB NOT NULL)",
    f"""CREATE TABLE found (a INTEGER NOT NULL, b INTEGER NOT NULL, uid TEXT NOT NULL UNIQUE,
        a_uid TEXT NOT NULL, b_uid TEXT NOT NULL, {", ".join(VERDICT)}, PRIMARY KEY (a, b)) WITHOUT ROWID""",
    "CREATE TABLE done (stage TEXT NOT NULL, first INTEGER NOT NULL, PRIMARY KEY (stage, first)) WITHOUT ROWID",
)
# All that pair-keys and verdicts are drawn from.
_DRAWN_FROM = (
    """SELECT documents.id, hash, origin, published, inferred, name FROM documents
        JOIN sources ON sources.id = source ORDER BY documents.id""",
    """SELECT id, uid, text, subject, predicate, object, polarity, modality, holder_key, stance, frame, extractor
        FROM claims ORDER BY id""",
    "SELECT * FROM quantities ORDER BY claim, position",
    "SELECT * FROM dates ORDER BY claim, position",
    """SELECT claim, position, name, kind FROM claim_entities
        JOIN entities ON entities.id = coalesce(found, entity) ORDER BY claim, position""",
    "SELECT key, value FROM decisions WHERE kind = 'entity' ORDER BY key",  # which names people made one
)


def draft_path(base: Path) -> Path:
    """Where the draft of a base stands."""
    return base.with_name(base.name + SUFFIX)


def lock_path(base: Path) -> Path:
    """Where the lock stands that whoever works on the draft holds."""
    return base.with_name(f"{base.name}{SUFFIX}-lock")


def begun(base: Path, stamp: str) -> sqlite3.Connection:
    """The draft open for writing: the one that is there if it has this stamp, else a new one."""
    connection = connect(base, writing=True)
    try:
        use_write_ahead_log(connection)
        tables = connection.execute("SELECT count(*) FROM main.sqlite_master").fetchone()[0]
        if tables and connection.execute("SELECT stamp FROM about").fetchall()[0][0] == stamp:
            return connection
        if tables:
            connection.close()
            remove(base)
            return begun(base, stamp)
        connection.execute("BEGIN IMMEDIATE")
        for statement in _TABLES:
            connection.execute(statement)
        connection.execute("INSERT INTO about VALUES (?)", (stamp,))
        connection.execute("COMMIT")
    except BaseException:
        connection.close()
        raise
    return connection


def connect(base: Path, *, writing: bool) -> sqlite3.Connection:
    """The draft as `main` with the base beside it: what is asked of keys is answered by the draft."""
    mode = "rwc" if writing else "ro"
    connection = sqlite3.connect(_uri(draft_path(base), mode), uri=True, isolation_level=None)
    connection.row_factory = sqlite3.Row
    connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("ATTACH ? AS base", (_uri(base, "ro"),))
    return connection


def _uri(path: Path, mode: str) -> str:
    return f"file:{quote(str(path.resolve()))}?mode={mode}"


def remove(base: Path) -> None:
    """Take a draft away, finished or not."""
    for ending in ("", "-wal", "-shm"):
        Path(f"{draft_path(base)}{ending}").unlink(missing_ok=True)


def state_of(connection: sqlite3.Connection) -> str:
    """A digest of all that pair-keys and findings are drawn from: some seconds for a million claims."""
    digest = hashlib.blake2b(digest_size=16)
    for sql in _DRAWN_FROM:
        for row in connection.execute(sql):
            digest.update(repr(tuple(row)).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()
