"""`claimkb rebuild`: all claims compared again with the rules of this version."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Annotated

import typer

from claimkb.cli._common import database, listing_of, say, write_list
from claimkb.cli._options import DbOption, FormatOption
from claimkb.records import RebuildChange


def rebuild(
    jobs: Annotated[
        int, typer.Option("--jobs", "-j", min=1, metavar="N", help="Processes that compare.")
    ] = 1,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be otherwise.")] = False,
    form: FormatOption = None,
    db: DbOption = None,
) -> None:
    """Compare all claims again with the rules of this version, and list the findings that changed.

    For after an upgrade, or a change in claimkb.toml. Claims and decisions
    stay. The old findings stand until all new ones are there; a rebuild that
    is stopped changes nothing, and goes on where it was when it is run again.

    \b
    Examples:
      claimkb rebuild --jobs 4
      claimkb rebuild --dry-run --format csv > changes.csv
    """
    from claimkb import workflow
    from claimkb.render.text import counted

    with _progress() as on_progress:
        report = workflow.rebuild(database(db), jobs=jobs, dry_run=dry_run, on_progress=on_progress)
    changes = [change for change in report.changes if change.change != "key"]
    if changes or form is not None:
        write_list(listing_of(RebuildChange, changes), form)
    kinds = [change.change for change in changes]
    would = "would be " if dry_run else ""
    numbers = ", ".join(f"{kinds.count(kind)} {would}{kind}" for kind in ("new", "gone", "changed"))
    say(f"{counted(report.claims, 'claim')} compared; findings: {numbers}.")


@contextmanager
def _progress() -> Iterator[Callable[[str, int, int], None] | None]:
    """What to call for each block that is done; a bar where a person watches."""
    if not sys.stderr.isatty():
        yield None
        return
    from claimkb.render.progress import stages_bar

    with stages_bar(sys.stderr) as advance:
        yield advance
