"""`claimkb stats`: how much there is of everything."""

from claimkb.cli._common import listing_of, opened, write_list
from claimkb.cli._options import DbOption, FormatOption
from claimkb.records import StatRecord


def stats(form: FormatOption = None, db: DbOption = None) -> None:
    """Count what the database holds: documents, claims, what gave none and why, findings, decisions.

    \b
    Examples:
      claimkb stats
      claimkb stats --format json
    """
    with opened(db) as reader:
        found = reader.statistics()
    write_list(listing_of(StatRecord, found), form)
