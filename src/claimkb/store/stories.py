"""The names that a document names: by them two documents are known to speak of different things.

They are asked for of each document that a new claim's keys lead to, and were
read from all its claims each time, which took ever longer as these documents
were ever others. So they stand in a table, one row a document, written with
its claims. A trigger takes the row away when one of the claims goes; names
that are not there are read from the claims.
"""

import json
import sqlite3
from collections.abc import Iterable

Stories = dict[int, frozenset[str]]

# Version 12 of the schema; the names are those found, whatever people merged later.
_NAMES = """SELECT DISTINCT document, name FROM json_each(?) AS wanted
    CROSS JOIN claims ON document = wanted.value JOIN claim_entities ON claim = claims.id
    JOIN entities ON entities.id = coalesce(found, entity)"""
STORIES = (
    """CREATE TABLE stories (
        document INTEGER PRIMARY KEY REFERENCES documents(id) ON DELETE CASCADE,
        names TEXT NOT NULL
    )""",
    """INSERT INTO stories SELECT id, (SELECT json_group_array(name) FROM (
            SELECT DISTINCT name FROM claims JOIN claim_entities ON claim = claims.id
            JOIN entities ON entities.id = coalesce(found, entity) WHERE document = documents.id ORDER BY name))
        FROM documents""",
    """CREATE TRIGGER stories_delete AFTER DELETE ON claims BEGIN
        DELETE FROM stories WHERE document = old.document;
    END""",
)


def stories(connection: sqlite3.Connection, documents: Iterable[int]) -> Stories:
    """The names in documents, as they were found: a merge changes what a claim says, not which story it tells."""
    wanted = set(documents)
    rows = connection.execute(
        "SELECT document, names FROM json_each(?) AS wanted CROSS JOIN stories ON document = wanted.value",
        (json.dumps(sorted(wanted)),),
    )
    held = {document: frozenset[str](json.loads(names)) for document, names in rows}
    return held | read_from_claims(connection, wanted - held.keys())


def read_from_claims(connection: sqlite3.Connection, documents: Iterable[int]) -> Stories:
    """The same, from the claims."""
    names: dict[int, set[str]] = {document: set() for document in documents}
    if names:
        for document, name in connection.execute(_NAMES, (json.dumps(sorted(names)),)):
            names[document].add(name)
    return {document: frozenset(found) for document, found in names.items()}


def write_story(connection: sqlite3.Connection, document: int) -> None:
    """Keep the names in a document whose claims were just written."""
    names = read_from_claims(connection, [document])[document]
    connection.execute(
        "INSERT OR REPLACE INTO stories VALUES (?, ?)",
        (document, json.dumps(sorted(names), ensure_ascii=False, separators=(",", ":"))),
    )
