"""`claimkb recover`: a new database from what a damaged one still holds."""

from pathlib import Path
from typing import Annotated

import typer

from claimkb.cli._common import database, say
from claimkb.cli._options import DbOption
from claimkb.cli.ingest import ALL_REFUSED, SOME_REFUSED


def recover(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The new database; it must not be there yet.")],
    db: DbOption = None,
) -> None:
    """Save what can be read of a damaged database into a new one.

    Texts, where they came from and what you decided are read row by row;
    claims and findings are taken over where they are whole and made anew where
    not. The damaged file stays as it is. The exit code is 0 if every document
    was saved, 3 if some were lost (each is named), 1 if nothing could be read.

    \b
    Examples:
      claimkb recover saved.db
      claimkb --db damaged.db recover saved.db && claimkb --db saved.db check
    """
    from claimkb import workflow
    from claimkb.render.text import counted

    found = workflow.recover(database(db), file)
    for path in found.lost:
        say(f"claimkb: {path} is lost: its text cannot be read. Ingest it again with --db {file}.")
    for outcome in found.report.refused:
        say(f"claimkb: {outcome.path} was refused: {outcome.reason} {outcome.next_step}")
    say(
        f"{counted(found.report.taken, 'document')} saved to {file}, {found.parsed_anew} of them parsed anew; "
        f"{counted(found.decisions, 'decision')}, {counted(found.versions, 'earlier version')}."
    )
    say(f"Verify it with `claimkb --db {file} check`.")
    if not found.report.taken:
        raise typer.Exit(ALL_REFUSED)
    if found.lost or found.report.refused:
        raise typer.Exit(SOME_REFUSED)
