"""A manifest: thousands of documents in one list, each with what is known of it.

CSV or TSV with a first row of names, or TOML with `[[document]]` tables. The
column `path` (or `file`, or `url` alone) says where a document is: a file
below the manifest's own folder, or a web address; the other columns are those
of `sources.toml`. A row that cannot be used is refused, the others go on; the
same list can be given again at any time, and costs only what is new in it.
"""

import csv
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path, PurePosixPath
from typing import Any

from claimkb.errors import ConfigError
from claimkb.model import Document, Refusal
from claimkb.readers.decode import MAX_BYTES
from claimkb.readers.fetch import Access
from claimkb.readers.inputs import read_inputs
from claimkb.readers.options import SOURCE_FIELDS, TEXT_FIELDS, SourceOptions, checked_value, merge
from claimkb.readers.toml_file import TomlTables
from claimkb.readers.web import is_web_address

_PLACES = ("path", "file")
_COLUMNS = (*_PLACES, *SOURCE_FIELDS)
_CORRECT = "Correct the row and give the manifest again."

Row = Mapping[str, str]


def read_manifest(path: Path, options: SourceOptions, access: Access) -> Iterator[Document | Refusal]:
    """The documents that a manifest lists, in its order; a row that cannot be used as a `Refusal`.

    A row goes before `options`. Raises `ConfigError` for a file that is no manifest.
    """
    seen: set[str] = set()
    for number, row in _rows(path):
        where = f"{path.as_posix()}, row {number}"
        try:
            place = _place(path.parent, row)
            known = merge(_options(row), options)
        except ValueError as error:
            yield Refusal(where, f"{error}.", _CORRECT)
            continue
        if place in seen:
            yield Refusal(where, f"{place} is listed twice.", "Keep one of the rows.")
            continue
        seen.add(place)
        yield from read_inputs([place], options=known, access=access)


def _rows(path: Path) -> Iterator[tuple[int, Row]]:
    """The rows of a manifest with their numbers, as texts by column."""
    if path.suffix.lower() == ".toml":
        toml = TomlTables(path, "document")
        for index, table in enumerate(toml.tables):
            toml.check_keys(index, _COLUMNS)
            yield index + 1, {key: _text(value) for key, value in table.items()}
        return
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield from _separated(
                path, csv.reader(file, delimiter="\t" if path.suffix == ".tsv" else ",", strict=True)
            )
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path.as_posix()}: not UTF-8.", "Save it as UTF-8.") from error
    except csv.Error as error:
        raise ConfigError(f"{path.as_posix()}: not CSV ({error}).", "Save it as CSV with commas.") from error
    except OSError as error:
        raise ConfigError(
            f"{path.as_posix()}: cannot be read ({error.strerror}).", "Check the path."
        ) from error


def _separated(path: Path, rows: "Iterator[list[str]]") -> Iterator[tuple[int, Row]]:
    csv.field_size_limit(MAX_BYTES)
    header = [name.strip().casefold() for name in next(rows, [])]
    _check_header(path, header)
    for number, row in enumerate(rows, start=1):
        if any(cell.strip() for cell in row):
            yield number, dict(zip(header, row, strict=False))


def _check_header(path: Path, header: list[str]) -> None:
    """Refuse a list without places, and a column that is nearly one of ours; others are for other readers."""
    if not {*_PLACES, "url"} & set(header):
        problem = f"{path.as_posix()}: no column says where the documents are."
        raise ConfigError(problem, f"Name the columns in the first row: {', '.join(_COLUMNS)}.")
    for name in header:
        near = get_close_matches(name, _COLUMNS, n=1, cutoff=0.75)
        if name not in _COLUMNS and near:
            raise ConfigError(f"{path.as_posix()}: unknown column '{name}'.", f"Did you mean '{near[0]}'?")


def _text(value: object) -> str:
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)


def _place(folder: Path, row: Row) -> str:
    """The file or address of a row; raises ValueError for none, or one outside the manifest's folder."""
    named = next((row[column].strip() for column in _PLACES if (row.get(column) or "").strip()), "")
    if not named:
        named = (row.get("url") or "").strip()
        if not is_web_address(named):
            raise ValueError("It names no document")
    if is_web_address(named):
        return named
    if "\0" in named:
        raise ValueError("The path is not a name of a file")
    inside = PurePosixPath(named.replace("\\", "/"))
    file = folder / inside
    if inside.is_absolute() or ".." in inside.parts or not _below(file, folder):
        raise ValueError(f"'{named}' is not below the folder of the manifest")
    if file.is_dir():
        raise ValueError(f"'{named}' is a folder")
    return str(file)


def _below(file: Path, folder: Path) -> bool:
    """Whether a file is in a folder, links followed."""
    try:
        return file.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError) as error:
        raise ValueError(f"The path cannot be followed ({error})") from error


def _options(row: Row) -> SourceOptions:
    values: dict[str, Any] = {
        field: checked_value(field, row[field].strip())
        for field in TEXT_FIELDS
        if (row.get(field) or "").strip()
    }
    themes = tuple(theme.strip() for theme in (row.get("themes") or "").split(";") if theme.strip())
    return SourceOptions(**values, themes=themes)
