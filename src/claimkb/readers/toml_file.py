"""Reading a user's TOML: one-line errors that name the file, the line and what is wrong.

`tomllib` gives no positions for values, so the line of a bad entry is looked up
in the text: the n-th `[[table]]` header, then the key below it.
"""

import re
import tomllib
from pathlib import Path
from typing import Any, NoReturn

from claimkb.errors import ConfigError


class TomlTables:
    """The `[[name]]` tables of one TOML file, with errors that point into it."""

    def __init__(self, path: Path, name: str) -> None:
        """Read `path`; raises `ConfigError` if it is not TOML or holds anything but `[[name]]` tables."""
        self.path = path
        self.name = name
        self._lines = _read(path).splitlines()
        self.tables: list[dict[str, Any]] = self._parsed()

    def fail(self, problem: str, *, table: int | None = None, key: str | None = None) -> NoReturn:
        """Raise the `ConfigError` for an entry."""
        where = f", line {self._line(table, key)}" if table is not None else ""
        raise ConfigError(f"{self.path.as_posix()}{where}: {problem}.", "Correct the file and run again.")

    def check_keys(self, table: int, allowed: tuple[str, ...]) -> None:
        """Refuse keys that nothing reads: a typing error must not lose a field in silence."""
        for key in self.tables[table]:
            if key not in allowed:
                self.fail(f"unknown key '{key}' (known: {', '.join(allowed)})", table=table, key=key)

    def text(self, table: int, key: str) -> str | None:
        """The value of `key` as text, None if absent."""
        value = self.tables[table].get(key)
        if value is not None and not isinstance(value, str):
            self.fail(f"{key} must be a text in quotes", table=table, key=key)
        return value

    def texts(self, table: int, key: str) -> tuple[str, ...]:
        """The value of `key` as a list of texts, () if absent."""
        value = self.tables[table].get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self.fail(f"{key} must be a list of texts in quotes", table=table, key=key)
        return tuple(value)

    def _parsed(self) -> list[dict[str, Any]]:
        try:
            content = tomllib.loads("\n".join(self._lines))
        except tomllib.TOMLDecodeError as error:
            self.fail(f"not valid TOML: {error}")
        for key in content:
            if key != self.name:
                self.fail(f"unknown entry '{key}' (only [[{self.name}]] tables are read)")
        tables = content.get(self.name, [])
        if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
            self.fail(f"write each {self.name} as a [[{self.name}]] table, with double brackets")
        return tables

    def _line(self, table: int, key: str | None) -> int:
        header = re.compile(rf"\s*\[\[\s*{re.escape(self.name)}\s*\]\]")
        starts = [number for number, line in enumerate(self._lines) if header.match(line)]
        first = starts[table] if table < len(starts) else 0
        last = starts[table + 1] if table + 1 < len(starts) else len(self._lines)
        if key is not None:
            assigned = re.compile(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=")
            for number in range(first, last):
                if assigned.match(self._lines[number]):
                    return number + 1
        return first + 1


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise ConfigError(
            f"{path.as_posix()}: not UTF-8 (byte {error.start}).", "Save it as UTF-8."
        ) from error
    except OSError as error:
        raise ConfigError(
            f"{path.as_posix()}: cannot be read ({error.strerror}).", "Check the path."
        ) from error
