"""`claimkb timeline`: what claims say of which time."""

from claimkb.cli._common import Counted, listing_of, opened, say_found, write_list
from claimkb.cli._options import (
    DbOption,
    EntityOption,
    FormatOption,
    HolderOption,
    LimitOption,
    SinceOption,
    SourceOption,
    ThemeOption,
    UntilOption,
)
from claimkb.records import ClaimFilter, TimelineRecord


def timeline(
    theme: ThemeOption = None,
    entity: EntityOption = None,
    source: SourceOption = None,
    holder: HolderOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
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
    wanted = ClaimFilter(
        themes=tuple(theme or ()),
        entities=tuple(entity or ()),
        sources=tuple(source or ()),
        holders=tuple(holder or ()),
        since=since,
        until=until,
        limit=limit,
    )
    with opened(db) as reader:
        found = Counted(reader.timeline(wanted))
        write_list(listing_of(TimelineRecord, found), form)
    say_found(
        found.number,
        "time",
        advice="`claimkb show ID` shows a claim whole.",
        otherwise="No claim that matches names a time. Use fewer options.",
    )
