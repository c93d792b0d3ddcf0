"""The file formats: one module each, with `write(sheet, out, options)`.

`FORMATS` names them with their file endings; a module is imported when its
format is asked for, so that no query pays for a format it does not write.
"""

from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import IO, Protocol, cast

from claimkb.render.sheet import Sheet


@dataclass(frozen=True, slots=True)
class WriteOptions:
    """What a user may choose of a format: no formula guard (`raw`), a byte order mark (`excel`)."""

    raw: bool = False
    excel: bool = False


class Writer(Protocol):
    """Writes a sheet as bytes and returns the number of its rows."""

    def __call__(self, sheet: Sheet, out: IO[bytes], options: WriteOptions) -> int:
        """Write `sheet` to `out`."""


@dataclass(frozen=True, slots=True)
class Format:
    """A file format; `spreadsheet` formats know the formula guard and the byte order mark."""

    name: str
    endings: tuple[str, ...]
    spreadsheet: bool = False
    records: frozenset[str] = frozenset()  # the names of the records it can hold; empty: any

    def writer(self) -> Writer:
        """The function that writes this format."""
        return cast("Writer", import_module(f"claimkb.render.formats.{self.name}").write)


FORMATS = (
    Format("csv", (".csv",), spreadsheet=True),
    Format("jsonl", (".jsonl", ".ndjson")),
    Format("json", (".json",)),
    Format("tsv", (".tsv", ".tab"), spreadsheet=True),
    Format("md", (".md", ".markdown")),
    Format("parquet", (".parquet",)),
    Format("jsonld", (".jsonld",), records=frozenset({"ClaimRecord"})),
    Format("csl", (".csl.json",), records=frozenset({"DocumentRecord"})),
    Format("bibtex", (".bib", ".bibtex"), records=frozenset({"DocumentRecord"})),
)
_BY_NAME = {each.name: each for each in FORMATS}


def format_named(name: str) -> Format:
    """The format with this name."""
    return _BY_NAME[name]


def format_of_path(path: Path) -> Format:
    """The format that a file's ending asks for; CSV if it asks for none."""
    name = path.name.lower()
    found = [(len(end), each) for each in FORMATS for end in each.endings if name.endswith(end)]
    return max(found, key=lambda pair: pair[0])[1] if found else FORMATS[0]
