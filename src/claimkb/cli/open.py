"""`claimkb open`: the place in the original where a claim stands."""

from typing import Annotated

import typer

from claimkb.cli._common import opened, say
from claimkb.cli._completion import names_of
from claimkb.cli._opening import can_open, command_for, run
from claimkb.cli._options import DbOption


def open(
    claim_id: Annotated[
        str,
        typer.Argument(
            metavar="ID", help="The id of a claim, or how it begins.", shell_complete=names_of("claims")
        ),
    ],
    show: Annotated[bool, typer.Option("--print", help="Print the command, run nothing.")] = False,
    db: DbOption = None,
) -> None:
    """Open the original where the claim stands: the file in $EDITOR, else its address in a browser.

    Where nothing can be opened, the command to do it is printed.

    \b
    Examples:
      claimkb open 3f9a2c1b
      claimkb open 3f9a --print
    """
    with opened(db) as reader:
        place = reader.place(claim_id)
    command = command_for(place)
    if show or not can_open(command):
        from claimkb.render.text import safe

        print(safe(command.words))  # noqa: T201 - the command line prints
        return
    say(f"{place.path}, line {place.line}.")
    run(command)
