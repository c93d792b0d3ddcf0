"""Findings out of a folder of Parquet files, with the filters of `contradictions` and `agreements`, by DuckDB.

The same names find the same findings in the same order as in a base, but for
two things that only a base knows: what judges said, and how many voices bear
a finding out.
"""

# ruff: noqa: S608 - statements are composed of constants; every value is bound to a placeholder

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from claimkb.errors import UsageError
from claimkb.model import Evidence, RelationKind, Scope, Status
from claimkb.records import RelationFilter, RelationRecord
from claimkb.store.shard_folder import ShardFolder, ShardWhere

_STRONGEST = "confidence DESC, id"
_ORDERS = {
    "confidence": _STRONGEST,
    "date": f"greatest(coalesce(a_published, ''), coalesce(b_published, '')) DESC, {_STRONGEST}",
}
_PAGE = 1000


class ShardFindings(ShardFolder):
    """The findings of a folder."""

    def relations(self, chosen: RelationFilter) -> Iterator[RelationRecord]:
        """The findings that a filter chooses, in its order."""
        order = _ORDERS.get(chosen.sort)
        if order is None:
            raise UsageError(
                f"--sort {chosen.sort} needs a database.", f"Choose one of {', '.join(_ORDERS)}."
            )
        where = self._finding_conditions(chosen)
        names = ", ".join(f'"{each.name}"' for each in fields(RelationRecord))
        limit = "" if chosen.limit is None else f" LIMIT {int(chosen.limit)}"
        sql = f"SELECT {names} FROM {self.table('relations')} {where.sql} ORDER BY {order}{limit}"
        found = self.run(f"{sql} OFFSET {int(chosen.skip)}", [self.files("relations"), *where.values])
        while rows := found.fetchmany(_PAGE):
            yield from map(_record, rows)

    def _finding_conditions(self, chosen: RelationFilter) -> ShardWhere:
        where = ShardWhere()
        if chosen.scope is not None:
            where.add("scope = ?", str(chosen.scope))
        for column, values in (("kind", chosen.kinds), ("status", chosen.statuses)):
            if values:
                where.add(f"list_contains(?, {column})", [str(each) for each in values])
        if chosen.types:
            where.add("list_contains(?, type)", [name.casefold() for name in chosen.types])
        if chosen.min_confidence > 0:
            where.add("confidence >= ?", chosen.min_confidence)
        if chosen.themes:
            where.add("list_has_any(themes, ?)", self.theme_slugs(chosen.themes))
        if chosen.sources:
            where.add("list_has_any([a_source, b_source], ?)", self.source_names(chosen.sources))
        return where


def _record(row: tuple[Any, ...]) -> RelationRecord:
    values = dict(zip((each.name for each in fields(RelationRecord)), row, strict=True))
    return RelationRecord(
        **values
        | {
            "kind": RelationKind(values["kind"]),
            "scope": Scope(values["scope"]),
            "status": Status(values["status"]),
            "evidence": tuple(Evidence(**each) for each in values["evidence"]),
            "themes": tuple(values["themes"]),
        }
    )
