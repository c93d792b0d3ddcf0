"""`claimkb sources`: where the claims come from."""

from claimkb.cli._common import listing_of, opened, say_found, write_list
from claimkb.cli._options import DbOption, FormatOption
from claimkb.records import SourceRecord


def sources(form: FormatOption = None, db: DbOption = None) -> None:
    """List the sources with their dates and counts; what was read off the text is marked as inferred.

    \b
    Examples:
      claimkb sources
      claimkb sources --format jsonl
    """
    with opened(db) as reader:
        found = reader.sources()
    write_list(listing_of(SourceRecord, found), form)
    say_found(
        len(found),
        "source",
        advice="`claimkb claims --source NAME` lists what one says.",
        otherwise="There are no sources yet. `claimkb ingest PATH…` reads articles.",
    )
