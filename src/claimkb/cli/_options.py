"""The options that several commands share, each defined once."""

import re
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import click
import typer
from typer.core import TyperCommand

from claimkb.cli._completion import names_of
from claimkb.model import Modality, Polarity, Scope, Status

if TYPE_CHECKING:
    from claimkb.records import QuantityFilter


class ListFormat(StrEnum):
    """How a list is written to standard output."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    TSV = "tsv"
    MD = "md"


class FileFormat(StrEnum):
    """How an export is written."""

    CSV = "csv"
    JSONL = "jsonl"
    JSON = "json"
    TSV = "tsv"
    MD = "md"
    PARQUET = "parquet"
    JSONLD = "jsonld"
    CSL = "csl"
    BIBTEX = "bibtex"


class ScopeChoice(StrEnum):
    """Which findings, by where their two sides come from."""

    CROSS_SOURCE = "cross-source"
    WITHIN_SOURCE = "within-source"
    ALL = "all"

    def scope(self) -> Scope | None:
        """The scope to filter by; None for all."""
        return None if self is ScopeChoice.ALL else Scope(self.value)


class ClaimSort(StrEnum):
    """The orders of a list of claims."""

    POSITION = "position"
    DATE = "date"
    SOURCE = "source"
    AGREEMENTS = "agreements"
    CONTRADICTIONS = "contradictions"
    RELEVANCE = "relevance"
    CONFIDENCE = "confidence"
    CORROBORATION = "corroboration"


class FindingSort(StrEnum):
    """The orders of a list of findings."""

    CONFIDENCE = "confidence"
    DATE = "date"
    CORROBORATION = "corroboration"


_ISO_DATE = re.compile(r"\d{4}(-\d{2}){0,2}")


def iso_date(text: str) -> str:
    """A year, a month or a day that exists, in ISO 8601."""
    try:
        if not _ISO_DATE.fullmatch(text):
            raise ValueError(text)
        date.fromisoformat(text + "-01" * (2 - text.count("-")))
    except ValueError as error:
        raise typer.BadParameter(f"{text!r} is no date; write 2024, 2024-05 or 2024-05-01.") from error
    return text


def amounts_wanted(texts: list[str] | None) -> "tuple[QuantityFilter, ...]":
    """What `--quantity` asks for."""
    if not texts:
        return ()
    from claimkb.workflow.amounts import wanted_amount

    return tuple(map(wanted_amount, texts))


class Command(TyperCommand):
    """A command whose arguments stand once in its help.

    Since click 8.5 arguments have help of their own: it clears what typer 0.24
    set before, and where it is set again both print a section. This one keeps
    typer's.
    """

    def format_arguments(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Nothing: `format_options` of typer writes the arguments, too."""


def listing_app() -> typer.Typer:
    """A command that lists when it is called alone, and has commands of its own."""
    return typer.Typer(add_completion=False, rich_markup_mode=None, subcommand_metavar="[COMMAND]")


DbOption = Annotated[
    Path | None,
    typer.Option("--db", metavar="PATH", help="The database; else $CLAIMKB_DB, else data/claims.db."),
]
FormatOption = Annotated[
    ListFormat | None,
    typer.Option("--format", "-f", help="A table on a terminal, else tsv."),
]
ThemeOption = Annotated[
    list[str] | None,
    typer.Option(
        "--theme",
        "-t",
        metavar="SLUG",
        help="Only this theme; repeatable.",
        shell_complete=names_of("themes"),
    ),
]
SourceOption = Annotated[
    list[str] | None,
    typer.Option(
        "--source",
        "-s",
        metavar="NAME",
        help="Only this source; repeatable.",
        shell_complete=names_of("sources"),
    ),
]
EntityOption = Annotated[
    list[str] | None,
    typer.Option(
        "--entity",
        "-e",
        metavar="NAME",
        help="Only claims that name it; repeatable.",
        shell_complete=names_of("entities"),
    ),
]
HolderOption = Annotated[
    list[str] | None,
    typer.Option(
        "--holder",
        metavar="NAME",
        help="Only what this holder says; repeatable.",
        shell_complete=names_of("holders"),
    ),
]
LimitOption = Annotated[
    int | None, typer.Option("--limit", "-n", min=1, metavar="N", help="At most this many; all if not given.")
]
ModalityOption = Annotated[
    list[Modality] | None, typer.Option("--modality", help="Only claims put forward so; repeatable.")
]
PolarityOption = Annotated[
    list[Polarity] | None, typer.Option("--polarity", help="Only affirmed or negated claims.")
]
SinceOption = Annotated[
    str | None,
    typer.Option("--since", metavar="DATE", parser=iso_date, help="Not before 2024, 2024-05 or 2024-05-01."),
]
UntilOption = Annotated[
    str | None,
    typer.Option("--until", metavar="DATE", parser=iso_date, help="Not after 2024, 2024-05 or 2024-05-01."),
]
QuantityOption = Annotated[bool, typer.Option("--has-quantity", help="Only claims that state an amount.")]
AmountOption = Annotated[
    list[str] | None,
    typer.Option(
        "--quantity", metavar="AMOUNT", help="Only with such an amount: '>= $1bn', '20%..30%'; repeatable."
    ),
]
MatchOption = Annotated[
    str | None,
    typer.Option("--match", metavar="EXPR", help="Only what an FTS5 expression finds: 'cod OR herr*'."),
]
ExtractorOption = Annotated[
    list[str] | None,
    typer.Option("--extractor", metavar="NAME", help="Only claims of the rules, or of a model; repeatable."),
]
SortOption = Annotated[
    ClaimSort | None,
    typer.Option("--sort", help="The order; by relevance if TEXT is given, else position."),
]
HiddenOption = Annotated[bool, typer.Option("--hidden", help="Also the claims that were hidden.")]
FindingSortOption = Annotated[
    FindingSort, typer.Option("--sort", help="Surest, newest or most corroborated first.")
]
TypeOption = Annotated[
    list[str] | None,
    typer.Option(
        "--type",
        metavar="TYPE",
        help="Only this type, such as quantity or negation; repeatable.",
        shell_complete=names_of("types"),
    ),
]
ConfidenceOption = Annotated[
    float,
    typer.Option("--min-confidence", min=0, max=1, metavar="0..1", help="Only findings at least this sure."),
]
StatusOption = Annotated[
    list[Status] | None,
    typer.Option(
        "--status", help="Only findings with this status; dismissed ones are hidden unless asked for."
    ),
]
ScopeOption = Annotated[ScopeChoice, typer.Option("--scope", help="Between sources, within one, or all.")]
ExplainOption = Annotated[
    bool, typer.Option("--explain", help="Show both quotes, the evidence and the rule of each finding.")
]
FolderOption = Annotated[
    Path | None,
    typer.Option(
        "--parquet",
        metavar="FOLDER",
        help="Instead of a database, a folder that `claimkb export shards` made.",
    ),
]
RawOption = Annotated[bool, typer.Option("--raw", help="Do not guard cells that look like formulas.")]
ExcelOption = Annotated[bool, typer.Option("--excel", help="Begin with a byte order mark, as Excel needs.")]
