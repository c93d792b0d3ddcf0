"""What a person corrected of a source: a layer over what its files say.

A correction belongs to a source by the name it was given, or to one document
of it by its path, and it holds for one field. It is laid over the metadata of
every document before anything is planned, so it works like an entry of
`sources.toml`: a corrected date is what "last month" is read against.
"""

import json
import sqlite3
from dataclasses import dataclass, replace

from claimkb.model import Document, SourceInfo
from claimkb.store.decisions import Kind
from claimkb.store.rows import metadata_from_json

FIELDS = ("name", "title", "author", "published", "url", "reliability")


@dataclass(frozen=True, slots=True)
class Kept:
    """A document as it is kept: with its metadata before corrections, and the digest of its themes."""

    document: Document
    taxonomy: str


def correction_key(source: str, path: str, field: str) -> str:
    """Under what a correction is kept; `source` is the name as given, `path` is "" for all its documents."""
    return json.dumps([source, path, field], ensure_ascii=False)


def corrected(connection: sqlite3.Connection, path: str, given: SourceInfo) -> SourceInfo:
    """The metadata of a document with the corrections of its source, then its own."""
    values: dict[str, str] = {}
    for whose in ("", path):
        for field in FIELDS:
            row = connection.execute(
                "SELECT value FROM decisions WHERE kind = ? AND key = ?",
                (str(Kind.CORRECTION), correction_key(given.name, whose, field)),
            ).fetchone()
            if row is not None:
                values[field] = row[0]
    if not values:
        return given
    return replace(given, inferred=given.inferred - values.keys(), **values)  # type: ignore[arg-type]


def documents_of(connection: sqlite3.Connection, source_keys: list[int], path: str | None) -> list[Kept]:
    """The documents of sources, or the one of this path, as they were given."""
    rows = connection.execute(
        """SELECT appearances.path, text, hash, taxonomy,
            coalesce(metadata_found.metadata, appearances.metadata) AS metadata
        FROM appearances JOIN documents ON documents.id = document
        LEFT JOIN metadata_found ON metadata_found.path = appearances.path
        WHERE appearances.path = ?2 OR (?2 IS NULL AND source IN (SELECT value FROM json_each(?1)))
        ORDER BY appearances.path""",
        (json.dumps(source_keys), path),
    )
    return [
        Kept(
            Document(row["path"], row["text"], row["hash"], metadata_from_json(row["metadata"])),
            row["taxonomy"],
        )
        for row in rows
    ]


def documents_given(connection: sqlite3.Connection, names: set[str]) -> list[Kept]:
    """The documents whose source was given one of these names, whatever it is called now."""
    rows = connection.execute("SELECT id FROM sources ORDER BY id").fetchall()
    kept = documents_of(connection, [row[0] for row in rows], None)
    return [each for each in kept if each.document.source.name in names]
