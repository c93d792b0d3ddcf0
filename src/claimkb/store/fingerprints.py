"""What finds edited copies: a few numbers of a text that a similar text is likely to share.

A text is the set of its runs of three words. MinHash (Broder 1997, by rensa)
draws 255 of them so that two texts draw the same one as often as their sets
overlap; three draws together make a value, so that unrelated texts share
none. With 85 values a text, a pair whose sets overlap by 0.4 is found 99.6
times in a hundred, by 0.3 ninety, by 0.01 less than once in ten thousand.
Whether a pair found is a copy is then decided on the texts themselves.

Only stretches that give claims count: a headline, a byline, an outlet's
footer say nothing about where a text comes from.
"""

import re
import sqlite3
from hashlib import blake2b

RUN = 3  # words: two reports of one event share names and phrases, not every third word
VALUES = 85
DRAWS = 3
SEED = 1

_WORDS = re.compile(r"\w+")


def runs_of(connection: sqlite3.Connection, document: int) -> frozenset[str]:
    """The runs of three words in the claim-giving stretches of a stored document."""
    rows = connection.execute(
        """SELECT substr(text, start + 1, "end" - start) FROM sentences
        JOIN documents ON documents.id = document WHERE document = ? AND role = 'claims' ORDER BY position""",
        (document,),
    )
    return runs(" ".join(words for (words,) in rows))


def runs(text: str) -> frozenset[str]:
    """The runs of three words of a text, without case and punctuation."""
    words = _WORDS.findall(text.casefold())
    return frozenset(" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1))


def write_fingerprints(connection: sqlite3.Connection, document: int) -> None:
    """Put the values of a document in the place of what was there."""
    connection.execute("DELETE FROM fingerprints WHERE document = ?", (document,))
    connection.executemany(
        "INSERT OR IGNORE INTO fingerprints (value, document) VALUES (?, ?)",
        [(value, document) for value in fingerprints(runs_of(connection, document))],
    )


def fingerprints(found: frozenset[str]) -> list[int]:
    """The values of a text by its runs of words; none for a text without any."""
    from rensa import RMinHash  # type: ignore[import-untyped]  # it ships no types

    if not found:
        return []
    minhash = RMinHash(num_perm=VALUES * DRAWS, seed=SEED)
    minhash.update(sorted(found))
    digest = minhash.digest()
    bands = (tuple(digest[start : start + DRAWS]) for start in range(0, VALUES * DRAWS, DRAWS))
    return [_value(place, band) for place, band in enumerate(bands)]


def _value(place: int, band: tuple[int, ...]) -> int:
    """One number of 63 bits, so that the same draws at another place are another value."""
    packed = b"".join(number.to_bytes(8, "big") for number in (place, *band))
    return int.from_bytes(blake2b(packed, digest_size=8).digest(), "big") >> 1
