"""Opening the file: what it must be, and what to say when it is something else.

A connection for reading cannot write, whatever runs on it. A file is ours by
its application id and ours to read by its schema version; anything else is
refused in one line before a query is tried. Every SQLite error that can reach
a user passes through `store_errors` and leaves as a `StoreError`.
"""

import os
import sqlite3
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from claimkb.errors import StoreError, UsageError
from claimkb.store.schema import APPLICATION_ID, SCHEMA_VERSION

# A writer holds the lock for one document at a time. SQLite's queue is not a fair
# one: with several writers each may be passed over a few times.
BUSY_TIMEOUT_MS = 60_000
_WAIT = 0.02  # seconds between two tries of what SQLite does not wait for by itself
_TRIES_TO_OPEN = 50
# A limit on file sizes shows as a failed write, not as a full disk.
_WRITE_FAILED = ("SQLITE_IOERR_WRITE", "SQLITE_IOERR_FSYNC", "SQLITE_IOERR_SHMSIZE", "SQLITE_IOERR_TRUNCATE")
# What reading raises of rows that hold other things than they should: damage, or a dump that was altered.
NONSENSE = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError, zlib.error)
INGEST_HINT = "Make one with `claimkb ingest PATH…`, or name another with --db."


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All that is written within, or none of it; waits its turn if another process is writing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def connect_for_reading(path: Path) -> sqlite3.Connection:
    """A read-only connection to an existing database of the present schema, upgraded if that can be done."""
    with store_errors(path):
        connection = _open_checked(path)
        if connection.execute("PRAGMA user_version").fetchone()[0] == SCHEMA_VERSION:
            return connection
        connection.close()
        _upgrade(path)
        return _open_checked(path)


def connect_for_threads(path: Path) -> sqlite3.Connection:
    """A read-only connection that may be handed from one thread to another, as servers do."""
    with store_errors(path):
        return _connect_read_only(path, one_thread=False)


def check_header(connection: sqlite3.Connection, path: Path) -> bool:
    """Whether the database has our tables; raises if it is another program's or a newer claimkb's."""
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        if connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0:
            return False
        raise StoreError(
            f"{path} is an SQLite file, but not a claimkb database.",
            "Name another with --db; it was not touched.",
        )
    if version > SCHEMA_VERSION:
        raise StoreError(
            f"{path} was written by a newer claimkb (schema {version}; this one knows {SCHEMA_VERSION}).",
            "Upgrade: `pip install --upgrade claimkb`.",
        )
    return True


def reachable(path: Path) -> bool:
    """Whether there is a file at `path`; raises if it is a folder or in one that may not be entered."""
    try:
        if path.is_dir():
            raise StoreError(f"{path} is a folder, not a database.", "Name the database file with --db.")
        return path.exists()
    except OSError as error:
        problem = f"{path} cannot be reached ({error.strerror})."
        raise StoreError(problem, "Name another with --db, or ask for access.") from error


