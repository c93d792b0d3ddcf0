"""A copy of the base while it is in use, by SQLite's own online backup.

The copy is made beside its place, verified, and moved there: a file of that
name is whole at any time, the old one or the new one. It is one file without a
log of its own, ready to be moved elsewhere.
"""

import os
import sqlite3
from pathlib import Path

from claimkb.errors import StoreError
from claimkb.store.connect import check_header, connect_for_reading, reachable, store_errors

_PAGES = 2_000  # copied at a time; a writer may go between


def backup(path: Path, target: Path) -> int:
    """Copy the database at `path` to `target`; returns its size in bytes.

    Raises `StoreError` if the base cannot be read, is damaged, or if `target`
    is something else than an earlier copy.
    """
    source = connect_for_reading(path)
    try:
        may_be_replaced(target, path)
        if not target.parent.is_dir():
            raise StoreError(f"There is no folder {target.parent}.", "Make it, or name another file.")
        draft = target.with_name(f".{target.name}.{os.getpid()}")
        try:
            _copy(source, path, draft)
            draft.replace(target)
            _flush(target.parent)
        finally:
            draft.unlink(missing_ok=True)
    except OSError as error:
        problem = f"{target} cannot be written ({error.strerror or error})."
        raise StoreError(problem, "Name another file.") from error
    finally:
        source.close()
    return target.stat().st_size


def may_be_replaced(target: Path, path: Path) -> None:
    """Raise `StoreError` unless `target` is free, or an earlier copy that nothing has open."""
    if not reachable(target):
        return
    if target.exists() and path.exists() and target.samefile(path):
        raise StoreError(f"{target} is the database itself.", "Name another file.")
    with store_errors(target):
        connection = sqlite3.connect(f"{target.resolve().as_uri()}?mode=ro", uri=True)
        try:
            check_header(connection, target)
        finally:
            connection.close()
    if Path(f"{target}-wal").exists():
        raise StoreError(f"{target} is a database in use.", "Name another file; it was not touched.")


def _copy(source: sqlite3.Connection, path: Path, draft: Path) -> None:
    with store_errors(draft):
        copy = sqlite3.connect(draft, isolation_level=None)
    try:
        with store_errors(draft):
            source.backup(copy, pages=_PAGES)
            copy.execute("PRAGMA journal_mode = DELETE")
        with store_errors(path):
            found = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
    finally:
        copy.close()
    if found != "ok":
        raise StoreError(
            f"{path} is damaged ({found}); no copy was made.",
            "`claimkb recover NEW.db` saves what can be saved.",
        )
    _flush(draft)


def _flush(path: Path) -> None:
    """Put what was written on the disk, so that a power cut cannot undo it."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
