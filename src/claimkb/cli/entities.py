"""`claimkb entities`: the people, places and organisations that claims name."""

from claimkb.cli._common import listing_of, opened, say_found, write_list
from claimkb.cli._options import DbOption, FormatOption, LimitOption
from claimkb.records import EntityRecord


def entities(limit: LimitOption = None, form: FormatOption = None, db: DbOption = None) -> None:
    """List the people, places and organisations that claims name, most frequent first.

    \b
    Examples:
      claimkb entities --limit 20
      claimkb entities --format csv
    """
    with opened(db) as reader:
        found = reader.entities(limit)
    write_list(listing_of(EntityRecord, found), form)
    say_found(
        len(found),
        "entity",
        plural="entities",
        advice="`claimkb claims --entity NAME` lists what is said of one.",
        otherwise="No claim names anything yet. `claimkb ingest PATH…` reads articles.",
    )
