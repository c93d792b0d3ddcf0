"""Writing the knowledge base: one file, brought to the present schema when it is opened.

Taking in a document is `plan` (what would change), then within `transaction`
`apply` (the rows), `candidates` (which claims are to be compared now) and
`add_relations`. What the rules are, the store does not know: pair-keys and
verdicts come from outside. A transaction is all or nothing, whatever stops
the process; readers see the state before it until it is done.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from claimkb.errors import NotFoundError
from claimkb.model import Document, Extraction, Relation, Status, Theme
from claimkb.store import cores, documents, edits, findings, leftovers, pairs
from claimkb.store.closing import Closing
from claimkb.store.connect import connect_for_reading, store_errors, transaction
from claimkb.store.decisions import write_journal
from claimkb.store.documents import Keys, Tag
from claimkb.store.loading import ClaimCache
from claimkb.store.merging import keys_as_merged, merges_of, once_a_claim
from claimkb.store.opening import make_folder, prepare
from claimkb.store.origins import settle_origins
from claimkb.store.pairs import Candidate
from claimkb.store.plans import Plan, plan_for
from claimkb.store.rows import to_json
from claimkb.store.writing import documents_of, rewrite_keys, write_plan


class Store(Closing):
    """An open knowledge base that can be written; close it, or use it as a context manager."""

    def __init__(self, path: Path, db: Database) -> None:
        self.path = path
        self._db = db
        self._cache = ClaimCache(db.conn)
        self._cores: dict[str, frozenset[int]] = {}  # of keys, as this transaction left them
        self._seen = -1  # the state of the file, as far as other processes changed it

    @classmethod
    def open(cls, path: Path | str) -> "Store":
        """Open the database at `path`, or make it; brings an older one to the present schema."""
        path = Path(path)
        make_folder(path)
        with store_errors(path):
            connection = sqlite3.connect(path, isolation_level=None)
            try:
                prepare(connection, path)
                return cls(path, Database(connection, execute_plugins=False))
            except BaseException:
                connection.close()
                raise

    @classmethod
    def open_existing(cls, path: Path | str) -> "Store":
        """Open a database that is there already; raises `StoreError` naming `claimkb ingest` if it is not."""
        connect_for_reading(Path(path)).close()
        return cls.open(path)

    def close(self) -> None:
        """Close the file; what is not committed is gone."""
        self._db.close()

    @property
    def connection(self) -> sqlite3.Connection:
        """The connection, for the read side of the store."""
        return self._db.conn

    @property
    def database(self) -> Database:
        """The same, as sqlite-utils has it, for the store's own modules."""
        return self._db

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is written within, or none of it; waits its turn if another process is writing."""
        with store_errors(self.path):
            try:
                with transaction(self.connection):
                    self._notice_other_writers()
                    self._cores = {}
                    yield
            except BaseException:
                self._cache.clear()
                raise
            finally:
                self._cores = {}

    def plan(self, document: Document, taxonomy: str, *, refresh: bool = False) -> Plan:
        """What taking in this document would change; writes nothing."""
        with store_errors(self.path):
            return plan_for(self.connection, document, taxonomy, refresh=refresh)

    def apply(
        self, plan: Plan, extractions: Mapping[str, Extraction], *, taxonomy: str, keys: Keys, tag: Tag
    ) -> set[int]:
        """Write what a plan says, with the extractions of the texts it wants parsed, by their hashes.

        Returns the row keys of the claims that are to be compared (anew).
        """
        connection = self.connection
        keys = once_a_claim(keys_as_merged(keys, merges_of(connection)))
        affected = documents_of(connection, [*plan.drop, *(step.document.hash for step in plan.steps)])
        parsed = [step.document.hash for step in plan.steps if step.parse]
        gone = {origin for _, origin in documents_of(connection, [*plan.drop, *parsed]).values()}
        old_keys = cores.keys_of_claims(connection, self._claims(key for key, _ in affected.values()))
        new_keys = {key for e in extractions.values() for claim in e.claims for key in keys(claim)}
        before = cores.cores(connection, old_keys | new_keys)
        referred = leftovers.referred(self._db, (key for key, _ in affected.values()))
        touched_documents = write_plan(self._db, plan, extractions, taxonomy=taxonomy, keys=keys, tag=tag)
        written = [key for key, _ in documents_of(connection, parsed).values()]
        moved = settle_origins(connection, written, gone)
        if affected or moved:
            self._cache.clear()
        elif not connection.execute("SELECT EXISTS (SELECT 1 FROM decisions)").fetchone()[0]:
            # Nobody's decision makes anything else of them: what was written would be read back the same.
            for text_hash, (key, _) in documents_of(connection, parsed).items():
                self._cache.keep(key, extractions[text_hash].claims)
        touched_documents |= moved
        touched = self.settle(before, set(self._claims(touched_documents)), only_added=not affected)
        if affected:
            leftovers.tidy(self._db, referred)
        return touched

    def settle(
        self, before: Mapping[str, frozenset[int]], changed: set[int], *, only_added: bool = False
    ) -> set[int]:
        """Drop the findings that the changed claims and what they displaced had; returns what is to be compared.

        `before` is the core of each key concerned, as it was before the change; `only_added` says that no claim
        has lost a key since.
        """
        connection = self.connection
        added = cores.keys_by_claim(connection, changed) if only_added else None
        after = cores.cores(connection, before) if added is None else cores.grown(connection, before, added)
        self._cores = after
        touched = changed | cores.promoted(before, after)
        findings.drop_relations(self.connection, touched)
        pairs.drop_displaced(self.connection, before, after)
        return touched

    def rekey(self, claims: Iterable[int], keys: Keys) -> set[int]:
        """Work out anew the pair-keys of claims whose names mean something else now.

        Returns the row keys of the claims that are to be compared anew.
        """
        changed = set(claims)
        self._cache.clear()
        return self.settle(rewrite_keys(self._db, sorted(changed), keys), changed)

    def candidates(self, claims: Iterable[int]) -> Iterator[Candidate]:
        """The pairs to judge: each of `claims` with all that share a key with it."""
        return pairs.candidates(self.connection, claims, self._cache, known=self._cores)

    def add_relations(self, relations: Iterable[Relation]) -> int:
        """Add findings; decisions made on the same contents before are put back on them."""
        return findings.write_relations(self._db, relations)

    def set_themes(self, themes: Iterable[Theme]) -> None:
        """Make these the themes of the base; others stay only as long as claims have them."""
        themes = tuple(themes)
        for theme in themes:
            self.connection.execute(
                """INSERT INTO themes (slug, label, broader, iptc, terms) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (slug) DO UPDATE SET label = excluded.label, broader = excluded.broader,
                iptc = excluded.iptc, terms = excluded.terms""",
                (theme.slug, theme.label, theme.broader, theme.iptc, to_json(theme.terms)),
            )
        leftovers.tidy_themes(self._db, [theme.slug for theme in themes])

    def restore(self, table: str, rows: Iterable[dict[str, Any]]) -> int:
        """Put back rows saved from another base, as far as they fit; returns how many did."""
        done = 0
        for row in rows:
            columns = ", ".join(row)
            places = ", ".join("?" * len(row))
            sql = f"INSERT OR IGNORE INTO {table} ({columns}) VALUES ({places})"  # noqa: S608 - our own names
            done += self.connection.execute(sql, tuple(row.values())).rowcount
        return done

    def tagged(self) -> tuple[int, int]:
        """How many claims have a theme, and how many themes have a claim."""
        row = self.connection.execute(
            "SELECT count(DISTINCT claim), count(DISTINCT theme) FROM claim_themes"
        ).fetchone()
        return row[0], row[1]

    def retag_all(self, taxonomy: str, tag: Tag) -> None:
        """Give every claim the themes that `tag` finds in it now, under a taxonomy of this digest."""
        for (key,) in self.connection.execute("SELECT id FROM documents ORDER BY id").fetchall():
            documents.retag(self._db, key, tag)
            self.connection.execute("UPDATE documents SET taxonomy = ? WHERE id = ?", (taxonomy, key))
            edits.apply_to_documents(self.connection, [key])
            findings.retheme_relations(self.connection, self._claims([key]))

    def review(self, relation: str, status: Status, note: str | None = None, *, words: str) -> None:
        """Record what a person says of the finding with this full id; `words` are for the journal."""
        if not self.connection.execute("SELECT 1 FROM relations WHERE uid = ?", (relation,)).fetchone():
            raise NotFoundError(
                f"There is no finding {relation}.", "List them with `claimkb contradictions`."
            )
        write_journal(self.connection, words, findings.write_review(self._db, relation, status, note))

    def counts_of(self, text_hash: str) -> dict[str, int]:
        """How many findings of each kind with other sources the claims of a text are in."""
        rows = self.connection.execute(
            """SELECT kind, count(*) FROM relations WHERE scope = 'cross-source' AND id IN (
                SELECT relations.id FROM documents JOIN claims ON claims.document = documents.id
                JOIN relations ON claims.id = relations.a WHERE hash = ?1
                UNION SELECT relations.id FROM documents JOIN claims ON claims.document = documents.id
                JOIN relations ON claims.id = relations.b WHERE hash = ?1) GROUP BY kind""",
            (text_hash,),
        )
        return dict(rows.fetchall())

    def size_of(self, text_hash: str) -> tuple[int, int]:
        """How many claims a text gave, and how many of its sentences gave none."""
        row = self.connection.execute(
            """SELECT (SELECT count(*) FROM claims WHERE document = documents.id),
            (SELECT count(*) FROM sentences WHERE document = documents.id AND role != 'claims')
            FROM documents WHERE hash = ?""",
            (text_hash,),
        ).fetchone()
        return (row[0], row[1]) if row else (0, 0)

    def _notice_other_writers(self) -> None:
        """Forget the claims held in memory if another process has written since."""
        state: int = self.connection.execute("PRAGMA data_version").fetchone()[0]
        if state != self._seen:
            self._cache.clear()
        self._seen = state

    def _claims(self, document_keys: Iterable[int]) -> list[int]:
        return [claim for key in document_keys for claim in documents.claims_of(self._db, key)]
