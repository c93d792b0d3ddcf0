"""`claimkb report`: everything worth reading on one page."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from claimkb.cli._common import opened, say
from claimkb.cli._files import destination
from claimkb.cli._options import (
    ConfidenceOption,
    DbOption,
    EntityOption,
    HolderOption,
    LimitOption,
    ModalityOption,
    PolarityOption,
    QuantityOption,
    ScopeChoice,
    ScopeOption,
    SinceOption,
    SourceOption,
    StatusOption,
    ThemeOption,
    TypeOption,
    UntilOption,
)
from claimkb.errors import UsageError
from claimkb.records import ClaimFilter, RelationFilter


class ReportFormat(StrEnum):
    """What a report can be written as."""

    HTML = "html"
    MD = "md"


def report(
    text: Annotated[
        str | None, typer.Argument(metavar="[TEXT]", help="Only claims with these words.")
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="The file to write; - for the screen."),
    ] = None,
    form: Annotated[
        ReportFormat | None, typer.Option("--format", help="By the file's ending, else html.")
    ] = None,
    title: Annotated[str | None, typer.Option("--title", metavar="TEXT", help="The heading.")] = None,
    theme: ThemeOption = None,
    source: SourceOption = None,
    entity: EntityOption = None,
    holder: HolderOption = None,
    modality: ModalityOption = None,
    polarity: PolarityOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    has_quantity: QuantityOption = False,
    type_: TypeOption = None,
    min_confidence: ConfidenceOption = 0.0,
    tension: Annotated[
        bool,
        typer.Option("--include-tension/--no-tension", help="With or without what merely pulls apart."),
    ] = True,
    status: StatusOption = None,
    scope: ScopeOption = ScopeChoice.CROSS_SOURCE,
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
    chosen = ReportOptions(
        title=title or ReportOptions().title,
        claims=ClaimFilter(
            text=text,
            themes=tuple(theme or ()),
            sources=tuple(source or ()),
            entities=tuple(entity or ()),
            holders=tuple(holder or ()),
            modalities=tuple(modality or ()),
            polarities=tuple(polarity or ()),
            since=since,
            until=until,
            has_quantity=has_quantity,
        ),
        relations=RelationFilter(
            themes=tuple(theme or ()),
            sources=tuple(source or ()),
            types=tuple(type_ or ()),
            statuses=tuple(status or ()),
            scope=scope.scope(),
            min_confidence=min_confidence,
        ),
        all_scopes=scope is ScopeChoice.ALL,
        tension=tension,
        limit=limit or DEFAULT_LIMIT,
    )
    with opened(db) as reader:
        found = build(reader, chosen)
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
