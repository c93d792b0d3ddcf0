"""What people decided, and the journal of it.

`decisions` holds the present state, one value a kind and key; `journal` holds
each step with what every value was before and after it, so that a step can be
taken back, in any order, as long as nothing later changed the same value.
What a decision makes of claims, tags and findings is worked out in `edits`;
here is only what a person said. Nothing refers to rows: a claim is known by
its content or else by its id, so decisions outlive the rows they were made on.
"""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from claimkb.errors import NotFoundError, UsageError
from claimkb.records import JournalRecord


class Kind(StrEnum):
    """What a decision is about; the comments say what its key and value are."""

    HIDDEN = "hidden"  # a claim's content: "1"
    CLAIM_NOTE = "claim-note"  # a claim's content: the words
    CLAIM_RATING = "claim-rating"  # a claim's content: 1 to 6
    TAGS = "tags"  # a claim's content: {"add": [slug], "remove": [slug]}
    SOURCE_NOTE = "source-note"  # a source's name: the words
    THEME = "theme"  # a slug: the slug it was merged into, which is merged into no other
    THEME_LABEL = "theme-label"  # a slug: its label
    ENTITY = "entity"  # an entity's name: the name it was merged into, which is merged into no other
    CORRECTION = "correction"  # [source as given, path or "", field]: the value
    QUERY = "query"  # a name: the arguments of a command
    REVIEW = "review"  # in the table `reviews`; key: [pair, family]


@dataclass(frozen=True, slots=True)
class Change:
    """One value that a step changed; None is no value."""

    kind: Kind
    key: str
    before: str | None
    after: str | None
    claim: str | None = None


def now() -> str:
    """The present, as it is written down."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def value_of(connection: sqlite3.Connection, kind: Kind, key: str) -> str | None:
    """What is decided of this key now."""
    row = connection.execute(
        "SELECT value FROM decisions WHERE kind = ? AND key = ?", (str(kind), key)
    ).fetchone()
    return None if row is None else str(row[0])


def values_of(connection: sqlite3.Connection, kind: Kind) -> dict[str, str]:
    """All that is decided of this kind."""
    rows = connection.execute("SELECT key, value FROM decisions WHERE kind = ? ORDER BY key", (str(kind),))
    return dict(rows.fetchall())


def of_claim(connection: sqlite3.Connection, kind: Kind, content: str, claim: str) -> str | None:
    """What is decided of a claim, by its content or else by its id."""
    row = connection.execute(
        """SELECT value FROM decisions WHERE kind = ?1 AND key = ?2
        UNION ALL SELECT value FROM decisions WHERE kind = ?1 AND claim = ?3 LIMIT 1""",
        (str(kind), content, claim),
    ).fetchone()
    return None if row is None else str(row[0])


def decide(
    connection: sqlite3.Connection, kind: Kind, key: str, value: str | None, *, claim: str | None = None
) -> Change | None:
    """Set or (None) take away the value of a key; returns the change, None if there is none."""
    before = value_of(connection, kind, key)
    if before == value:
        return None
    _put(connection, kind, key, value, claim)
    return Change(kind, key, before, value, claim)


def _put(connection: sqlite3.Connection, kind: Kind, key: str, value: str | None, claim: str | None) -> None:
    connection.execute("DELETE FROM decisions WHERE kind = ? AND key = ?", (str(kind), key))
    if value is not None:
        connection.execute(
            "INSERT INTO decisions (kind, key, claim, value, decided_at) VALUES (?, ?, ?, ?, ?)",
            (str(kind), key, claim, value, now()),
        )


def write_journal(connection: sqlite3.Connection, words: str, changes: Iterable[Change]) -> int | None:
    """Write a step down; returns its number, None if it changes nothing."""
    listed = [[str(c.kind), c.key, c.before, c.after, c.claim] for c in changes]
    if not listed:
        return None
    text = json.dumps(listed, ensure_ascii=False)
    cursor = connection.execute(
        "INSERT INTO journal (at, words, changes) VALUES (?, ?, ?)", (now(), words, text)
    )
    return cursor.lastrowid


def entries(connection: sqlite3.Connection, limit: int | None = None) -> tuple[JournalRecord, ...]:
    """The steps, newest first."""
    rows = connection.execute(
        "SELECT id, at, words, undone_at FROM journal ORDER BY id DESC LIMIT ?",
        (-1 if limit is None else limit,),
    )
    return tuple(JournalRecord(*row) for row in rows)


def changes_to_undo(connection: sqlite3.Connection, number: int | None) -> tuple[JournalRecord, list[Change]]:
    """A step (without a number the last that stands) and its changes the other way round, the last first."""
    row = connection.execute(
        """SELECT id, at, words, undone_at, changes FROM journal
        WHERE id = ?1 OR (?1 IS NULL AND undone_at IS NULL) ORDER BY id DESC LIMIT 1""",
        (number,),
    ).fetchone()
    if row is None:
        what = "Nothing is left to undo." if number is None else f"There is no step {number}."
        raise NotFoundError(what, "`claimkb log` lists what was decided.")
    if row["undone_at"] is not None:
        raise UsageError(f"Step {number} was undone already.", "`claimkb log` shows what stands.")
    changes = [Change(Kind(k), key, before, after, claim) for k, key, before, after, claim in _loaded(row)]
    _refuse_if_changed_since(connection, row["id"], changes)
    entry = JournalRecord(row["id"], row["at"], row["words"], None)
    return entry, [Change(c.kind, c.key, c.after, c.before, c.claim) for c in reversed(changes)]


def mark_undone(connection: sqlite3.Connection, number: int) -> None:
    """Remember that a step was taken back."""
    connection.execute("UPDATE journal SET undone_at = ? WHERE id = ?", (now(), number))


def put_back(connection: sqlite3.Connection, changes: Sequence[Change]) -> None:
    """Give each key the value that a change leads to; reviews have a table of their own."""
    for change in changes:
        if change.kind is not Kind.REVIEW:
            _put(connection, change.kind, change.key, change.after, change.claim)


def _loaded(row: sqlite3.Row) -> list[list[str]]:
    loaded: list[list[str]] = json.loads(row["changes"])
    return loaded


def _refuse_if_changed_since(connection: sqlite3.Connection, number: int, changes: list[Change]) -> None:
    """A value that a later step changed cannot be put back without undoing that step first."""
    mine = {(str(change.kind), change.key) for change in changes}
    later = connection.execute(
        "SELECT id, words, changes FROM journal WHERE id > ? AND undone_at IS NULL ORDER BY id DESC",
        (number,),
    )
    for row in later:
        if mine & {(kind, key) for kind, key, *_ in _loaded(row)}:
            raise UsageError(
                f"Step {number} cannot be undone: step {row['id']} ({row['words']}) changed the same since.",
                f"Undo that first: claimkb undo {row['id']}",
            )
