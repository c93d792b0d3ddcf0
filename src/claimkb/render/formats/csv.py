"""CSV as RFC 4180 has it: UTF-8, CRLF, quotes where they are needed, formulas guarded.

Python's csv module and LibreOffice read back what was written, line breaks
and all; `excel` puts a byte order mark first, without which Excel takes UTF-8
for the local code page.
"""

import csv
import io
from collections.abc import Sequence
from typing import IO

from claimkb.render.cells import cell, cell_text
from claimkb.render.formats import WriteOptions
from claimkb.render.formulas import guard
from claimkb.render.sheet import Sheet


def flat_row(row: Sequence[object], *, raw: bool) -> list[str]:
    """The cells of a row as text; text cells are guarded unless `raw`."""
    cells = [cell(value) for value in row]
    return [guard(value) if isinstance(value, str) and not raw else cell_text(value) for value in cells]


def write(sheet: Sheet, out: IO[bytes], options: WriteOptions) -> int:
    """Write the sheet as CSV."""
    text = io.TextIOWrapper(out, "utf-8-sig" if options.excel else "utf-8", newline="", write_through=True)
    try:
        lines = csv.writer(text, lineterminator="\r\n")
        lines.writerow(flat_row(sheet.columns, raw=options.raw))
        count = 0
        for row in sheet.rows:
            lines.writerow(flat_row(row, raw=options.raw))
            count += 1
        return count
    finally:
        text.detach()
