"""`check` finds what was tampered with, whatever it was."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from claimkb.model import Original
from claimkb.store.feeds import keep_feed
from claimkb.store.originals import keep_original
from claimkb.store.store import Store
from claimkb.workflow import check, ingest
from support import PlainParts, document

TAMPERED = [
    (
        "UPDATE documents SET text = 'x' || text WHERE path = 'harbour.txt'",
        "a document's hash is that of its text",
    ),
    ("UPDATE documents SET hash = 'abc' WHERE path = 'harbour.txt'", "a document's hash is that of its text"),
    ("UPDATE documents SET published_start = '2020'", "the days of a publication date"),
    ("DELETE FROM appearances", "a document's path is one of its appearances"),
    ('UPDATE sentences SET "end" = 9999 WHERE position = 1', "a sentence lies in its text"),
    ("UPDATE sentences SET role = 'question' WHERE position = 1", "a sentence gives claims, or says why not"),
    ("UPDATE sentences SET reason = ''", "a sentence without claims has a reason"),
    ("UPDATE claims SET start = start + 1", "text[start:end] is the quote"),
    ("UPDATE claims SET quote = quote || '!'", "text[start:end] is the quote"),
    ("UPDATE quantities SET start = start + 1", "text[start:end] is the quantity '40'"),
    ("UPDATE dates SET text = '2020' WHERE text = '2021'", "text[start:end] is the date '2020'"),
    ('UPDATE claim_entities SET "end" = "end" - 1', "text[start:end] is the entity 'Olsen'"),
    ("UPDATE claims SET uid = 'abcdefabcdef' WHERE id = 1", "a claim's id follows from its text"),
    ("UPDATE claims SET holder_key = 'somebody' WHERE id = 1", "a claim's content key follows from it"),
    (
        "UPDATE claim_keys SET keys = (SELECT keys FROM claim_keys LIMIT 1)",
        "a claim's pair-keys follow from it",
    ),
    ("UPDATE claim_keys SET rank = rank / 2", "the rank of a claim's pair-keys follows from its id"),
    ("UPDATE claim_keys SET keys = x'00'", "rows can be read"),
    (
        "DELETE FROM pair_keys WHERE key = (SELECT max(key) FROM pair_keys)",
        "the index of pair-keys holds those of each claim",
    ),
    ("UPDATE pair_keys SET rank = rank / 2", "the index of pair-keys holds those of each claim"),
    ("UPDATE stories SET names = '[]'", "the names of a document are those of its claims"),
    ("INSERT INTO pair_keys VALUES (1, 1, 1)", "the index of pair-keys holds those of the claims"),
    ("DELETE FROM relations WHERE type = 'quantity'", "what the rules find is stored"),
    ("UPDATE relations SET confidence = 0.1", "a finding is what the rules say"),
    ("UPDATE relations SET scope = 'within-source'", "a finding is what the rules say"),
    ("UPDATE relations SET evidence = '[]'", "a finding is what the rules say"),
    ("UPDATE relations SET key = 'tonnes' WHERE type = 'quantity'", "a finding is what the rules say"),
    (
        "INSERT INTO relations SELECT 99, 'x', 1, 3, kind, type, scope, confidence, rule, label, reason, "
        "evidence, key, direction, a_marks, b_marks, pair, status, note, hidden FROM relations LIMIT 1",
        "a finding is proposed by a key and borne out by the rules",
    ),
    (
        "UPDATE relations SET uid = 'abc' WHERE type = 'quantity'",
        "a finding's id and sides follow from its claims",
    ),
    (
        "UPDATE relations SET a = b, b = a WHERE type = 'quantity'",
        "a finding's id and sides follow from its claims",
    ),
    ("UPDATE relations SET pair = 'abc'", "a finding's content key follows from its claims"),
    ("UPDATE relations SET status = 'dismissed'", "a finding bears what was decided"),
    ("DELETE FROM documents WHERE path = 'harbour.txt'", "rows refer to rows that exist"),
    ("UPDATE claims SET frame = '[' WHERE id = 1", "rows can be read"),
    ("UPDATE claims SET polarity = 'maybe' WHERE id = 1", "rows can be read"),
    ("INSERT INTO claims_fts (claims_fts) VALUES ('delete-all')", "the full-text index holds each claim"),
    (
        "INSERT INTO claims_fts (rowid, text, quote, label) VALUES (1, 'whale', '', '')",
        "the full-text index holds each claim",
    ),
    (
        "INSERT INTO claims_fts (claims_fts, rowid, text, quote, label) "
        "SELECT 'delete', id, text, quote, label FROM claims WHERE id = 2",
        "the full-text index holds each claim",
    ),
    ("UPDATE sentences SET digest = 1 WHERE position = 1", "a sentence's digest follows from it"),
    ("DELETE FROM fingerprints WHERE document = 1", "a document's fingerprints follow from its text"),
    (
        "UPDATE documents SET origin = (SELECT hash FROM documents WHERE id = 1)",
        "a document's origin is its family's smallest hash",
    ),
    ("UPDATE sources SET uid = 'abc' WHERE id = 1", "a source's id follows from its name"),
    ("INSERT INTO sources VALUES (99, 'abc', 'nobody')", "something refers to each source"),
    ("INSERT INTO entities VALUES (99, 'Nowhere', 'city')", "something refers to each entity"),
    ("DELETE FROM relation_themes", "a finding's themes follow from its claims"),
    ("UPDATE versions SET text = text || '!'", "a version's hash is that of its text"),
    ("UPDATE versions SET text = 'a ' || text", "text[start:end] is the quote"),
    ("UPDATE versions SET number = 2", "versions are numbered without a gap"),
    ("UPDATE originals SET sha256 = 'abc'", "a kept page is what was fetched"),
    ("UPDATE originals SET body = x'00'", "a kept page is what was fetched"),
    ("UPDATE originals SET body = 'text'", "a kept page is what was fetched"),
    ("UPDATE feeds SET body = substr(body, 1, 12)", "a kept page is what was fetched"),
]


@pytest.fixture
def base(db: Path, plain: PlainParts) -> Path:
    ingest(db, [], parts=plain.parts)
    articles = plain.documents
    for text in ("Snow fell.", "Snow did not fall."):
        plain.documents = [document("snow.txt", text)]
        ingest(db, [], parts=plain.parts)
    page = Original("https://a.example/", "2024-05-03T10:00:00+00:00", "text/html", b"<p>Snow fell.")
    with Store.open(db) as store, store.transaction():
        keep_original(store.connection, "https://a.example/", page)
        keep_feed(store.connection, "https://a.example/rss", page, None)
    plain.documents = articles
    return db


def test_a_sound_base_has_no_problem(base: Path, plain: PlainParts) -> None:
    assert check(base, parts=plain.parts) == ()


@pytest.mark.parametrize(("statement", "invariant"), TAMPERED)
def test_what_is_off_is_found(statement: str, invariant: str, base: Path, plain: PlainParts) -> None:
    connection = sqlite3.connect(base)
    connection.execute(statement)
    connection.commit()
    connection.close()
    problems = check(base, parts=plain.parts)
    assert invariant in {problem.invariant for problem in problems}
    assert all(problem.where and problem.found for problem in problems)


def test_claims_deleted_with_their_document_leave_the_full_text_index(
    base: Path, plain: PlainParts, new_document: Callable[..., object]
) -> None:
    plain.documents = [new_document("harbour.txt", "The harbour is open.")]  # type: ignore[list-item]
    ingest(base, [], parts=plain.parts)
    with Store.open(base) as store:
        store.connection.execute("INSERT INTO claims_fts (claims_fts, rank) VALUES ('integrity-check', 1)")
    assert check(base, parts=plain.parts) == ()
