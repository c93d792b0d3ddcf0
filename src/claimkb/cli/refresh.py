"""`claimkb refresh`: ask the feeds and web pages of the base for what is new."""

from pathlib import Path
from typing import Annotated

import typer

from claimkb.cli._common import database, say
from claimkb.cli._options import DbOption
from claimkb.cli.ingest import ALL_REFUSED, SOME_REFUSED
from claimkb.records import DocumentOutcome


def refresh(
    urls: Annotated[
        list[str] | None, typer.Argument(metavar="[URL]…", help="Only these; else all that are stored.")
    ] = None,
    feeds: Annotated[bool, typer.Option("--feeds", help="Only the feeds, without the pages.")] = False,
    listed: Annotated[
        bool, typer.Option("--list", help="Name what would be asked, and ask nothing.")
    ] = False,
    forget: Annotated[
        bool, typer.Option("--forget", help="Follow these feeds no longer; their articles stay.")
    ] = False,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Fetch from this machine and its network, too.")
    ] = False,
    db: DbOption = None,
) -> None:
    """Take in what is new in the feeds, and fetch pages that have changed.

    A feed is followed once it was read with `claimkb ingest --feed URL`; its
    articles that are stored are not fetched for it again. A server that knows
    a page is unchanged says so without sending it. A changed page keeps its
    old version (`claimkb diff URL`), and one that is gone stays as it was.

    \b
    Examples:
      claimkb refresh
      claimkb refresh --feeds
      claimkb refresh https://www.example.org/news/harbour
      claimkb refresh --forget https://www.example.org/rss
    """
    path = database(db)
    if listed:
        _list(path)
    elif forget:
        _forget(path, tuple(urls or ()))
    else:
        _visit(path, tuple(urls or ()), feeds_only=feeds, allow_private=allow_private)


def _list(path: Path) -> None:
    from claimkb import workflow
    from claimkb.render.text import safe

    known = workflow.visited(path)
    for kind, addresses in (("feed", known.feeds), ("page", known.pages)):
        for address in addresses:
            print(f"{kind}\t{safe(address)}")  # noqa: T201 - the command line prints
    if not known.feeds and not known.pages:
        say("Nothing from the web is stored yet.")


def _forget(path: Path, urls: tuple[str, ...]) -> None:
    from claimkb import workflow
    from claimkb.render.text import counted

    if not urls:
        raise typer.BadParameter("Name the feeds that are to be forgotten.", param_hint="URL")
    workflow.forget_feeds(path, urls)
    say(f"{counted(len(urls), 'feed')} forgotten. What was read from them stays.")


def _visit(path: Path, urls: tuple[str, ...], *, feeds_only: bool, allow_private: bool) -> None:
    from claimkb import workflow
    from claimkb.readers import Access
    from claimkb.render.outcomes import totals_line

    report = workflow.refresh(
        path,
        urls,
        access=Access(allow_private=allow_private),
        feeds_only=feeds_only,
        on_progress=_show,
    )
    say(f"{totals_line(report.documents)}." if report.documents else "Nothing new.")
    for outcome in report.documents:
        if outcome.state == "changed":
            say(f"claimkb diff {outcome.path}")
    if report.refused:
        raise typer.Exit(SOME_REFUSED if report.taken else ALL_REFUSED)


def _show(outcome: DocumentOutcome) -> None:
    """A line for what is new or went wrong; what is as it was is only counted."""
    from claimkb.render.outcomes import outcome_line

    if outcome.state != "unchanged":
        print(outcome_line(outcome), flush=True)  # noqa: T201 - the command line prints
