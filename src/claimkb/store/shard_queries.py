"""Claims out of a folder of Parquet files, with the filters of `claimkb claims`, by DuckDB.

The same names find the same claims as in a base: themes bring their narrower
ones, sources are found by name or id, entities by name or spelling, holders
by words. Each word of a search must stand in the text, the quote or the
label, whatever its case and accents; relevance is not worked out here.

Nothing can be written, and no other file be read: DuckDB runs in memory,
confined to the folder, and every value is bound to a placeholder.
"""

# ruff: noqa: S608 - statements are composed of constants; every value is bound to a placeholder

from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import Any

from claimkb.errors import UsageError
from claimkb.model import Modality, Polarity, Stance
from claimkb.records import ClaimFilter, ClaimRecord, DateRecord, QuantityFilter, QuantityRecord
from claimkb.store.filters import amount_conditions, day_of, search_terms
from claimkb.store.lookup import means, not_found
from claimkb.store.names import AUTHOR, RULES
from claimkb.store.shard_findings import ShardFindings
from claimkb.store.shard_folder import NAMES, ShardWhere, named

_IN_TEXT = 'document, start, "end", id'
_ORDERS = {
    "position": _IN_TEXT,
    "date": "published NULLS LAST, document, start, id",
    "source": "source, document, start, id",
    "agreements": "agreements DESC, document, start, id",
    "contradictions": "contradictions DESC, document, start, id",
    "corroboration": "corroboration DESC, document, start, id",
    "confidence": "_surest DESC, document, start, id",
}
# Words as the full-text search of a base cuts them: letters and digits, without case and accents.
_FOLDED = r"' ' || trim(regexp_replace(strip_accents(lower({})), '[^\p{{L}}\p{{N}}]+', ' ', 'g')) || ' '"
_PAGE = 1000


class ShardReader(ShardFindings):
    """An open folder of Parquet files; close it, or use it as a context manager."""

    def claims(self, chosen: ClaimFilter) -> Iterator[ClaimRecord]:
        """The claims that a filter chooses, in its order; by position if it asks for relevance."""
        if chosen.match is not None:
            raise UsageError("--match needs a database.", 'Give words and "phrases" instead.')
        sort = chosen.sort if chosen.sort != "relevance" else "position"
        where = self._conditions(chosen)
        names = ", ".join(f'"{each.name}"' for each in fields(ClaimRecord))
        sql = f"SELECT {names} FROM {self.table('claims')} {where.sql} ORDER BY {_ORDERS[sort]}"
        if chosen.limit is not None:
            sql += f" LIMIT {int(chosen.limit)}"
        found = self.run(sql, [self.files("claims"), *where.values])
        while rows := found.fetchmany(_PAGE):
            yield from map(_record, rows)

    def _conditions(self, chosen: ClaimFilter) -> "ShardWhere":
        where = ShardWhere()
        if not chosen.hidden:
            where.add("NOT _hidden")
        for term, prefix in search_terms(chosen.text) if chosen.text is not None else ():
            words = f"rtrim({_FOLDED.format('?::VARCHAR')})" if prefix else _FOLDED.format("?::VARCHAR")
            columns = (f"contains({_FOLDED.format(name)}, {words})" for name in ("text", "quote", "label"))
            where.add(f"({' OR '.join(columns)})", term, term, term)
        if chosen.text is not None and not search_terms(chosen.text):
            where.add("false")
        if chosen.themes:
            where.add("list_has_any(themes, ?)", self.theme_slugs(chosen.themes))
        if chosen.sources:
            where.add("list_contains(?, source)", self.source_names(chosen.sources))
        if chosen.entities:
            where.add("list_has_any(entities, ?)", self._entities(chosen.entities))
        if chosen.holders:
            keys, author = self._holders(chosen.holders)
            where.add(f"(list_contains(?, _holder_key){' OR _holder_key IS NULL' if author else ''})", keys)
        if chosen.modalities:
            where.add("list_contains(?, modality)", [str(each) for each in chosen.modalities])
        if chosen.polarities:
            where.add("list_contains(?, polarity)", [str(each) for each in chosen.polarities])
        if chosen.extractors:
            where.add("list_contains(?, extractor)", self._extractors(chosen.extractors))
        if chosen.has_quantity:
            where.add("len(quantities) > 0")
        for amount in chosen.quantities:
            _amount(where, amount)
        if chosen.since or chosen.until:
            _period(where, chosen.since, chosen.until)
        return where

    def _entities(self, wanted: Iterable[str]) -> list[str]:
        rows = self.read("entities", "name, aliases")
        known: dict[str, list[str]] = {}
        for name, aliases in rows:
            for alias in aliases:
                known.setdefault(alias.casefold(), []).append(name)
        by_name: dict[str, list[str]] = {}
        for name, _ in rows:
            by_name.setdefault(name.casefold(), []).append(name)
        return named("entity", wanted, known | by_name, [name for name, _ in rows])

    def _holders(self, wanted: Iterable[str]) -> tuple[list[str], bool]:
        rows = self.read("claims", "DISTINCT _holder_key, attributed_to", "_holder_key IS NOT NULL")
        author = False
        found: list[str] = []
        for name in wanted:
            keys = sorted({key for key, text in rows if means(name, text) or means(name, key)})
            if not keys and name.casefold() == AUTHOR:
                author = True
            elif not keys:
                raise not_found("holder", name, sorted({text for _, text in rows}), NAMES)
            found += keys
        return found, author

    def _extractors(self, wanted: Iterable[str]) -> list[str]:
        names = [row[0] for row in self.read("claims", "DISTINCT extractor")]
        known = {name.casefold(): [name] for name in (*names, RULES)}
        known |= {name.casefold().split(":", 1)[1]: [name] for name in names if ":" in name}
        for kind in {name.split(":")[0] for name in names if ":" in name}:
            known[kind] = [name for name in names if name.startswith(f"{kind}:")]
        return named("extractor", wanted, known, names)


def _amount(where: ShardWhere, amount: QuantityFilter) -> None:
    conditions, values = amount_conditions(amount, "q.")
    tested = " AND ".join(conditions) or "true"
    where.add(f"EXISTS (SELECT 1 FROM (SELECT unnest(quantities) AS q) WHERE {tested})", *values)


def _period(where: ShardWhere, since: str | None, until: str | None) -> None:
    """As `filters` has it of rows: what names no date that is known is about the time it was published."""
    first, last = day_of(since, "since", 0) or "0000", day_of(until, "until", 1) or "9999-99"
    known = 'coalesce(d."start", d."end") IS NOT NULL'
    dates = "SELECT 1 FROM (SELECT unnest(dates) AS d)"
    where.add(
        f"""CASE WHEN EXISTS ({dates} WHERE {known})
        THEN EXISTS ({dates} WHERE {known} AND coalesce(d."end", '9999-99') >= ?
            AND coalesce(d."start", '0000') <= ?)
        ELSE _last_day >= ? AND _first_day <= ? END""",
        *(first, last, first, last),
    )


def _record(row: tuple[Any, ...]) -> ClaimRecord:
    values = dict(zip((each.name for each in fields(ClaimRecord)), row, strict=True))
    return ClaimRecord(
        **values
        | {
            "themes": tuple(values["themes"]),
            "entities": tuple(values["entities"]),
            "polarity": Polarity(values["polarity"]),
            "modality": Modality(values["modality"]),
            "stance": Stance(values["stance"]),
            "quantities": tuple(QuantityRecord(**each) for each in values["quantities"]),
            "dates": tuple(DateRecord(**each) for each in values["dates"]),
        }
    )
