"""Reprints: texts that are not identical but say the same sentences have one origin.

Two documents are linked when at least half of the longer sentences of the
shorter one stand in the other as well; linked documents, and those linked to
them in turn, form a family, and the family's origin is its smallest text
hash. So the result depends on the texts alone. A wire story with another
headline and another last paragraph counts as one voice, not as support.
"""

import sqlite3
from collections.abc import Iterable

# Half of the sentences, and at least three: a shared quotation or a repeated
# motto links nobody, an abridged reprint does.
MIN_SHARE = 0.5
MIN_SENTENCES = 3


def settle_origins(connection: sqlite3.Connection, documents: Iterable[int], gone: Iterable[str]) -> set[int]:
    """Work out the families that `documents` belong to and that texts with the origins `gone` belonged to.

    Returns the documents whose origin changed.
    """
    todo = set(documents)
    for origin in gone:
        todo.update(
            row[0] for row in connection.execute("SELECT id FROM documents WHERE origin = ?", (origin,))
        )
    changed: set[int] = set()
    while todo:
        family = _family(connection, todo.pop())
        todo -= family
        changed |= _set_origin(connection, family)
    return changed


def linked(connection: sqlite3.Connection, document: int) -> set[int]:
    """The documents that share most of their sentences with this one."""
    rows = connection.execute(
        """SELECT theirs.document, count(DISTINCT theirs.digest) FROM sentences AS mine
        JOIN sentences AS theirs ON theirs.digest = mine.digest AND theirs.document != mine.document
        WHERE mine.document = ? AND mine.digest IS NOT NULL GROUP BY theirs.document""",
        (document,),
    ).fetchall()
    own = _sentences(connection, document)
    return {
        other
        for other, shared in rows
        if shared >= MIN_SENTENCES and shared >= MIN_SHARE * min(own, _sentences(connection, other))
    }


def _family(connection: sqlite3.Connection, document: int) -> set[int]:
    family = {document}
    todo = [document]
    while todo:
        new = linked(connection, todo.pop()) - family
        family |= new
        todo += new
    return family


def _set_origin(connection: sqlite3.Connection, family: set[int]) -> set[int]:
    hashes = {}
    origins = {}
    for document in family:
        row = connection.execute("SELECT hash, origin FROM documents WHERE id = ?", (document,)).fetchone()
        hashes[document], origins[document] = row
    origin = min(hashes.values())
    changed = {document for document in family if origins[document] != origin}
    connection.executemany(
        "UPDATE documents SET origin = ? WHERE id = ?", [(origin, d) for d in sorted(changed)]
    )
    return changed


def _sentences(connection: sqlite3.Connection, document: int) -> int:
    sql = "SELECT count(DISTINCT digest) FROM sentences WHERE document = ?"
    return int(connection.execute(sql, (document,)).fetchone()[0])
