"""What the exports share: where to, in which format, and the writing itself."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimkb.cli._common import opened, say
from claimkb.cli._files import destination
from claimkb.cli._options import FileFormat
from claimkb.errors import UsageError

if TYPE_CHECKING:
    from claimkb.render.formats import Format
    from claimkb.render.sheet import Sheet
    from claimkb.store.queries import Reader

OutputOption = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="The file; else standard output.")
]
FileFormatOption = Annotated[
    FileFormat | None, typer.Option("--format", "-f", help="The format; else by the file's ending, else csv.")
]

CsvwOption = Annotated[
    bool, typer.Option("--csvw", help="Describe the CSV file in FILE-metadata.json beside it (W3C CSVW).")
]


def write_export(
    sheet: Callable[["Reader"], "Sheet"],
    db: Path | None,
    output: Path | None,
    form: FileFormat | None,
    *,
    raw: bool,
    excel: bool,
    csvw: bool,
    noun: str,
) -> None:
    """Write what `sheet` reads from the database, and say how much it was."""
    from claimkb.render.formats import WriteOptions
    from claimkb.render.text import counted

    chosen = format_of(output, form)
    if excel and not chosen.spreadsheet:
        raise UsageError(f"--excel has no meaning for {chosen.name}.", "Use it with csv or tsv.")
    if chosen.name == "parquet" and output is None and sys.stdout.isatty():
        raise UsageError("Parquet is not for reading on a terminal.", "Name a file with -o.")
    if csvw and (chosen.name != "csv" or output is None or str(output) == "-"):
        raise UsageError("--csvw describes a CSV file.", "Name one with -o.")
    writer = chosen.writer()
    with opened(db) as reader:
        rows = sheet(reader)
        if chosen.records and (rows.record is None or rows.record.__name__ not in chosen.records):
            what = "claims" if "ClaimRecord" in chosen.records else "sources"
            raise UsageError(f"{chosen.name} has no place for {noun}s.", f"Use it with `export {what}`.")
        with destination(output) as out:
            number = writer(rows, out, WriteOptions(raw=raw, excel=excel))
    if csvw and output is not None and rows.record is not None:
        _describe(rows.record, output, raw=raw)
    say(f"{counted(number, noun)} written to {output or 'standard output'} as {chosen.name}.")


def _describe(record: type, output: Path, *, raw: bool) -> None:
    """Write the description of a CSV file beside it."""
    from claimkb.render.csvw import csvw_metadata

    with destination(output.with_name(f"{output.name}-metadata.json")) as out:
        out.write(csvw_metadata(record, output.name, guarded=not raw).encode())


def format_of(output: Path | None, form: FileFormat | None) -> "Format":
    """The format that was asked for, else that of the file's ending, else CSV."""
    from claimkb.render.formats import format_named, format_of_path

    if form is not None:
        return format_named(form.value)
    return format_of_path(output) if output is not None else format_named("csv")
