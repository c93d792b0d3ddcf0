"""What a shell may complete: the names that are in the database.

A shell asks while a person types, so nothing here may fail or write: a
database that is missing, older or busy simply has no names to offer.
"""

from collections.abc import Callable
from pathlib import Path

import click

from claimkb.errors import ClaimkbError

MOST = 200

Completer = Callable[[click.Context, str], list[str]]


def names_of(what: str) -> Completer:
    """The completer of an option or argument: the names of this kind that begin like what is typed."""

    def complete(ctx: click.Context, incomplete: str) -> list[str]:
        typed = incomplete.casefold()
        names = (name for name in _names(ctx, what) if name.casefold().startswith(typed))
        return [name for name in names if name.isprintable()][:MOST]

    return complete


def _names(ctx: click.Context, what: str) -> list[str]:
    from claimkb.cli._common import database_of
    from claimkb.store.queries import Reader

    path: Path = database_of(ctx)
    if not path.is_file():
        return []
    try:
        with Reader(path) as reader:
            return reader.completions(what)
    except (ClaimkbError, OSError):
        return []
