"""`claimkb themes`: the themes, themes × sources, and what becomes of them."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimkb.cli._common import Listing, database, listing_of, opened, say, write_list
from claimkb.cli._completion import names_of
from claimkb.cli._options import Command, DbOption, FormatOption, SourceOption, listing_app
from claimkb.records import ClaimFilter, ThemeMatrix, ThemeRecord

if TYPE_CHECKING:
    from rich.console import RenderableType


themes = listing_app()


@themes.callback(invoke_without_command=True)
def _themes(
    context: typer.Context,
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
    if context.invoked_subcommand is not None:
        return
    with opened(db) as reader:
        counts = reader.theme_matrix()
        records = reader.themes()
    if not records:
        say("There are no themes yet. `claimkb ingest PATH…` reads articles.")
    write_list(_listing(counts, records, matrix=matrix), form)


@themes.command(cls=Command)
def apply(
    file: Annotated[
        Path | None, typer.Argument(metavar="[FILE]", help="A themes.toml; else the built-in themes.")
    ] = None,
    db: DbOption = None,
) -> None:
    """Tag all claims anew with the themes of a file; no text is read again.

    \b
    Example:
      claimkb themes apply themes.toml
    """
    from claimkb.render.text import counted
    from claimkb.workflow.taxonomy import apply_themes

    done = apply_themes(database(db), None if file is None else str(file))
    say(f"{counted(done.claims, 'claim')} tagged with {counted(done.themes, 'theme')}.")


@themes.command(cls=Command)
def suggest(
    limit: Annotated[
        int, typer.Option("--limit", "-n", min=1, metavar="N", help="At most so many themes.")
    ] = 12,
    source: SourceOption = None,
    db: DbOption = None,
) -> None:
    """Propose themes with terms from what the claims speak of, as a themes.toml to edit.

    Terms that stand in the same claims make a theme, named after the most
    frequent one. The result is a start: rename, join and drop.

    \b
    Example:
      claimkb themes suggest --limit 12 > themes.toml
    """
    from claimkb.workflow.taxonomy import suggested_themes, themes_toml

    with opened(db) as reader:
        claims = tuple(reader.claims(ClaimFilter(sources=tuple(source or ()))))
    found = suggested_themes(claims, limit)
    print(themes_toml(found), end="")  # noqa: T201 - the command line prints
    if not found:
        say("There are too few claims to see themes in.")


@themes.command(cls=Command)
def merge(
    slugs: Annotated[
        list[str],
        typer.Argument(metavar="THEME…", help="The themes to merge.", shell_complete=names_of("themes")),
    ],
    into: Annotated[
        str,
        typer.Option(
            "--into", metavar="THEME", help="What they become; may be new.", shell_complete=names_of("themes")
        ),
    ],
    label: Annotated[str | None, typer.Option("--label", metavar="WORDS", help="A label for it.")] = None,
    db: DbOption = None,
) -> None:
    """Let themes be one theme, also after the next ingest.

    \b
    Example:
      claimkb themes merge army navy --into defence --label Defence
    """
    from claimkb.workflow import desk

    desk.merge_themes(database(db), slugs, into, label=label)
    say(f"{', '.join(slugs)}: now {into}. `claimkb undo` takes it back.")


@themes.command(cls=Command)
def rename(
    slug: Annotated[str, typer.Argument(metavar="THEME", help="A theme.", shell_complete=names_of("themes"))],
    label: Annotated[str, typer.Argument(metavar="LABEL", help="Its new label; in quotes.")],
    to: Annotated[str | None, typer.Option("--slug", metavar="SLUG", help="A new slug as well.")] = None,
    db: DbOption = None,
) -> None:
    """Give a theme another label, and if you like another slug.

    \b
    Examples:
      claimkb themes rename economy "Economy and trade"
      claimkb themes rename economy "Trade" --slug trade
    """
    from claimkb.workflow import desk

    if to is None:
        desk.label_theme(database(db), slug, label)
    else:
        desk.merge_themes(database(db), [slug], to, label=label)
    say(f"{slug}: now {label!r}. `claimkb undo` takes it back.")


def _listing(counts: ThemeMatrix, records: tuple[ThemeRecord, ...], *, matrix: bool) -> Listing:
    """The list of themes; drawn as a heat map, written as a matrix if asked for."""
    plain = listing_of(ThemeRecord, records)

    def drawing(width: int) -> Iterable["RenderableType"]:
        """The heat map."""
        from claimkb.render.heatmap import theme_table

        return (theme_table(counts, width),)

    if not matrix:
        return Listing(plain.sheet, plain.shown, drawing)
    from claimkb.render.sheet import sheet_of_matrix

    return Listing(lambda: sheet_of_matrix(counts), lambda: sheet_of_matrix(counts), drawing)
