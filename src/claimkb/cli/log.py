"""`claimkb log`: what people decided, step by step."""

from claimkb.cli._common import listing_of, opened, say_found, write_list
from claimkb.cli._options import DbOption, FormatOption, LimitOption
from claimkb.records import JournalRecord


def log(limit: LimitOption = None, form: FormatOption = None, db: DbOption = None) -> None:
    """List what was decided, newest first: reviews, notes, ratings, tags, merges, corrections.

    \b
    Examples:
      claimkb log
      claimkb log --limit 5 --format json
    """
    with opened(db) as reader:
        found = reader.journal(limit)
    write_list(listing_of(JournalRecord, found), form)
    say_found(
        len(found),
        "step",
        advice="`claimkb undo` takes the last one back, `claimkb undo NUMBER` another.",
        otherwise="Nothing was decided yet. `claimkb review` is a place to begin.",
    )
