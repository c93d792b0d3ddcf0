"""`claimkb export`: claims, relations, sources or themes as a file, with all their columns."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimkb.cli._common import Counted, say
from claimkb.cli._exporting import CsvwOption, FileFormatOption, OutputOption, format_of, write_export
from claimkb.cli._filters import CLAIM_OPTIONS, FINDING_OPTIONS, claim_filter, finding_filter, with_options
from claimkb.cli._options import (
    Command,
    DbOption,
    ExcelOption,
    LimitOption,
    RawOption,
    ScopeChoice,
    ScopeOption,
)
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
    from claimkb.render.sheet import Sheet
    from claimkb.store.queries import Reader

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

    write_export(sheet, db, output, form, raw=raw, excel=excel, csvw=csvw, noun="claim")


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

    write_export(sheet, db, output, form, raw=raw, excel=excel, csvw=csvw, noun="relation")


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
    cited = format_of(output, form).records == {DocumentRecord.__name__}

    def sheet(reader: "Reader") -> "Sheet":
        """The rows, read as they are written."""
        from claimkb.render.sheet import sheet_of

        if cited:
            return sheet_of(DocumentRecord, reader.documents())
        return sheet_of(SourceRecord, reader.sources())

    write_export(sheet, db, output, form, raw=raw, excel=excel, csvw=csvw, noun="source")


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

    write_export(sheet, db, output, form, raw=raw, excel=excel, csvw=csvw, noun="theme")


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
