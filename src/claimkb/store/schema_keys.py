"""Version 10 of the schema: pair-keys as numbers, with their words once a claim (see `key_numbers`).

`pair_keys` was a table of words with an index by claim, 43 % of a base. No
foreign key here: it would need that index. A trigger takes its place.
"""

# ruff: noqa: S608 - statements are composed of constants

from claimkb.store.identity import RANK_BITS
from claimkb.store.key_numbers import SHORT_RANK_BITS

# `rank` orders the claims of a key by their uid, so that a cap takes the same ones everywhere; where it ties, the
# uid itself decides (`cores`).
PAIR_KEYS = """CREATE TABLE pair_keys (
        key INTEGER NOT NULL,
        rank INTEGER NOT NULL,
        claim INTEGER NOT NULL,
        PRIMARY KEY (key, rank, claim)
    ) WITHOUT ROWID"""
CLAIM_KEYS = """CREATE TABLE claim_keys (
        claim INTEGER PRIMARY KEY REFERENCES claims(id) ON DELETE CASCADE,
        rank INTEGER NOT NULL,
        keys BLOB NOT NULL
    )"""

NUMBERED_KEYS = (
    "ALTER TABLE pair_keys RENAME TO pair_keys_in_words",
    PAIR_KEYS,
    CLAIM_KEYS,
    f"""INSERT INTO claim_keys
        SELECT claim, rank >> {RANK_BITS - SHORT_RANK_BITS}, packed_keys(json_group_array(key))
        FROM pair_keys_in_words GROUP BY claim""",
    f"""INSERT OR IGNORE INTO pair_keys
        SELECT key_number(key), rank >> {RANK_BITS - SHORT_RANK_BITS}, claim FROM pair_keys_in_words
        ORDER BY 1, 2, 3""",
    "DROP TABLE pair_keys_in_words",
    """CREATE TRIGGER claim_keys_delete AFTER DELETE ON claim_keys BEGIN
        DELETE FROM pair_keys WHERE rank = old.rank AND claim = old.claim
            AND key IN (SELECT value FROM json_each(key_numbers(old.keys)));
    END""",
)
