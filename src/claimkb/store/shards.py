"""A base as a folder of Parquet files: `claimkb export shards`, for DuckDB and whatever else reads Parquet.

    FOLDER/claims/00000.parquet …      the columns of `export claims`, in text order
    FOLDER/relations/00000.parquet …   those of `export relations`
    FOLDER/sources/, themes/, entities/

Lists are lists and nested records structs. Claims have a few columns more,
which begin with an underscore: what the filters of `claimkb claims` look at
beyond what is exported. DuckDB (an extra) writes the files, from JSON lines
with the types of the records. The folder appears whole or not at all.
"""

# ruff: noqa: S608 - statements are composed of names of our own; every value is bound to a placeholder

import json
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from importlib import import_module
from itertools import islice
from pathlib import Path
from types import NoneType
from typing import Any, get_args, get_type_hints

from claimkb.errors import ClaimkbError
from claimkb.records import (
    ClaimFilter,
    ClaimRecord,
    EntityRecord,
    RelationFilter,
    RelationRecord,
    SourceRecord,
    ThemeRecord,
)
from claimkb.store import choosing, columns, listings, records, theme_counts
from claimkb.store.identity import day_range
from claimkb.store.loading import batches
from claimkb.store.reading import Reading

ROWS = 100_000  # a file: some 30 MB

Object = dict[str, Any]


@dataclass(frozen=True, slots=True)
class ShardedClaim:
    """What the filters look at beyond the columns of a claim."""

    _hidden: bool
    _holder_key: str | None
    _first_day: str | None
    _last_day: str | None
    _surest: float


KINDS: dict[str, tuple[type, ...]] = {
    "claims": (ClaimRecord, ShardedClaim),
    "relations": (RelationRecord,),
    "sources": (SourceRecord,),
    "themes": (ThemeRecord,),
    "entities": (EntityRecord,),
}


def write_shards(path: Path | str, folder: Path, rows: int = ROWS) -> dict[str, int]:
    """Write the base at `path` into a new folder, so many rows a file; returns how many rows of each kind."""
    duckdb = duck()
    if folder.exists():
        raise ClaimkbError(f"{folder} is there already.", "Name a folder that is to be made.")
    unfinished = folder.with_name(f".{folder.name}.unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    counts: dict[str, int] = {}
    try:
        with _Sharding(path) as base, duckdb.connect() as connection:
            for kind, found in base.kinds():
                counts[kind] = 0
                (unfinished / kind).mkdir(parents=True)
                objects = iter(found)
                while (some := list(islice(objects, rows))) or not counts[kind]:
                    file = unfinished / kind / f"{counts[kind] // rows:05}.parquet"
                    _write(connection, some, KINDS[kind], file)
                    counts[kind] += len(some)
                    if not some:
                        break
        unfinished.replace(folder)
    except OSError as error:
        raise ClaimkbError(
            f"{folder} cannot be written ({error.strerror}).", "Name another folder."
        ) from error
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    return counts


def duck() -> Any:  # noqa: ANN401 - an optional library
    """DuckDB, or what to install."""
    try:
        return import_module("duckdb")
    except ImportError as error:
        raise ClaimkbError(
            "Folders of Parquet files need DuckDB, which is not installed.",
            'Install it with: pip install "claimkb[duckdb]"',
        ) from error


class _Sharding(Reading):
    """A base, read once from end to end, in one state."""

    def kinds(self) -> Iterator[tuple[str, Iterable[Object]]]:
        """What the folders hold."""
        with self._reading() as connection:
            connection.execute("BEGIN")
            yield "claims", _claims(connection)
            everything = choosing.relation_rows(connection, RelationFilter(), columns.RELATION_COLUMNS)
            yield "relations", map(_plain, records.relation_records(connection, everything))
            yield "sources", map(_plain, listings.sources(connection))
            yield "themes", map(_plain, theme_counts.themes(connection))
            yield "entities", map(_plain, listings.entities(connection))


def _claims(connection: sqlite3.Connection) -> Iterator[Object]:
    chosen = choosing.claim_rows(connection, ClaimFilter(hidden=True))
    for page in records.pages(chosen):
        keys = json.dumps([row["id"] for row in page])
        surest = dict(
            connection.execute(
                f"""SELECT id, {columns.SUREST} FROM claims
                WHERE id IN (SELECT value FROM json_each(?))""",
                (keys,),
            ).fetchall()
        )
        for row, record in zip(page, records.claim_records(connection, page), strict=True):
            days = day_range(row["published"])
            more = ShardedClaim(bool(row["hidden"]), row["holder_key"], *days, surest[row["id"]])
            yield _plain(record) | _plain(more)


def _plain(value: Any) -> Any:  # noqa: ANN401 - a record of whatever kind
    """A record as JSON has it."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value.value if isinstance(value, Enum) else value


def _write(connection: Any, objects: list[Object], kinds: tuple[type, ...], file: Path) -> None:  # noqa: ANN401
    """One Parquet file, by way of JSON lines that are removed again."""
    columns = {name: _type(hint) for kind in kinds for name, hint in get_type_hints(kind).items()}
    lines = file.with_suffix(".jsonl")
    with lines.open("w", encoding="utf-8", errors="surrogatepass") as out:
        for batch in batches(objects):
            out.writelines(json.dumps(each, ensure_ascii=True) + "\n" for each in batch)
    named = ", ".join(f"'{name}': '{kind}'" for name, kind in columns.items())
    connection.execute(
        f"""COPY (SELECT * FROM read_json(?, format = 'newline_delimited', columns = {{{named}}}))
        TO {_quoted(file)} (FORMAT parquet, COMPRESSION zstd)""",
        [str(lines)],
    )
    lines.unlink()


def _quoted(file: Path) -> str:
    """A path as a literal, where a statement takes no placeholder."""
    return "'" + str(file).replace("'", "''") + "'"


def _type(hint: object) -> str:
    """The DuckDB type of a field's annotation."""
    members = [each for each in get_args(hint) if each not in (NoneType, Ellipsis)]
    if members and getattr(hint, "__origin__", None) is tuple:
        return f"{_type(members[0])}[]"
    if members:  # an optional value
        return _type(members[0])
    if isinstance(hint, type) and is_dataclass(hint):
        inner = ", ".join(f'"{name}" {_type(each)}' for name, each in get_type_hints(hint).items())
        return f"STRUCT({inner})"
    simple: dict[object, str] = {bool: "BOOLEAN", int: "BIGINT", float: "DOUBLE"}
    return simple.get(hint, "VARCHAR")
