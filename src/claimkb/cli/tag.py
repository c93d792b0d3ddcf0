"""`claimkb tag`: give claims a theme, or take one away."""

from typing import Annotated

import typer

from claimkb.cli._common import database, ids_given, say
from claimkb.cli._completion import names_of
from claimkb.cli._options import DbOption


def tag(
    theme: Annotated[
        str, typer.Argument(metavar="THEME", help="A theme.", shell_complete=names_of("themes"))
    ],
    claim_ids: Annotated[
        list[str],
        typer.Argument(
            metavar="ID…",
            help="Ids of claims, or how they begin; - reads them from standard input.",
            shell_complete=names_of("claims"),
        ),
    ],
    remove: Annotated[bool, typer.Option("--remove", help="Take the theme away from them.")] = False,
    db: DbOption = None,
) -> None:
    """Give claims a theme that their words did not earn, or take one away; in bulk through a pipe.

    \b
    Examples:
      claimkb tag health 3f9a2c1b
      claimkb claims "hospital beds" | cut -f1 | claimkb tag health -
      claimkb tag sport 3f9a2c1b --remove
    """
    from claimkb.render.text import counted
    from claimkb.workflow import desk

    themes = [theme]
    number = desk.tag_claims(
        database(db), ids_given(claim_ids), add=[] if remove else themes, remove=themes if remove else []
    )
    say(f"{counted(number, 'claim')} changed. `claimkb undo` takes it back.")
