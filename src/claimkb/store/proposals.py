"""Pairs that something other than the keys proposes: kept with who proposed them, as if a key had.

Whatever asks which claims a claim is compared with (`claimkb.store.pairs`)
finds them here, too. They go with their claims.
"""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from claimkb.store.loading import ClaimCache
from claimkb.store.pairs import Candidate, candidate, partners
from claimkb.store.store import Store


@dataclass(frozen=True, slots=True)
class Proposable:
    """A claim as a proposer sees it."""

    key: int
    text: str
    origin: str


def proposable(connection: sqlite3.Connection) -> list[Proposable]:
    """All claims, in the order of their ids: it does not depend on the order they came in."""
    rows = connection.execute(
        """SELECT claims.id, claims.text, origin FROM claims JOIN documents ON documents.id = document
        ORDER BY claims.uid"""
    )
    return [Proposable(*row) for row in rows]


def forget(store: Store) -> int:
    """Drop all proposals, and the findings that only they led to; returns how many findings went."""
    gone = store.connection.execute(
        "DELETE FROM relations WHERE key IN (SELECT DISTINCT proposer FROM proposals)"
    ).rowcount
    store.connection.execute("DELETE FROM proposals")
    return gone


def propose(store: Store, pairs: Iterable[tuple[int, int, float]], proposer: str) -> list[Candidate]:
    """Keep the pairs of claims that no key proposes; returns them to be judged.

    To be called within a transaction of the store, after `forget`.
    """
    connection = store.connection
    cache = ClaimCache(connection)
    known: dict[int, dict[int, str]] = {}
    kept = []
    for one, other, score in pairs:
        a, b = sorted((one, other))
        if a not in known:
            known[a] = partners(connection, a)
        if b in known[a]:
            continue
        connection.execute("INSERT INTO proposals VALUES (?, ?, ?, ?)", (a, b, proposer, score))
        loaded = cache.get([a, b])
        kept.append(candidate(loaded[a], loaded[b], proposer))
    return kept
