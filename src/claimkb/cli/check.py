"""`claimkb check`: whether the database holds what its texts say."""

import typer

from claimkb.cli._common import database, listing_of, say, write_list
from claimkb.cli._options import DbOption, FormatOption
from claimkb.records import Problem


def check(form: FormatOption = None, db: DbOption = None) -> None:
    """Derive again what is stored, and list what is off: spans, hashes, keys, relations.

    The exit code is 0 if everything holds, 1 if not.

    \b
    Examples:
      claimkb check
      claimkb check --format json
    """
    from claimkb import workflow
    from claimkb.render.text import counted

    problems = workflow.check(database(db))
    if not problems:
        if form is not None:
            write_list(listing_of(Problem, problems), form)
        say("Everything holds.")
        return
    write_list(listing_of(Problem, problems), form)
    say(f"{counted(len(problems), 'thing')} off. Ingest anew, and keep this database for a report.")
    raise typer.Exit(1)
