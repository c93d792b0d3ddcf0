"""`claimkb query`: the claims of a folder of Parquet files, with the filters of `claims`."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from claimkb.cli._common import Counted, listing_of, say_found, write_list
from claimkb.cli._filters import CLAIM_OPTIONS, claim_filter, with_options
from claimkb.cli._options import ClaimSort, FormatOption, LimitOption
from claimkb.records import ClaimFilter, ClaimRecord

# All but --match, whose language is SQLite's own.
_OPTIONS = {name: option for name, option in CLAIM_OPTIONS.items() if name != "match"}


@with_options(_OPTIONS, chosen=claim_filter)
def query(
    parquet: Annotated[
        Path, typer.Option("--parquet", metavar="FOLDER", help="What `claimkb export shards` made.")
    ],
    text: Annotated[str | None, typer.Argument(metavar="[TEXT]", help="Words to search for.")] = None,
    *,
    chosen: ClaimFilter,
    sort: Annotated[ClaimSort, typer.Option("--sort", help="The order.")] = ClaimSort.POSITION,
    limit: LimitOption = None,
    form: FormatOption = None,
) -> None:
    """List claims from a folder of Parquet files, all of them or those that match.

    The filters are those of `claimkb claims`, and so are the rows. DuckDB reads
    the files and can write nothing; a search is not ranked. Findings are listed by
    `claimkb contradictions --parquet` and `agreements --parquet`.

    \b
    Examples:
      claimkb query --parquet shards/ "minimum wage" --since 2024
      claimkb query --parquet shards/ --theme politics --format csv > politics.csv
    """
    from claimkb.store.shard_queries import ShardReader

    wanted = replace(chosen, text=text, sort=sort.value, limit=limit)
    with ShardReader(parquet) as reader:
        found = Counted(reader.claims(wanted))
        write_list(listing_of(ClaimRecord, found), form)
    say_found(
        found.number,
        "claim",
        advice="",
        otherwise="No claims match. Use fewer words or options.",
    )
