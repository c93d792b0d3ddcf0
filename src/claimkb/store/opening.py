"""Opening the file for writing: its folder, its settings, its schema.

The write-ahead log lets readers go on while a document is written; a full
flush at each commit is what makes "stored" true after a power cut.
"""

import sqlite3
from pathlib import Path

from sqlite_utils import Database

from claimkb.errors import StoreError
from claimkb.store.connect import BUSY_TIMEOUT_MS, check_header, reachable, use_write_ahead_log
from claimkb.store.key_numbers import register
from claimkb.store.migrations import migrate
from claimkb.store.schema import SCHEMA_VERSION

# The upper levels of all indexes and what was just written; SQLite's own 2 MB cost an article in a base of 170,000
# claims 8 % more time.
PAGES_KEPT_KB = 65_536
# The log goes into the file when it has so many pages (64 MB), not 1,000: an article in a large base alters 770, the
# same 200 each time. It saves 4 of 14 ms that committing it takes.
LOG_PAGES = 16_000


def make_folder(path: Path) -> None:
    """Make the folder of a new database; raises `StoreError` if it cannot be made."""
    reachable(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        problem = f"The folder {path.parent} cannot be made ({error.strerror})."
        raise StoreError(problem, "Choose a writable place with --db.") from error


def prepare(connection: sqlite3.Connection, path: Path) -> None:
    """Set what a writing connection needs, and bring the schema up to date."""
    connection.row_factory = sqlite3.Row
    register(connection)
    connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
    ours = check_header(connection, path)
    use_write_ahead_log(connection)
    # What ingest has reported survives a power cut, at the price of one flush a
    # document, which is little beside parsing it.
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA cache_size = -{PAGES_KEPT_KB}")
    connection.execute(f"PRAGMA wal_autocheckpoint = {LOG_PAGES}")
    if not ours or connection.execute("PRAGMA user_version").fetchone()[0] < SCHEMA_VERSION:
        migrate(Database(connection, execute_plugins=False))
