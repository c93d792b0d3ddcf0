"""Which claims are compared: those that share a pair-key, up to a cap a key.

A key that many claims share says little, and comparing all of them would grow
with the square of the corpus. So of each key only its first `CAP` claims, in
an order drawn from the claims' ids, are compared with each other. Which they
are depends on what is stored and not on the order in which it came: when a
new claim pushes an old one out of the first `CAP`, the findings that only
this key proposed go, and come back when a claim is removed. A pair is judged
once, under the first key (alphabetically) that proposes it.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from claimkb.model import ComparedClaim, Relation, Scope, Verdict
from claimkb.store.identity import relation_id
from claimkb.store.loading import ClaimCache, batches
from claimkb.store.rows import to_json

# The measured compromise: 94-97 % of the pairs worth finding at a cost that
# stays flat from 100 thousand to 600 thousand claims.
CAP = 64
_CORES = 4096  # cores held while the claims of a document are compared: at most some 20 MB
_TOGETHER = 32  # claims whose partners are loaded at once

# One statement for all keys: the work is in asking, of which a document would do some thousand times.
_CORES_OF = """SELECT value, (SELECT json_group_array(claim) FROM (SELECT claim FROM pair_keys
    WHERE key = wanted.value ORDER BY rank, claim LIMIT ?2)) FROM json_each(?1) AS wanted"""
_KEYS_OF = """SELECT claim, pair_keys.key FROM json_each(?) AS wanted
    CROSS JOIN pair_keys ON claim = wanted.value ORDER BY claim, pair_keys.key"""

# By the claim, which is in few findings: a key may have proposed thousands.
_FOUND_BY_KEY = """SELECT id, a, b FROM relations WHERE a = ?2 AND +key = ?1
    UNION ALL SELECT id, a, b FROM relations WHERE b = ?2 AND +key = ?1"""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two claims to be judged, `a` before `b` in the order of their ids, and the key that proposed them."""

    a: ComparedClaim
    b: ComparedClaim
    key: str
    scope: Scope


def keys_of_claims(connection: sqlite3.Connection, claims: Iterable[int]) -> set[str]:
    """The pair-keys of these claims."""
    return {key for keys in _keys_by_claim(connection, claims).values() for key in keys}


def _keys_by_claim(connection: sqlite3.Connection, claims: Iterable[int]) -> dict[int, list[str]]:
    """The pair-keys of each claim that has some, in their order."""
    found: dict[int, list[str]] = defaultdict(list)
    for claim, key in connection.execute(_KEYS_OF, (json.dumps(list(claims)),)):
        found[claim].append(key)
    return found


def core(connection: sqlite3.Connection, key: str, cap: int = CAP) -> frozenset[int]:
    """The claims of a key that are compared with each other."""
    rows = connection.execute(
        "SELECT claim FROM pair_keys WHERE key = ? ORDER BY rank, claim LIMIT ?", (key, cap)
    )
    return frozenset(row[0] for row in rows)


def cores(connection: sqlite3.Connection, keys: Iterable[str], cap: int = CAP) -> dict[str, frozenset[int]]:
    """The core of each key."""
    rows = connection.execute(_CORES_OF, (to_json(sorted(keys)), cap))
    return {key: frozenset(json.loads(members)) for key, members in rows}


def promoted(before: Mapping[str, frozenset[int]], after: Mapping[str, frozenset[int]]) -> set[int]:
    """Claims that entered the core of a key they may have had all along."""
    return {claim for key, members in after.items() for claim in members - before[key]}


def drop_displaced(
    connection: sqlite3.Connection,
    before: Mapping[str, frozenset[int]],
    after: Mapping[str, frozenset[int]],
    cap: int = CAP,
) -> None:
    """Let go of the findings whose key no longer proposes them, unless another key does."""
    for key, members in before.items():
        for claim in sorted(members - after[key]):
            rows = connection.execute(_FOUND_BY_KEY, (key, claim)).fetchall()
            for relation, a, b in rows:
                other = proposing_key(connection, a, b, cap)
                if other is None:
                    connection.execute("DELETE FROM relations WHERE id = ?", (relation,))
                else:
                    connection.execute("UPDATE relations SET key = ? WHERE id = ?", (other, relation))


