"""What can still be read of a damaged database: texts, where they came from, what people decided.

Everything else follows from these. Rows are fetched one by one, along every
way that leads to them, and those that cannot be read or are not what their
hash says are passed over. It works on a copy, so the damaged file stays as it
is; a copy that does not know its tables any more is told by a new database.
"""

import json
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from claimkb.model import Document, Extraction, Place, Sentence, SentenceRole, SourceInfo, Theme
from claimkb.store.identity import text_hash
from claimkb.store.loading import load_claims
from claimkb.store.plans import stored_source
from claimkb.store.rows import metadata_from_json, sentence_from_row
from claimkb.store.versions import renumbered

# Tables that follow from no other, besides texts and their appearances, and what orders them.
KEPT = {
    "reviews": "pair, family",
    "versions": "id",
    "decisions": "kind, key",
    "journal": "id",
    "originals": "id",
    "feeds": "address",
}
_UNREADABLE = (sqlite3.Error, ValueError, KeyError, TypeError, OverflowError)
_INTERIOR = 5  # the kind of page of a table that leads to others
_PROBES = 10_000  # row keys tried beyond the last one that is known


@dataclass(frozen=True, slots=True)
class Salvaged:
    """Documents under each of their paths, the paths that are lost, the themes, and the kept tables' rows."""

    documents: tuple[Document, ...]
    lost: tuple[str, ...]
    themes: tuple[Theme, ...]
    kept: dict[str, tuple[dict[str, object], ...]]


class Wreck:
    """A damaged database, open for reading in a copy; use it as a context manager."""

    def __init__(self, path: Path, folder: Path) -> None:
        """`folder` is where the copy is made."""
        self._copy = folder / "wreck.db"
        shutil.copyfile(path, self._copy)
        log = Path(f"{path}-wal")
        if log.exists():
            shutil.copyfile(log, f"{self._copy}-wal")
        if not self._opens():
            _give_schema(self._copy, folder / "new.db")
        self._db = sqlite3.connect(self._copy, isolation_level=None)
        self._db.row_factory = sqlite3.Row
        self._db.text_factory = _decoded

    def close(self) -> None:
        """Close the copy."""
        self._db.close()

    def salvage(self) -> Salvaged:
        """All that can be read and is what it should be."""
        found: dict[str, Document] = {}
        paths: set[str] = set(self._known_paths())
        for key in self._document_keys():
            row = self._row("SELECT * FROM documents WHERE id = ?", key)
            if row is None or not isinstance(row["text"], str) or text_hash(row["text"]) != row["hash"]:
                continue
            for path, source in self._appearances(key, row):
                found[path] = Document(path, row["text"], row["hash"], source, self._places(key))
        documents = tuple(found[path] for path in sorted(found))
        kept = {table: tuple(dict(row) for row in self._from_both_ends(table)) for table in KEPT}
        kept["versions"] = renumbered(kept["versions"])
        return Salvaged(documents, tuple(sorted(paths - found.keys())), tuple(self._themes()), kept)

    def extraction(self, document: Document) -> Extraction | None:
        """The sentences and claims stored for a text, if all of them are there and stand where they say."""
        with suppress(*_UNREADABLE):
            row = self._row(
                "SELECT documents.*, name FROM documents JOIN sources ON sources.id = source WHERE hash = ?",
                document.hash,
            )
            if row is None:
                return None
            at = replace(document, source=stored_source(row))
            sentences = self._db.execute(
                "SELECT * FROM sentences WHERE document = ? ORDER BY position", (row["id"],)
            )
            places = self._db.execute(
                "SELECT id, position FROM claims WHERE document = ? ORDER BY position", (row["id"],)
            ).fetchall()
            loaded = load_claims(self._db, [place["id"] for place in places])
            claims = tuple(loaded[place["id"]] for place in places)
            found = Extraction(at, tuple(map(sentence_from_row, sentences)), claims, row["parser"])
            if [place["position"] for place in places] == list(range(len(claims))) and _is_whole(found):
                return found
        return None

    def _opens(self) -> bool:
        connection = sqlite3.connect(self._copy)
        try:
            tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
        except sqlite3.Error:
            return False
        finally:
            connection.close()
        return "documents" in tables

    def _row(self, sql: str, value: object) -> sqlite3.Row | None:
        with suppress(*_UNREADABLE):
            row: sqlite3.Row | None = self._db.execute(sql, (value,)).fetchone()
            return row
        return None

    def _rows(self, sql: str, *values: object) -> Iterator[sqlite3.Row]:
        """Rows up to the first that cannot be read."""
        with suppress(*_UNREADABLE):
            yield from self._db.execute(sql, values)

    def _document_keys(self) -> Iterable[int]:
        known = [0]
        for table, column in (("documents", "id"), ("appearances", "document"), ("claims", "document")):
            row = self._row(f"SELECT max({column}) AS last FROM {table} WHERE {column} > ?", 0)  # noqa: S608
            known.append(row["last"] if row is not None and isinstance(row["last"], int) else 0)
        return range(1, max(known) + _PROBES)

    def _known_paths(self) -> Iterator[str]:
        for row in self._from_both_ends("appearances"):
            if isinstance(row["path"], str):
                yield row["path"]

    def _from_both_ends(self, table: str) -> list[sqlite3.Row]:
        """The rows of a table before and after a place that cannot be read."""
        found: dict[tuple[object, ...], sqlite3.Row] = {}
        order = (KEPT | {"appearances": "path", "themes": "id"})[table]
        backwards = ", ".join(f"{column} DESC" for column in order.split(", "))
        for direction in (order, backwards):
            for row in self._rows(f"SELECT * FROM {table} ORDER BY {direction}"):  # noqa: S608 - constants
                found.setdefault(tuple(row[column] for column in order.split(", ")), row)
        return [found[key] for key in sorted(found, key=repr)]

    def _appearances(self, key: int, row: sqlite3.Row) -> Iterator[tuple[str, SourceInfo]]:
        """Where a text stood, and what was said of it there; where that is lost, what the text's row holds."""
        found = {}
        # Without a person's corrections: those are kept apart, and applied again.
        sql = """SELECT path, coalesce((SELECT metadata FROM metadata_found WHERE path = appearances.path),
            metadata) AS metadata FROM appearances WHERE document = ?"""
        plain = "SELECT path, metadata FROM appearances WHERE document = ?"  # before there were corrections
        for each in [*self._rows(plain, key), *self._rows(sql, key)]:
            with suppress(*_UNREADABLE):
                found[str(each["path"])] = metadata_from_json(each["metadata"])
        if not found:
            with suppress(*_UNREADABLE):
                named = self._row("SELECT name FROM sources WHERE id = ?", row["source"])
                name = named["name"] if named is not None else Path(row["path"]).stem
                found[str(row["path"])] = stored_source(dict(row) | {"name": name})
        yield from found.items()

    def _places(self, key: int) -> tuple[Place, ...]:
        """The pages and chapters of a text."""
        rows = self._rows("SELECT start, name FROM places WHERE document = ? ORDER BY start", key)
        return tuple(Place(row["start"], row["name"]) for row in rows)

    def _themes(self) -> Iterator[Theme]:
        for row in self._from_both_ends("themes"):
            with suppress(*_UNREADABLE):
                terms = tuple(json.loads(row["terms"]))
                if terms:
                    yield Theme(row["slug"], row["label"], terms, row["broader"], row["iptc"])


