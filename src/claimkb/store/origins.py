"""Reprints: texts that are not identical but say the same sentences have one origin.

Two documents are linked when at least half of the longer sentences of the
shorter one stand in the other as well, or at least half of its runs of three
words do (a lightly edited copy keeps few sentences whole and most runs).
Linked documents, and those linked to them in turn, form a family, and the
family's origin is its smallest text hash. So the result depends on the texts
alone. A wire story with another headline and another last paragraph counts as
one voice, not as support.

A new text joins the families it is linked to, at a cost that does not grow
with the base: it is compared with one member of each. Only a text that goes,
or is parsed anew, has its old family worked out again.
"""

import sqlite3
from collections import defaultdict
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
        rows = self._connection.execute(
            """SELECT DISTINCT theirs.document FROM fingerprints AS mine
            JOIN fingerprints AS theirs ON theirs.value = mine.value AND theirs.document != mine.document
            WHERE mine.document = ?""",
            (self._document,),
        )
        found = self._shared.keys() | {row[0] for row in rows}
        return sorted(found, key=lambda other: (-self._shared.get(other, 0), other))

    def holds(self, other: int) -> bool:
        """Whether one of the two is a copy of the other."""
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

    def changed(self) -> set[int]:
        """The documents whose origin is another than before."""
        return {document for document, origin in self._before.items() if self.of(document) != origin}


def _join(connection: sqlite3.Connection, document: int, origins: _Origins) -> None:
    """Make one family of a document and those it is linked to; one link to a family is enough."""
    likeness = _Likeness(connection, document)
    by_origin: dict[str, list[int]] = defaultdict(list)
    for other in likeness.candidates():
        by_origin[origins.of(other)].append(other)
    mine = origins.of(document)
    joined = {o for o, others in by_origin.items() if o == mine or any(map(likeness.holds, others))} | {mine}
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