def proposing_key(connection: sqlite3.Connection, a: int, b: int, cap: int = CAP) -> str | None:
    """The first key that proposes this pair, if any does."""
    shared = connection.execute(
        """SELECT key FROM pair_keys WHERE claim = ?
        INTERSECT SELECT key FROM pair_keys WHERE claim = ? ORDER BY key""",
        (a, b),
    )
    keys = (key for (key,) in shared.fetchall() if {a, b} <= core(connection, key, cap))
    return next(keys, _proposed(connection, a).get(b))


def partners(connection: sqlite3.Connection, claim: int, cap: int = CAP) -> dict[int, str]:
    """The claims that one claim is compared with, each with the first key that proposes it, or else what does."""
    keys = _keys_by_claim(connection, (claim,))[claim]
    return _proposed(connection, claim) | _by_keys(claim, keys, cores(connection, keys, cap))


def _by_keys(claim: int, keys: Iterable[str], cores: Mapping[str, frozenset[int]]) -> dict[int, str]:
    found: dict[int, str] = {}
    for key in keys:
        members = cores[key]
        if claim in members:
            for other in members:
                found.setdefault(other, key)
    found.pop(claim, None)
    return found


def _proposed(connection: sqlite3.Connection, claim: int) -> dict[int, str]:
    """The claims that something besides the keys proposes for one claim, with its name (see `proposals`)."""
    rows = connection.execute(
        "SELECT b, proposer FROM proposals WHERE a = ?1 UNION ALL SELECT a, proposer FROM proposals WHERE b = ?1",
        (claim,),
    )
    return dict(rows.fetchall())


def candidates(
    connection: sqlite3.Connection,
    claims: Iterable[int],
    cache: ClaimCache,
    cap: int = CAP,
    known: Mapping[str, frozenset[int]] | None = None,
) -> Iterator[Candidate]:
    """Every pair that has one of `claims` in it, once; `known` are cores that were read before and still hold."""
    done: set[int] = set()
    known = dict(known or {})
    for batch in batches(sorted(claims), _TOGETHER):
        keys = _keys_by_claim(connection, batch)
        if len(known) > _CORES:
            known.clear()
        known.update(cores(connection, {key for own in keys.values() for key in own} - known.keys(), cap))
        proposed: dict[int, dict[int, str]] = {}
        for claim in batch:
            done.add(claim)
            found = _proposed(connection, claim) | _by_keys(claim, keys[claim], known)
            proposed[claim] = {other: key for other, key in found.items() if other not in done}
        loaded = cache.get(sorted({*batch, *(other for others in proposed.values() for other in others)}))
        for claim, others in proposed.items():
            for other, key in sorted(others.items()):
                if comparable(loaded[claim], loaded[other]):
                    yield candidate(loaded[claim], loaded[other], key)


def candidate(one: ComparedClaim, other: ComparedClaim, key: str) -> Candidate:
    """The pair in the order of its ids, with its scope."""
    a, b = (one, other) if one.claim.id <= other.claim.id else (other, one)
    return Candidate(a, b, key, scope_of(a, b))


def comparable(a: ComparedClaim, b: ComparedClaim) -> bool:
    """Whether two claims are two statements: one text as two extractors word it is only one."""
    return a.claim.extractor == b.claim.extractor or a.origin != b.origin


def scope_of(a: ComparedClaim, b: ComparedClaim) -> Scope:
    """Two outlets that carry one text are one origin, so that a reprint never counts as another source."""
    return Scope.WITHIN_SOURCE if a.source == b.source or a.origin == b.origin else Scope.CROSS_SOURCE


def relation_of(candidate: Candidate, verdict: Verdict) -> Relation:
    """The relation that a verdict on a candidate makes."""
    a, b = candidate.a.claim.id, candidate.b.claim.id
    return Relation(relation_id(a, b), a, b, candidate.scope, verdict)
