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
    if not ours or connection.execute("PRAGMA user_version").fetchone()[0] < SCHEMA_VERSION:
        migrate(Database(connection, execute_plugins=False))
