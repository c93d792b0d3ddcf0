"""The answers of models, kept by content: no question is paid for twice, whatever stops a run."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from claimkb.assist_records import Answer
from claimkb.store.connect import connect_for_reading, reachable, store_errors
from claimkb.store.store import Store


class StoredAnswers:
    """The answers of models, kept in the base: written through at once."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, key: str) -> Answer | None:
        """The answer kept under this key."""
        return _answer(self._store.connection, key)

    def put(self, key: str, model: str, answer: Answer) -> None:
        """Keep an answer; it is committed when this returns."""
        with self._store.transaction():
            now = datetime.now(UTC).isoformat(timespec="seconds")
            self._store.connection.execute(
                "INSERT OR REPLACE INTO model_answers VALUES (?, ?, ?, ?, ?, ?)",
                (key, model, answer.text, answer.tokens_in, answer.tokens_out, now),
            )


class KeptAnswers:
    """The answers kept in a base that is only read; without a base there are none."""

    def __init__(self, connection: sqlite3.Connection | None) -> None:
        self._connection = connection

    def get(self, key: str) -> Answer | None:
        """The answer kept under this key."""
        return _answer(self._connection, key) if self._connection is not None else None

    def put(self, key: str, model: str, answer: Answer) -> None:
        """Nothing: what is only read keeps nothing."""


@contextmanager
def answers_for_reading(path: Path) -> Iterator[KeptAnswers]:
    """The answers that a base at `path` has kept, if there is one."""
    if not reachable(path):
        yield KeptAnswers(None)
        return
    connection = connect_for_reading(path)
    try:
        with store_errors(path):
            yield KeptAnswers(connection)
    finally:
        connection.close()


def _answer(connection: sqlite3.Connection, key: str) -> Answer | None:
    row = connection.execute(
        "SELECT answer, tokens_in, tokens_out FROM model_answers WHERE key = ?", (key,)
    ).fetchone()
    return Answer(*row) if row else None
