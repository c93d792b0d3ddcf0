"""`sources.toml`: what the owner of a folder knows about the documents beside it.

One `[[source]]` table a document, found by `file`. Dates may be TOML dates or
texts; fields listed in `inferred` are marked as inferred wherever they show.
"""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path, PurePosixPath

from claimkb.readers.options import SOURCE_FIELDS, TEXT_FIELDS, SourceOptions, checked_value
from claimkb.readers.toml_file import TomlTables

FILE_NAME = "sources.toml"
_KEYS = ("file", *SOURCE_FIELDS, "inferred")


@dataclass(frozen=True, slots=True)
class SourcesFile:
    """The entries of one `sources.toml`, by the file they describe (relative to its folder, POSIX)."""

    path: Path
    entries: dict[str, SourceOptions]


def load_sources(path: Path) -> SourcesFile:
    """Read and check a `sources.toml`; raises `ConfigError` for anything that cannot be meant."""
    toml = TomlTables(path, "source")
    entries: dict[str, SourceOptions] = {}
    for index in range(len(toml.tables)):
        toml.check_keys(index, _KEYS)
        name = _file(toml, index)
        if name in entries:
            toml.fail(f"'{name}' is described twice", table=index, key="file")
        entries[name] = _entry(toml, index)
    return SourcesFile(path, entries)


def _file(toml: TomlTables, index: int) -> str:
    name = toml.text(index, "file")
    if not name:
        toml.fail('each [[source]] needs file = "name of the document"', table=index, key="file")
    file = PurePosixPath(name.replace("\\", "/"))
    if file.is_absolute() or ".." in file.parts:
        toml.fail(f"file must be a name inside this folder, not '{name}'", table=index, key="file")
    return file.as_posix()


def _entry(toml: TomlTables, index: int) -> SourceOptions:
    values: dict[str, str] = {}
    for field in TEXT_FIELDS:
        value = _published(toml, index) if field == "published" else toml.text(index, field)
        if value is not None:
            try:
                values[field] = checked_value(field, value)
            except ValueError as error:
                toml.fail(str(error), table=index, key=field)
    inferred = toml.texts(index, "inferred")
    for field in inferred:
        if field not in SOURCE_FIELDS:
            toml.fail(f"inferred names no field of a source: '{field}'", table=index, key="inferred")
        if field not in toml.tables[index]:
            toml.fail(f"'{field}' is called inferred but not given", table=index, key="inferred")
    return SourceOptions(**values, themes=toml.texts(index, "themes"), inferred=frozenset(inferred))


def _published(toml: TomlTables, index: int) -> str | None:
    """A TOML date, a year as a number, or a text."""
    value = toml.tables[index].get("published")
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return toml.text(index, "published")
