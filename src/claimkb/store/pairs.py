"""Which claims are compared: those whose shared pair-keys say enough, up to a cap a key.

A key that many claims share says little, and comparing all of them would grow
with the square of the corpus. So of each key only its first `CAP` claims, in
an order drawn from the claims' ids, are compared with each other; and a loose
key (words, a name, an amount) says the less the more claims have it: see
`cores.worth`. Two claims are compared if their shared keys are worth `ENOUGH`, and
their documents name something in common, unless a key says what is meant or
one document names nothing.

All this depends on what is stored and not on the order in which it came. When a
new claim pushes an old one out of the first `CAP`, or makes a key worth less,
the findings that rested on it go, and come back when a claim
is removed. A pair is judged once, under the first key (alphabetically) that
the two share.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from claimkb.model import ComparedClaim, Relation, Scope, Verdict, is_loose
from claimkb.store.cores import CAP, ENOUGH, Cores, cores, keys_by_claim, worth
from claimkb.store.identity import relation_id
from claimkb.store.loading import ClaimCache, batches

_CORES = 4096  # cores held while the claims of a document are compared: at most some 20 MB
_TOGETHER = 32  # claims whose partners are loaded at once

_FINDINGS_OF = """SELECT id, a, b, key FROM relations WHERE a IN (SELECT value FROM json_each(?1))
    UNION SELECT id, a, b, key FROM relations WHERE b IN (SELECT value FROM json_each(?1))"""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two claims to be judged, `a` before `b` in the order of their ids, and the key that proposed them."""

    a: ComparedClaim
    b: ComparedClaim
    key: str
    scope: Scope


@dataclass(frozen=True, slots=True)
class Shared:
    """The first key that two claims share, and whether one of their keys says what is meant (see `is_loose`)."""

    key: str
    meant: bool


def drop_displaced(connection: sqlite3.Connection, before: Cores, after: Cores, cap: int = CAP) -> None:
    """Let go of the findings that no key proposes any more; others may have another first key."""
    weaker = _weaker(before, after)
    doubted = [
        row
        for row in connection.execute(_FINDINGS_OF, (json.dumps(sorted(weaker)),)).fetchall()
        if any(row["b"] in before[key] for key in weaker.get(row["a"], ()))
        or any(row["a"] in before[key] for key in weaker.get(row["b"], ()))
    ]
    held = _first_keys(connection, [(row["a"], row["b"]) for row in doubted], after, cap)
    gone, moved = [], []
    for row in doubted:
        key = held.get((row["a"], row["b"]))
        if key is None:
            gone.append((row["id"],))
        elif key != row["key"]:
            moved.append((key, row["id"]))
    connection.executemany("DELETE FROM relations WHERE id = ?", gone)
    connection.executemany("UPDATE relations SET key = ? WHERE id = ?", moved)


def _first_keys(
    connection: sqlite3.Connection, pairs: list[tuple[int, int]], known: Cores, cap: int
) -> dict[tuple[int, int], str]:
    """What proposes these pairs, for those that something proposes (see `partners`); `known` are cores as they are.

    Asked for all pairs at once, and only for the keys that both claims of a pair have: what else each of them is
    compared with does not matter here, and to find it took most of the time in which an article was stored.
    """
    if not pairs:
        return {}
    keys = keys_by_claim(connection, {claim for pair in pairs for claim in pair})
    common = {(a, b): _in_both(keys.get(a, []), keys.get(b, [])) for a, b in pairs}
    wanted = {key for own in common.values() for key in own}
    found = {key: known[key] for key in wanted & known.keys()} | cores(connection, wanted - known.keys(), cap)
    told = ClaimCache(connection).stories({claim for pair in pairs for claim in pair})
    first: dict[tuple[int, int], str] = {}
    proposed: dict[int, dict[int, str]] = {}
    for a, b in pairs:
        shared = _shared(a, b, common[a, b], found)
        by_key = _meeting(a, {b: shared}, told) if shared else {}
        if b not in by_key and a not in proposed:
            proposed[a] = _proposed(connection, a)
        key = by_key.get(b) or proposed[a].get(b)
        if key is not None:
            first[a, b] = key
    return first


def _in_both(one: list[str], other: list[str]) -> list[str]:
    """What stands in both lists, in the order of the first."""
    also = set(other)
    return [key for key in one if key in also]


def _shared(a: int, b: int, keys: Iterable[str], cores: Cores) -> Shared | None:
    """What two claims share by the keys that both have; None if that is not enough."""
    meeting = [key for key in keys if a in cores[key] and b in cores[key]]
    if sum(worth(key, cores[key]) for key in meeting) < ENOUGH:
        return None
    return Shared(meeting[0], any(not is_loose(key) for key in meeting))


def _weaker(before: Cores, after: Cores) -> dict[int, list[str]]:
    """The claims that may have lost a partner, with the keys by which they had it."""
    found: dict[int, list[str]] = defaultdict(list)
    for key, members in before.items():
        less = worth(key, after[key]) < worth(key, members)
        for claim in members if less else members - after[key]:
            found[claim].append(key)
    return found


def partners(
    connection: sqlite3.Connection, claim: int, cap: int = CAP, cache: ClaimCache | None = None
) -> dict[int, str]:
    """The claims that one claim is compared with, each with the first key they share, or else what proposes them."""
    keys = keys_by_claim(connection, (claim,))[claim]
    shared = _by_keys(claim, keys, cores(connection, keys, cap))
    told = (cache or ClaimCache(connection)).stories([claim, *shared])
    return _proposed(connection, claim) | _meeting(claim, shared, told)


def _by_keys(claim: int, keys: Iterable[str], cores: Cores) -> dict[int, Shared]:
    """What a claim shares with those with which it shares enough."""
    first: dict[int, str] = {}
    meant: set[int] = set()
    much: dict[int, int] = defaultdict(int)
    for key in keys:
        members = cores[key]
        if claim in members:
            worthy = worth(key, members)
            for other in members:
                much[other] += worthy
                first.setdefault(other, key)
            if not is_loose(key):
                meant |= members
    return {
        other: Shared(first[other], other in meant)
        for other, points in much.items()
        if points >= ENOUGH and other != claim
    }


def _meeting(claim: int, shared: Mapping[int, Shared], told: Mapping[int, frozenset[str]]) -> dict[int, str]:
    """Those of the claims that may speak of one thing, by the names in their documents, with the first key shared."""
    own = told[claim]
    return {
        other: what.key
        for other, what in shared.items()
        if what.meant or not own or not told[other] or not own.isdisjoint(told[other])
    }


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
    known: Cores | None = None,
) -> Iterator[Candidate]:
    """Every pair that has one of `claims` in it, once; `known` are cores that were read before and still hold."""
    wanted = set(claims)
    known = dict(known or {})
    for batch in batches(sorted(wanted), _TOGETHER):
        keys = keys_by_claim(connection, batch)
        if len(known) > _CORES:
            known.clear()
        known.update(cores(connection, {key for own in keys.values() for key in own} - known.keys(), cap))
        shared = {claim: _by_keys(claim, keys[claim], known) for claim in batch}
        told = cache.stories({*batch, *(other for others in shared.values() for other in others)})
        proposed: dict[int, dict[int, str]] = {}
        for claim in batch:
            found = _proposed(connection, claim) | _meeting(claim, shared[claim], told)
            later = (other for other in found if other > claim or other not in wanted)
            proposed[claim] = {other: found[other] for other in later}
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
