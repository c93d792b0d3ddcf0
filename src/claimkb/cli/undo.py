"""`claimkb undo`: take a decision back."""

from typing import Annotated

import typer

from claimkb.cli._common import database, say
from claimkb.cli._options import DbOption


def undo(
    number: Annotated[
        int | None, typer.Argument(metavar="[NUMBER]", help="The step by its number in `claimkb log`.")
    ] = None,
    db: DbOption = None,
) -> None:
    """Take back what was decided last, or the step of this number.

    \b
    Examples:
      claimkb undo
      claimkb undo 12
    """
    from claimkb.workflow import desk

    step = desk.undo(database(db), number)
    say(f"Step {step.number} is undone: {step.what}.")
