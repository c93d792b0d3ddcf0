"""`claimkb contradictions`: where sources contradict each other, strongest first."""

from dataclasses import replace

from claimkb.cli._filters import FINDING_OPTIONS, TensionOption, finding_filter, with_options
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
def contradictions(
    *,
    chosen: RelationFilter,
    tension: TensionOption = True,
    explain: ExplainOption = False,
    sort: FindingSortOption = FindingSort.CONFIDENCE,
    limit: LimitOption = None,
    form: FormatOption = None,
    parquet: FolderOption = None,
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
    wanted = replace(
        chosen,
        kinds=kinds if tension else kinds[:1],
        statuses=chosen.statuses or UNDISMISSED,
        sort=sort.value,
        limit=limit,
    )
    list_findings(db, wanted, form=form, explain=explain, noun="contradictions", parquet=parquet)
