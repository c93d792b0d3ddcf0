"""Tab-separated lines: what a pipe gets, one record a line, whatever the text holds.

A tab, a line break or any other control character inside a cell is written
as a backslash escape and a backslash as two, so that `cut` and `awk` count
right, nothing drives a terminal, and no character is lost. Formulas are
guarded as in CSV, for the file may well be opened in a spreadsheet.
"""

from collections.abc import Sequence
from typing import IO

from claimkb.render.cells import cell, cell_text
from claimkb.render.formats import WriteOptions
from claimkb.render.formulas import guard
from claimkb.render.sheet import Sheet
from claimkb.render.text import escape_controls


def line(row: Sequence[object], *, raw: bool) -> str:
    """One row as a line without its end."""
    texts = []
    for value in map(cell, row):
        if isinstance(value, str):
            text = escape_controls(value.replace("\\", "\\\\"))
            texts.append(text if raw else guard(text))
        else:
            texts.append(cell_text(value))
    return "\t".join(texts)


def write(sheet: Sheet, out: IO[bytes], options: WriteOptions) -> int:
    """Write the sheet as tab-separated lines."""
    out.write(b"\xef\xbb\xbf" if options.excel else b"")
    out.write(f"{line(sheet.columns, raw=options.raw)}\n".encode())
    count = 0
    for row in sheet.rows:
        out.write(f"{line(row, raw=options.raw)}\n".encode())
        count += 1
    return count
