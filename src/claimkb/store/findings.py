"""Writing relations, their themes, and what people decided about them.

A decision is kept apart from the finding it was made on: by the content of
the two claims and by the id of their relation, whichever is met again. So it
comes back after a re-ingest, a change of rules, or a new name for a source.
"""

# ruff: noqa: S608 - statements are composed of constants; every value is bound to a placeholder

import json
import sqlite3
from collections.abc import Callable, Iterable
from typing import Any

from sqlite_utils import Database

from claimkb.model import Relation, Status
from claimkb.store.decisions import Change, Kind, now
from claimkb.store.documents import insert
from claimkb.store.identity import family, pair_content
from claimkb.store.rows import to_json, verdict_columns
from claimkb.store.schema_findings import SORTED_BY, SOURCES_OF_FINDINGS

Decided = Callable[[sqlite3.Connection, str, str, str], tuple[str, str | None]]

# A finding is about the themes its claims share; if they share none, about those of either.
_INTO = "relation_themes (relation, theme, shelf, confidence, uid)"
_THEMES = (
    f"""INSERT INTO {_INTO} SELECT relations.id, one.theme, {SORTED_BY} FROM relations
    JOIN claim_themes AS one ON one.claim = a JOIN claim_themes AS two ON two.claim = b AND two.theme = one.theme
    WHERE relations.id >= ?""",
    f"""INSERT OR IGNORE INTO {_INTO} SELECT relations.id, theme, {SORTED_BY} FROM relations
    JOIN claim_themes ON claim IN (a, b)
    WHERE relations.id >= ? AND NOT EXISTS (SELECT 1 FROM relation_themes WHERE relation = relations.id)""",
)


def drop_relations(connection: sqlite3.Connection, claims: Iterable[int]) -> None:
    """Remove every relation that has one of these claims in it."""
    gone = (json.dumps(sorted(claims)),)
    connection.execute("DELETE FROM relations WHERE a IN (SELECT value FROM json_each(?))", gone)
    connection.execute("DELETE FROM relations WHERE b IN (SELECT value FROM json_each(?))", gone)


def write_relations(db: Database, relations: Iterable[Relation]) -> int:
    """Add relations, with their themes and sources and with what was decided about them before; returns how many."""
    found = list(relations)
    sides = _sides(db.conn, {uid for relation in found for uid in (relation.a, relation.b)})
    reviewed = db.conn.execute("SELECT EXISTS (SELECT 1 FROM reviews)").fetchone()[0]
    decided = decision if reviewed else _undecided
    rows = [
        _relation_row(db.conn, relation, sides[relation.a], sides[relation.b], decided) for relation in found
    ]
    first: int = db.conn.execute("SELECT coalesce(max(id), 0) + 1 FROM relations").fetchone()[0]
    insert(db, "relations", [{"id": key} | row for key, row in enumerate(rows, first)])
    for sql in (*_THEMES, SOURCES_OF_FINDINGS):
        db.conn.execute(sql, (first,))
    return len(rows)


def retheme_relations(connection: sqlite3.Connection, claims: Iterable[int]) -> None:
    """Work out anew the themes of the relations of these claims."""
    for claim in claims:
        rows = connection.execute(
            "SELECT id, a, b FROM relations WHERE a = ?1 UNION SELECT id, a, b FROM relations WHERE b = ?1",
            (claim,),
        ).fetchall()
        for key, a, b in rows:
            connection.execute("DELETE FROM relation_themes WHERE relation = ?", (key,))
            _theme_relation(connection, key, a, b)


def write_review(db: Database, relation: str, status: Status, note: str | None) -> list[Change]:
    """Record a person's decision on the relation of this id, or with `suggested` take one back."""
    row = db.conn.execute("SELECT pair, kind, rule FROM relations WHERE uid = ?", (relation,)).fetchone()
    decided = (row["pair"], family(row["kind"]))
    before = _reviews(db.conn, decided, relation)
    db.conn.execute(
        "DELETE FROM reviews WHERE family = ? AND (pair = ? OR relation = ?)", (*decided[::-1], relation)
    )
    if status != Status.SUGGESTED:
        review = {"pair": decided[0], "family": decided[1], "relation": relation, "rule": row["rule"]}
        insert(db, "reviews", [review | {"status": str(status), "note": note, "decided_at": now()}])
    _mark(db.conn, decided, relation)
    after = _reviews(db.conn, decided, relation)
    return [
        Change(Kind.REVIEW, key, before.get(key), after.get(key))
        for key in sorted(before.keys() | after.keys())
    ]


