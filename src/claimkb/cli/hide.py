"""`claimkb hide`: leave claims out of every list."""

from typing import Annotated

import typer

from claimkb.cli._common import database, ids_given, say
from claimkb.cli._completion import names_of
from claimkb.cli._options import DbOption


def hide(
    claim_ids: Annotated[
        list[str],
        typer.Argument(
            metavar="ID…",
            help="Ids of claims, or how they begin; - reads them from standard input.",
            shell_complete=names_of("claims"),
        ),
    ],
    show: Annotated[bool, typer.Option("--show", help="Show them again.")] = False,
    db: DbOption = None,
) -> None:
    """Hide claims that are wrong or of no use, with the findings they are in.

    They stay in the database, survive another ingest hidden, and are listed by
    `claimkb claims --hidden`.

    \b
    Examples:
      claimkb hide 3f9a2c1b
      claimkb claims "subscribe now" | cut -f1 | claimkb hide -
      claimkb hide 3f9a2c1b --show
    """
    from claimkb.render.text import counted
    from claimkb.workflow import desk

    number = desk.hide_claims(database(db), ids_given(claim_ids), hidden=not show)
    say(f"{counted(number, 'claim')} {'shown again' if show else 'hidden'}. `claimkb undo` takes it back.")
