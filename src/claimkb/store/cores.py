"""The core of a pair-key: the claims of it that are compared with each other, and what it says that two share it.

The index of keys holds the beginnings of ranks (`key_numbers`): of each key
the first `CAP` claims in their order are its core, the same whatever came
first.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping

from claimkb.model import is_loose
from claimkb.store.identity import rank
from claimkb.store.key_numbers import number, unpacked

# Measured on 354 public articles (6,507 claims, 990 findings): none has only keys that more than 32 claims have.
CAP = 32
# Pairs that shared one loose key and nothing else were there 73 % of all pairs and gave 2 % of the findings, nearly
# all by keys that at most eight claims have. Two loose keys that both fill their core gave none in 1,512 pairs.
FEW = 8
ENOUGH, PARTLY, LITTLE = 3, 2, 1

Cores = Mapping[str, frozenset[int]]

# One statement for all keys: the work is in asking, of which a document would do some thousand times.
_CORES_OF = """SELECT value, (SELECT json_group_array(claim) FROM (SELECT claim FROM pair_keys
    WHERE key = wanted.value ORDER BY rank, claim LIMIT ?2)) FROM json_each(?1) AS wanted"""
_RANKS_AT = "SELECT rank FROM pair_keys WHERE key = ? ORDER BY rank, claim LIMIT 2 OFFSET ?"
_BEFORE = "SELECT claim FROM pair_keys WHERE key = ? AND rank < ?"
_TIED = "SELECT id, uid FROM pair_keys CROSS JOIN claims ON id = claim WHERE pair_keys.key = ? AND rank = ?"
_KEYS_OF = "SELECT claim, keys FROM json_each(?) AS wanted CROSS JOIN claim_keys ON claim = wanted.value"


def keys_of_claims(connection: sqlite3.Connection, claims: Iterable[int]) -> set[str]:
    """The pair-keys of these claims."""
    return {key for keys in keys_by_claim(connection, claims).values() for key in keys}


def keys_by_claim(connection: sqlite3.Connection, claims: Iterable[int]) -> dict[int, list[str]]:
    """The pair-keys of each claim, in their order."""
    rows = connection.execute(_KEYS_OF, (json.dumps(list(claims)),))
    return defaultdict(list, {claim: unpacked(keys) for claim, keys in rows})


def cores(connection: sqlite3.Connection, keys: Iterable[str], cap: int = CAP) -> dict[str, frozenset[int]]:
    """The core of each key: its claims that are compared with each other."""
    numbers = {key: number(key) for key in keys}
    rows = connection.execute(_CORES_OF, (json.dumps(sorted(numbers.values())), cap + 1)).fetchall()
    found = {value: _core(connection, value, json.loads(members), cap) for value, members in rows}
    return {key: found[value] for key, value in numbers.items()}


def _core(connection: sqlite3.Connection, value: int, members: list[int], cap: int) -> frozenset[int]:
    """The core of a key with this number, given its first claims, one more than are wanted.

    The ranks that the index holds are cut short: where two are the same at the end of the core, the whole ones decide.
    """
    if len(members) <= cap:
        return frozenset(members)
    (last,), (beyond,) = connection.execute(_RANKS_AT, (value, cap - 1)).fetchall()
    if last < beyond:
        return frozenset(members[:cap])
    before = {claim for (claim,) in connection.execute(_BEFORE, (value, last))}
    tied = sorted((rank(uid), claim) for claim, uid in connection.execute(_TIED, (value, last)))
    return frozenset(before.union(claim for _, claim in tied[: cap - len(before)]))


def grown(
    connection: sqlite3.Connection, before: Cores, added: Mapping[int, list[str]]
) -> dict[str, frozenset[int]]:
    """The cores after claims with these keys were added, and none has lost any: most can be told without asking.

    Claims that had their keys all along may be among those added.
    """
    more: dict[str, set[int]] = defaultdict(set)
    for claim, keys in added.items():
        for key in keys:
            more[key].add(claim)
    after = {key: members | more.get(key, set()) for key, members in before.items()}
    unsure = [key for key, members in before.items() if len(members) == CAP or len(after[key]) > CAP]
    return after | cores(connection, [key for key in unsure if key in more])


def worth(key: str, members: frozenset[int]) -> int:
    """How much it says that two claims share a key with this core: a loose one that few have, or any other, is enough.

    Two loose keys of many claims are enough together, unless neither core holds all claims of its key; three always.
    """
    if len(members) <= FEW or not is_loose(key):
        return ENOUGH
    return PARTLY if len(members) < CAP else LITTLE


def promoted(before: Cores, after: Cores) -> set[int]:
    """Claims that may have a new partner by a key that they had all along."""
    found: set[int] = set()
    for key, members in after.items():
        more = worth(key, members) > worth(key, before[key])
        found |= members if more else members - before[key]
    return found
