"""`claimkb report`: everything worth reading on one page."""

import sys
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from claimkb.cli._common import opened, say
from claimkb.cli._files import destination
from claimkb.cli._filters import (
    CLAIM_OPTIONS,
    FINDING_OPTIONS,
    TensionOption,
    claim_filter,
    finding_filter,
    with_options,
)
from claimkb.cli._options import DbOption, LimitOption
from claimkb.errors import UsageError
from claimkb.records import ClaimFilter, RelationFilter


class ReportFormat(StrEnum):
    """What a report can be written as."""

    HTML = "html"
    MD = "md"


@with_options(CLAIM_OPTIONS | FINDING_OPTIONS, chosen=claim_filter, findings=finding_filter)
def report(
    text: Annotated[
        str | None, typer.Argument(metavar="[TEXT]", help="Only claims with these words.")
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="The file to write; - for the screen."),
    ] = None,
    form: Annotated[
        ReportFormat | None, typer.Option("--format", "-f", help="By the file's ending, else html.")
    ] = None,
    title: Annotated[str | None, typer.Option("--title", metavar="TEXT", help="The heading.")] = None,
    *,
    chosen: ClaimFilter,
    findings: RelationFilter,
    tension: TensionOption = True,
    limit: LimitOption = None,
    db: DbOption = None,
) -> None:
    """Write a report: one page that needs no network and prints well.

    It holds the findings side by side with their quotes, who agrees with
    whom, themes by source, a timeline and the claims of each theme. --limit
    bounds the findings of a kind and the claims of a theme (30 if not given);
    what is left out is counted. The same base gives the same bytes.

    \b
    Examples:
      claimkb report -o report.html
      claimkb report -o health.html --theme health --no-tension
      claimkb report --format md --since 2024 > report.md
    """
    from claimkb.web.report import DEFAULT_LIMIT, ReportOptions, build, to_html, to_markdown

    kind = _format(output, form)
    wanted = ReportOptions(
        title=title or ReportOptions().title,
        claims=replace(chosen, text=text),
        relations=findings,
        all_scopes=findings.scope is None,
        tension=tension,
        limit=limit or DEFAULT_LIMIT,
    )
    with opened(db) as reader:
        found = build(reader, wanted)
        page = to_html(found) if kind is ReportFormat.HTML else to_markdown(found)
    with destination(output) as out:
        out.write(page.encode())
    if output is not None and str(output) != "-":
        say(f"Report of {found.claims} claims written to {output}.")


def _format(output: Path | None, form: ReportFormat | None) -> ReportFormat:
    """The format asked for, or that of the file's ending; a page of HTML is not for a terminal."""
    screen = output is None or str(output) == "-"
    if form is None and output is not None and output.suffix in (".md", ".markdown"):
        return ReportFormat.MD
    chosen = form or ReportFormat.HTML
    if screen and chosen is ReportFormat.HTML and sys.stdout.isatty():
        raise UsageError(
            "A page of HTML is not for reading on a terminal.", "Name a file with -o, or add --format md."
        )
    return chosen