@contextmanager
def store_errors(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into one line about `path` and what to do."""
    try:
        yield
    except sqlite3.Error as error:
        raise _explained(error, path) from error
    except UnicodeEncodeError as error:
        # What a shell passes on of an argument that is not UTF-8.
        raise UsageError("An argument holds bytes that are no text.", "Give it in UTF-8.") from error


def _explained(error: sqlite3.Error, path: Path) -> StoreError:
    name = str(getattr(error, "sqlite_errorname", "") or "")
    if name.startswith("SQLITE_BUSY"):
        return StoreError(f"{path} is being written by another process.", "Try again when it has finished.")
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
        return StoreError(
            f"{path} cannot be opened or written: its folder or the file is read-only for you.",
            "Choose a writable place with --db.",
        )
    if name == "SQLITE_NOTADB":
        return StoreError(
            f"{path} is not an SQLite file; it was not touched.",
            "Name another with --db. If it was a database, `claimkb recover NEW.db` may save what is in it.",
        )
    if name.startswith("SQLITE_FULL") or name in _WRITE_FAILED:
        return StoreError(
            f"{path} could not be written: the disk is full, or a limit on file sizes was reached.",
            "What was stored before is safe. Free some space and run the command again to go on.",
        )
    if name.startswith("SQLITE_IOERR"):
        return StoreError(
            f"{path} could not be read or written ({error}).", "Check the disk, then run `claimkb check`."
        )
    if name.startswith("SQLITE_CORRUPT") or _is_nonsense(error):
        return StoreError(
            f"{path} is damaged ({error}).",
            "`claimkb recover NEW.db` saves what can be saved; if you have a backup, use that.",
        )
    return StoreError(f"{path} cannot be used ({error}).", "Run `claimkb check`, or ingest anew.")


def _is_nonsense(error: sqlite3.Error) -> bool:
    """Whether the file has the header of ours but not the tables: only damage does that."""
    return str(error).startswith(("no such table", "no such column", "malformed database schema"))


def _open_checked(path: Path) -> sqlite3.Connection:
    """A read-only connection to a file that is there and is ours, of whatever version up to the present."""
    if not reachable(path):
        raise StoreError(f"There is no database at {path}.", INGEST_HINT)
    connection = _connect_read_only(path)
    try:
        if not check_header(connection, path):
            raise StoreError(f"{path} is empty.", INGEST_HINT)
    except BaseException:
        connection.close()
        raise
    return connection


def use_write_ahead_log(connection: sqlite3.Connection) -> None:
    """Let readers and a writer work at once; the change of mode is the one lock SQLite does not wait for."""
    deadline = time.monotonic() + BUSY_TIMEOUT_MS / 1000
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if not error.sqlite_errorname.startswith("SQLITE_BUSY") or time.monotonic() > deadline:
                raise
        time.sleep(_WAIT)


def _connect_read_only(path: Path, *, one_thread: bool = True) -> sqlite3.Connection:
    # In write-ahead mode even a reader has to make the `-shm` file. Where it cannot,
    # and no log is left to be read, the file is at rest: opening it as immutable lets
    # a database on a read-only medium be queried. Where it can, the files were just
    # being removed by a writer that closed, and another try finds them settled.
    for attempt in range(_TRIES_TO_OPEN):
        try:
            return _connect(path, "mode=ro", one_thread=one_thread)
        except sqlite3.OperationalError as error:
            if not _writable(path.resolve().parent) and not _log_of(path):
                return _connect(path, "mode=ro&immutable=1", one_thread=one_thread)
            opening = error.sqlite_errorname.startswith(("SQLITE_CANTOPEN", "SQLITE_READONLY"))
            if not opening or attempt == _TRIES_TO_OPEN - 1:
                raise
        time.sleep(_WAIT)
    raise AssertionError("the last try returns or raises")


def _writable(folder: Path) -> bool:
    """Whether this process may make files there, with the rights it has now."""
    return os.access(folder, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def _log_of(path: Path) -> int:
    """How many bytes of changes wait in the write-ahead log."""
    log = Path(f"{path}-wal")
    return log.stat().st_size if log.exists() else 0


def _connect(path: Path, mode: str, *, one_thread: bool) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"file:{quote(str(path.resolve()))}?{mode}",
        uri=True,
        isolation_level=None,
        check_same_thread=one_thread,
    )
    try:
        connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
        connection.execute("PRAGMA query_only = ON")
        connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
    except BaseException:
        connection.close()
        raise
    connection.row_factory = sqlite3.Row
    return connection


def _upgrade(path: Path) -> None:
    """Bring an older database to the present schema; the only reason a query would load the writer."""
    from claimkb.store.store import Store

    try:
        Store.open(path).close()
    except StoreError as error:
        raise StoreError(
            f"{path} was written by an older claimkb and cannot be upgraded where it is: {error.problem}",
            "Copy it to a writable place and name that with --db.",
        ) from error
