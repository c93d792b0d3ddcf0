"""`claimkb agreements`: where sources agree, strongest first."""

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


def agreements(
    theme: ThemeOption = None,
    source: SourceOption = None,
    type_: TypeOption = None,
    min_confidence: ConfidenceOption = 0.0,
    status: StatusOption = None,
    scope: ScopeOption = ScopeChoice.CROSS_SOURCE,
    explain: ExplainOption = False,
    sort: FindingSortOption = FindingSort.CONFIDENCE,
    limit: LimitOption = None,
    form: FormatOption = None,
    db: DbOption = None,
) -> None:
    """List where sources say the same, strongest first.

    A reprint is no second voice: only sources of different origin count.

    \b
    Examples:
      claimkb agreements --explain
      claimkb agreements --source harbour-gazette --limit 10
      claimkb agreements --type same-quantity --format md
    """
    wanted = RelationFilter(
        kinds=(RelationKind.AGREEMENT,),
        themes=tuple(theme or ()),
        sources=tuple(source or ()),
        types=tuple(type_ or ()),
        statuses=tuple(status or UNDISMISSED),
        scope=scope.scope(),
        min_confidence=min_confidence,
        sort=sort.value,
        limit=limit,
    )
    list_findings(db, wanted, form=form, explain=explain, noun="agreements")
