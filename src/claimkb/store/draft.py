"""A draft of all pair-keys and findings, made beside the base and then put in their place at once.

The draft is a file of its own, `claims.db.rebuild`, in which the pair-keys of
all claims and the findings between them are worked out anew, block by block;
the base is only read meanwhile, and goes on answering. What is done is kept,
so that a rebuild that was stopped goes on where it was. At the end one
transaction puts the draft in the place of what differs from it. Decisions are
kept by content and meet the findings again when these are written.

A draft belongs to one state of the base and one state of the rules: its stamp
says which, and a draft with another stamp is thrown away.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimkb.errors import StoreError
from claimkb.model import Claim, Relation
from claimkb.records import RebuildChange
from claimkb.store import pairs
from claimkb.store.closing import Closing
from claimkb.store.connect import connect_for_reading, store_errors, transaction
from claimkb.store.draft_changes import changes_between, replace_with_draft
from claimkb.store.draft_files import VERDICT, begun, connect, draft_path, lock_path, remove, state_of
from claimkb.store.key_numbers import number, packed, short_rank, unpacked
from claimkb.store.loading import ClaimCache, load_compared
from claimkb.store.locking import Lock
from claimkb.store.pairs import Candidate
from claimkb.store.rows import verdict_columns
from claimkb.store.schema import SCHEMA_VERSION

if TYPE_CHECKING:
    from claimkb.store.store import Store

BLOCK = 256  # claims: some seconds of work, and at most so much is lost when a rebuild is stopped
STAGES = ("keys", "findings")

Row = tuple[Any, ...]

_INTO = {
    "keys": "INSERT OR REPLACE INTO claim_keys VALUES (?, ?, ?)",
    "findings": f"INSERT OR REPLACE INTO found VALUES ({', '.join('?' * (5 + len(VERDICT)))})",  # noqa: S608
}


@dataclass(frozen=True, slots=True)
class Block:
    """The claims with row keys from `first` to `last`."""

    first: int
    last: int


class Draft(Closing):
    """The draft of a base, open for writing by one process; close it, or use it as a context manager."""

    def __init__(self, base: Path, connection: sqlite3.Connection, stamp: str, lock: Lock) -> None:
        self._base = base
        self._connection = connection
        self._stamp = stamp
        self._lock = lock

    @classmethod
    def of(cls, base: Path | str, rules: str) -> "Draft":
        """The draft of a base under rules with this digest: the one that was begun, if it is still good.

        Raises `StoreError` while another process works on it.
        """
        base = Path(base)
        connection = connect_for_reading(base)  # also brings an older base to the present schema
        with store_errors(base):
            stamp = f"{rules} {BLOCK} {SCHEMA_VERSION} {state_of(connection)}"
            connection.close()
            lock = Lock(lock_path(base), "rebuilding this database")
            try:
                return cls(base, _begun(base, stamp), stamp, lock)
            except BaseException:
                lock.release()
                raise

    def close(self) -> None:
        """Close the file; what was added stays for another time."""
        self._connection.close()
        self._lock.release()

    @property
    def claims(self) -> int:
        """How many claims the base has."""
        return int(self._connection.execute("SELECT count(*) FROM claims").fetchone()[0])

    def left(self, stage: str) -> list[Block]:
        """The blocks that this stage has still to do, in order."""
        done = {
            row[0] for row in self._connection.execute("SELECT first FROM done WHERE stage = ?", (stage,))
        }
        keys = [row[0] for row in self._connection.execute("SELECT id FROM claims ORDER BY id")]
        blocks = [keys[start : start + BLOCK] for start in range(0, len(keys), BLOCK)]
        return [Block(block[0], block[-1]) for block in blocks if block[0] not in done]

    def add(self, stage: str, block: Block, rows: Iterable[Row]) -> None:
        """Keep what a stage made of a block."""
        rows = list(rows)
        with store_errors(draft_path(self._base)), transaction(self._connection):
            self._connection.executemany(_INTO[stage], rows)
            if stage == "keys":
                self._connection.executemany("INSERT OR IGNORE INTO pair_keys VALUES (?, ?, ?)", _index(rows))
            self._connection.execute("INSERT OR REPLACE INTO done VALUES (?, ?)", (stage, block.first))

    def changes(self) -> tuple[RebuildChange, ...]:
        """What putting the draft in place would change: findings that are new, gone, or other than before."""
        with store_errors(self._base):
            return tuple(changes_between(self._connection, "base", "main"))

    def put_in_place(self, store: "Store") -> tuple[RebuildChange, ...]:
        """Make the base say what the draft says, all of it or nothing; returns what that changed."""
        connection = store.connection
        connection.execute("ATTACH ? AS draft", (str(draft_path(self._base)),))
        try:
            with store.transaction():
                if not self._stamp.endswith(state_of(connection)):
                    raise StoreError(
                        "The database was changed while it was being rebuilt, and is as it was.",
                        "Run the same command again when nothing else is writing.",
                    )
                changes = tuple(changes_between(connection, "main", "draft"))
                replace_with_draft(store, changes)
        finally:
            connection.execute("DETACH draft")
        return changes

    def discard(self) -> None:
        """Close the draft and remove it."""
        self._connection.close()
        remove(self._base)
        self.close()


def _begun(base: Path, stamp: str) -> sqlite3.Connection:
    try:
        return begun(base, stamp)
    except sqlite3.DatabaseError:  # a file that was cut off, or is none of ours
        remove(base)
        return begun(base, stamp)


class DraftReader:
    """A base and its draft as a worker sees them: nothing here writes."""

    def __init__(self, base: Path) -> None:
        self._connection = connect(base, writing=False)
        self._cache = ClaimCache(self._connection)

    def close(self) -> None:
        """Close the files."""
        self._connection.close()

    def keyed(self, block: Block, keys: Callable[[Claim], Iterable[str]]) -> list[Row]:
        """The pair-keys of a block of claims, as rows."""
        compared = load_compared(self._connection, self._keys(block))
        claims = [(row, each.claim) for row, each in compared.items()]
        found = [(row, short_rank(claim.id), sorted(set(keys(claim)))) for row, claim in claims]
        return sorted((row, place, packed(words)) for row, place, words in found if words)

    def candidates(self, block: Block) -> Iterator[tuple[Candidate, int, int]]:
        """Every pair of a claim of the block with a later one, with the row keys of its two sides."""
        for claim in self._keys(block):
            partners = pairs.partners(self._connection, claim, cache=self._cache)
            later = {other: key for other, key in partners.items() if other > claim}
            loaded = self._cache.get(sorted({claim, *later}))
            for other, key in sorted(later.items()):
                if pairs.comparable(loaded[claim], loaded[other]):
                    found = pairs.candidate(loaded[claim], loaded[other], key)
                    swapped = found.a.claim.id != loaded[claim].claim.id
                    yield found, *((other, claim) if swapped else (claim, other))

    def _keys(self, block: Block) -> list[int]:
        sql = "SELECT id FROM claims WHERE id BETWEEN ? AND ? ORDER BY id"
        return [row[0] for row in self._connection.execute(sql, (block.first, block.last))]


def _index(rows: list[Row]) -> list[tuple[int, int, int]]:
    """The entries of the index of keys for rows of `claim_keys`, in its order."""
    return sorted((number(key), place, claim) for claim, place, keys in rows for key in unpacked(keys))


def finding_row(relation: Relation, a: int, b: int) -> Row:
    """A finding as a row of the draft; `a` and `b` are the row keys of its sides."""
    columns = verdict_columns(relation.verdict) | {"scope": str(relation.scope)}
    return (a, b, relation.id, relation.a, relation.b, *(columns[name] for name in VERDICT))
