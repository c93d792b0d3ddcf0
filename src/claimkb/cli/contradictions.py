"""`claimkb contradictions`: where sources contradict each other, strongest first."""

from typing import Annotated

import typer

from claimkb.cli._findings import UNDISMISSED, list_findings
from claimkb.cli._options import (
    ConfidenceOption,
    DbOption,
    ExplainOption,
    FindingSort,
    FindingSortOption,
    FormatOption,
    LimitOption,
    ScopeChoice,
    ScopeOption,
    SourceOption,
    StatusOption,
    ThemeOption,
    TypeOption,
)
from claimkb.model import RelationKind
from claimkb.records import RelationFilter


def contradictions(
    theme: ThemeOption = None,
    source: SourceOption = None,
    type_: TypeOption = None,
    min_confidence: ConfidenceOption = 0.0,
    tension: Annotated[
        bool,
        typer.Option("--include-tension/--no-tension", help="With or without what merely pulls apart."),
    ] = True,
    status: StatusOption = None,
    scope: ScopeOption = ScopeChoice.CROSS_SOURCE,
    explain: ExplainOption = False,
    sort: FindingSortOption = FindingSort.CONFIDENCE,
    limit: LimitOption = None,
    form: FormatOption = None,
    db: DbOption = None,
) -> None:
    """List where sources contradict each other, strongest first.

    Contradictions come first: both sides can hardly be true. Tensions follow,
    marked as such: the sides pull apart, but a careful reader would not call
    it a contradiction. --no-tension leaves them out.

    \b
    Examples:
      claimkb contradictions --explain
      claimkb contradictions --theme health --no-tension
      claimkb contradictions --type quantity --min-confidence 0.8 --format json
    """
    kinds = (RelationKind.CONTRADICTION, RelationKind.TENSION)
    wanted = RelationFilter(
        kinds=kinds if tension else kinds[:1],
        themes=tuple(theme or ()),
        sources=tuple(source or ()),
        types=tuple(type_ or ()),
        statuses=tuple(status or UNDISMISSED),
        scope=scope.scope(),
        min_confidence=min_confidence,
        sort=sort.value,
        limit=limit,
    )
    list_findings(db, wanted, form=form, explain=explain, noun="contradictions")
