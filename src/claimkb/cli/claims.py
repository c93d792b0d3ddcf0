"""`claimkb claims`: the claims, searched and filtered."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from claimkb.cli._common import Counted, Listing, listing_of, opened, say_found, write_list
from claimkb.cli._filters import CLAIM_OPTIONS, claim_filter, with_options
from claimkb.cli._options import ClaimSort, DbOption, FormatOption, LimitOption, SortOption
from claimkb.records import ClaimFilter, ClaimRecord

if TYPE_CHECKING:
    from rich.console import RenderableType

    from claimkb.store.queries import Reader


@with_options(CLAIM_OPTIONS, chosen=claim_filter)
def claims(
    text: Annotated[str | None, typer.Argument(metavar="[TEXT]", help="Words to search for.")] = None,
    *,
    chosen: ClaimFilter,
    sort: SortOption = None,
    limit: LimitOption = None,
    form: FormatOption = None,
    db: DbOption = None,
) -> None:
    """List claims, all of them or those that match.

    Values of one option are alternatives, different options must all hold.
    TEXT is full-text search; a phrase stands in double quotes. --match takes
    an expression with AND, OR, NOT, brackets and columns instead.

    \b
    Examples:
      claimkb claims "minimum wage"
      claimkb claims --quantity ">= $1bn" --sort corroboration
      claimkb claims --theme politics --modality predicted --since 2024
      claimkb claims --has-quantity --format csv > amounts.csv
    """
    usual = ClaimSort.RELEVANCE if text or chosen.match else ClaimSort.POSITION
    wanted = replace(chosen, text=text, sort=(sort or usual).value, limit=limit)
    with opened(db) as reader:
        found = Counted(reader.claims(wanted))
        write_list(_listing(reader, wanted, found), form)
    say_found(
        found.number,
        "claim",
        advice="`claimkb show ID` shows one whole.",
        otherwise="No claims match. Use fewer words or options; `claimkb entities` lists what they name.",
    )


def _listing(reader: "Reader", wanted: ClaimFilter, found: Counted[ClaimRecord]) -> Listing:
    """The list of claims; a table marks the words that a search found."""
    plain = listing_of(ClaimRecord, found)
    if not wanted.searched:
        return plain

    def drawing(width: int) -> Iterable["RenderableType"]:
        """The table, with what the search found marked."""
        from claimkb.render.tables import claim_table

        records = tuple(found)
        marked = reader.marked(wanted, [record.id for record in records])
        return (claim_table(records, width, marked=marked),) if records else ()

    return Listing(plain.sheet, plain.shown, drawing)
