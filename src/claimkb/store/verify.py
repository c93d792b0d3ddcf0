"""Everything stored, derived again: what `claimkb check` runs.

Each check is a function that yields what is off, and `CHECKS` is all of them.
The ids, keys and verdicts come from the rules as they are now, so a base made
by other rules is told from a sound one. Nothing is repaired here: what is off
is put right by ingesting the document anew.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from claimkb.model import Claim, ComparedClaim, RelationKind, SentenceRole, Verdict
from claimkb.records import Problem
from claimkb.store import identity, pairs
from claimkb.store.connect import NONSENSE, connect_for_reading, store_errors
from claimkb.store.findings import decision
from claimkb.store.key_numbers import entries, short_rank, unpacked
from claimkb.store.loading import batches, load_compared
from claimkb.store.rows import verdict_columns
from claimkb.store.verify_derived import DERIVED, SCRATCH


@dataclass(frozen=True, slots=True)
class Rules:
    """What the store does not know of itself: the id of a claim, its pair-keys, and the verdict on a pair."""

    keys_of: Callable[[Claim], Iterable[str]]
    judge: Callable[[ComparedClaim, ComparedClaim, str], Verdict]
    id_of: Callable[[str, Claim], str] | None = None  # from the document's hash; None: not checked


Check = Callable[[sqlite3.Connection, Rules], Iterator[Problem]]


def verify(path: Path | str, rules: Rules) -> tuple[Problem, ...]:
    """All that is off in the database at `path`; empty if it is sound."""
    path = Path(path)
    connection = connect_for_reading(path)
    try:
        with store_errors(path):
            # Scratch tables need a place to be written; the base itself is open for reading only.
            connection.execute(f"ATTACH 'file::memory:' AS {SCRATCH}")
            connection.execute("PRAGMA query_only = OFF")
            # One state of the base, whatever is written meanwhile.
            connection.execute("BEGIN")
            return tuple(problem for check in CHECKS for problem in _run(check, connection, rules))
    finally:
        connection.close()


def _run(check: Check, connection: sqlite3.Connection, rules: Rules) -> Iterator[Problem]:
    """The problems that a check finds; a row that cannot even be read is one of them."""
    try:
        yield from check(connection, rules)
    except NONSENSE as error:
        yield Problem("rows can be read", check.__name__, f"{type(error).__name__}: {error}")


def check_file(connection: sqlite3.Connection, rules: Rules) -> Iterator[Problem]:
    """SQLite's own invariants."""
    for (line,) in connection.execute("PRAGMA integrity_check"):
        if line != "ok":
            yield Problem("the file is sound", "integrity_check", line)
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield Problem("rows refer to rows that exist", f"{table} row {row}", f"no such row in {parent}")


def check_documents(connection: sqlite3.Connection, rules: Rules) -> Iterator[Problem]:
    """A document is its text, and is among the paths it was given under."""
    for row in connection.execute("SELECT * FROM documents ORDER BY path"):
        if identity.text_hash(row["text"]) != row["hash"]:
            yield Problem("a document's hash is that of its text", row["path"], row["hash"])
        if (row["published_start"], row["published_end"]) != identity.day_range(row["published"]):
            yield Problem("the days of a publication date", row["path"], str(row["published_start"]))
    strays = connection.execute(
        """SELECT path FROM documents WHERE NOT EXISTS (SELECT 1 FROM appearances
        WHERE appearances.path = documents.path AND appearances.document = documents.id) ORDER BY path"""
    )
    for (path,) in strays:
        yield Problem("a document's path is one of its appearances", path, "it is not")


def check_sentences(connection: sqlite3.Connection, rules: Rules) -> Iterator[Problem]:
    """Sentences lie in their text in order, and each gives claims or says why not."""
    rows = connection.execute(
        """SELECT path, position, role, reason, start, "end", length(text) AS length,
            EXISTS (SELECT 1 FROM claims WHERE claims.document = documents.id
                AND claims.sentence = sentences.position AND claims.extractor = '') AS claims
        FROM sentences JOIN documents ON documents.id = document ORDER BY path, position"""
    )
    for row in rows:
        where = f"{row['path']} sentence {row['position']}"
        if not 0 <= row["start"] <= row["end"] <= row["length"]:
            yield Problem("a sentence lies in its text", where, f"{row['start']}-{row['end']}")
        if (row["role"] == SentenceRole.CLAIMS) != bool(row["claims"]):
            yield Problem("a sentence gives claims, or says why not", where, row["role"])
        if row["role"] != SentenceRole.CLAIMS and not row["reason"]:
            yield Problem("a sentence without claims has a reason", where, row["role"])


def check_claims(connection: sqlite3.Connection, rules: Rules) -> Iterator[Problem]:
    """Claims and all that is marked in them stand in the text where they say; ids and keys follow from it."""
    for key, text, text_hash in connection.execute(
        "SELECT id, text, hash FROM documents ORDER BY path"
    ).fetchall():
        rows = connection.execute(
            "SELECT id, content FROM claims WHERE document = ? ORDER BY id", (key,)
        ).fetchall()
        contents = {row["id"]: row["content"] for row in rows}
        for claim_key, compared in load_compared(connection, list(contents)).items():
            claim = compared.claim
            yield from _spans(text, claim)
            if rules.id_of and (derived := rules.id_of(text_hash, claim)) != claim.id:
                yield Problem("a claim's id follows from its text", claim.id, f"it should be {derived}")
            if identity.claim_content(claim, compared.source) != contents[claim_key]:
                yield Problem("a claim's content key follows from it", claim.id, contents[claim_key])
            yield from _keys(connection, claim_key, claim, rules)


