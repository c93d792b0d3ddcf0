"""The whole base as lines of text, and back: what `claimkb dump` writes and `claimkb import` reads.

The first line says what follows; then each table has a line with its name and
columns, and one line a row. Rows keep their keys, so that a base made of a dump
exports the same bytes. The last line counts the rows, so that half a dump is
told from a whole one. Indexes and the full-text search are made anew. Bytes
(a fetched page) are an object with their Base64.
"""

# ruff: noqa: S608 - names of tables and columns are those of our own schema

import json
import sqlite3
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from claimkb.errors import ClaimkbError, ReadError, StoreError
from claimkb.store.connect import connect_for_reading, reachable, store_errors
from claimkb.store.schema import SCHEMA_VERSION
from claimkb.store.store import Store

FORMAT = "claimkb dump"
BYTES = "base64"
_NOT_OURS = ("sqlite_", "_sqlite_migrations", "claims_fts")
_NEXT_STEP = "Dump the base again and import that; nothing was written."


def dump(path: Path | str) -> Iterator[str]:
    """The lines of a dump of the base at `path`, one state of it whatever is written meanwhile."""
    path = Path(path)
    connection = connect_for_reading(path)
    try:
        with store_errors(path):
            connection.execute("BEGIN")
            yield _line({"format": FORMAT, "schema": SCHEMA_VERSION})
            count = 0
            for table in tables(connection):
                names = columns(connection, table)
                yield _line({"table": table, "columns": names})
                listed = ", ".join(f'"{name}"' for name in names)
                order = ", ".join(f'"{name}"' for name in _key(connection, table)) or "rowid"
                for row in connection.execute(f'SELECT {listed} FROM "{table}" ORDER BY {order}'):
                    count += 1
                    yield _line(list(row))
            yield _line({"rows": count})
    finally:
        connection.close()


def load(path: Path | str, lines: Iterable[str]) -> int:
    """Make a base at `path` of a dump; returns how many rows it has.

    Raises `StoreError` if there is a base with anything in it, `ReadError`
    for lines that are no dump. The file appears whole or not at all.
    """
    path = Path(path)
    _refuse_what_is_there(path)
    unfinished = path.with_name(f".{path.name}.import")
    _remove(unfinished)
    try:
        with Store.open(unfinished) as store:
            with store.transaction():
                store.connection.execute("PRAGMA defer_foreign_keys = ON")
                count = _Loader(store.connection).take(lines)
            store.connection.execute("PRAGMA journal_mode = DELETE")
        _remove(path)
        unfinished.replace(path)
        return count
    except OSError as error:
        raise StoreError(
            f"{path} cannot be written ({error.strerror}).", "Name another with --db."
        ) from error
    finally:
        _remove(unfinished)


def tables(connection: sqlite3.Connection) -> list[str]:
    """The tables that hold what the base knows."""
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    return [name for (name,) in names if not name.startswith(_NOT_OURS)]