def restore_review(connection: sqlite3.Connection, key: str, review: str | None) -> None:
    """Put the review of a pair back as it was (None: there was none), and with it the state of its findings."""
    pair, side = json.loads(key)
    held = connection.execute(
        "SELECT relation FROM reviews WHERE pair = ? AND family = ?", (pair, side)
    ).fetchone()
    connection.execute("DELETE FROM reviews WHERE pair = ? AND family = ?", (pair, side))
    row = json.loads(review) if review is not None else {"relation": held[0] if held else ""}
    if review is not None:
        connection.execute(
            """INSERT INTO reviews (pair, family, relation, rule, status, note, decided_at)
            VALUES (:pair, :family, :relation, :rule, :status, :note, :decided_at)""",
            row,
        )
    _mark(connection, (pair, side), row["relation"])


def _reviews(connection: sqlite3.Connection, decided: tuple[str, str], relation: str) -> dict[str, str]:
    """The reviews of a pair, each as JSON under its key."""
    rows = connection.execute(
        "SELECT * FROM reviews WHERE family = ? AND (pair = ? OR relation = ?)", (*decided[::-1], relation)
    )
    return {to_json([row["pair"], row["family"]]): to_json(dict(row)) for row in rows}


def _mark(connection: sqlite3.Connection, decided: tuple[str, str], relation: str) -> None:
    """Give the findings of a pair the status and note that its review says."""
    kinds = ("agreement",) if decided[1] == "support" else ("contradiction", "tension")
    for kind in kinds:
        status, note = decision(connection, decided[0], relation, kind)
        connection.execute(
            "UPDATE relations SET status = ?, note = ? WHERE kind = ? AND (pair = ? OR uid = ?)",
            (status, note, kind, decided[0], relation),
        )


def decision(connection: sqlite3.Connection, pair: str, relation: str, kind: str) -> tuple[str, str | None]:
    """The status and note that a person's decision gives a finding; suggested if there is none."""
    row = connection.execute(
        """SELECT status, note FROM reviews WHERE family = ? AND (pair = ? OR relation = ?)
        ORDER BY pair = ? DESC, decided_at DESC LIMIT 1""",
        (family(kind), pair, relation, pair),
    ).fetchone()
    return (row["status"], row["note"]) if row else (str(Status.SUGGESTED), None)


def _undecided(connection: sqlite3.Connection, pair: str, relation: str, kind: str) -> tuple[str, str | None]:
    """The same in a base without any decision, which need not be asked once a finding."""
    return str(Status.SUGGESTED), None


def _sides(connection: sqlite3.Connection, uids: set[str]) -> dict[str, sqlite3.Row]:
    """What a finding takes from its claims, by their ids."""
    rows = connection.execute(
        "SELECT uid, id, content, hidden FROM claims WHERE uid IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(uids)),),
    )
    return {row["uid"]: row for row in rows}


def _relation_row(
    connection: sqlite3.Connection, relation: Relation, one: sqlite3.Row, other: sqlite3.Row, decided: Decided
) -> dict[str, Any]:
    pair = pair_content(one["content"], other["content"])
    status, note = decided(connection, pair, relation.id, relation.verdict.kind)
    columns = {"uid": relation.id, "a": one["id"], "b": other["id"], "scope": str(relation.scope)}
    hidden = int(one["hidden"] or other["hidden"])
    state = {"pair": pair, "status": status, "note": note, "hidden": hidden}
    return columns | state | verdict_columns(relation.verdict)


def _theme_relation(connection: sqlite3.Connection, relation: int, a: int, b: int) -> None:
    """A finding is about the themes its claims share; if they share none, about those of either."""
    sql = f"""INSERT INTO {_INTO} SELECT relations.id, theme, {SORTED_BY} FROM relations JOIN (
        SELECT theme FROM claim_themes WHERE claim = ?2 {{}} SELECT theme FROM claim_themes WHERE claim = ?3)
        WHERE relations.id = ?1"""
    if connection.execute(sql.format("INTERSECT"), (relation, a, b)).rowcount == 0:
        connection.execute(sql.format("UNION"), (relation, a, b))
