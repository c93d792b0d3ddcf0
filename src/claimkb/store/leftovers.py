"""What nothing refers to any more once documents are gone or written anew: entities, sources, themes.

What the documents refer to is noted before, so that only these rows are looked at after.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class Referred:
    """The entities and sources that documents refer to, by row keys."""

    entities: frozenset[int]
    sources: frozenset[int]


def referred(db: Database, keys: Iterable[int]) -> Referred:
    """What the documents of these row keys refer to now, and may be the last to do so."""
    listed = (json.dumps(list(keys)),)
    mentions = db.conn.execute(
        """SELECT entity, found FROM claims JOIN claim_entities ON claim = claims.id
        WHERE document IN (SELECT value FROM json_each(?))""",
        listed,
    )
    entities = frozenset(key for row in mentions for key in row if key is not None)
    held = db.conn.execute(
        "SELECT source FROM documents WHERE id IN (SELECT value FROM json_each(?))", listed
    )
    return Referred(entities, frozenset(row[0] for row in held))


def tidy(db: Database, before: Referred) -> None:
    """Remove those entities and sources that nothing refers to any more."""
    db.conn.execute(
        """DELETE FROM entities WHERE id IN (SELECT value FROM json_each(?))
        AND NOT EXISTS (SELECT 1 FROM claim_entities WHERE entity = entities.id)
        AND NOT EXISTS (SELECT 1 FROM claim_entities WHERE found = entities.id)""",
        (json.dumps(sorted(before.entities)),),
    )
    db.conn.execute(
        """DELETE FROM sources WHERE id IN (SELECT value FROM json_each(?))
        AND NOT EXISTS (SELECT 1 FROM documents WHERE source = sources.id)""",
        (json.dumps(sorted(before.sources)),),
    )


def tidy_themes(db: Database, taxonomy: Iterable[str]) -> None:
    """Remove themes outside the taxonomy that no claim has."""
    db.conn.execute(
        """DELETE FROM themes WHERE NOT EXISTS (SELECT 1 FROM claim_themes WHERE theme = themes.id)
        AND slug NOT IN (SELECT value FROM json_each(?))""",
        (json.dumps(list(taxonomy)),),
    )
