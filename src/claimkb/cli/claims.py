"""`claimkb claims`: the claims, searched and filtered."""

from typing import Annotated

import typer

from claimkb.cli._common import Counted, listing_of, opened, say_found, write_list
from claimkb.cli._options import (
    ClaimSort,
    DbOption,
    EntityOption,
    FormatOption,
    HolderOption,
    LimitOption,
    ModalityOption,
    PolarityOption,
    QuantityOption,
    SinceOption,
    SourceOption,
    ThemeOption,
    UntilOption,
)
from claimkb.records import ClaimFilter, ClaimRecord


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
    TEXT is full-text search; a phrase stands in double quotes.

    \b
    Examples:
      claimkb claims "minimum wage"
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
        sort=(sort or (ClaimSort.RELEVANCE if text else ClaimSort.POSITION)).value,
        limit=limit,
    )
    with opened(db) as reader:
        found = Counted(reader.claims(wanted))
        write_list(listing_of(ClaimRecord, found), form)
    say_found(
        found.number,
        "claim",
        advice="`claimkb show ID` shows one whole.",
        otherwise="No claims match. Use fewer words or options; `claimkb entities` lists what they name.",
    )
