"""Documents for reading: the articles of a source, and one of them whole with its claims.

The lists of exports know claims, not texts; a page that shows a claim in its
place needs the text it was cut from.
"""

# ruff: noqa: S608 - statements are composed of constants; every value is bound to a placeholder

import json
import sqlite3
from collections.abc import Sequence

from claimkb.errors import NotFoundError
from claimkb.records import Article, ArticleHead
from claimkb.store import columns, records, spellings

_HEAD = """SELECT documents.id, documents.path, sources.name AS source, title, author, published, url, inferred,
    (SELECT count(*) FROM claims WHERE document = documents.id AND NOT hidden) AS claims
    FROM documents JOIN sources ON sources.id = documents.source"""


def articles(connection: sqlite3.Connection, wanted: Sequence[str]) -> tuple[ArticleHead, ...]:
    """The documents of the sources named (all, if none is), by path."""
    where, values = "", list[str]()
    if wanted:
        where = "WHERE documents.source IN (SELECT value FROM json_each(?))"
        values = [json.dumps(spellings.source_keys(connection, wanted))]
    return tuple(map(_head, connection.execute(f"{_HEAD} {where} ORDER BY documents.path", values)))


def article(connection: sqlite3.Connection, path: str) -> Article:
    """The document at a path, which may be any of the paths that its text was given under; hidden claims left out."""
    key = connection.execute("SELECT document FROM appearances WHERE path = ?", (path,)).fetchone()
    if key is None:
        raise NotFoundError(f"There is no document '{path}'.", "List them with `claimkb sources`.")
    row = connection.execute(f"{_HEAD} WHERE documents.id = ?", tuple(key)).fetchone()
    (text,) = connection.execute("SELECT text FROM documents WHERE id = ?", tuple(key)).fetchone()
    claims = connection.execute(
        f"""SELECT {columns.CLAIM_COLUMNS} FROM {columns.CLAIM_TABLES} WHERE claims.document = ?
        AND NOT claims.hidden ORDER BY claims.start, claims."end", claims.uid""",
        tuple(key),
    )
    paths = connection.execute("SELECT path FROM appearances WHERE document = ? ORDER BY path", tuple(key))
    return Article(
        head=_head(row),
        text=text,
        claims=tuple(records.claim_records(connection, claims)),
        also_at=tuple(other for (other,) in paths if other != row["path"]),
    )


def _head(row: sqlite3.Row) -> ArticleHead:
    return ArticleHead(
        path=row["path"],
        source=row["source"],
        title=row["title"],
        author=row["author"],
        published=row["published"],
        published_inferred="published" in json.loads(row["inferred"]),
        url=row["url"],
        claims=row["claims"],
    )
