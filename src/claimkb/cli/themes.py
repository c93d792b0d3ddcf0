"""`claimkb themes`: the themes, and themes × sources."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from claimkb.cli._common import Listing, listing_of, opened, say, write_list
from claimkb.cli._options import DbOption, FormatOption
from claimkb.records import ThemeMatrix, ThemeRecord

if TYPE_CHECKING:
    from rich.console import RenderableType


def themes(
    matrix: Annotated[
        bool,
        typer.Option("--matrix", help="In files and pipes, a column of counts for each source."),
    ] = False,
    form: FormatOption = None,
    db: DbOption = None,
) -> None:
    """List the themes with their claims and sources.

    On a terminal, the table shows themes × sources; the more claims a source
    has in a theme, the stronger the background.

    \b
    Examples:
      claimkb themes
      claimkb themes --matrix --format csv > matrix.csv
    """
    with opened(db) as reader:
        counts = reader.theme_matrix()
        records = reader.themes()
    if not records:
        say("There are no themes yet. `claimkb ingest PATH…` reads articles.")
    write_list(_listing(counts, records, matrix=matrix), form)


def _listing(counts: ThemeMatrix, records: tuple[ThemeRecord, ...], *, matrix: bool) -> Listing:
    """The list of themes; drawn as a heat map, written as a matrix if asked for."""
    plain = listing_of(ThemeRecord, records)

    def drawing(width: int) -> Iterable["RenderableType"]:
        from claimkb.render.heatmap import theme_table

        return (theme_table(counts, width),)

    if not matrix:
        return Listing(plain.sheet, plain.shown, drawing)
    from claimkb.render.sheet import sheet_of_matrix

    return Listing(lambda: sheet_of_matrix(counts), lambda: sheet_of_matrix(counts), drawing)
