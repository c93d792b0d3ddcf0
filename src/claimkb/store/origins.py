"""Reprints: texts that are not identical but say the same sentences have one origin.

Two documents are linked when at least half of the longer sentences of the
shorter one stand in the other as well, or at least half of its runs of three
words do (a lightly edited copy keeps few sentences whole and most runs).
Linked documents, and those linked to them in turn, form a family, and the
family's origin is its smallest text hash. So the result depends on the texts
alone. A wire story with another headline and another last paragraph counts as
one voice, not as support.

A new text joins the families it is linked to, at a cost that does not grow
with the base: it is compared with one member of each, the likeliest first,
and no further when `LOOKS` of them were none. (Texts made of one form share a
fingerprint with one text in thirty, so that without this bound each would be
compared with ever more of them.) Only a text that goes,
or is parsed anew, has its old family worked out again.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator

from claimkb.store.fingerprints import runs_of

# Half of the sentences, and at least three: a shared quotation or a repeated
# motto links nobody, an abridged reprint does.
MIN_SHARE = 0.5
MIN_SENTENCES = 3
# Of 692 pairs of reports on one event, copies shared 0.55 to 0.98 of their runs;
# reports on different events at most 0.07. A text of one sentence is no copy.
MIN_COVER = 0.5
MIN_RUNS = 30
MIN_FIGURES = 4
# A copy shares three or more values, what merely looks like one mostly a single value; of 2,000 texts made of
# one form each was like 80 others in one value, and looking at each of them cost a millisecond.
LOOKS = 16


def settle_origins(connection: sqlite3.Connection, written: Iterable[int], gone: Iterable[str]) -> set[int]:
    """Work out the families of `written`, and of what else had one of the origins `gone`.

    Returns the documents whose origin changed.
    """
    written = set(written)
    before = _Origins(connection)
    for origin in gone:
        left = {row[0] for row in connection.execute("SELECT id FROM documents WHERE origin = ?", (origin,))}
        for family in _families(connection, left - written):
            before.give(family, _smallest_hash(connection, family))
    for document in written:
        before.give({document}, _smallest_hash(connection, {document}))
    for document in sorted(written):
        _join(connection, document, before)
    return before.changed()


def linked(connection: sqlite3.Connection, document: int, wanted: Callable[[int], bool]) -> Iterator[int]:
    """The documents that are copies of this one, or it of them, as far as they are wanted when their turn comes."""
    likeness = _Likeness(connection, document)
    return (other for other in likeness.candidates() if wanted(other) and likeness.holds(other))


class _Likeness:
    """One document and those that may be copies of it."""

    def __init__(self, connection: sqlite3.Connection, document: int) -> None:
        self._connection = connection
        self._document = document
        self._runs: frozenset[str] | None = None
        self._shared: dict[int, int] = {}
        self._looks = LOOKS

    def candidates(self) -> list[int]:
        """The documents that share sentences or fingerprints with it, the likeliest first."""
        self._shared = dict(
            self._connection.execute(
                """SELECT theirs.document, count(DISTINCT theirs.digest) FROM sentences AS mine
                JOIN sentences AS theirs ON theirs.digest = mine.digest AND theirs.document != mine.document
                WHERE mine.document = ? AND mine.digest IS NOT NULL
                GROUP BY theirs.document HAVING count(DISTINCT theirs.digest) >= ?""",
                (self._document, MIN_SENTENCES),
            ).fetchall()
        )
        values = dict(
            self._connection.execute(
                """SELECT theirs.document, count(*) FROM fingerprints AS mine
                JOIN fingerprints AS theirs ON theirs.value = mine.value AND theirs.document != mine.document
                WHERE mine.document = ? GROUP BY theirs.document""",
                (self._document,),
            ).fetchall()
        )
        found = self._shared.keys() | values.keys()
        return sorted(found, key=lambda other: (-self._shared.get(other, 0), -values.get(other, 0), other))

    def holds(self, other: int) -> bool:
        """Whether one of the two is a copy of the other; no more is looked at after `LOOKS` that were none."""
        if not self._looks:
            return False
        holds = self._is_copy(other)
        self._looks -= not holds
        return holds

    def _is_copy(self, other: int) -> bool:
        shared = self._shared.get(other, 0)
        if shared:
            shorter = min(_sentences(self._connection, each) for each in (self._document, other))
            if shared >= MIN_SHARE * shorter:
                return True
        if self._runs is None:
            self._runs = runs_of(self._connection, self._document)
        theirs = runs_of(self._connection, other)
        shorter = min(len(self._runs), len(theirs))
        covered = shorter >= MIN_RUNS and len(self._runs & theirs) >= MIN_COVER * shorter
        return covered and not _filled_in_anew(self._runs, theirs)


def _filled_in_anew(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether most figures differ: a copy keeps them, a form that is filled in each day does not."""
    figures = [{word for run in runs for word in run.split() if word.isdecimal()} for runs in (one, other)]
    fewer = min(map(len, figures))
    return fewer >= MIN_FIGURES and len(figures[0] & figures[1]) < MIN_COVER * fewer


class _Origins:
    """The origins that are being set, and what they were before."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._before: dict[int, str] = {}

    def give(self, documents: Iterable[int], origin: str) -> None:
        """Give documents an origin."""
        for document in sorted(documents):
            held = self.of(document)
            if held != origin:
                self._before.setdefault(document, held)
                self._connection.execute("UPDATE documents SET origin = ? WHERE id = ?", (origin, document))

    def of(self, document: int) -> str:
        """The origin of a document now."""
        row = self._connection.execute("SELECT origin FROM documents WHERE id = ?", (document,)).fetchone()
        return str(row[0])

    def of_many(self, documents: Iterable[int]) -> dict[int, str]:
        """The origins of some documents now."""
        sql = "SELECT id, origin FROM documents WHERE id IN (SELECT value FROM json_each(?))"
        return dict(self._connection.execute(sql, (json.dumps(list(documents)),)).fetchall())

    def changed(self) -> set[int]:
        """The documents whose origin is another than before."""
        return {document for document, origin in self._before.items() if self.of(document) != origin}


def _join(connection: sqlite3.Connection, document: int, origins: _Origins) -> None:
    """Make one family of a document and those it is linked to; one link to a family is enough."""
    likeness = _Likeness(connection, document)
    candidates = likeness.candidates()
    held = origins.of_many(candidates)
    joined = {origins.of(document)}
    for other in candidates:
        if held[other] not in joined and likeness.holds(other):
            joined.add(held[other])
    smallest = min(joined)
    for origin in joined - {smallest}:
        rows = connection.execute("SELECT id FROM documents WHERE origin = ?", (origin,)).fetchall()
        origins.give((row[0] for row in rows), smallest)


def _families(connection: sqlite3.Connection, documents: set[int]) -> Iterator[set[int]]:
    """Documents that had one origin, by the families that they are now."""
    left = set(documents)
    while left:
        family = {left.pop()}
        todo = list(family)
        while todo and left:
            new = set(linked(connection, todo.pop(), left.__contains__))
            family |= new
            left -= new
            todo += new
        yield family


def _smallest_hash(connection: sqlite3.Connection, documents: Iterable[int]) -> str:
    sql = "SELECT hash FROM documents WHERE id = ?"
    return min(str(connection.execute(sql, (document,)).fetchone()[0]) for document in documents)


def _sentences(connection: sqlite3.Connection, document: int) -> int:
    sql = "SELECT count(DISTINCT digest) FROM sentences WHERE document = ?"
    return int(connection.execute(sql, (document,)).fetchone()[0])
