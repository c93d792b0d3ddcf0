"""Web pages as they were fetched, kept beside what was read from them.

Every different page that a path has had is kept, compressed; the last one
fetched says what to ask the server next time. A claim can so be checked when
its page is gone, and a later version can read the page anew.
"""

import hashlib
import sqlite3
import zlib
from collections.abc import Iterator

from claimkb.model import Original


def keep_original(connection: sqlite3.Connection, path: str, original: Original) -> None:
    """Keep a page under the path of its document; one that was kept before gets the newer word of the server."""
    connection.execute(
        """INSERT INTO originals (path, sha256, url, fetched_at, media_type, charset, etag, last_modified, body)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (path, sha256) DO UPDATE SET url = excluded.url, fetched_at = excluded.fetched_at,
        media_type = excluded.media_type, charset = excluded.charset, etag = excluded.etag,
        last_modified = excluded.last_modified, body = excluded.body""",
        (
            path,
            hashlib.sha256(original.body).hexdigest(),
            original.url,
            original.fetched_at,
            original.media_type,
            original.charset,
            original.etag,
            original.last_modified,
            zlib.compress(original.body, 6),
        ),
    )


def original_of(connection: sqlite3.Connection, path: str) -> Original | None:
    """The page that was fetched last for a path; None if there is none."""
    row = connection.execute(
        "SELECT * FROM originals WHERE path = ? ORDER BY fetched_at DESC, id DESC LIMIT 1", (path,)
    ).fetchone()
    return None if row is None else original_from(row)


def originals(connection: sqlite3.Connection, path: str | None) -> Iterator[tuple[str, Original]]:
    """All pages kept of a path, or of every path (None), oldest first."""
    rows = connection.execute(
        "SELECT * FROM originals WHERE ?1 IS NULL OR path = ?1 ORDER BY path, fetched_at, id", (path,)
    )
    for row in rows:
        yield row["path"], original_from(row)


def original_from(row: sqlite3.Row) -> Original:
    """A fetched page from its row."""
    return Original(
        url=row["url"],
        fetched_at=row["fetched_at"],
        media_type=row["media_type"],
        body=zlib.decompress(row["body"]),
        charset=row["charset"],
        etag=row["etag"],
        last_modified=row["last_modified"],
    )
