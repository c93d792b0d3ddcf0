"""`claimkb timeline`: what claims say of which time."""

from dataclasses import replace

from claimkb.cli._common import Counted, listing_of, opened, say_found, write_list
from claimkb.cli._filters import CLAIM_OPTIONS, claim_filter, with_options
from claimkb.cli._options import DbOption, FormatOption, LimitOption
from claimkb.records import ClaimFilter, TimelineRecord

_OPTIONS = {name: CLAIM_OPTIONS[name] for name in ("theme", "entity", "source", "holder", "since", "until")}


@with_options(_OPTIONS, chosen=claim_filter)
def timeline(
    *,
    chosen: ClaimFilter,
    limit: LimitOption = None,
    form: FormatOption = None,
    db: DbOption = None,
) -> None:
    """List what claims say of which time, earliest first.

    Times are those that the claims name, not those of publication; a claim
    that names several stands at each of them.

    \b
    Examples:
      claimkb timeline --theme economy
      claimkb timeline --entity "World Bank" --since 2020
    """
    with opened(db) as reader:
        found = Counted(reader.timeline(replace(chosen, limit=limit)))
        write_list(listing_of(TimelineRecord, found), form)
    say_found(
        found.number,
        "time",
        advice="`claimkb show ID` shows a claim whole.",
        otherwise="No claim that matches names a time. Use fewer options.",
    )
