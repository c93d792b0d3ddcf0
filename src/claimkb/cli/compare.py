"""`claimkb compare`: two sources beside each other."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from claimkb.cli._common import Listing, listing_of, opened, write_list
from claimkb.cli._completion import names_of
from claimkb.cli._options import DbOption, FormatOption
from claimkb.records import ComparisonRecord

if TYPE_CHECKING:
    from rich.console import RenderableType

SourceArgument = Annotated[
    str, typer.Argument(metavar="SOURCE", help="A source.", shell_complete=names_of("sources"))
]


def compare(
    source_a: SourceArgument,
    source_b: SourceArgument,
    alone: Annotated[
        int,
        typer.Option(
            "--alone", min=0, metavar="N", help="On a terminal, so many that only one of them says."
        ),
    ] = 10,
    form: FormatOption = None,
    db: DbOption = None,
) -> None:
    """Compare two sources: what both say, where they clash, what only one of them says.

    \b
    Examples:
      claimkb compare harbour-gazette valley-post
      claimkb compare harbour-gazette valley-post --format csv > both.csv
    """
    with opened(db) as reader:
        found = tuple(reader.comparison(source_a, source_b))
    plain = listing_of(ComparisonRecord, found)

    def drawing(width: int) -> Iterable["RenderableType"]:
        """The comparison as a page."""
        from claimkb.render.comparison import comparison_page

        return comparison_page(found, source_a, source_b, alone)

    write_list(Listing(plain.sheet, plain.shown, drawing), form)
