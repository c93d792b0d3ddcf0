"""Pair-keys as they are stored: a number for each in the index, their words once a claim.

The index of keys is the part of a base that grows fastest and is met in the
most places, so it holds eight bytes a key instead of the words: the first 64
bits of their BLAKE2b. Two of n keys have one number with a chance of about
n²/2⁶⁵: a billion claims have some twelve billion keys, so that four pairs of
keys are expected to meet. Such a pair may propose a comparison too many, on
every machine the same one, and never a finding: the rules see the claims.

The words are kept with the claim, sorted, as deflated JSON: 125 bytes where
they have 425. They say which key proposed a pair, and what is loose.

A trigger takes a claim's keys out of the index when the claim goes, so every
connection that writes must know `key_numbers` (see `register`).
"""

import json
import sqlite3
import zlib
from collections.abc import Iterable
from hashlib import blake2b
from typing import Any

from claimkb.store.identity import RANK_BITS, rank

SHORT_RANK_BITS = 23  # what SQLite stores in three bytes
_RAW = -15  # deflated data without header and checksum: SQLite's pages and `claimkb check` look after it


def number(key: str) -> int:
    """The number of a key, the same on every machine: 64 bits, with a sign as SQLite has it."""
    return int.from_bytes(
        blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True
    )


def short_rank(claim_id: str) -> int:
    """The beginning of a claim's rank: what the index of keys is sorted by."""
    return rank(claim_id) >> (RANK_BITS - SHORT_RANK_BITS)


def packed(keys: Iterable[str]) -> bytes:
    """The keys of a claim as they are stored."""
    words = json.dumps(sorted(set(keys)), separators=(",", ":")).encode("ascii")
    compressor = zlib.compressobj(9, zlib.DEFLATED, _RAW)
    return compressor.compress(words) + compressor.flush()


def unpacked(stored: bytes) -> list[str]:
    """The keys of a claim, in their order."""
    found: list[str] = json.loads(zlib.decompress(stored, _RAW))
    return found


def entries(keys: Iterable[str], claim_id: str, claim: int) -> list[tuple[int, int, int]]:
    """What stands in the index for the keys of a claim."""
    place = short_rank(claim_id)
    return [(number(key), place, claim) for key in keys]


def register(connection: sqlite3.Connection) -> None:
    """Give a connection that writes the SQL functions that triggers and migrations use."""
    for name, function in (("key_number", number), ("packed_keys", _packed), ("key_numbers", _numbers)):
        connection.create_function(name, 1, function, deterministic=True)


def _packed(listed: str) -> bytes:
    return packed(json.loads(listed))


def _numbers(stored: Any) -> str:  # noqa: ANN401 - whatever a damaged file holds
    return json.dumps([number(key) for key in unpacked(stored)])
