"""The word lists of the program, loaded from `claimkb/lexicons/*.toml` into types.

`load_table` reads one file; each sibling module turns one kind of list into
the types its users need. Nothing here knows a parser or a database.
"""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load_table(name: str) -> dict[str, Any]:
    """The TOML table of `lexicons/<name>.toml`; the file ships with the package, so it must exist."""
    return tomllib.loads((files("claimkb") / "lexicons" / f"{name}.toml").read_text(encoding="utf-8"))
