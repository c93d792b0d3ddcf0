"""How a database comes to the present schema, one recorded step at a time.

Every step is recorded (sqlite-utils), and all of them run in one transaction with the file's version number, so that a
database killed in between is either as it was or as it should be. A released
step is never edited: a change to the schema is a new function at the end and
a new `SCHEMA_VERSION`.
"""

from sqlite_utils import Database, Migrations

from claimkb.store import assist_tables, feeds
from claimkb.store.fingerprints import write_fingerprints
from claimkb.store.key_numbers import register
from claimkb.store.schema import (
    APPLICATION_ID,
    FINGERPRINTS_AND_VERSIONS,
    LOOK_UPS,
    PLACES_AND_ORIGINALS,
    SCHEMA_VERSION,
    STATEMENTS,
)
from claimkb.store.schema_decisions import DECISIONS
from claimkb.store.schema_findings import FINDINGS_IN_ORDER
from claimkb.store.schema_keys import NUMBERED_KEYS
from claimkb.store.stories import STORIES

migrations = Migrations("claimkb")


@migrations()
def v1_claims_and_relations(db: Database) -> None:
    """Make the tables, indexes, full-text index and views of version 1."""
    for statement in STATEMENTS:
        db.conn.execute(statement)


@migrations()
def v2_fingerprints_and_versions(db: Database) -> None:
    """Make room for earlier versions and for what finds edited copies, and fill in the latter."""
    for statement in FINGERPRINTS_AND_VERSIONS:
        db.conn.execute(statement)
    for (key,) in db.conn.execute("SELECT id FROM documents ORDER BY id").fetchall():
        write_fingerprints(db.conn, key)


@migrations()
def v3_decisions(db: Database) -> None:
    """Make the tables of what people decide, and the marks that decisions leave."""
    for statement in DECISIONS:
        db.conn.execute(statement)


@migrations()
def v4_places_and_originals(db: Database) -> None:
    """Make room for pages and chapters, and for web pages as they were fetched."""
    for statement in PLACES_AND_ORIGINALS:
        db.conn.execute(statement)


@migrations()
def v5_what_models_said(db: Database) -> None:
    """Let claims name the model that wrote them, and keep answers, rejections and second opinions."""
    for statement in assist_tables.STATEMENTS:
        db.conn.execute(statement)


@migrations()
def v6_look_ups(db: Database) -> None:
    """Index names without regard to case, hidden claims, and days of publication."""
    for statement in LOOK_UPS:
        db.conn.execute(statement)


@migrations()
def v7_feeds(db: Database) -> None:
    """Make room for the feeds that are followed."""
    for statement in feeds.STATEMENTS:
        db.conn.execute(statement)


@migrations()
def v8_proposals(db: Database) -> None:
    """Make room for pairs that embeddings propose."""
    for statement in assist_tables.PROPOSALS:
        db.conn.execute(statement)


@migrations()
def v9_software(db: Database) -> None:
    """Let extractions and opinions name the software that reached their model."""
    for statement in assist_tables.SOFTWARE:
        db.conn.execute(statement)


@migrations()
def v10_numbered_keys(db: Database) -> None:
    """Keep pair-keys as numbers, with their words once a claim."""
    for statement in NUMBERED_KEYS:
        db.conn.execute(statement)


@migrations()
def v11_findings_in_order(db: Database) -> None:
    """Keep findings in their order under each theme, source, type and decision."""
    for statement in FINDINGS_IN_ORDER:
        db.conn.execute(statement)


@migrations()
def v12_stories(db: Database) -> None:
    """Keep the names in each document beside it."""
    for statement in STORIES:
        db.conn.execute(statement)


def migrate(db: Database) -> None:
    """Apply what is pending; the caller has made sure that the file is ours or empty.

    The write lock is taken first, so that of several processes that meet a new
    or an older file one does the work, and the others find it done.
    """
    register(db.conn)
    db.conn.execute("BEGIN IMMEDIATE")
    try:
        migrations.apply(db)
        db.conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.conn.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        db.conn.execute("COMMIT")
    finally:
        if db.conn.in_transaction:
            db.conn.execute("ROLLBACK")
