"""A Markdown table, for reading: article text can form neither a column, a link, an image nor HTML."""

import re
from collections.abc import Sequence
from typing import IO

from claimkb.render.cells import cell, cell_text
from claimkb.render.formats import WriteOptions
from claimkb.render.sheet import Sheet
from claimkb.render.text import safe

_ACTIVE = re.compile(r"([\\`*_\[\]<>|~#&!])")


def escape(text: str) -> str:
    """`text` as Markdown that shows exactly it, on one line."""
    return _ACTIVE.sub(r"\\\1", safe(text))


def line(row: Sequence[object]) -> str:
    """One row of the table."""
    return "| " + " | ".join(escape(cell_text(cell(value))) for value in row) + " |\n"


def write(sheet: Sheet, out: IO[bytes], options: WriteOptions) -> int:
    """Write the sheet as a Markdown table."""
    out.write(line(sheet.columns).encode())
    out.write(("|" + " --- |" * len(sheet.columns) + "\n").encode())
    count = 0
    for row in sheet.rows:
        out.write(line(row).encode())
        count += 1
    return count
