"""What commands share: the database they ask, and how lists and diagnostics leave.

Standard output carries results only: a table where a terminal reads it, else
tab-separated lines, or the format asked for. Everything said about the
results goes to standard error.
"""

import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

import click

from claimkb.cli._options import ListFormat
from claimkb.errors import UsageError

if TYPE_CHECKING:
    from rich.console import RenderableType

    from claimkb.render.sheet import Sheet
    from claimkb.store.queries import Reader

Record = TypeVar("Record")

DEFAULT_DATABASE = Path("data") / "claims.db"


def database(option: Path | None) -> Path:
    """The database to use: the command's --db, the one before the command, $CLAIMKB_DB, the default."""
    return option or database_of(click.get_current_context())


def database_of(context: click.Context | None) -> Path:
    """The database that a command line names, itself or before its command; else the usual one."""
    option = None
    while option is None and context is not None:
        option = context.params.get("db")
        context = context.parent
    return Path(option or os.environ.get("CLAIMKB_DB") or DEFAULT_DATABASE)


def ids_given(arguments: Iterable[str]) -> list[str]:
    """The ids that a command was given; "-" stands for those on standard input, a heading apart."""
    given: list[str] = []
    for argument in arguments:
        lines = sys.stdin.read().split() if argument == "-" else [argument]
        given += [line for line in lines if line != "id"]
    if not given:
        raise UsageError("No id was given.", "`claimkb claims … | cut -f1` writes ids.")
    return given


def opened(option: Path | None) -> "Reader":
    """The database, open for reading; a context manager."""
    from claimkb.store.queries import Reader

    return Reader(database(option))


def say(words: str) -> None:
    """One line on standard error."""
    from claimkb.render.text import safe

    print(safe(words), file=sys.stderr)  # noqa: T201 - the command line prints


def say_found(number: int, noun: str, *, advice: str, otherwise: str, plural: str | None = None) -> None:
    """How many there are, where a person reads along; where there are none, what to try."""
    from claimkb.render.text import counted

    if not number:
        say(otherwise)
    elif sys.stdout.isatty() and sys.stderr.isatty():
        say(f"{counted(number, noun, plural)}. {advice}".strip())


class Counted(Generic[Record]):
    """Records that are read as they are written, and counted.

    The first is read at once, so that a query that fails has written nothing.
    """

    def __init__(self, records: Iterable[Record]) -> None:
        self.number = 0
        self._rest = iter(records)
        self._first = tuple(islice(self._rest, 1))

    def __iter__(self) -> Iterator[Record]:
        for record in chain(self._first, self._rest):
            self.number += 1
            yield record


@dataclass(frozen=True, slots=True)
class Listing:
    """A list in its three shapes: the full sheet for files, the shown one for Markdown, the drawing.

    They are functions, so that only the one that is written is made.
    """

    sheet: Callable[[], "Sheet"]
    shown: Callable[[], "Sheet"]
    drawing: Callable[[int], Iterable["RenderableType"]]


def listing_of(record: type, records: Iterable[object]) -> Listing:
    """The usual listing of records of a type; files are written while the records are read."""

    def sheet() -> "Sheet":
        """All columns, for files."""
        from claimkb.render.sheet import sheet_of

        return sheet_of(record, records)

    def shown() -> "Sheet":
        """The shown columns, for Markdown."""
        from claimkb.render.shown import shown_sheet

        return shown_sheet(record, records)

    def drawing(width: int) -> Iterable["RenderableType"]:
        """The table, for terminals."""
        from claimkb.render.tables import table_of

        found = tuple(records)
        return (table_of(record, found, width),) if found else ()

    return Listing(sheet, shown, drawing)


def chosen(form: ListFormat | None) -> ListFormat:
    """The format asked for; else a table on a terminal and tab-separated lines in a pipe."""
    return form or (ListFormat.TABLE if sys.stdout.isatty() else ListFormat.TSV)


def write_list(listing: Listing, form: ListFormat | None) -> None:
    """Write a list to standard output."""
    form = chosen(form)
    if form is ListFormat.TABLE:
        draw(listing.drawing)
    else:
        write_sheet(listing.shown() if form is ListFormat.MD else listing.sheet(), form)


def write_sheet(sheet: "Sheet", form: ListFormat) -> None:
    """Write a sheet to standard output as a file format."""
    from claimkb.render.formats import WriteOptions, format_named

    writer = format_named(form.value).writer()
    if not sys.stdout.isatty():
        sys.stdout.flush()
        writer(sheet, sys.stdout.buffer, WriteOptions())
        return
    # What goes into a file may hold control characters; what goes to a terminal may not.
    from claimkb.render.text import escape_controls

    buffer = io.BytesIO()
    writer(sheet, buffer, WriteOptions())
    text = buffer.getvalue().decode().replace("\r\n", "\n")
    sys.stdout.write(escape_controls(text, keep_lines=True))


def draw(drawing: Callable[[int], Iterable["RenderableType"]], *, page: bool = True) -> None:
    """Draw on standard output, through a pager if that is longer than the terminal; `drawing` gets the width."""
    from claimkb.cli._paging import paged
    from claimkb.render.terminal import console_for
    from claimkb.render.terminal import draw as draw_on

    console = console_for(sys.stdout)
    with paged(sys.stdout, console.height) if page else nullcontext(sys.stdout) as out:
        draw_on(drawing(console.width), out, width=console.width)


def signs_wanted() -> bool:
    """Whether marked words need ›‹ signs because there is no colour to mark them with."""
    from claimkb.render.terminal import plain_wanted

    return plain_wanted(sys.stdout)
