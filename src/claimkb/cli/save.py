"""`claimkb save`: keep a query under a name."""

from typing import Annotated

import typer

from claimkb.cli._commands import NAMES
from claimkb.cli._common import Listing, database, opened, say, write_list
from claimkb.cli._completion import names_of
from claimkb.cli._options import DbOption, FormatOption
from claimkb.errors import UsageError

QUERIES = frozenset(
    {
        "claims",
        "contradictions",
        "agreements",
        "themes",
        "sources",
        "entities",
        "timeline",
        "compare",
        "export",
    }
)


def save(
    name: Annotated[
        str | None,
        typer.Argument(metavar="[NAME]", help="A name for the query.", shell_complete=names_of("queries")),
    ] = None,
    query: Annotated[
        list[str] | None, typer.Argument(metavar="COMMAND…", help="The command and its options, after --.")
    ] = None,
    remove: Annotated[bool, typer.Option("--remove", help="Forget the query of this name.")] = False,
    form: FormatOption = None,
    db: DbOption = None,
) -> None:
    """Keep a query in the database under a name; `claimkb run NAME` asks it. Without a name, list them.

    \b
    Examples:
      claimkb save big-sums -- claims --quantity ">= $1bn" --sort date
      claimkb save
    """
    if name is None:
        _list(db, form)
        return
    from claimkb.workflow import desk

    if remove:
        desk.save_query(database(db), name, None)
        say(f"The query {name} is forgotten.")
        return
    if not query or query[0] not in QUERIES or query[0] not in NAMES:
        raise UsageError(
            "There is no query to save.", "Write it after two dashes: claimkb save NAME -- claims rain"
        )
    desk.save_query(database(db), name, query)
    say(f"`claimkb run {name}` asks it.")


def _list(db: DbOption, form: FormatOption) -> None:
    import shlex

    from claimkb.render.sheet import Sheet
    from claimkb.render.tables import sheet_table

    with opened(db) as reader:
        rows = [(name, shlex.join(["claimkb", *words])) for name, words in reader.queries().items()]

    def sheet() -> Sheet:
        """The saved queries as rows."""
        return Sheet(("name", "command"), rows)

    write_list(Listing(sheet, sheet, lambda _: (sheet_table(sheet()),) if rows else ()), form)
    if not rows:
        say("No query is saved yet. `claimkb save NAME -- claims …` saves one.")
