"""`claimkb refresh`: ask the web pages of the base for changes."""

from typing import Annotated

import typer

from claimkb.cli._common import database, say
from claimkb.cli._options import DbOption
from claimkb.cli.ingest import ALL_REFUSED, SOME_REFUSED


def refresh(
    urls: Annotated[
        list[str] | None, typer.Argument(metavar="[URL]…", help="Only these; else all that are stored.")
    ] = None,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Fetch from this machine and its network, too.")
    ] = False,
    db: DbOption = None,
) -> None:
    """Fetch the stored web pages again; a changed one keeps its old version.

    A server that knows the page is unchanged says so without sending it. What
    changed is shown by `claimkb diff URL`. A page that is gone stays as it was.
    New articles of a feed come with `claimkb ingest --feed URL`.

    \b
    Examples:
      claimkb refresh
      claimkb refresh https://www.example.org/news/harbour
    """
    from claimkb import workflow
    from claimkb.readers import Access
    from claimkb.render.outcomes import outcome_line, totals_line

    report = workflow.refresh_pages(
        database(db),
        tuple(urls or ()),
        access=Access(allow_private=allow_private),
        on_progress=lambda outcome: print(outcome_line(outcome), flush=True),  # noqa: T201 - the command line prints
    )
    say(f"{totals_line(report.documents)}." if report.documents else "No web page is stored yet.")
    for outcome in report.documents:
        if outcome.state == "changed":
            say(f"claimkb diff {outcome.path}")
    if report.refused:
        raise typer.Exit(SOME_REFUSED if report.taken else ALL_REFUSED)
