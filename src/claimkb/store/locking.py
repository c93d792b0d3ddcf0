"""A lock beside a base: work of which only one process may do any, and that no transaction spans.

The lock is an SQLite file that is held open in an exclusive transaction, so
that it works wherever SQLite does and is let go of by a process that is
killed. Whoever holds it takes the file away at the end.
"""

import sqlite3
from pathlib import Path

from claimkb.errors import StoreError


class Lock:
    """Held from its making until `release`; raises `StoreError` if another process holds it."""

    def __init__(self, path: Path, doing: str) -> None:
        self._path = path
        while True:
            path.touch()
            before = path.stat().st_ino
            self._connection = _held(path, doing)
            if path.exists() and path.stat().st_ino == before:
                return
            # Whoever held it before took the file away after we had opened it: nobody else would find ours.
            self._connection.close()

    def release(self) -> None:
        """Let go of it; a second time does nothing."""
        if self._connection.in_transaction:
            self._path.unlink(missing_ok=True)
            self._connection.close()
            self._connection = sqlite3.connect(":memory:")


def _held(path: Path, doing: str) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None, timeout=0)
    try:
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.DatabaseError as error:
        connection.close()
        raise StoreError(f"Another process is {doing}.", "Wait until it is done, or end it.") from error
    return connection