def columns(connection: sqlite3.Connection, table: str) -> list[str]:
    """The columns of a table, in order."""
    return [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')]


class _Loader:
    """Takes the lines of a dump one after the other into an empty base."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._known = {table: columns(connection, table) for table in tables(connection)}
        self._insert = ""
        self._width = 0
        self._number = 0

    def take(self, lines: Iterable[str]) -> int:
        """Insert all rows; returns their number."""
        count, counted = 0, None
        for self._number, line in enumerate(lines, start=1):
            value = self._parsed(line)
            if self._number == 1:
                self._check_header(value)
            elif counted is not None:
                raise self._error("something follows the end of the dump")
            elif isinstance(value, list):
                self._take_row(value)
                count += 1
            elif "table" in value:
                self._begin_table(value)
            else:
                counted = value.get("rows")
        if counted != count:
            raise ReadError("The dump is cut off: its last line is missing or counts other rows.", _NEXT_STEP)
        if self._connection.execute("PRAGMA foreign_key_check").fetchone():
            raise ReadError("The dump has rows that refer to rows it has not.", _NEXT_STEP)
        return count

    def _parsed(self, line: str) -> Any:  # noqa: ANN401 - whatever JSON holds
        try:
            value = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise self._error("it is not JSON") from error
        if not isinstance(value, dict | list):
            raise self._error("it is neither a row nor a heading")
        return value

    def _check_header(self, value: object) -> None:
        if not isinstance(value, dict) or value.get("format") != FORMAT:
            raise self._error("it does not say that a claimkb dump follows")
        version = value.get("schema")
        if not isinstance(version, int) or version > SCHEMA_VERSION:
            raise ReadError(
                "The dump is of a newer claimkb than this one.", "Upgrade: `pip install --upgrade claimkb`."
            )

    def _begin_table(self, heading: dict[str, Any]) -> None:
        table, names = heading["table"], heading.get("columns")
        if not isinstance(table, str) or table not in self._known:
            raise self._error(f"there is no table {table!r}")
        if not isinstance(names, list) or not names or not all(isinstance(name, str) for name in names):
            raise self._error(f"it does not name the columns of {table}")
        unknown = [name for name in names if name not in self._known[table]]
        if unknown or len(set(names)) != len(names):
            raise self._error(f"{table} has no such columns: {unknown or names}")
        listed = ", ".join(f'"{name}"' for name in names)
        self._insert = f'INSERT INTO "{table}" ({listed}) VALUES ({", ".join("?" * len(names))})'
        self._width = len(names)

    def _take_row(self, row: list[Any]) -> None:
        if not self._insert or len(row) != self._width:
            raise self._error("it is not a row of the table before it")
        values = [self._value(value) for value in row]
        try:
            self._connection.execute(self._insert, values)
        except (sqlite3.Error, OverflowError, UnicodeError) as error:
            raise self._error(f"the row does not fit ({error})") from error

    def _value(self, value: object) -> str | int | float | bytes | None:
        if value is None or isinstance(value, str | int | float):
            return value
        if isinstance(value, dict) and list(value) == [BYTES] and isinstance(value[BYTES], str):
            try:
                return b64decode(value[BYTES], validate=True)
            except ValueError as error:
                raise self._error("its bytes are no Base64") from error
        raise self._error("a value is neither text nor a number")

    def _error(self, what: str) -> ReadError:
        return ReadError(f"Line {self._number} of the dump is wrong: {what}.", _NEXT_STEP)


def _refuse_what_is_there(path: Path) -> None:
    """Only a place without a base, or with an empty one, may be filled."""
    if not reachable(path):
        return
    connection = connect_for_reading(path)
    try:
        full = any(
            connection.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone()
            for table in ("documents", "decisions", "reviews", "journal")
        )
    finally:
        connection.close()
    if full:
        raise StoreError(
            f"There is a base at {path} already, and a dump makes a base of its own.",
            "Name another with --db.",
        )


def _key(connection: sqlite3.Connection, table: str) -> list[str]:
    """The columns of a table's primary key."""
    rows = connection.execute(f'PRAGMA table_info("{table}")').fetchall()
    return [row[1] for row in sorted((row for row in rows if row[5]), key=lambda row: int(row[5]))]


def _remove(path: Path) -> None:
    try:
        for suffix in ("", "-wal", "-shm", "-journal"):
            Path(f"{path}{suffix}").unlink(missing_ok=True)
    except OSError as error:
        raise ClaimkbError(
            f"{path} cannot be removed ({error.strerror}).", "Choose another place."
        ) from error


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=True, separators=(",", ":"), default=_bytes)


def _bytes(value: object) -> dict[str, str]:
    """Bytes as JSON; nothing else in a base needs it."""
    if not isinstance(value, bytes):
        raise TypeError(f"{type(value).__name__} has no place in a dump")
    return {BYTES: b64encode(value).decode()}
