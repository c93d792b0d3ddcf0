"""A sheet: named columns and rows of values, the one shape that every file format writes.

`sheet_of` makes one from records; its columns are the fields of the record in
their order, which are the public columns of every export.
"""

from collections.abc import Iterable
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from typing import Any

from claimkb.records import ClaimDetail, ClaimRecord, RelationDetail, RelationRecord, ThemeMatrix
from claimkb.render.cells import number


@dataclass(frozen=True, slots=True)
class Sheet:
    """Columns and rows; `record` is the record type behind them, if there is one."""

    columns: tuple[str, ...]
    rows: Iterable[tuple[object, ...]]
    record: type | None = None


def columns_of(record: type) -> tuple[str, ...]:
    """The columns of a record type: its fields, in order."""
    return tuple(field.name for field in fields(record))


def sheet_of(record: type, records: Iterable[Any]) -> Sheet:
    """The records of one type as a sheet."""
    names = columns_of(record)
    return Sheet(names, (tuple(getattr(each, name) for name in names) for each in records), record)


def sheet_of_details(details: Iterable[RelationDetail]) -> Sheet:
    """Relations with what explains them: the columns of a relation, then those of its details."""
    plain = columns_of(RelationRecord)
    extra = tuple(name for name in columns_of(RelationDetail) if name != "relation")
    rows = (
        (
            *(getattr(each.relation, name) for name in plain),
            *(getattr(each, name) for name in extra),
        )
        for each in details
    )
    return Sheet(plain + extra, rows)


def sheet_of_claim(detail: ClaimDetail) -> Sheet:
    """A claim whole, for JSON: its columns, then how it was read and its relations."""
    names = columns_of(ClaimRecord)
    extra = (
        "as_written",
        "sentence",
        "doubtful",
        "notes",
        "published_inferred",
        "place",
        "fetched_at",
        "relations",
    )
    relations = tuple(each.relation for each in detail.relations)
    row = (
        *(getattr(detail.claim, name) for name in names),
        *(detail.as_written, detail.sentence_text, detail.doubtful, detail.notes, detail.published_inferred),
        *(detail.place, detail.fetched_at, relations),
    )
    return Sheet(names + extra, (row,))


def sheet_of_matrix(matrix: ThemeMatrix) -> Sheet:
    """Themes × sources as a sheet: a theme's slug and total, then a column of counts for each source."""
    rows = (
        (theme.slug, theme.claims, *counts)
        for theme, counts in zip(matrix.themes, matrix.counts, strict=True)
    )
    return Sheet(("slug", "claims", *matrix.sources), rows)


def plain(value: object) -> object:
    """A value as JSON knows it: records are objects, tuples arrays, enumerations their values."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, float):
        return number(value)
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    return value


def objects(sheet: Sheet) -> Iterable[dict[str, object]]:
    """The rows of a sheet as JSON objects."""
    for row in sheet.rows:
        yield {name: plain(value) for name, value in zip(sheet.columns, row, strict=True)}
