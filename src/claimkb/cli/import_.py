"""`claimkb import`: a base from a dump."""

import io
import sys
from pathlib import Path
from typing import Annotated

import typer

from claimkb.cli._common import database, say
from claimkb.cli._options import DbOption
from claimkb.errors import ReadError


def import_(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="A file that `claimkb dump` wrote; - is standard input.")
    ],
    db: DbOption = None,
) -> None:
    """Make a database of a dump; reviews, notes and corrections included.

    The database must not hold anything yet. It appears whole or not at all.

    \b
    Examples:
      claimkb import base.jsonl --db copy.db
      gunzip -c base.jsonl.gz | claimkb import - --db copy.db
    """
    from claimkb.render.text import counted
    from claimkb.store.dumping import load

    path = database(db)
    try:
        stream = sys.stdin.buffer if str(file) == "-" else file.open("rb")
        with io.TextIOWrapper(stream, encoding="utf-8", newline="\n") as lines:
            number = load(path, lines)
    except UnicodeDecodeError as error:
        raise ReadError(f"{file} is not UTF-8 text.", "Give a file that `claimkb dump` wrote.") from error
    except OSError as error:
        raise ReadError(f"{file} cannot be read ({error.strerror}).", "Name another file.") from error
    say(f"{counted(number, 'row')} put into {path}. `claimkb check` verifies them.")
