"""An open knowledge base that can only be read: what every read model starts from."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from claimkb.errors import StoreError
from claimkb.store.closing import Closing
from claimkb.store.connect import NONSENSE, connect_for_reading, store_errors


class Reading(Closing):
    """A connection that cannot write, closed as a context manager; its errors are in our words."""

    def __init__(self, path: Path | str) -> None:
        self.path = Path(path)
        self._connection = connect_for_reading(self.path)

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def state(self) -> tuple[tuple[int, int], ...]:
        """What is another after every write: the times and sizes of the file and of its write-ahead log."""
        files = (self.path, self.path.with_name(f"{self.path.name}-wal"))
        found = (file.stat() for file in files if file.exists())
        return tuple((each.st_mtime_ns, each.st_size) for each in found)

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        """The connection, its errors in our words; a row that no claimkb wrote is one of them."""
        try:
            with store_errors(self.path):
                yield self._connection
        except NONSENSE as error:
            raise StoreError(
                f"{self.path} holds a row that cannot be read ({type(error).__name__}: {error}).",
                "Run `claimkb check`; `claimkb recover NEW.db` saves what can be saved.",
            ) from error
