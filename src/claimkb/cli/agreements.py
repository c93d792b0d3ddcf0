"""`claimkb agreements`: where sources agree, strongest first."""

from dataclasses import replace

from claimkb.cli._filters import FINDING_OPTIONS, finding_filter, with_options
from claimkb.cli._findings import UNDISMISSED, list_findings
from claimkb.cli._options import (
    DbOption,
    ExplainOption,
    FindingSort,
    FindingSortOption,
    FolderOption,
    FormatOption,
    LimitOption,
)
from claimkb.model import RelationKind
from claimkb.records import RelationFilter


@with_options(FINDING_OPTIONS, chosen=finding_filter)
def agreements(
    *,
    chosen: RelationFilter,
    explain: ExplainOption = False,
    sort: FindingSortOption = FindingSort.CONFIDENCE,
    limit: LimitOption = None,
    form: FormatOption = None,
    parquet: FolderOption = None,
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
    wanted = replace(
        chosen,
        kinds=(RelationKind.AGREEMENT,),
        statuses=chosen.statuses or UNDISMISSED,
        sort=sort.value,
        limit=limit,
    )
    list_findings(db, wanted, form=form, explain=explain, noun="agreements", parquet=parquet)
