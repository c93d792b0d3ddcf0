"""`claimkb query`: the claims of a folder of Parquet files, with the filters of `claims`."""

from pathlib import Path
from typing import Annotated

import typer

from claimkb.cli._common import Counted, listing_of, say_found, write_list
from claimkb.cli._options import (
    AmountOption,
    ClaimSort,
    EntityOption,
    FormatOption,
    HiddenOption,
    HolderOption,
    LimitOption,
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


def query(
    parquet: Annotated[
        Path, typer.Option("--parquet", metavar="FOLDER", help="What `claimkb export shards` made.")
    ],
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
    hidden: HiddenOption = False,
    sort: Annotated[ClaimSort, typer.Option("--sort", help="The order.")] = ClaimSort.POSITION,
    limit: LimitOption = None,
    form: FormatOption = None,
) -> None:
    """List claims from a folder of Parquet files, all of them or those that match.

    The filters are those of `claimkb claims`, and so are the rows. DuckDB reads
    the files and can write nothing; a search is not ranked.

    \b
    Examples:
      claimkb query --parquet shards/ "minimum wage" --since 2024
      claimkb query --parquet shards/ --theme politics --format csv > politics.csv
    """
    from claimkb.store.shard_queries import ShardReader

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
        hidden=hidden,
        sort=sort.value,
        limit=limit,
    )
    with ShardReader(parquet) as reader:
        found = Counted(reader.claims(wanted))
        write_list(listing_of(ClaimRecord, found), form)
    say_found(
        found.number,
        "claim",
        advice="",
        otherwise="No claims match. Use fewer words or options.",
    )
