"""What a shell may complete: the names that are in the database.

A shell asks while a person types, so nothing here may fail or write: a
database that is missing, older or busy simply has no names to offer.
"""

import os
import re
from collections.abc import Callable
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from claimkb.errors import ClaimkbError

MOST = 200
_SPECIAL = re.compile(r"[^\w@%+=:,./-]")  # what a shell would read as more than itself

Completer = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]


def names_of(what: str) -> Completer:
    """The completer of an option or argument: the names of this kind that begin like what is typed."""

    def complete(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """The names that begin like what is typed, as click asks for them."""
        return [
            CompletionItem(_written(name)) for name in _names(ctx, what, incomplete) if name.isprintable()
        ]

    return complete


def _written(name: str) -> str:
    """A name as the shell that asks needs it: bash puts it into the line as it is, others quote it themselves."""
    if os.environ.get("_CLAIMKB_COMPLETE") != "complete_bash":
        return name
    word = os.environ.get("COMP_WORDS", "").rpartition("\n")[2]
    return name if word.startswith(("'", '"')) else _SPECIAL.sub(r"\\\g<0>", name)


def _names(ctx: click.Context, what: str, begins: str) -> list[str]:
    from claimkb.cli._common import database_of
    from claimkb.store.queries import Reader

    path: Path = database_of(ctx)
    if not path.is_file():
        return []
    try:
        with Reader(path) as reader:
            return reader.completions(what, begins, MOST)
    except (ClaimkbError, OSError):
        return []
