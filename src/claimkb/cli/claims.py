"""`claimkb claims`: the claims, searched and filtered."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from claimkb.cli._common import Counted, Listing, listing_of, opened, say_found, write_list
from claimkb.cli._options import (
    AmountOption,
    ClaimSort,
    DbOption,
    EntityOption,
    FormatOption,
    HiddenOption,
    HolderOption,
    LimitOption,
    MatchOption,
    ModalityOption,
    PolarityOption,
    QuantityOption,
    SinceOption,
    SourceOption,
    ThemeOption,
    UntilOption,
    amounts_wanted,
)
from claimkb.records import ClaimFilter, ClaimRecord

if TYPE_CHECKING:
    from rich.console import RenderableType

    from claimkb.store.queries import Reader


def claims(
    text: Annotated[str | None, typer.Argument(metavar="[TEXT]", help="Words to search for.")] = None,
    theme: ThemeOption = None,
    source: SourceOption = None,
    entity: EntityOption = None,
    holder: HolderOption = None,
    modality: ModalityOption = None,
    polarity: PolarityOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    has_quantity: QuantityOption = False,
    extractor: Annotated[
        list[str] | None,
        typer.Option(
            "--extractor", metavar="NAME", help="Only claims of the rules, or of a model; repeatable."
        ),
    ] = None,
    quantity: AmountOption = None,
    match: MatchOption = None,
    hidden: HiddenOption = False,
    sort: Annotated[
        ClaimSort | None,
        typer.Option("--sort", help="The order; by relevance if TEXT is given, else position."),
    ] = None,
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
    wanted = ClaimFilter(
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
        extractors=tuple(extractor or ()),
        quantities=amounts_wanted(quantity),
        match=match,
        hidden=hidden,
        sort=(sort or (ClaimSort.RELEVANCE if text or match else ClaimSort.POSITION)).value,
        limit=limit,
    )
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
        from claimkb.render.tables import claim_table

        records = tuple(found)
        marked = reader.marked(wanted, [record.id for record in records])
        return (claim_table(records, width, marked=marked),) if records else ()

    return Listing(plain.sheet, plain.shown, drawing)
