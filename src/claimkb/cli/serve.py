"""`claimkb serve`: the base in a browser."""

from importlib.util import find_spec
from typing import Annotated

import typer

from claimkb.cli._common import database, say
from claimkb.cli._options import DbOption
from claimkb.errors import ClaimkbError


def serve(
    port: Annotated[
        int, typer.Option("--port", min=0, max=65535, metavar="N", help="The port; 0 for any that is free.")
    ] = 8001,
    host: Annotated[
        str, typer.Option("--host", metavar="ADDRESS", help="The address to listen on; there is no password.")
    ] = "127.0.0.1",
    db: DbOption = None,
) -> None:
    """Show the base in a browser, read-only, until Ctrl-C.

    A board of contradictions and tensions, agreement groups, themes, every
    article with its claims in place, and Datasette for the tables and SQL.
    Only this machine can reach it unless --host says otherwise.

    \b
    Examples:
      claimkb serve
      claimkb serve --port 0 --db other/claims.db
    """
    for module in ("datasette", "uvicorn"):
        if find_spec(module) is None:
            raise ClaimkbError(
                "The browser view needs Datasette, which is not installed.",
                "Run: pip install 'claimkb[web]'.",
            )
    from claimkb.web import server

    path = database(db)

    def announce(address: str) -> None:
        """Say where the pages are, once they are there."""
        say(f"{path} is at {address} (Ctrl-C ends it)")
        if not server.is_loopback(host):
            say(f"Everyone who can reach {host} can read this base: there is no password.")

    server.serve(path, host, port, announce)
    say("Stopped.")
