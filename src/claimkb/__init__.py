"""claimkb: a claim-tracking knowledge base for the terminal, and for programs.

import claimkb
kb = claimkb.open("data/claims.db")
"""

from typing import TYPE_CHECKING

from claimkb.version import __version__

if TYPE_CHECKING:
    from pathlib import Path

    from claimkb.api import KnowledgeBase

__all__ = ["__version__", "open"]


def open(path: "Path | str" = "data/claims.db") -> "KnowledgeBase":
    """The knowledge base at `path`; raises `StoreError` if there is none. See `claimkb.api`."""
    from claimkb.api import KnowledgeBase

    return KnowledgeBase(path)
