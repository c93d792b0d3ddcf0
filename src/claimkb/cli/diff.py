"""`claimkb diff`: what a document claims now that it did not claim before."""

from typing import Annotated

import typer

from claimkb.cli._common import database, listing_of, say, write_list
from claimkb.cli._options import DbOption, FormatOption
from claimkb.records import ClaimChange, DocumentVersion

VersionOption = Annotated[int | None, typer.Option("--from", min=1, metavar="N", help="The older version.")]
NewerOption = Annotated[int | None, typer.Option("--to", min=1, metavar="N", help="The newer version.")]


def diff(
    document: Annotated[
        str, typer.Argument(metavar="DOCUMENT", help="Its path, the end of it, or its source's name.")
    ],
    older: VersionOption = None,
    newer: NewerOption = None,
    form: FormatOption = None,
    db: DbOption = None,
) -> None:
    """Show the claims that appeared, changed or vanished since the last version of a document.

    A document that was changed and ingested again keeps what it said before.
    In a changed claim [-words-] were taken out and {+words+} put in.

    \b
    Examples:
      claimkb diff gazette.txt
      claimkb diff https://news.example/report --from 1 --to 3 --format json
    """
    from claimkb import workflow

    old, new, found = workflow.diff(database(db), document, older=older, newer=newer)
    write_list(listing_of(ClaimChange, found), form)
    if old.number == new.number:
        say(f"{new.path} has one version, of {new.ingested_at}: nothing to compare it with.")
        return
    say(f"{new.path}: {_version(old)} and {_version(new)}; {_counted(found, new)}.")


def _version(version: DocumentVersion) -> str:
    return f"version {version.number} (from {version.ingested_at})"


def _counted(found: tuple[ClaimChange, ...], new: DocumentVersion) -> str:
    from claimkb.render.text import counted

    kinds = [change.change for change in found]
    parts = [f"{kinds.count(kind)} {kind}" for kind in ("appeared", "changed", "vanished") if kind in kinds]
    unchanged = len(new.claims) - kinds.count("appeared") - kinds.count("changed")
    return ", ".join([*parts, f"{counted(unchanged, 'claim')} as before"])
