"""Filters as SQL: what a person names becomes row keys, and those become conditions.

Names are looked up first, so that an unknown theme, source, entity or holder
is an error with near matches and never an empty answer that looks like a
finding. The conditions are then plain `IN` lists on indexed columns. A phrase
for the full-text search is taken apart and quoted, so that no input is a
syntax error.
"""

# ruff: noqa: S608 - statements are composed of constants; every value is bound to a placeholder

import json
import re
import sqlite3
from collections.abc import Callable, Sequence

from claimkb.errors import UsageError
from claimkb.lexicon.settings import rules_off
from claimkb.records import ClaimFilter, QuantityFilter, RelationFilter
from claimkb.store import names, spellings
from claimkb.store.identity import day_range
from claimkb.store.selective import (
    CLAIM_ENTITIES,
    CLAIM_SOURCES,
    CLAIM_THEMES,
    RELATION_SOURCES,
    RELATION_THEMES,
    Named,
    Where,
    add_named,
)

SORTS = (
    "position",
    "date",
    "source",
    "agreements",
    "contradictions",
    "relevance",
    "confidence",
    "corroboration",
)

_TERM = re.compile(r'"([^"]*)"?|(\S+)')
_WORD = re.compile(r"\w")


def claim_conditions(connection: sqlite3.Connection, chosen: ClaimFilter, *, walked: bool = False) -> Where:
    """The conditions of a claim filter, on `claims`, `documents` and, for a text, `claims_fts`.

    `walked` prefers tests of single rows to look-ups of many (`selective`).
    """
    where = Where()
    expression = search_expression(chosen)
    if not chosen.hidden and expression is None:
        where.add("NOT claims.hidden")
    elif not chosen.hidden:  # so that what a search found can be scored without reading the claims
        where.add("claims_fts.rowid NOT IN (SELECT id FROM claims WHERE hidden)")
    if expression is not None:
        if chosen.match is not None:
            _try_expression(connection, expression, chosen.match)
        where.add("claims_fts MATCH ?", expression)
    named = (
        (CLAIM_SOURCES, chosen.sources, spellings.source_keys),
        (CLAIM_THEMES, chosen.themes, names.theme_keys),
        (CLAIM_ENTITIES, chosen.entities, spellings.entity_keys),
    )
    add_named(where, connection, _keys(connection, named), walked=walked)
    if chosen.holders:
        _holders(where, connection, chosen.holders)
    if chosen.modalities:
        where.among("claims.modality IN ?", chosen.modalities)
    if chosen.polarities:
        where.among("claims.polarity IN ?", chosen.polarities)
    if chosen.extractors:
        where.among("claims.extractor IN ?", names.extractors(connection, chosen.extractors))
    if chosen.has_quantity:
        where.add("EXISTS (SELECT 1 FROM quantities WHERE claim = claims.id)")
    for amount in chosen.quantities:
        _amount(where, amount)
    if chosen.since or chosen.until:
        _period(where, chosen.since, chosen.until)
    return where


def relation_conditions(
    connection: sqlite3.Connection, chosen: RelationFilter, *, walked: bool = False
) -> Where:
    """The conditions of a relation filter, on the table `relations`; `walked`: each a test of single rows."""
    where = Where()
    where.add("NOT relations.hidden")
    if off := rules_off():
        where.among("relations.rule NOT IN ?", sorted(off))
    if chosen.scope is not None:
        where.add("relations.scope = ?", str(chosen.scope))
    if len(chosen.kinds) == 1:  # said so that an index in the order of a listing can be used
        where.add("relations.kind = ?", str(chosen.kinds[0]))
    elif chosen.kinds:
        where.among("relations.kind IN ?", chosen.kinds)
    if chosen.types:
        where.among("relations.type IN ?", [name.casefold() for name in chosen.types])
    if chosen.statuses:
        where.among("relations.status IN ?", chosen.statuses)
    if chosen.min_confidence > 0:
        where.add("relations.confidence >= ?", chosen.min_confidence)
    named = (
        (RELATION_THEMES, chosen.themes, names.theme_keys),
        (RELATION_SOURCES, chosen.sources, spellings.source_keys),
    )
    for filtered, keys in _keys(connection, named):
        where.among(filtered.test if walked else filtered.lookup, keys)
    return where


def search_expression(chosen: ClaimFilter) -> str | None:
    """The FTS5 expression of a filter: what was typed, quoted, and an expression as it stands; None without."""
    parts = [match_expression(chosen.text)] if chosen.text is not None else []
    if chosen.match is not None:
        parts.append(chosen.match.replace("\0", " "))
    return " AND ".join(f"({part})" for part in parts) if len(parts) > 1 else next(iter(parts), None)


