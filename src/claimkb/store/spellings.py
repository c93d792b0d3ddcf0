"""Sources and entities by any usual spelling of their names, found through indexes.

A source goes by its name, its id or the beginning of that; an entity by its
name or a spelling that it was found under. Only a name that no index finds is
sought among all, which also finds what is near to it.
"""

import sqlite3
from collections.abc import Iterable

from claimkb.store.lookup import MIN_PREFIX, lookup

_ENTITIES_NAMED = """SELECT id, name FROM entities WHERE name = ?1 COLLATE NOCASE
        AND EXISTS (SELECT 1 FROM claim_entities WHERE entity = entities.id)
    UNION SELECT entity, name FROM entities JOIN claim_entities ON found = entities.id
        WHERE name = ?1 COLLATE NOCASE ORDER BY name"""
_ENTITIES_SPELLED = """SELECT DISTINCT entity FROM claim_entities WHERE text = ? COLLATE NOCASE
    ORDER BY text, entity"""


def source_keys(connection: sqlite3.Connection, wanted: Iterable[str]) -> list[int]:
    """The row keys of the sources named, by name, id, or what only one id begins with."""
    wanted = list(wanted)
    found = [_source(connection, name.strip()) for name in wanted]
    if all(found):
        return [key for keys in found for key in keys]
    rows = connection.execute("SELECT id, name FROM sources ORDER BY name").fetchall()
    known: dict[str, list[int]] = {}
    for row in rows:
        known.setdefault(row["name"].casefold(), []).append(row["id"])
    known |= {name.strip().casefold(): keys for name, keys in zip(wanted, found, strict=True) if keys}
    return lookup("source", wanted, known, [row["name"] for row in rows], "List them with `claimkb sources`.")


def _source(connection: sqlite3.Connection, name: str) -> list[int]:
    """The row keys of a source as far as indexes find it: by its id, its name, the beginning of its id."""
    uid = name.casefold()
    by_uid = connection.execute("SELECT id FROM sources WHERE uid = ?", (uid,)).fetchall()
    by_name = _named_alike(
        connection, "SELECT id FROM sources WHERE name = ? COLLATE NOCASE ORDER BY name", name
    )
    if by_uid or by_name or len(uid) < MIN_PREFIX:
        return [row[0] for row in by_uid] or by_name
    begun = connection.execute(
        "SELECT id FROM sources WHERE uid >= ? AND uid < ? LIMIT 2", (uid, uid + "\U0010ffff")
    ).fetchall()
    return [row[0] for row in begun] if len(begun) == 1 else []


def _named_alike(connection: sqlite3.Connection, sql: str, name: str) -> list[int]:
    """The row keys that a statement finds for a name in any of its usual spellings, each once.

    SQLite's indexes fold the case of ASCII letters alone, so other letters are tried small and large. Names
    that are alike in a rarer way (ß and ss) are found only if nothing is found here.
    """
    spellings = {name, name.casefold(), name.lower(), name.upper(), name.title(), name.capitalize()}
    tried = [name] if name.isascii() else sorted(spellings)
    return list(dict.fromkeys(row[0] for each in tried for row in connection.execute(sql, (each,))))


def source_names(connection: sqlite3.Connection, wanted: Iterable[str]) -> list[str]:
    """The names of the sources named."""
    keys = source_keys(connection, wanted)
    return [connection.execute("SELECT name FROM sources WHERE id = ?", (key,)).fetchone()[0] for key in keys]


def entity_keys(connection: sqlite3.Connection, wanted: Iterable[str]) -> list[int]:
    """The row keys of the entities named, by their names or else by a spelling they were found under."""
    wanted = list(wanted)
    found = [
        _named_alike(connection, _ENTITIES_NAMED, name.strip())
        or _named_alike(connection, _ENTITIES_SPELLED, name.strip())
        for name in wanted
    ]
    if all(found):
        return [key for keys in found for key in keys]
    return _entities_among_all(connection, wanted)


def entity_names(connection: sqlite3.Connection, wanted: Iterable[str]) -> list[str]:
    """The names of the entities named."""
    keys = entity_keys(connection, wanted)
    names = (
        connection.execute("SELECT name FROM entities WHERE id = ?", (key,)).fetchone()[0] for key in keys
    )
    return list(dict.fromkeys(names))


def _entities_among_all(connection: sqlite3.Connection, wanted: list[str]) -> list[int]:
    """The same by reading all names: for names that no index finds, and for what is near to them."""
    rows = connection.execute(
        """SELECT id, name FROM entities WHERE EXISTS (SELECT 1 FROM claim_entities WHERE entity = entities.id)
        UNION SELECT entity, name FROM claim_entities JOIN entities ON entities.id = found
        WHERE found IS NOT NULL ORDER BY name"""
    ).fetchall()
    known: dict[str, list[int]] = {}
    for row in rows:
        known.setdefault(row["name"].casefold(), []).append(row["id"])
    if any(name.casefold() not in known for name in wanted):
        spelled: dict[str, list[int]] = {}
        for text, key in connection.execute(
            "SELECT DISTINCT text, entity FROM claim_entities ORDER BY text, entity"
        ):
            spelled.setdefault(text.casefold(), []).append(key)
        known = spelled | known
    return lookup(
        "entity", wanted, known, [row["name"] for row in rows], "List them with `claimkb entities`."
    )
