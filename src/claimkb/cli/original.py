"""`claimkb original`: the web page that a document was read from, as it was fetched."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from claimkb.cli._common import opened, say
from claimkb.cli._files import destination
from claimkb.cli._options import DbOption
from claimkb.errors import NotFoundError, UsageError


def original(
    document: Annotated[
        str | None, typer.Argument(metavar="[DOCUMENT]", help="Its address, or the end of it; else all.")
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="Where to; .warc and .warc.gz hold many."),
    ] = None,
    db: DbOption = None,
) -> None:
    """Write the page that was fetched for a document, or all pages as a web archive.

    Pages are kept as they came, so that a claim can be checked when its page
    has changed or is gone.

    \b
    Examples:
      claimkb original https://news.example/report -o report.html
      claimkb original -o pages.warc.gz
    """
    name = output.name.lower() if output is not None else ""
    archive = name.endswith((".warc", ".warc.gz"))
    if not archive and document is None:
        raise UsageError(
            "All pages fit into a web archive only.", "Name a DOCUMENT, or a file with -o pages.warc.gz."
        )
    if not archive and output is None and sys.stdout.isatty():
        raise UsageError("A page is not for the terminal.", "Name a file with -o.")
    with opened(db) as reader:
        pages = list(reader.originals(document))
        if not pages:
            raise NotFoundError(
                "No fetched page is kept of it.", "Only what came from a web address has one."
            )
        with destination(output) as out:
            if archive:
                from claimkb.render.web_archive import write_warc

                write_warc(pages, out, compressed=name.endswith(".gz"))
            else:
                out.write(pages[-1][1].body)
    if output is not None:
        say(f"{len(pages) if archive else 1} of {len(pages)} kept pages written to {output}.")
