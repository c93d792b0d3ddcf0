"""`claimkb show`: a claim whole."""

from typing import Annotated

import typer

from claimkb.cli._common import draw, opened, signs_wanted, write_sheet
from claimkb.cli._completion import names_of
from claimkb.cli._options import DbOption, ListFormat
from claimkb.records import ClaimRecord


def show(
    claim_id: Annotated[
        str,
        typer.Argument(
            metavar="ID", help="The id of a claim, or how it begins.", shell_complete=names_of("claims")
        ),
    ],
    form: Annotated[
        ListFormat, typer.Option("--format", "-f", help="A page to read, or the record in this format.")
    ] = ListFormat.TABLE,
    db: DbOption = None,
) -> None:
    """Show a claim whole: its sentence with the claim marked, how it was read, and what it meets.

    \b
    Examples:
      claimkb show 3f9a2c1b
      claimkb show 3f9a --format json
    """
    with opened(db) as reader:
        detail = reader.claim(claim_id)
    if form is ListFormat.TABLE:
        from claimkb.render.claim_page import claim_page

        signs = signs_wanted()
        draw(lambda width: claim_page(detail, signs=signs))
        return
    from claimkb.render.sheet import sheet_of, sheet_of_claim

    # A flat file has no place for relations inside a claim; JSON has.
    nested = form in (ListFormat.JSON, ListFormat.JSONL)
    write_sheet(sheet_of_claim(detail) if nested else sheet_of(ClaimRecord, (detail.claim,)), form)