def _try_expression(connection: sqlite3.Connection, expression: str, typed: str) -> None:
    """Raise what is wrong with a full-text expression, in words, before it is used."""
    try:
        connection.execute(
            "SELECT 1 FROM claims_fts WHERE claims_fts MATCH ? LIMIT 1", (expression,)
        ).fetchone()
    except sqlite3.OperationalError as error:
        problem = str(error).removeprefix("fts5: ")
        raise UsageError(
            f"--match {typed!r} is no full-text expression ({problem}).",
            'Words are joined by AND, OR, NOT and brackets, as in: (cod OR herring) NOT "north sea"; '
            "columns are text, quote and label, as in label:quota. A plain phrase goes without --match.",
        ) from error


def match_expression(text: str) -> str:
    """An FTS5 expression for what a person typed: all words, "quoted phrases" together, prefix*.

    Anything else is taken as words; a text without any finds nothing.
    """
    quoted = ((words.replace('"', '""'), prefix) for words, prefix in search_terms(text))
    return " AND ".join(f'"{words}"{"*" if prefix else ""}' for words, prefix in quoted) or '""'


def search_terms(text: str) -> list[tuple[str, bool]]:
    """The words and "phrases" of a search, each with whether words may go on where it ends (prefix*)."""
    terms = []
    for phrase, word in _TERM.findall(text.replace("\0", " ")):
        words = phrase or word.strip('*"')
        if _WORD.search(words):
            terms.append((words, word.endswith("*")))
    return terms


def _keys(
    connection: sqlite3.Connection,
    filters: Sequence[
        tuple[Named, tuple[str, ...], Callable[[sqlite3.Connection, tuple[str, ...]], list[int]]]
    ],
) -> list[tuple[Named, list[int]]]:
    """The filters that name anything, with the row keys of what they name."""
    return [(named, keys_of(connection, wanted)) for named, wanted, keys_of in filters if wanted]


def _holders(where: Where, connection: sqlite3.Connection, wanted: tuple[str, ...]) -> None:
    keys, author = names.holder_keys(connection, wanted)
    held = "claims.holder_key IN (SELECT value FROM json_each(?))"
    where.add(f"({held} OR claims.holder_key IS NULL)" if author else held, json.dumps(keys))


def _amount(where: Where, amount: QuantityFilter) -> None:
    """Claims that state an amount in a range."""
    conditions, values = amount_conditions(amount)
    tested = " AND ".join(["claim = claims.id", *conditions])
    where.add(f"EXISTS (SELECT 1 FROM quantities WHERE {tested})", *values)


def amount_conditions(amount: QuantityFilter, of: str = "") -> tuple[list[str], list[str | float]]:
    """What holds of an amount in a range, and the values for it; one with an open end counts as the end it names.

    `of` stands before the columns; the words are those of SQLite and of DuckDB.
    """
    conditions = []
    values: list[str | float] = []
    if amount.low is not None:
        conditions.append(f"coalesce({of}high, {of}low) {'>' if amount.strict else '>='} ?")
        values.append(amount.low)
    if amount.high is not None:
        conditions.append(f"coalesce({of}low, {of}high) {'<' if amount.strict else '<='} ?")
        values.append(amount.high)
    if amount.unit is not None:
        same = "rtrim(lower(coalesce({}, '')), 's') = rtrim(lower(CAST(? AS VARCHAR)), 's')"  # jobs, job
        conditions.append("(" + " OR ".join(same.format(of + name) for name in ("unit", '"of"')) + ")")
        values += [amount.unit, amount.unit]
    return conditions, values


def _period(where: Where, since: str | None, until: str | None) -> None:
    """Claims about the period; what names no date that is known is about the time it was published."""
    first, last = day_of(since, "since", 0) or "0000", day_of(until, "until", 1) or "9999-99"
    where.add(
        """CASE WHEN EXISTS (SELECT 1 FROM dates WHERE claim = claims.id
            AND coalesce(start, "end") IS NOT NULL)
        THEN EXISTS (SELECT 1 FROM dates WHERE claim = claims.id AND coalesce(start, "end") IS NOT NULL
            AND coalesce("end", '9999-99') >= ? AND coalesce(start, '0000') <= ?)
        ELSE documents.published_end >= ? AND documents.published_start <= ? END""",
        first,
        last,
        first,
        last,
    )


def day_of(iso: str | None, option: str, end: int) -> str | None:
    """The first (0) or last (1) day of what an option names; raises `UsageError` if that is no date."""
    if not iso:
        return None
    day = day_range(iso)[end]
    if day is None or len(iso) > len("2024-01-31"):
        raise UsageError(
            f"--{option} {iso!r} is not a date.", "Write a year, a month or a day: 2024, 2024-05, 2024-05-31."
        )
    return day
