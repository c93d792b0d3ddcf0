"""`claimkb groups`: what several independent voices say, who said it first, and who dissents."""

from typing import Annotated

import typer

from claimkb.cli._common import listing_of, opened, say_found, write_list
from claimkb.cli._options import DbOption, FormatOption, LimitOption, SourceOption, ThemeOption
from claimkb.model import Scope
from claimkb.records import GroupRecord, RelationFilter


def groups(
    theme: ThemeOption = None,
    source: SourceOption = None,
    min_voices: Annotated[
        int, typer.Option("--min-voices", min=1, metavar="N", help="Only what at least this many voices say.")
    ] = 2,
    limit: LimitOption = None,
    form: FormatOption = None,
    db: DbOption = None,
) -> None:
    """List the claims that several independent voices bear out, those of most voices first.

    A reprint is no second voice, and somebody whom two papers quote speaks
    once. Dissenters are those whose claims contradict one of the group.

    \b
    Examples:
      claimkb groups --min-voices 3
      claimkb groups --theme economy --format jsonl
    """
    chosen = RelationFilter(
        themes=tuple(theme or ()), sources=tuple(source or ()), scope=Scope.CROSS_SOURCE, limit=limit
    )
    with opened(db) as reader:
        found = reader.groups(chosen, min_voices)
    write_list(listing_of(GroupRecord, found), form)
    say_found(
        len(found),
        "group",
        advice="`claimkb show ID` shows the leading claim with all that agree with it.",
        otherwise="No claim is borne out by so many voices. Try a lower --min-voices, or ingest more sources.",
    )
