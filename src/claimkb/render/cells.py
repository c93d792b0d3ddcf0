"""One value, one cell: the texts that stand for lists and nested records in flat files.

Each text is readable and loses nothing. A list is its items joined with "; ",
where a semicolon or backslash inside an item is written with a backslash
before it (`split_items` undoes it). Quantities, dates and evidence follow the
grammars of `quantity_text`, `date_text` and `evidence_text`.
"""

import re
from collections.abc import Sequence
from enum import Enum

from claimkb.model import Evidence
from claimkb.records import DateRecord, QuantityRecord

Cell = str | int | float | bool | None

_SPECIAL_IN_ITEM = re.compile(r"([\\;])")
_ITEM = re.compile(r"(?:\\.|[^\\;])+", re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


def join_items(items: Sequence[str]) -> str:
    """The items as one cell, joined with "; "."""
    return "; ".join(_SPECIAL_IN_ITEM.sub(r"\\\1", item) for item in items)


def split_items(cell: str) -> tuple[str, ...]:
    """The items of a cell made by `join_items`; empty items are not kept."""
    pieces = _ITEM.findall(cell)
    texts = [pieces[0], *(piece[1:] for piece in pieces[1:])] if pieces else []
    return tuple(_ESCAPED.sub(r"\1", text) for text in texts)


def number(value: float) -> int | float:
    """A whole number as an int, so that 70000.0 is written 70000."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _end(value: float | None) -> str:
    return "" if value is None else str(number(value))


def _interval(low: str, high: str) -> str:
    return low if low == high and low else f"{low}..{high}"


def quantity_text(quantity: QuantityRecord) -> str:
    """`COMPARATOR [~]LOW..HIGH [UNIT] [of OF] (TEXT)`: "at-least 70000.. lives (70,000 plus lives)".

    A single number stands for both ends, a missing end is open, "~" marks an
    approximate amount; a space in the unit and a bracket in OF have a
    backslash before them.
    """
    about = "~" if quantity.approximate else ""
    parts = [quantity.comparator, about + _interval(_end(quantity.low), _end(quantity.high))]
    if quantity.unit:
        unit = re.sub(r"([\\ ])", r"\\\1", quantity.unit)
        parts.append(f"\\{unit}" if unit == "of" or unit.startswith("(") else unit)
    if quantity.of:
        parts.append("of " + re.sub(r"([\\(])", r"\\\1", quantity.of))
    return " ".join([*parts, f"({quantity.text})"])


def date_text(date: DateRecord) -> str:
    """`START..END PRECISION (TEXT)`: "2024-05-01..2024-05-31 month (May 2024)"; an unknown end is empty."""
    return f"{_interval(date.start or '', date.end or '')} {date.precision} ({date.text})"


def quoted(text: str) -> str:
    """`text` in double quotes, those inside and backslashes with a backslash before them."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def evidence_text(evidence: Evidence) -> str:
    """`COMPARISON: "A" | "B" = LEVEL (LABEL)`."""
    values = f"{quoted(evidence.a)} | {quoted(evidence.b)}"
    return f"{evidence.comparison}: {values} = {evidence.level} ({evidence.label})"


def item_text(value: object) -> str:
    """One member of a list as text."""
    if isinstance(value, QuantityRecord):
        return quantity_text(value)
    if isinstance(value, DateRecord):
        return date_text(value)
    if isinstance(value, Evidence):
        return evidence_text(value)
    return value.value if isinstance(value, Enum) else str(value)


def cell(value: object) -> Cell:
    """What a flat file holds for a value: text, a number, a truth value, or None."""
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, float):
        return number(value)
    if isinstance(value, tuple | list):
        return join_items([item_text(item) for item in value])
    return item_text(value)


def cell_text(value: Cell) -> str:
    """The cell as written: None is empty, truth values are `true` and `false`."""
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)
