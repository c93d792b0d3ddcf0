"""An open folder of Parquet files: what all queries over it need.

Nothing can be written, and no other file be read: DuckDB runs in memory,
confined to the folder, and every value is bound to a placeholder.
"""

# ruff: noqa: S608 - statements are composed of constants; every value is bound to a placeholder

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from claimkb.errors import ClaimkbError
from claimkb.store.closing import Closing
from claimkb.store.lookup import MIN_PREFIX, lookup
from claimkb.store.shards import KINDS, duck

NAMES = "The names are those of the base it was made of."


class ShardFolder(Closing):
    """A folder of Parquet files, and the names in it; close it, or use it as a context manager."""

    def __init__(self, folder: Path | str) -> None:
        self._folder = Path(folder)
        if not any(self._folder.glob("claims/*.parquet")):
            raise ClaimkbError(
                f"{self._folder} holds no claims.", "Make one: `claimkb export shards FOLDER`."
            )
        self._duckdb = duck()
        self._connection = self._duckdb.connect()
        self._connection.execute("SET allowed_directories = [?]", [f"{self._folder.resolve()}/"])
        self._connection.execute("SET enable_external_access = false")
        self._connection.execute("SET lock_configuration = true")

    def close(self) -> None:
        """Let go of the files."""
        self._connection.close()

    def theme_slugs(self, wanted: Iterable[str]) -> list[str]:
        """The slugs of the themes named, and of all that are narrower."""
        rows = self.read("themes", "slug, label, broader")
        known: dict[str, list[str]] = {}
        for slug, label, _ in rows:
            known.setdefault(label.casefold(), [slug])
        known |= {slug.casefold(): [slug] for slug, _, _ in rows}
        found = named("theme", wanted, known, [slug for slug, _, _ in rows])
        for slug in found:  # grows as it goes: what is narrower than what is narrower
            found += [each for each, _, broader in rows if broader == slug and each not in found]
        return found

    def source_names(self, wanted: Iterable[str]) -> list[str]:
        """The names of the sources that were named, or given by id."""
        rows = self.read("sources", "id, name")
        names = [name for _, name in rows]
        known: dict[str, list[str]] = {}
        for name in names:
            known.setdefault(name.casefold(), []).append(name)
        for each in wanted:
            folded = each.strip().casefold()
            begun = [name for uid, name in rows if len(folded) >= MIN_PREFIX and uid.startswith(folded)]
            if folded not in known and len(begun) == 1:
                known[folded] = begun
        return named("source", wanted, known, names)

    def read(self, kind: str, columns: str, condition: str = "true") -> list[tuple[Any, ...]]:
        """Some columns of one kind of file, in their order."""
        sql = f"SELECT {columns} FROM {self.table(kind)} WHERE {condition} ORDER BY ALL"
        rows: list[tuple[Any, ...]] = self.run(sql, [self.files(kind)]).fetchall()
        return rows

    def run(self, sql: str, values: list[Any]) -> Any:  # noqa: ANN401 - DuckDB's result
        """What a statement finds; raises `ClaimkbError` for files that cannot be read."""
        try:
            return self._connection.execute(sql, values)
        except self._duckdb.Error as error:
            raise ClaimkbError(
                f"{self._folder} cannot be read ({str(error).splitlines()[0]}).",
                "Export it anew: `claimkb export shards FOLDER`.",
            ) from error

    def files(self, kind: str) -> list[str]:
        """The files of a kind."""
        return [str(file) for file in sorted((self._folder.resolve() / kind).glob("*.parquet"))]

    def table(self, kind: str) -> str:
        """What stands for the files of a kind in a statement."""
        assert kind in KINDS  # noqa: S101 - names of our own
        return "read_parquet(?)"


@dataclass(slots=True)
class ShardWhere:
    """Conditions that must all hold, with the values for their placeholders."""

    conditions: list[str] = field(default_factory=list)
    values: list[Any] = field(default_factory=list)

    def add(self, condition: str, *values: Any) -> None:  # noqa: ANN401 - numbers, texts, lists of them
        """Require one more condition."""
        self.conditions.append(condition)
        self.values.extend(values)

    @property
    def sql(self) -> str:
        """The WHERE clause, empty if nothing is required."""
        return f"WHERE {' AND '.join(self.conditions)}" if self.conditions else ""


def named(what: str, wanted: Iterable[str], known: dict[str, list[str]], shown: list[str]) -> list[str]:
    """What was named, each once; raises `NotFoundError` with near matches."""
    return list(dict.fromkeys(lookup(what, wanted, known, shown, NAMES)))
