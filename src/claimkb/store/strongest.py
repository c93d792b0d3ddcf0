"""The strongest findings first, without reading and sorting all that a filter matches.

Findings stand in their order under each theme, source, type and decision
(`schema_findings`), on a shelf for each kind and scope. Of what a filter names
the list with the fewest findings is walked, and what else it asks for is
tested on the way. Where it names several themes, sources or shelves, their
lists are merged: a compound of `UNION`, which SQLite works off side by side
in the order of the whole, each list only as far as is needed.

A walk ends when there are enough; it is as long as the shortest list where
two filters seldom meet.
"""

# ruff: noqa: S608 - statements are composed of constants; every value is bound to a placeholder

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product

from claimkb.model import RelationKind, Scope, Status
from claimkb.records import RelationFilter
from claimkb.store import names, spellings
from claimkb.store.filters import relation_conditions
from claimkb.store.schema_findings import SHELVES
from claimkb.store.selective import Where, with_keys

Statement = tuple[str, Sequence[str | float]]
Value = str | int
Shelf = tuple[RelationKind, Scope]

COUNTED = 10_000  # of each list, so that the shortest is known: a millisecond
MERGED = 60  # lists at most; SQLite takes 500, but each costs a cursor


@dataclass(frozen=True, slots=True)
class _List:
    """A table with findings in their order: one list a value and shelf. `columns` says how it names things."""

    rows: str
    place: str  # what says which list, with a `?` for its value, if it has any
    columns: str
    confidence: str
    by_shelf: bool  # shelves are numbers there, else kind and scope


_JOINED = "AS found CROSS JOIN relations ON relations.id = found.relation"
_FOUND, _OWN = (
    "found.confidence, found.uid, found.relation",
    "relations.confidence, relations.uid, relations.id",
)
_THEMES = _List(f"relation_themes {_JOINED}", "found.theme = ?", _FOUND, "found.confidence", True)
_SOURCES = _List(f"relation_sources {_JOINED}", "found.source = ?", _FOUND, "found.confidence", True)
_TYPES = _List(
    "relations INDEXED BY relations_type", "relations.type = ?", _OWN, "relations.confidence", False
)
_DECIDED = _List(
    "relations INDEXED BY relations_decided",
    "relations.status != 'suggested'",
    _OWN,
    "relations.confidence",
    False,
)
_ALL = _List("relations INDEXED BY relations_strength", "", _OWN, "relations.confidence", False)


@dataclass(frozen=True, slots=True)
class _Walk:
    """The lists of some values, and what is left to be tested of the filter they were named in."""

    listed: _List
    values: tuple[Value | None, ...]
    rest: RelationFilter


def strongest(connection: sqlite3.Connection, chosen: RelationFilter, last: int | None) -> Statement | None:
    """What selects the row keys of the findings that a filter chooses, strongest first, at most `last`.

    None if there are too many lists to merge.
    """
    shelves = _shelves(chosen)
    walks = [walk for walk in _walks(connection, chosen) if len(walk.values) * len(shelves) <= MERGED]
    if not walks:
        return None
    walk = walks[0]
    if len(walks) > 1:
        walk = min(walks, key=lambda each: _length(connection, each, shelves))
    bare = replace(walk.rest, kinds=(), scope=None, min_confidence=0.0)
    tests = relation_conditions(connection, bare, walked=True)
    terms = [_term(walk.listed, value, shelf) for value, shelf in product(walk.values, shelves)]
    if chosen.min_confidence > 0:
        for term in terms:
            term.add(f"{walk.listed.confidence} >= ?", chosen.min_confidence)
    for term in terms:
        for condition in tests.conditions:
            term.add(condition)
        term.values.extend(tests.values)
    merged = " UNION ".join(f"SELECT {walk.listed.columns} FROM {walk.listed.rows} {t.sql}" for t in terms)
    values = [value for term in terms for value in term.values]
    return f"SELECT relation FROM ({_named(merged)} ORDER BY 1 DESC, 2 LIMIT ?)", (
        *values,
        -1 if last is None else last,
    )


def _named(merged: str) -> str:
    """The first of merged statements names the columns of all."""
    return merged.replace("relations.id FROM", "relations.id AS relation FROM", 1)


def _shelves(chosen: RelationFilter) -> list[Shelf]:
    kinds = chosen.kinds or tuple(RelationKind)
    scopes = tuple(Scope) if chosen.scope is None else (chosen.scope,)
    return [(kind, scope) for kind, scope in product(kinds, scopes) if kind is not RelationKind.NONE]


def _walks(connection: sqlite3.Connection, chosen: RelationFilter) -> list[_Walk]:
    """The ways to walk what a filter names; all findings if it names nothing."""
    walks = []
    if chosen.themes:
        keys = tuple(names.theme_keys(connection, chosen.themes))
        walks.append(_Walk(_THEMES, keys, replace(chosen, themes=())))
    if chosen.sources:
        keys = tuple(spellings.source_keys(connection, chosen.sources))
        walks.append(_Walk(_SOURCES, keys, replace(chosen, sources=())))
    if chosen.types:
        values = tuple(dict.fromkeys(name.casefold() for name in chosen.types))
        walks.append(_Walk(_TYPES, values, replace(chosen, types=())))
    if chosen.statuses and Status.SUGGESTED not in chosen.statuses:
        walks.append(_Walk(_DECIDED, (None,), chosen))
    return walks or [_Walk(_ALL, (None,), chosen)]


def _term(listed: _List, value: Value | None, shelf: Shelf) -> Where:
    """One list: those of a value on a shelf."""
    where = Where()
    if listed.place:
        where.add(listed.place, *([] if value is None else [value]))
    if listed.by_shelf:
        where.add("found.shelf = ?", SHELVES[shelf])
    else:
        where.add("relations.scope = ?", str(shelf[1]))
        where.add("relations.kind = ?", str(shelf[0]))
    return where


def _length(connection: sqlite3.Connection, walk: _Walk, shelves: Sequence[Shelf]) -> int:
    """How many findings stand on the lists of a walk, as far as they are counted."""
    listed = walk.listed
    values = [value for value in walk.values if value is not None]
    place = listed.place.replace("= ?", "IN ?")
    conditions, bound = with_keys(place, values) if values else (place, [])
    if listed.by_shelf:
        more, shelf_values = with_keys("found.shelf IN ?", [SHELVES[shelf] for shelf in shelves])
    else:
        more, kinds = with_keys("relations.kind IN ?", sorted({str(kind) for kind, _ in shelves}))
        of_scopes, scopes = with_keys("relations.scope IN ?", sorted({str(scope) for _, scope in shelves}))
        more, shelf_values = f"{more} AND {of_scopes}", kinds + scopes
    table = listed.rows.replace(f" {_JOINED}", " AS found")
    sql = f"SELECT count(*) FROM (SELECT 1 FROM {table} WHERE {conditions} AND {more} LIMIT {COUNTED})"
    count: int = connection.execute(sql, [*bound, *shelf_values]).fetchone()[0]
    return count
