"""Parquet, through pyarrow (an extra): typed columns, lists as lists, nested records as structs."""

from dataclasses import fields, is_dataclass
from enum import Enum
from importlib import import_module
from types import ModuleType, NoneType
from typing import IO, get_args, get_type_hints

from claimkb.errors import ClaimkbError
from claimkb.render.formats import WriteOptions
from claimkb.render.sheet import Sheet, objects


def _pyarrow() -> ModuleType:
    try:
        import_module("pyarrow.parquet")
        return import_module("pyarrow")
    except ImportError as error:
        raise ClaimkbError(
            "Parquet files need pyarrow, which is not installed.",
            'Install it with: pip install "claimkb[parquet]"',
        ) from error


def arrow_type(pa: ModuleType, hint: object) -> object:
    """The Arrow type of a field's annotation."""
    members = [each for each in get_args(hint) if each not in (NoneType, Ellipsis)]
    if members and getattr(hint, "__origin__", None) is tuple:
        return pa.list_(arrow_type(pa, members[0]))
    if members:  # an optional value
        return arrow_type(pa, members[0])
    if isinstance(hint, type) and is_dataclass(hint):
        hints = get_type_hints(hint)
        return pa.struct([(each.name, arrow_type(pa, hints[each.name])) for each in fields(hint)])
    if isinstance(hint, type) and issubclass(hint, Enum):
        return pa.string()
    simple: dict[object, object] = {
        str: pa.string(),
        bool: pa.bool_(),
        int: pa.int64(),
        float: pa.float64(),
    }
    return simple[hint]


def write(sheet: Sheet, out: IO[bytes], options: WriteOptions) -> int:
    """Write the sheet as a Parquet file."""
    pa = _pyarrow()
    schema = None
    if sheet.record is not None:
        hints = get_type_hints(sheet.record)
        schema = pa.schema([(name, arrow_type(pa, hints[name])) for name in sheet.columns])
    table = pa.Table.from_pylist(list(objects(sheet)), schema=schema)
    pa.parquet.write_table(table, out)
    return int(table.num_rows)
