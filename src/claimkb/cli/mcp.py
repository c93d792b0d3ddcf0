"""`claimkb mcp`: the base for assistants, over the Model Context Protocol."""

from claimkb.cli._common import database
from claimkb.cli._options import DbOption


def mcp(db: DbOption = None) -> None:
    """Serve read-only tools to an assistant, on standard input and output.

    An assistant can search claims and findings and cite them with quote,
    document and offsets. It can change nothing.

    \b
    Examples:
      claimkb mcp
      claimkb --db data/claims.db mcp
    """
    from claimkb.assist import need

    need("mcp", "Serving assistants")
    from claimkb.assistant import serve

    serve(database(db))
