"""`claimkb export`: claims, relations, sources or themes as a file, with all their columns."""

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimkb.cli._common import Counted, opened, say
from claimkb.cli._files import destination
from claimkb.cli._filters import CLAIM_OPTIONS, FINDING_OPTIONS, claim_filter, finding_filter, with_options
from claimkb.cli._options import (
    Command,
    DbOption,
    ExcelOption,
    FileFormat,
    LimitOption,
    RawOption,
    ScopeChoice,
    ScopeOption,
)
from claimkb.errors import UsageError
from claimkb.model import RelationKind
from claimkb.records import (
    ClaimFilter,
    ClaimRecord,
    DocumentRecord,
    RelationFilter,
    RelationRecord,
    SourceRecord,
    ThemeRecord,
)

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

_ANY_SCOPE = FINDING_OPTIONS | {"scope": (ScopeOption, ScopeChoice.ALL)}

export = typer.Typer(
    add_completion=False, rich_markup_mode=None, no_args_is_help=True, subcommand_metavar="WHAT [OPTIONS]"
)


@export.callback()
def _export(db: DbOption = None) -> None:
    """Write claims, relations, sources or themes with all their columns.

    Exporting twice gives the same bytes. CSV and TSV guard text that a
    spreadsheet would run as a formula with a single quote; --raw does not.

    \b
    Examples:
      claimkb export claims -o claims.csv --excel
      claimkb export relations -o findings.jsonl --kind contradiction
    """


@export.command(cls=Command)
@with_options(CLAIM_OPTIONS, chosen=claim_filter)
def claims(
    text: Annotated[
        str | None, typer.Argument(metavar="[TEXT]", help="Only claims with these words.")
    ] = None,
    output: OutputOption = None,
    form: FileFormatOption = None,
    *,
    chosen: ClaimFilter,
    limit: LimitOption = None,
    raw: RawOption = False,
    excel: ExcelOption = False,
    csvw: CsvwOption = False,
    db: DbOption = None,
) -> None:
    """Write claims, all or those that match.

    \b
    Examples:
      claimkb export claims -o claims.csv --excel
      claimkb export claims -o claims.csv --csvw
      claimkb export claims -o claims.jsonld
      claimkb export claims --has-quantity --format jsonl | head -3
    """
    wanted = replace(chosen, text=text, limit=limit)

    def sheet(reader: "Reader") -> "Sheet":
        """The rows, read as they are written."""
        from claimkb.render.sheet import sheet_of

        return sheet_of(ClaimRecord, Counted(reader.claims(wanted)))

    _export_sheet(sheet, db, output, form, raw=raw, excel=excel, csvw=csvw, noun="claim")


@export.command(cls=Command)
@with_options(_ANY_SCOPE, chosen=finding_filter)
def relations(
    output: OutputOption = None,
    form: FileFormatOption = None,
    kind: Annotated[
        list[RelationKind] | None, typer.Option("--kind", help="Only such relations; repeatable.")
    ] = None,
    *,
    chosen: RelationFilter,
    limit: LimitOption = None,
    raw: RawOption = False,
    excel: ExcelOption = False,
    csvw: CsvwOption = False,
    db: DbOption = None,
) -> None:
    """Write agreements, contradictions and tensions.

    Dismissed ones and those within one source are included.

    \b
    Examples:
      claimkb export relations -o findings.csv
      claimkb export relations --kind contradiction --scope cross-source --format md
    """
    wanted = replace(chosen, kinds=tuple(kind or ()), limit=limit)

    def sheet(reader: "Reader") -> "Sheet":
        """The rows, read as they are written."""
        from claimkb.render.sheet import sheet_of

        return sheet_of(RelationRecord, Counted(reader.relations(wanted)))

    _export_sheet(sheet, db, output, form, raw=raw, excel=excel, csvw=csvw, noun="relation")


@export.command(cls=Command)
def sources(
    output: OutputOption = None,
    form: FileFormatOption = None,
    raw: RawOption = False,
    excel: ExcelOption = False,
    csvw: CsvwOption = False,
    db: DbOption = None,
) -> None:
    """Write the sources, or cite their documents.

    As csl or bibtex there is an entry for each document.

    \b
    Examples:
      claimkb export sources -o sources.csv
      claimkb export sources -o sources.bib
      claimkb export sources -o sources.csl.json
    """
    cited = _format(output, form).records == {DocumentRecord.__name__}

    def sheet(reader: "Reader") -> "Sheet":
        """The rows, read as they are written."""
        from claimkb.render.sheet import sheet_of

        if cited:
            return sheet_of(DocumentRecord, reader.documents())
        return sheet_of(SourceRecord, reader.sources())

    _export_sheet(sheet, db, output, form, raw=raw, excel=excel, csvw=csvw, noun="source")


@export.command(cls=Command)
def themes(
    output: OutputOption = None,
    form: FileFormatOption = None,
    raw: RawOption = False,
    excel: ExcelOption = False,
    csvw: CsvwOption = False,
    db: DbOption = None,
) -> None:
    """Write the themes.

    \b
    Example:
      claimkb export themes -o themes.json
    """

    def sheet(reader: "Reader") -> "Sheet":
        """The rows, read as they are written."""
        from claimkb.render.sheet import sheet_of

        return sheet_of(ThemeRecord, reader.themes())

    _export_sheet(sheet, db, output, form, raw=raw, excel=excel, csvw=csvw, noun="theme")


@export.command(cls=Command)
def shards(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="The folder to make.")],
    rows: Annotated[
        int, typer.Option("--rows", min=1, metavar="N", help="At most so many rows in a file.")
    ] = 100_000,
    db: DbOption = None,
) -> None:
    """Write everything as a folder of Parquet files, for `claimkb query` and other tools.

    \b
    Examples:
      claimkb export shards shards/
      claimkb export shards shards/ --rows 1000000
    """
    from claimkb.cli._common import database
    from claimkb.render.text import counted
    from claimkb.store.shards import write_shards

    counts = write_shards(database(db), folder, rows)
    claims, relations = (counted(counts[kind], kind.removesuffix("s")) for kind in ("claims", "relations"))
    say(f"{claims} and {relations} written to {folder}.")


def _export_sheet(
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

    chosen = _format(output, form)
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


def _format(output: Path | None, form: FileFormat | None) -> "Format":
    from claimkb.render.formats import format_named, format_of_path

    if form is not None:
        return format_named(form.value)
    return format_of_path(output) if output is not None else format_named("csv")
