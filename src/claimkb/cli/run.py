"""`claimkb run`: ask a saved query."""

from typing import Annotated

import click
import typer

from claimkb.cli._common import database, opened
from claimkb.cli._completion import names_of
from claimkb.cli._options import DbOption
from claimkb.errors import NotFoundError


def run(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="A saved query.", shell_complete=names_of("queries"))
    ],
    more: Annotated[
        list[str] | None, typer.Argument(metavar="[OPTIONS…]", help="More options for it, after --.")
    ] = None,
    db: DbOption = None,
) -> None:
    """Ask a query that `claimkb save` keeps, with more options if you like.

    \b
    Examples:
      claimkb run big-sums
      claimkb run big-sums -- --format csv --limit 20
    """
    with opened(db) as reader:
        saved = reader.queries()
    if name not in saved:
        raise NotFoundError(f"There is no query {name!r}.", "`claimkb save` lists them.")
    group = click.get_current_context().find_root().command
    group.main(
        ["--db", str(database(db)), *saved[name], *(more or ())], prog_name="claimkb", standalone_mode=False
    )
