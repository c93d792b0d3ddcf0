"""What the columns of a CSV are, as CSV on the Web has it (W3C, 2015): the file beside the file.

`claims.csv` is described by `claims.csv-metadata.json`, where tools look for
it. Cells that hold lists of records keep their one text (`cells.py` has the
grammar); only lists whose items hold no separator are split.
"""

import json
from dataclasses import fields
from types import NoneType
from typing import get_args, get_type_hints

from claimkb.render.cells import Cell

_TYPES: dict[object, str] = {int: "integer", float: "number", bool: "boolean"}
_SPLIT = frozenset({"themes"})  # slugs hold no semicolon
_KEYS = ("id", "slug")


def csvw_metadata(record: type, file_name: str, *, guarded: bool) -> str:
    """The description of a CSV file of these records."""
    hints = get_type_hints(record)
    columns = [_column(each.name, hints[each.name]) for each in fields(record)]
    key = next((name for name in _KEYS if name in hints), None)
    note = "A text that a spreadsheet would run as a formula begins with one more single quote."
    described: dict[str, object] = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "url": file_name,
        "dc:creator": "claimkb",
        "dc:description": (record.__doc__ or "").splitlines()[0],
        "dialect": {
            "encoding": "utf-8",
            "header": True,
            "delimiter": ",",
            "quoteChar": '"',
            "doubleQuote": True,
        },
        "tableSchema": {"columns": columns} | ({"primaryKey": key} if key else {}),
    }
    if guarded:
        described["rdfs:comment"] = note
    return json.dumps(described, ensure_ascii=False, indent=2) + "\n"


def _column(name: str, hint: object) -> dict[str, Cell]:
    members = [each for each in get_args(hint) if each not in (NoneType, Ellipsis)]
    is_list = getattr(hint, "__origin__", None) is tuple
    plain = members[0] if members and not is_list else hint
    column: dict[str, Cell] = {"name": name, "titles": name, "datatype": _TYPES.get(plain, "string")}
    if name in _SPLIT and is_list:
        column["separator"] = "; "
    return column
