"""Writing a plan: the texts that are new, what was corrected about the others, where each was found.

All within the caller's transaction. A text that is stored already is described
anew, not parsed anew; a person's edits are put back on whatever is rewritten.
"""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

from sqlite_utils import Database

from claimkb.model import Document, Extraction
from claimkb.store import cores, documents, edits, findings
from claimkb.store.documents import Keys, Tag
from claimkb.store.loading import load_compared
from claimkb.store.plans import Plan
from claimkb.store.rows import to_json
from claimkb.store.versions import keep_version


def write_plan(
    db: Database, plan: Plan, extractions: Mapping[str, Extraction], *, taxonomy: str, keys: Keys, tag: Tag
) -> set[int]:
    """Write the rows of a plan; returns the documents whose claims are to be compared."""
    execute = db.conn.execute
    changed: set[int] = set()
    keep_version(db.conn, plan.path, plan.hash, datetime.now(UTC).isoformat(timespec="seconds"))
    execute("DELETE FROM appearances WHERE path = ?", (plan.path,))
    for text_hash in plan.drop:
        execute("DELETE FROM documents WHERE hash = ?", (text_hash,))
    for step in plan.steps:
        if step.parse:
            changed.add(documents.write_text(db, extractions[step.document.hash], taxonomy, keys))
        elif _describe(db, step.document, taxonomy, tag):
            changed.update(key for key, _ in documents_of(db.conn, [step.document.hash]).values())
    execute(
        """INSERT INTO appearances (path, document, metadata)
        SELECT ?, id, ? FROM documents WHERE hash = ?""",
        (plan.path, plan.metadata, plan.hash),
    )
    if plan.found:
        execute("INSERT INTO metadata_found VALUES (?, ?)", (plan.path, plan.found))
    edits.apply_to_documents(db.conn, changed)
    return changed


def _describe(db: Database, document: Document, taxonomy: str, tag: Tag) -> bool:
    """Write metadata and themes over what was there; true if that changes which findings hold."""
    ((key, _),) = documents_of(db.conn, [document.hash]).values()
    before = db.conn.execute(
        """SELECT name, inferred, taxonomy FROM documents JOIN sources ON sources.id = source
        WHERE documents.id = ?""",
        (key,),
    ).fetchone()
    documents.describe(db, key, document, taxonomy)
    if before["taxonomy"] != taxonomy:
        documents.retag(db, key, tag)
        edits.apply_to_documents(db.conn, [key])
    findings.retheme_relations(db.conn, documents.claims_of(db, key))
    renamed: bool = before["name"] != document.source.name
    if renamed:
        documents.rename_contents(db, key, document.source.name)
    return renamed or before["inferred"] != to_json(sorted(document.source.inferred))


def documents_of(connection: sqlite3.Connection, hashes: Iterable[str]) -> dict[str, tuple[int, str]]:
    """The row key and origin of each document with one of these text hashes that is stored."""
    sql = "SELECT id, origin FROM documents WHERE hash = ?"
    rows = {text_hash: connection.execute(sql, (text_hash,)).fetchone() for text_hash in hashes}
    return {text_hash: (row["id"], row["origin"]) for text_hash, row in rows.items() if row}


def rewrite_keys(db: Database, claims: Sequence[int], keys: Keys) -> dict[str, frozenset[int]]:
    """Give claims the pair-keys they have by now; returns the core of each key concerned, as it was before."""
    loaded = load_compared(db.conn, claims)
    wanted = {key: sorted(set(keys(compared.claim))) for key, compared in loaded.items()}
    before = cores.cores(db.conn, cores.keys_of_claims(db.conn, claims).union(*wanted.values()))
    for key, found in wanted.items():
        documents.write_keys(db, key, loaded[key].claim.id, found)
    return before
