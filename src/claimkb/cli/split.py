"""`claimkb split`: the claims of a text, nothing stored."""

from typing import TYPE_CHECKING, Annotated

import typer

from claimkb.cli._common import draw, listing_of, say_found, write_list
from claimkb.cli._options import FormatOption
from claimkb.errors import ReadError
from claimkb.records import ClaimRecord

if TYPE_CHECKING:
    from claimkb.model import Document


def split(
    path: Annotated[str, typer.Argument(metavar="[FILE|-]", help="An article; - is standard input.")] = "-",
    form: FormatOption = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show each sentence with its claims, or why it gave none.")
    ] = False,
) -> None:
    """Split a text into claims and write them; nothing is stored.

    \b
    Examples:
      echo "The mill closed in 2021, and 300 jobs were lost." | claimkb split
      claimkb split article.txt --format jsonl
      claimkb split article.txt --explain
    """
    document = read_one(path)
    from claimkb import workflow
    from claimkb.readers import themes_for
    from claimkb.render.extraction import claim_records, sentence_by_sentence

    themes = themes_for([path])
    extraction = workflow.split(document.text, path=document.path, source=document.source, themes=themes)
    if explain and form is None:
        draw(lambda width: sentence_by_sentence(extraction))
        return
    found = claim_records(extraction)
    write_list(listing_of(ClaimRecord, found), form)
    say_found(
        len(found),
        "claim",
        advice="--explain shows how each sentence was read.",
        otherwise="No claims were found in it. --explain shows why.",
    )


def read_one(path: str) -> "Document":
    """The one document behind a path or "-"; raises what ingest would report as a refusal."""
    from claimkb.model import Refusal
    from claimkb.readers import read_inputs

    found = list(read_inputs([path]))
    if len(found) != 1:
        raise ReadError(f"{path} holds {len(found)} documents.", "Name one file, or use `claimkb ingest`.")
    if isinstance(found[0], Refusal):
        raise ReadError(f"{found[0].path} was refused: {found[0].reason}", found[0].next_step)
    return found[0]