def check_relations(connection: sqlite3.Connection, rules: Rules) -> Iterator[Problem]:
    """The findings stored are those that the rules give for the pairs that the keys propose."""
    stored = {row["id"]: row["uid"] for row in connection.execute("SELECT id, uid FROM relations")}
    everything = [row[0] for row in connection.execute("SELECT id FROM claims ORDER BY id")]
    for batch in batches(everything):
        for claim in batch:
            yield from _relations_of(connection, claim, rules, stored)
    for uid in sorted(stored.values()):
        yield Problem(
            "a finding is proposed by a key and borne out by the rules", uid, "it is stored all the same"
        )


def check_decisions(connection: sqlite3.Connection, rules: Rules) -> Iterator[Problem]:
    """A finding bears what was decided about it, and its sides stand in order."""
    rows = connection.execute(
        """SELECT relations.*, a.uid AS a_uid, b.uid AS b_uid, a.content AS a_content, b.content AS b_content
        FROM relations JOIN claims AS a ON a.id = relations.a JOIN claims AS b ON b.id = relations.b
        ORDER BY relations.uid"""
    )
    for row in rows.fetchall():
        if row["a_uid"] >= row["b_uid"] or identity.relation_id(row["a_uid"], row["b_uid"]) != row["uid"]:
            yield Problem(
                "a finding's id and sides follow from its claims",
                row["uid"],
                f"{row['a_uid']} {row['b_uid']}",
            )
        if identity.pair_content(row["a_content"], row["b_content"]) != row["pair"]:
            yield Problem("a finding's content key follows from its claims", row["uid"], row["pair"])
        if (row["status"], row["note"]) != decision(connection, row["pair"], row["uid"], row["kind"]):
            yield Problem("a finding bears what was decided", row["uid"], row["status"])


CHECKS: tuple[Check, ...] = (
    check_file,
    check_documents,
    check_sentences,
    check_claims,
    check_relations,
    check_decisions,
    *DERIVED,
)


def _spans(text: str, claim: Claim) -> Iterator[Problem]:
    if text[claim.start : claim.end] != claim.quote:
        yield Problem("text[start:end] is the quote", claim.id, repr(text[claim.start : claim.end]))
    marked = [("quantity", q.start, q.end, q.text) for q in claim.quantities]
    marked += [("date", d.char_start, d.char_end, d.text) for d in claim.dates]
    marked += [("entity", e.start, e.end, e.text) for e in claim.entities]
    for what, start, end, words in marked:
        if text[start:end] != words:
            yield Problem(f"text[start:end] is the {what} {words!r}", claim.id, repr(text[start:end]))


def _keys(connection: sqlite3.Connection, key: int, claim: Claim, rules: Rules) -> Iterator[Problem]:
    row = connection.execute("SELECT rank, keys FROM claim_keys WHERE claim = ?", (key,)).fetchone()
    held = unpacked(row["keys"]) if row else []
    missing = set(rules.keys_of(claim)) ^ set(held)
    if missing:
        yield Problem("a claim's pair-keys follow from it", claim.id, ", ".join(sorted(missing)))
    if row and row["rank"] != short_rank(claim.id):
        yield Problem("the rank of a claim's pair-keys follows from its id", claim.id, "another rank")
    sql = "SELECT 1 FROM pair_keys WHERE key = ? AND rank = ? AND claim = ?"
    if not all(connection.execute(sql, entry).fetchone() for entry in entries(held, claim.id, key)):
        yield Problem("the index of pair-keys holds those of each claim", claim.id, "some are missing")


def _relations_of(
    connection: sqlite3.Connection, claim: int, rules: Rules, stored: dict[int, str]
) -> Iterator[Problem]:
    """Compare the findings of one claim with later ones; takes what it finds out of `stored`."""
    later = {other: key for other, key in pairs.partners(connection, claim).items() if other > claim}
    loaded = load_compared(connection, sorted({claim, *later}))
    for other, key in sorted(later.items()):
        if not pairs.comparable(loaded[claim], loaded[other]):
            continue
        candidate = pairs.candidate(loaded[claim], loaded[other], key)
        verdict = replace(rules.judge(candidate.a, candidate.b, key), key=key)
        row = connection.execute(
            "SELECT * FROM relations WHERE (a = ?1 AND b = ?2) OR (a = ?2 AND b = ?1)", (claim, other)
        ).fetchone()
        ids = f"{candidate.a.claim.id} and {candidate.b.claim.id}"
        if row is None and verdict.kind != RelationKind.NONE:
            yield Problem("what the rules find is stored", ids, f"no {verdict.kind}")
        if row is not None and verdict.kind != RelationKind.NONE:
            stored.pop(row["id"], None)
            expected = verdict_columns(verdict) | {"scope": str(candidate.scope)}
            off = [name for name, value in expected.items() if row[name] != value]
            if off:
                found = json.dumps({name: row[name] for name in off}, ensure_ascii=False)
                yield Problem("a finding is what the rules say", row["uid"], found)
