"""What a path held before: an article that was changed keeps the text and claims it had.

A version is written in the transaction that replaces it, under the path it
stood at. Its claims are kept as one list, apart from those of the base: no
query, count or comparison sees a claim that its source has taken back.
"""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable
from difflib import get_close_matches

from claimkb.errors import NotFoundError
from claimkb.records import DocumentVersion, VersionClaim
from claimkb.store.rows import to_json

_CLAIM_COLUMNS = 'uid, label, text, quote, start, "end", polarity, modality, holder'
_LISTING = "claimkb export claims --format csv"


def keep_version(connection: sqlite3.Connection, path: str, replaced_by: str, now: str) -> None:
    """Keep what `path` holds as a version of it, unless that is the text with the hash `replaced_by`."""
    row = connection.execute(
        """SELECT documents.id, hash, text, appearances.metadata, ingested_at FROM appearances
        JOIN documents ON documents.id = document WHERE appearances.path = ? AND hash != ?""",
        (path, replaced_by),
    ).fetchone()
    if row is None:
        return
    claims = to_json([list(claim) for claim in _claim_rows(connection, row["id"])])
    connection.execute(
        """INSERT INTO versions (path, number, hash, text, metadata, claims, ingested_at, replaced_at)
        SELECT ?1, coalesce(max(number), 0) + 1, ?2, ?3, ?4, ?5, coalesce(max(replaced_at), ?6), ?7
        FROM versions WHERE path = ?1""",
        (path, row["hash"], row["text"], row["metadata"], claims, row["ingested_at"], now),
    )


def renumbered(rows: Iterable[dict[str, object]]) -> tuple[dict[str, object], ...]:
    """The rows of versions with their numbers counted anew for each path: some may have been lost."""
    numbers: Counter[object] = Counter()
    found = []
    for row in sorted(rows, key=lambda row: (str(row["path"]), str(row["number"]).zfill(9))):
        numbers[row["path"]] += 1
        found.append(row | {"number": numbers[row["path"]]})
    return tuple(found)


def versions(connection: sqlite3.Connection, path: str) -> tuple[DocumentVersion, ...]:
    """All that a path has held, oldest first; the last is what it holds now."""
    rows = connection.execute("SELECT * FROM versions WHERE path = ? ORDER BY number", (path,)).fetchall()
    kept = [
        DocumentVersion(
            path,
            row["number"],
            row["hash"],
            row["ingested_at"],
            row["replaced_at"],
            tuple(VersionClaim(*claim) for claim in json.loads(row["claims"])),
        )
        for row in rows
    ]
    now = connection.execute(
        """SELECT documents.id, hash, ingested_at FROM appearances JOIN documents ON documents.id = document
        WHERE appearances.path = ?""",
        (path,),
    ).fetchone()
    if now is None:
        return tuple(kept)
    since = kept[-1].replaced_at if kept else None
    claims = tuple(VersionClaim(*claim) for claim in _claim_rows(connection, now["id"]))
    present = DocumentVersion(path, len(kept) + 1, now["hash"], since or now["ingested_at"], None, claims)
    return (*kept, present)


def changed_paths(connection: sqlite3.Connection) -> tuple[str, ...]:
    """The paths that have held more than one text."""
    rows = connection.execute("SELECT DISTINCT path FROM versions ORDER BY path")
    return tuple(row[0] for row in rows)


def path_named(connection: sqlite3.Connection, name: str) -> str:
    """The path that is meant: given whole, or the end of it that only one has, or a source's name."""
    rows = connection.execute(
        """SELECT appearances.path, name FROM appearances JOIN documents ON documents.id = document
        JOIN sources ON sources.id = source UNION SELECT path, '' FROM versions ORDER BY 1"""
    ).fetchall()
    paths = sorted({row[0] for row in rows})
    if name in paths:
        return name
    found = [path for path in paths if path.endswith(f"/{name}")]
    found = found or [path for path in paths if path.rpartition("/")[2].partition(".")[0] == name]
    found = found or sorted({row[0] for row in rows if row[1] and row[1].casefold() == name.casefold()})
    if len(found) == 1:
        return str(found[0])
    if found:
        some = ", ".join(found[:5]) + (" …" if len(found) > 5 else "")
        raise NotFoundError(f"Several documents are called '{name}': {some}.", "Give the whole path.")
    near = get_close_matches(name, paths, n=3, cutoff=0.5)
    hint = f" Did you mean {' or '.join(map(repr, near))}?" if near else ""
    raise NotFoundError(f"There is no document '{name}'.{hint}", f"List them with `{_LISTING}`.")


def _claim_rows(connection: sqlite3.Connection, document: int) -> list[sqlite3.Row]:
    return connection.execute(
        f"SELECT {_CLAIM_COLUMNS} FROM claims WHERE document = ? ORDER BY position",  # noqa: S608 - constants
        (document,),
    ).fetchall()
