"""Storing what models said, and reading it back.

An answer is written as soon as it came, in a transaction of its own: a run
that stops has lost nothing that was paid for. A document's extraction is one
transaction with its claims, rejections and findings. An opinion on a finding
is keyed by the content of its two claims, as reviews are.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime

from claimkb.assist_records import ExtractionRecord, OpinionRecord, RejectionRecord
from claimkb.errors import NotFoundError
from claimkb.model import Claim, ComparedClaim, Document, RelationKind, Sentence
from claimkb.store import cores, documents, names
from claimkb.store.documents import Keys, insert
from claimkb.store.loading import load_claims, load_compared
from claimkb.store.merging import keys_as_merged, merges_of
from claimkb.store.plans import stored_source
from claimkb.store.rows import sentence_from_row
from claimkb.store.store import Store


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document as the base has it: its text, its sentences, and what the rules found in it."""

    document: Document
    sentences: tuple[Sentence, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class StoredPair:
    """A finding with its two claims, for another judge: `pair` is the content it is remembered by."""

    relation: str
    kind: RelationKind
    pair: str
    a: ComparedClaim
    b: ComparedClaim


def paths_of(store: Store) -> tuple[str, ...]:
    """The paths of all documents."""
    return tuple(row[0] for row in store.connection.execute("SELECT path FROM documents ORDER BY path"))


def stored_document(store: Store, path: str) -> StoredDocument:
    """The document that is known under this path (any of its appearances)."""
    row = store.connection.execute(
        """SELECT documents.*, sources.name FROM appearances
        JOIN documents ON documents.id = appearances.document JOIN sources ON sources.id = source
        WHERE appearances.path = ?""",
        (path,),
    ).fetchone()
    if row is None:
        raise NotFoundError(f"There is no document {path}.", "Ingest it first: claimkb ingest PATH…")
    sentences = store.connection.execute(
        "SELECT * FROM sentences WHERE document = ? ORDER BY position", (row["id"],)
    )
    keys = store.connection.execute(
        "SELECT id FROM claims WHERE document = ? AND extractor = '' ORDER BY start, id", (row["id"],)
    )
    claims = load_claims(store.connection, [key for (key,) in keys])
    document = Document(row["path"], row["text"], row["hash"], stored_source(row))
    return StoredDocument(
        document, tuple(map(sentence_from_row, sentences)), tuple(claims[key] for key in sorted(claims))
    )


def is_extracted(store: Store, text_hash: str, wanted: ExtractionRecord) -> bool:
    """Whether this text was split by this model, with this prompt and these parameters."""
    row = store.connection.execute(
        """SELECT 1 FROM extractions JOIN documents ON documents.id = document
        WHERE hash = ? AND extractor = ? AND prompt = ? AND parameters = ?""",
        (text_hash, wanted.extractor, wanted.prompt, wanted.parameters),
    ).fetchone()
    return row is not None


def write_extraction(
    store: Store,
    document: Document,
    record: ExtractionRecord,
    claims: Sequence[Claim],
    rejected: Sequence[RejectionRecord],
    keys: Keys,
) -> set[int]:
    """Put a model's extraction in the place of its last one; returns the claims to be compared.

    To be called within a transaction of the store.
    """
    connection = store.connection
    keys = keys_as_merged(keys, merges_of(connection))
    (key,) = connection.execute("SELECT id FROM documents WHERE hash = ?", (document.hash,)).fetchone()
    old = [row[0] for row in connection.execute(_OF_EXTRACTOR, (key, record.extractor))]
    new_keys = {pair for claim in claims for pair in keys(claim)}
    before = cores.cores(connection, cores.keys_of_claims(connection, old) | new_keys)
    connection.execute("DELETE FROM claims WHERE document = ? AND extractor = ?", (key, record.extractor))
    connection.execute("DELETE FROM rejections WHERE document = ? AND extractor = ?", (key, record.extractor))
    connection.execute(
        "DELETE FROM extractions WHERE document = ? AND extractor = ?", (key, record.extractor)
    )
    documents.write_claims(store.database, key, tuple(claims), document.source.name, keys)
    row = asdict(record) | {"document": key, "extracted_at": _now()}
    insert(store.database, "extractions", [row])
    insert(
        store.database,
        "rejections",
        [_rejection(key, record.extractor, n, r) for n, r in enumerate(rejected)],
    )
    return store.settle(
        before, {row[0] for row in connection.execute(_OF_EXTRACTOR, (key, record.extractor))}
    )


def extractions(connection: sqlite3.Connection, wanted: Iterable[str] = ()) -> list[ExtractionRecord]:
    """The extractions by models, all or those of the extractors named."""
    chosen = names.extractors(connection, wanted)
    rows = connection.execute(
        """SELECT extractions.*, path FROM extractions JOIN documents ON documents.id = document
        ORDER BY path, extractor"""
    )
    found = [_extraction(row) for row in rows]
    return [record for record in found if not chosen or record.extractor in chosen]


def claims_by(connection: sqlite3.Connection, path: str, extractor: str) -> tuple[Claim, ...]:
    """The claims of a document by one extractor ("" for the rules), in its order."""
    rows = connection.execute(
        """SELECT claims.id FROM claims JOIN documents ON documents.id = document
        WHERE path = ? AND extractor = ? ORDER BY start, claims.id""",
        (path, extractor),
    )
    keys = [key for (key,) in rows]
    loaded = load_claims(connection, keys)
    return tuple(loaded[key] for key in keys)


def rejections(connection: sqlite3.Connection, path: str, extractor: str) -> tuple[RejectionRecord, ...]:
    """What a model gave for a document that was not taken, in the order it came."""
    rows = connection.execute(
        """SELECT claim, quote, holder, failed, rejections.reason FROM rejections
        JOIN documents ON documents.id = document WHERE path = ? AND extractor = ? ORDER BY position""",
        (path, extractor),
    )
    return tuple(RejectionRecord(**dict(row)) for row in rows)


def _extraction(row: sqlite3.Row) -> ExtractionRecord:
    values = {field.name: row[field.name] for field in fields(ExtractionRecord)}
    return ExtractionRecord(**values | {"document": row["path"]})


_OF_EXTRACTOR = "SELECT id FROM claims WHERE document = ? AND extractor = ?"


def _rejection(document: int, extractor: str, position: int, record: RejectionRecord) -> dict[str, object]:
    return {"document": document, "extractor": extractor, "position": position} | asdict(record)


def findings_for(store: Store, kinds: Iterable[RelationKind]) -> Iterator[StoredPair]:
    """The findings of these kinds that nobody dismissed, strongest first."""
    wanted = [str(kind) for kind in kinds]
    rows = store.connection.execute(
        f"""SELECT uid, kind, pair, a, b FROM relations WHERE status != 'dismissed' AND scope = 'cross-source'
        AND kind IN ({", ".join("?" * len(wanted))}) ORDER BY confidence DESC, uid""",  # noqa: S608
        wanted,
    ).fetchall()
    for row in rows:
        loaded = load_compared(store.connection, [row["a"], row["b"]])
        yield StoredPair(
            row["uid"], RelationKind(row["kind"]), row["pair"], loaded[row["a"]], loaded[row["b"]]
        )


def opinion_on(store: Store, pair: str, judge: str, version: str) -> OpinionRecord | None:
    """What this version of a judge said of a pair before."""
    row = store.connection.execute(
        f"SELECT {_OPINION} FROM opinions WHERE pair = ? AND judge = ? AND version = ?",  # noqa: S608
        (pair, judge, version),
    ).fetchone()
    return OpinionRecord(**dict(row)) if row else None


def write_opinions(store: Store, opinions: Iterable[tuple[str, OpinionRecord]]) -> None:
    """Record what a judge says of pairs, over what it said before."""
    rows = [(pair, *(getattr(o, f.name) for f in fields(o)), _now()) for pair, o in opinions]
    with store.transaction():
        store.connection.executemany(
            f"INSERT OR REPLACE INTO opinions (pair, {_OPINION}, given_at) VALUES (?{', ?' * 8})",  # noqa: S608
            rows,
        )


_OPINION = ", ".join(field.name for field in fields(OpinionRecord))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
