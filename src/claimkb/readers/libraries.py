"""Libraries that only some formats need: imported when such a file is read, missed in one line.

The libraries come with claimkb; whoever installed it without its dependencies
is told which extra brings them.
"""

import importlib
from typing import Any

from claimkb.errors import ReadError


def library(module: str, extra: str) -> Any:
    """The module, or a `ReadError` that names the extra to install."""
    try:
        return importlib.import_module(module)
    except ImportError as error:
        missing = (error.name or module).partition(".")[0]
        problem = f"Reading it needs the Python package {missing}, which is not installed."
        raise ReadError(problem, f'Install it: pip install "claimkb[{extra}]"') from error
