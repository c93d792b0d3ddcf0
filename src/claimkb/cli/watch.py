"""`claimkb watch`: take in what is added to a folder, as long as it runs."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimkb.cli._common import database, say
from claimkb.cli._options import DbOption

if TYPE_CHECKING:
    from claimkb.workflow.reports import IngestReport


def watch(
    folder: Annotated[str, typer.Argument(metavar="FOLDER", help="The folder, with those in it.")],
    themes: Annotated[
        str | None,
        typer.Option("--themes", metavar="FILE", help="The themes; else themes.toml in the folder."),
    ] = None,
    poll: Annotated[
        float | None,
        typer.Option(
            "--poll", min=0.1, metavar="SECONDS", help="Look so often, for drives that report no changes."
        ),
    ] = None,
    db: DbOption = None,
) -> None:
    """Take in a folder, then whatever is added to it or changed, until Ctrl-C.

    A changed article keeps its old version (claimkb diff); a removed one stays.
    With watchfiles installed (pip install "claimkb[watch]") the system reports
    changes; without it the folder is looked through every two seconds.

    \b
    Examples:
      claimkb watch inbox/
      claimkb watch /mnt/share/articles --poll 30
    """
    from claimkb import workflow
    from claimkb.render.outcomes import outcome_line, totals_line
    from claimkb.workflow.folders import changes_in

    def report(found: "IngestReport") -> None:
        """Say what became of one document."""
        say(f"{totals_line(found.documents)}. Watching {folder}; Ctrl-C ends it.")

    try:
        workflow.watch(
            database(db),
            folder,
            changes=changes_in(Path(folder), every=poll),
            themes_path=themes,
            on_report=report,
            on_progress=lambda outcome: _show(outcome_line(outcome)),
        )
    except KeyboardInterrupt:
        say("Stopped. What was stored stays.")


def _show(line: str) -> None:
    print(line, flush=True)  # noqa: T201 - the command line prints
