"""JSON Lines: one object a line, UTF-8, in the order of the columns."""

import json
import re
from typing import IO

from claimkb.render.formats import WriteOptions
from claimkb.render.sheet import Sheet, objects

# json escapes the C0 controls; these it leaves, and a terminal or a line reader would act on them.
_LEFT = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def dumps(value: object, *, indent: int | None = None) -> str:
    """`value` as JSON that is readable and holds no character a terminal obeys."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _LEFT.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def write(sheet: Sheet, out: IO[bytes], options: WriteOptions) -> int:
    """Write the sheet as JSON Lines."""
    count = 0
    for each in objects(sheet):
        out.write(f"{dumps(each)}\n".encode())
        count += 1
    return count
