"""`claimkb dump`: the whole base as text."""

from pathlib import Path
from typing import Annotated

import typer

from claimkb.cli._common import database, say
from claimkb.cli._files import destination
from claimkb.cli._options import DbOption


def dump(
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="The file; else standard output.")
    ] = None,
    db: DbOption = None,
) -> None:
    """Write the whole database as JSON Lines: texts, claims, findings, and all that was decided.

    `claimkb import` makes a database of it that exports the same bytes, on any
    machine and by any later version.

    \b
    Examples:
      claimkb dump -o base.jsonl
      claimkb dump | gzip > base.jsonl.gz
    """
    from claimkb.render.text import counted
    from claimkb.store.dumping import dump as lines_of

    count = 0
    with destination(output) as out:
        for line in lines_of(database(db)):
            out.write(f"{line}\n".encode())
            count += 1
    say(f"{counted(count, 'line')} written to {output or 'standard output'}.")
