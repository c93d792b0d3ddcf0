"""How a listing with a limit is found without reading and sorting all that its filters match.

Two ways: look up the rows that a filter names and sort them, which costs as
much as the filter matches; or walk all rows in the order of the listing and
test each until there are enough, which costs the more the less it matches.
With k of n rows matching and L wanted these are k and L·n/k, so that the
better of the two is at most √(L·n). Of several filters the rarest is looked
up if it is rare enough, and all others are tested; else all are tested in a
walk. (Two common filters that seldom meet are the case that stays slow.)
"""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field

# Looking up and sorting so many rows costs some ten milliseconds.
RARE = 2000


@dataclass(frozen=True, slots=True)
class Named:
    """A filter by names, as SQL in which each `?` stands for the row keys of what was named.

    `lookup` finds the rows that match, `test` says whether one does, `rows`
    selects one row for each that matches and is only ever counted.
    """

    lookup: str
    test: str
    rows: str


CLAIM_THEMES = Named(
    "claims.id IN (SELECT claim FROM claim_themes WHERE theme IN ?)",
    "EXISTS (SELECT 1 FROM claim_themes WHERE claim = claims.id AND +theme IN ?)",
    "SELECT 1 FROM claim_themes WHERE theme IN ?",
)
CLAIM_ENTITIES = Named(
    "claims.id IN (SELECT claim FROM claim_entities WHERE entity IN ?)",
    "EXISTS (SELECT 1 FROM claim_entities WHERE claim = claims.id AND +entity IN ?)",
    "SELECT 1 FROM claim_entities WHERE entity IN ?",
)
CLAIM_SOURCES = Named(
    "claims.document IN (SELECT id FROM documents WHERE source IN ?)",
    "+documents.source IN ?",
    "SELECT 1 FROM documents JOIN claims ON claims.document = documents.id WHERE source IN ?",
)
RELATION_THEMES = Named(
    "relations.id IN (SELECT relation FROM relation_themes WHERE theme IN ?)",
    "EXISTS (SELECT 1 FROM relation_themes WHERE relation = relations.id AND +theme IN ?)",
    "SELECT 1 FROM relation_themes WHERE theme IN ?",
)
RELATION_SOURCES = Named(
    "relations.id IN (SELECT relation FROM relation_sources WHERE source IN ?)",
    "EXISTS (SELECT 1 FROM relation_sources WHERE relation = relations.id AND +source IN ?)",
    "SELECT 1 FROM relation_sources WHERE source IN ?",
)


@dataclass(slots=True)
class Where:
    """Conditions that must all hold, with the values for their placeholders.

    `looked_up` says that one of them names the rows to begin with.
    """

    conditions: list[str] = field(default_factory=list)
    values: list[str | float] = field(default_factory=list)
    looked_up: bool = False

    def add(self, condition: str, *values: str | float) -> None:
        """Require one more condition."""
        self.conditions.append(condition)
        self.values.extend(values)

    def among(self, condition: str, choices: Sequence[str | int]) -> None:
        """Require a condition in which each `?` stands for a list of alternatives."""
        sql, values = with_keys(condition, choices)
        self.add(sql, *values)

    @property
    def sql(self) -> str:
        """The WHERE clause, empty if nothing is required."""
        return f"WHERE {' AND '.join(self.conditions)}" if self.conditions else ""


def add_named(
    where: Where,
    connection: sqlite3.Connection,
    filters: Sequence[tuple[Named, Sequence[int]]],
    *,
    walked: bool,
) -> None:
    """Require filters by names; with `walked` only the rarest is looked up, if it is rare, and all others are tests."""
    rarest = _rarest(connection, filters) if walked else None
    for named, keys in filters:
        looked_up = not walked or named is rarest
        where.among(named.lookup if looked_up else named.test, keys)
        where.looked_up |= looked_up


def with_keys(sql: str, keys: Sequence[str | int]) -> tuple[str, list[str]]:
    """A statement with its `?` made lists, and the values for them."""
    listed = json.dumps(list(keys))
    return sql.replace("?", "(SELECT value FROM json_each(?))"), [listed] * sql.count("?")


def _rarest(connection: sqlite3.Connection, filters: Sequence[tuple[Named, Sequence[int]]]) -> Named | None:
    """The filter that matches fewest rows, if they are few."""
    best, fewest = None, RARE
    for named, keys in filters:
        sql, values = with_keys(named.rows, keys)
        counted = f"SELECT count(*) FROM ({sql} LIMIT {fewest})"  # noqa: S608 - constants
        number = connection.execute(counted, values).fetchone()[0]
        if number < fewest:
            best, fewest = named, number
    return best
