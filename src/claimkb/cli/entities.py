"""`claimkb entities`: the people, places and organisations that claims name."""

from typing import Annotated

import typer

from claimkb.cli._common import database, listing_of, opened, say, say_found, write_list
from claimkb.cli._completion import names_of
from claimkb.cli._options import Command, DbOption, FormatOption, LimitOption, listing_app
from claimkb.records import EntityRecord

entities = listing_app()


@entities.callback(invoke_without_command=True)
def _entities(
    context: typer.Context, limit: LimitOption = None, form: FormatOption = None, db: DbOption = None
) -> None:
    """List the people, places and organisations that claims name, most frequent first.

    \b
    Examples:
      claimkb entities --limit 20
      claimkb entities --format csv
    """
    if context.invoked_subcommand is not None:
        return
    with opened(db) as reader:
        found = reader.entities(limit)
    write_list(listing_of(EntityRecord, found), form)
    say_found(
        len(found),
        "entity",
        plural="entities",
        advice="`claimkb claims --entity NAME` lists what is said of one.",
        otherwise="No claim names anything yet. `claimkb ingest PATH…` reads articles.",
    )


@entities.command(cls=Command)
def merge(
    names: Annotated[
        list[str],
        typer.Argument(metavar="NAME…", help="The entities to merge.", shell_complete=names_of("entities")),
    ],
    into: Annotated[
        str,
        typer.Option(
            "--into",
            metavar="NAME",
            help="What they become; may be new.",
            shell_complete=names_of("entities"),
        ),
    ],
    db: DbOption = None,
) -> None:
    """Let entities be one entity, or rename one, also after the next ingest.

    The claims that name them are compared anew, under the one name.

    \b
    Examples:
      claimkb entities merge "A. Berg" Berg --into "Anna Berg"
    """
    from claimkb.workflow import desk

    desk.merge_entities(database(db), names, into)
    say(f"{', '.join(names)}: now {into}. `claimkb undo` takes it back.")
