"""`claimkb note`: a remark on a claim or a source."""

from typing import Annotated

import typer

from claimkb.cli._common import database, say
from claimkb.cli._completion import names_of
from claimkb.cli._options import DbOption
from claimkb.errors import UsageError


def note(
    claim_id: Annotated[
        str | None,
        typer.Argument(
            metavar="[ID]", help="The id of a claim, or how it begins.", shell_complete=names_of("claims")
        ),
    ] = None,
    words: Annotated[
        str | None, typer.Argument(metavar="[WORDS]", help="What to remember; in quotes.")
    ] = None,
    source: Annotated[
        str | None,
        typer.Option(
            "--source",
            metavar="NAME",
            help="A note on this source instead.",
            shell_complete=names_of("sources"),
        ),
    ] = None,
    remove: Annotated[bool, typer.Option("--remove", help="Take the note off.")] = False,
    db: DbOption = None,
) -> None:
    """Put a note on a claim or on a source; it is shown wherever the claim is.

    \b
    Examples:
      claimkb note 3f9a2c1b "the annex of the report says otherwise"
      claimkb note --source harbour-gazette "owned by the port"
      claimkb note 3f9a2c1b --remove
    """
    from claimkb.workflow import desk

    if source is not None:  # then the only argument is the words
        claim_id, words = None, words or claim_id
    if (words is None) == (not remove) or (source is None and claim_id is None):
        raise UsageError("A note needs a claim and words.", 'Write: claimkb note ID "words", or ID --remove')
    if source is not None:
        whose = f"the source {desk.annotate_source(database(db), source, words or '')}"
    else:
        whose = f"claim {desk.annotate_claim(database(db), str(claim_id), note=words or '')[:8]}"
    say(f"The note on {whose} is {'gone' if remove else 'kept'}.")
