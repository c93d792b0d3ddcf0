"""Claims as dataclasses again, many at a time.

Comparison and verification see `Claim` and `ComparedClaim`, never rows, and
merged entities under the name they were merged into. They are loaded in batches, five statements a batch, and kept for
a while: one document after the other is compared with much the same claims.
"""

import json
import sqlite3
from collections import OrderedDict, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from claimkb.model import Claim, ComparedClaim, EntityMention, Theme, ThemeTag
from claimkb.store.merging import Merges, as_merged, merges_of
from claimkb.store.rows import claim_from_rows, date_from_row, quantity_from_row

BATCH = 500
CACHE_SIZE = 8192  # about 40 MB of claims

# The names in a document are those of all its claims. They were read again for each claim that is met: the larger
# the base, the fewer of these share a document, and the more of the time in which pairs are proposed went there.
STORIES_KEPT = 16_384  # some 30 MB

Stories = dict[int, frozenset[str]]

_T = TypeVar("_T")


def batches(items: Sequence[_T], size: int = BATCH) -> Iterable[Sequence[_T]]:
    """The items in runs of at most `size`."""
    return (items[start : start + size] for start in range(0, len(items), size))


def load_claims(connection: sqlite3.Connection, keys: Sequence[int]) -> dict[int, Claim]:
    """The claims of these row keys, as they were when they were stored."""
    return {key: compared.claim for key, compared in _load(connection, keys, {}).items()}


def load_compared(
    connection: sqlite3.Connection, keys: Sequence[int], stories: Stories | None = None
) -> dict[int, ComparedClaim]:
    """The claims of these row keys as comparison sees them, with the provenance it needs.

    `stories` holds the names in documents that were read before, and is added to.
    """
    return _load(connection, keys, merges_of(connection), stories)


def _load(
    connection: sqlite3.Connection, keys: Sequence[int], merges: Merges, stories: Stories | None = None
) -> dict[int, ComparedClaim]:
    loaded: dict[int, ComparedClaim] = {}
    stories = {} if stories is None else stories
    for batch in batches(keys):
        loaded.update(_load_batch(connection, batch, merges, stories))
    return loaded


def load_themes(connection: sqlite3.Connection) -> tuple[Theme, ...]:
    """The themes of the base that have terms, in the order in which they came."""
    rows = connection.execute(
        "SELECT slug, label, terms, broader, iptc FROM themes WHERE terms != '[]' ORDER BY id"
    )
    return tuple(
        Theme(slug, label, tuple(json.loads(terms)), broader, iptc)
        for slug, label, terms, broader, iptc in rows
    )


class ClaimCache:
    """The claims most recently compared, in a bounded memory."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._held: OrderedDict[int, ComparedClaim] = OrderedDict()
        self._stories: Stories = {}

    def clear(self) -> None:
        """Forget everything: rows were changed or removed, and their keys may be given to others."""
        self._held.clear()
        self._stories.clear()

    def keep(self, document: int, claims: Iterable[Claim]) -> None:
        """Hold the claims that were just written to a document as they are, instead of reading them again."""
        rows = self._connection.execute("SELECT uid, id FROM claims WHERE document = ?", (document,))
        keys: dict[str, int] = dict(rows.fetchall())
        row = self._connection.execute(
            """SELECT name, origin, published, inferred FROM documents JOIN sources ON sources.id = source
            WHERE documents.id = ?""",
            (document,),
        ).fetchone()
        inferred = "published" in json.loads(row["inferred"])
        story = _story(self._connection, document)
        for claim in claims:
            self._held[keys[claim.id]] = ComparedClaim(
                claim, row["name"], row["origin"], row["published"], inferred, story
            )
        self._trim()

    def get(self, keys: Iterable[int]) -> dict[int, ComparedClaim]:
        """The claims of these row keys."""
        wanted = list(keys)
        missing = [key for key in wanted if key not in self._held]
        if len(self._stories) > STORIES_KEPT:
            self._stories.clear()
        found = load_compared(self._connection, missing, self._stories)
        found.update((key, self._held[key]) for key in wanted if key in self._held)
        for key in wanted:
            self._held[key] = found[key]
            self._held.move_to_end(key)
        self._trim()
        return found

    def _trim(self) -> None:
        while len(self._held) > CACHE_SIZE:
            self._held.popitem(last=False)


def _load_batch(
    connection: sqlite3.Connection, keys: Sequence[int], merges: Merges, stories: Stories
) -> dict[int, ComparedClaim]:
    quantities = _grouped(
        connection, "SELECT * FROM quantities WHERE claim IN (SELECT value FROM json_each(?))", keys
    )
    dates = _grouped(connection, "SELECT * FROM dates WHERE claim IN (SELECT value FROM json_each(?))", keys)
    entities = _grouped(
        connection,
        """SELECT claim, position, name, kind, text, start, "end"
        FROM claim_entities JOIN entities ON entities.id = coalesce(found, entity)
        WHERE claim IN (SELECT value FROM json_each(?))""",
        keys,
    )
    themes = _grouped(
        connection,
        """SELECT claim, position, slug, claim_themes.terms
        FROM claim_themes JOIN themes ON themes.id = theme
        WHERE claim IN (SELECT value FROM json_each(?))""",
        keys,
    )
    rows = connection.execute(
        """SELECT claims.*, sources.name AS source, origin, published, inferred
        FROM claims JOIN documents ON documents.id = document JOIN sources ON sources.id = documents.source
        WHERE claims.id IN (SELECT value FROM json_each(?))""",
        (json.dumps(list(keys)),),
    )
    loaded = {}
    for row in rows.fetchall():
        key = row["id"]
        if row["document"] not in stories:
            stories[row["document"]] = _story(connection, row["document"])
        claim = claim_from_rows(
            row,
            map(quantity_from_row, quantities[key]),
            map(date_from_row, dates[key]),
            map(_mention, entities[key]),
            map(_tag, themes[key]),
        )
        inferred = "published" in json.loads(row["inferred"])
        loaded[key] = ComparedClaim(
            as_merged(claim, merges),
            row["source"],
            row["origin"],
            row["published"],
            inferred,
            stories[row["document"]],
        )
    return loaded


def _story(connection: sqlite3.Connection, document: int) -> frozenset[str]:
    """The names in a document, as they were found: a merge changes what a claim says, not which story it tells."""
    names = connection.execute(
        """SELECT DISTINCT name FROM claims JOIN claim_entities ON claim = claims.id
        JOIN entities ON entities.id = coalesce(found, entity) WHERE document = ?""",
        (document,),
    )
    return frozenset(name for (name,) in names)


def _grouped(connection: sqlite3.Connection, sql: str, keys: Sequence[int]) -> dict[int, list[Any]]:
    groups: dict[int, list[Any]] = defaultdict(list)
    for row in connection.execute(f"{sql} ORDER BY claim, position", (json.dumps(list(keys)),)):
        groups[row["claim"]].append(row)
    return groups


def _mention(row: sqlite3.Row) -> EntityMention:
    return EntityMention(row["name"], row["kind"], row["text"], row["start"], row["end"])


def _tag(row: sqlite3.Row) -> ThemeTag:
    return ThemeTag(row["slug"], tuple(json.loads(row["terms"])))
