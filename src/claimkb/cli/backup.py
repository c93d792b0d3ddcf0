"""`claimkb backup`: a copy of the database while it is in use."""

from pathlib import Path
from typing import Annotated

import typer

from claimkb.cli._common import database, say
from claimkb.cli._options import DbOption


def backup(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="Where the copy goes; an older copy there goes.")
    ],
    db: DbOption = None,
) -> None:
    """Copy the database to a file, whole and verified, also while others write.

    FILE is the old copy or the new one at any moment, never half of one.

    \b
    Examples:
      claimkb backup claims-2024-05-01.db
      claimkb --db team.db backup /media/stick/team.db
    """
    from claimkb import workflow
    from claimkb.render.text import counted

    path = database(db)
    size = workflow.backup(path, file)
    say(f"{path} was copied to {file} ({counted(size // 1024, 'kilobyte')}).")
