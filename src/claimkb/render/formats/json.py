"""JSON: one array of objects, indented, UTF-8, in the order of the columns."""

from typing import IO

from claimkb.render.formats import WriteOptions
from claimkb.render.formats.jsonl import dumps
from claimkb.render.sheet import Sheet, objects


def write(sheet: Sheet, out: IO[bytes], options: WriteOptions) -> int:
    """Write the sheet as one JSON array."""
    count = 0
    for count, each in enumerate(objects(sheet), start=1):
        out.write(b"[\n" if count == 1 else b",\n")
        out.write(dumps(each, indent=2).encode())
    out.write(b"\n]\n" if count else b"[]\n")
    return count
