"""`claimkb sources`: where the claims come from."""

from typing import Annotated

import typer

from claimkb.cli._common import database, listing_of, opened, say, say_found, write_list
from claimkb.cli._completion import names_of
from claimkb.cli._options import Command, DbOption, FormatOption, listing_app
from claimkb.errors import UsageError
from claimkb.records import SourceRecord

sources = listing_app()


@sources.callback(invoke_without_command=True)
def _sources(context: typer.Context, form: FormatOption = None, db: DbOption = None) -> None:
    """List the sources with their dates and counts; what was read off the text is marked as inferred.

    \b
    Examples:
      claimkb sources
      claimkb sources --format jsonl
    """
    if context.invoked_subcommand is not None:
        return
    with opened(db) as reader:
        found = reader.sources()
    write_list(listing_of(SourceRecord, found), form)
    say_found(
        len(found),
        "source",
        advice="`claimkb claims --source NAME` lists what one says.",
        otherwise="There are no sources yet. `claimkb ingest PATH…` reads articles.",
    )


@sources.command(cls=Command)
def edit(
    source: Annotated[
        str, typer.Argument(metavar="SOURCE", help="A source.", shell_complete=names_of("sources"))
    ],
    name: Annotated[str | None, typer.Option("--name", metavar="WORDS", help="Its name.")] = None,
    title: Annotated[str | None, typer.Option("--title", metavar="WORDS", help="The title.")] = None,
    author: Annotated[str | None, typer.Option("--author", metavar="WORDS", help="The author.")] = None,
    published: Annotated[
        str | None, typer.Option("--published", metavar="DATE", help="2024, 2024-05 or 2024-05-01.")
    ] = None,
    url: Annotated[str | None, typer.Option("--url", metavar="URL", help="The address.")] = None,
    reset: Annotated[
        list[str] | None, typer.Option("--reset", metavar="FIELD", help="As its files say; repeatable.")
    ] = None,
    document: Annotated[
        str | None, typer.Option("--document", metavar="PATH", help="Only this document of the source.")
    ] = None,
    db: DbOption = None,
) -> None:
    """Correct what is known of a source; the correction goes before its files, also at the next ingest.

    A new date has the text read again, since "last month" is read against it.

    \b
    Examples:
      claimkb sources edit harbour-gazette --author "Anna Berg" --published 2024-05
      claimkb sources edit harbour-gazette --reset author
    """
    from claimkb.workflow import correction

    given = {"name": name, "title": title, "author": author, "published": published, "url": url}
    values: dict[str, str | None] = {field: value for field, value in given.items() if value is not None}
    values.update(dict.fromkeys(reset or ()))
    if not values:
        raise UsageError("Nothing is corrected.", "Name a field, as in --author or --published.")
    number = correction.correct_source(database(db), source, values, path=document)
    say(
        f"{source}: {', '.join(values)} {'corrected' if number else 'as before'}. `claimkb undo` takes it back."
    )