def _is_whole(found: Extraction) -> bool:
    """Whether sentences and claims are as extraction leaves them."""
    text = found.document.text
    giving = {claim.sentence for claim in found.claims}
    places = [sentence.index for sentence in found.sentences]
    return (
        places == list(range(len(places)))
        and all(_gives_what_it_says(sentence, giving) for sentence in found.sentences)
        and all(text[claim.start : claim.end] == claim.quote for claim in found.claims)
        and all(text[q.start : q.end] == q.text for claim in found.claims for q in claim.quantities)
        and all(text[e.start : e.end] == e.text for claim in found.claims for e in claim.entities)
    )


def _gives_what_it_says(sentence: Sentence, giving: set[int]) -> bool:
    return (sentence.role == SentenceRole.CLAIMS) == (sentence.index in giving)


def _give_schema(damaged: Path, new: Path) -> None:
    """Put the pages that describe the tables of a new database on a file that has lost its own.

    The tables of a new database stand at the same pages as they did when the
    damaged one was new, so these pages lead to them.
    """
    from claimkb.store.store import Store

    Store.open(new).close()
    data = new.read_bytes()
    size = int.from_bytes(data[16:18], "big")
    with damaged.open("r+b") as file:
        for number in _tree(data, size, 1):
            page = bytearray(data[(number - 1) * size : number * size])
            if number == 1:
                page[28:32] = (damaged.stat().st_size // size).to_bytes(4, "big")  # how many pages there are
                page[32:40] = bytes(8)  # no free ones
            file.seek((number - 1) * size)
            file.write(page)


def _tree(data: bytes, size: int, number: int) -> Iterator[int]:
    """The pages of a table's tree from its root down (SQLite's file format, section 1.6)."""
    yield number
    start = (number - 1) * size
    head = start + (100 if number == 1 else 0)  # the first page begins with the header of the file
    if data[head] != _INTERIOR:
        return
    cells = int.from_bytes(data[head + 3 : head + 5], "big")
    places = [int.from_bytes(data[at : at + 2], "big") for at in range(head + 12, head + 12 + 2 * cells, 2)]
    for at in [*(start + place for place in places), head + 8]:
        yield from _tree(data, size, int.from_bytes(data[at : at + 4], "big"))


def _decoded(data: bytes) -> str | bytes:
    """Text as it stands; what is no text any more as bytes, which no hash will match."""
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data
