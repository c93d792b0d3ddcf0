"""Feeds that are followed: what they were read with, and the last state of each.

Of a feed only the newest state is kept, compressed: what it held before is in
the base as documents. The state says what to ask the server next time, and if
nothing changed its entries are gone through again, so that one which could not
be fetched the last time is tried again.
"""

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Mapping

from claimkb.errors import NotFoundError
from claimkb.model import Original
from claimkb.store.originals import original_from

STATEMENTS = (
    # `options` is what a person said of the feed's articles, as JSON.
    """CREATE TABLE feeds (
        address TEXT PRIMARY KEY,
        options TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        url TEXT NOT NULL,
        fetched_at TEXT NOT NULL,
        media_type TEXT NOT NULL,
        charset TEXT, etag TEXT, last_modified TEXT,
        body BLOB NOT NULL
    ) WITHOUT ROWID""",
)


def keep_feed(
    connection: sqlite3.Connection, address: str, feed: Original, options: Mapping[str, object] | None
) -> None:
    """Follow the feed at an address, or note its newer state; options of None leave those that are kept."""
    said = None if options is None else json.dumps(options, ensure_ascii=False, sort_keys=True)
    connection.execute(
        """INSERT INTO feeds (address, options, sha256, url, fetched_at, media_type, charset, etag,
            last_modified, body)
        VALUES (?1, coalesce(?2, '{}'), ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
        ON CONFLICT (address) DO UPDATE SET options = coalesce(?2, options), sha256 = ?3, url = ?4,
        fetched_at = ?5, media_type = ?6, charset = ?7, etag = ?8, last_modified = ?9, body = ?10""",
        (
            address,
            said,
            hashlib.sha256(feed.body).hexdigest(),
            feed.url,
            feed.fetched_at,
            feed.media_type,
            feed.charset,
            feed.etag,
            feed.last_modified,
            zlib.compress(feed.body, 6),
        ),
    )


def feed_at(connection: sqlite3.Connection, address: str) -> Original | None:
    """The last state of a followed feed; None if it is not followed."""
    row = connection.execute("SELECT * FROM feeds WHERE address = ?", (address,)).fetchone()
    return None if row is None else original_from(row)


def feeds(connection: sqlite3.Connection) -> dict[str, Mapping[str, object]]:
    """The addresses of the feeds that are followed, each with what a person said of its articles."""
    rows = connection.execute("SELECT address, options FROM feeds ORDER BY address")
    return {address: json.loads(options) for address, options in rows}


def forget_feed(connection: sqlite3.Connection, address: str) -> None:
    """Follow a feed no longer; raises `NotFoundError` if it was not followed."""
    if not connection.execute("DELETE FROM feeds WHERE address = ?", (address,)).rowcount:
        raise NotFoundError(
            f"No feed at {address} is followed.", "`claimkb refresh --list` names those that are."
        )
