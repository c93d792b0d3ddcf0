"""Claims as dataclasses again, many at a time.

Comparison and verification see `Claim` and `ComparedClaim`, never rows, and
merged entities under the name they were merged into. They are loaded in batches, five statements a batch, and kept for
a while: one document after the other is compared with much the same claims.
"""

# ruff: noqa: S608 - statements are composed of constants; every value is bound to a placeholder

import json
import sqlite3
from collections import OrderedDict, defaultdict
from collections.abc import Iterable, Sequence
from typing import TypeVar

from claimkb.model import Claim, ComparedClaim, EntityMention, Theme, ThemeTag
from claimkb.store.merging import Merges, as_merged, merges_of
from claimkb.store.rows import CLAIM_COLUMNS, claim_from_row, date_from_row, quantity_from_row
from claimkb.store.stories import Stories
from claimkb.store.stories import stories as stories_of

BATCH = 500
CACHE_SIZE = 8192  # about 40 MB of claims

# The names in a document are those of all its claims. They were read again for each claim that is met: the larger
# the base, the fewer of these share a document, and the more of the time in which pairs are proposed went there.
STORIES_KEPT = 16_384  # some 30 MB

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
        story = stories_of(self._connection, (document,))[document]
        for claim in claims:
            self._held[keys[claim.id]] = ComparedClaim(
                claim, row["name"], row["origin"], row["published"], inferred, story
            )
        self._trim()

    def get(self, keys: Iterable[int]) -> dict[int, ComparedClaim]:
        """The claims of these row keys."""
        wanted = list(keys)
        missing = [key for key in wanted if key not in self._held]
        self._forget_stories()
        found = load_compared(self._connection, missing, self._stories)
        found.update((key, self._held[key]) for key in wanted if key in self._held)
        for key in wanted:
            self._held[key] = found[key]
            self._held.move_to_end(key)
        self._trim()
        return found

    def stories(self, keys: Iterable[int]) -> dict[int, frozenset[str]]:
        """The names in the documents of these claims, by claim."""
        self._forget_stories()
        rows = self._connection.execute(_DOCUMENTS, (json.dumps(sorted(keys)),)).fetchall()
        self._stories.update(stories_of(self._connection, {row[1] for row in rows} - self._stories.keys()))
        return {claim: self._stories[document] for claim, document in rows}

    def _forget_stories(self) -> None:
        if len(self._stories) > STORIES_KEPT:
            self._stories.clear()

    def _trim(self) -> None:
        while len(self._held) > CACHE_SIZE:
            self._held.popitem(last=False)


def _load_batch(
    connection: sqlite3.Connection, keys: Sequence[int], merges: Merges, stories: Stories
) -> dict[int, ComparedClaim]:
    wanted = (json.dumps(list(keys)),)
    quantities, dates, entities, themes = (_grouped(connection, sql, wanted) for sql in _HANGING)
    rows = connection.execute(_CLAIMS, wanted).fetchall()
    stories.update(stories_of(connection, {row["document"] for row in rows} - stories.keys()))
    loaded = {}
    for row in rows:
        key, document, source, origin, published, inferred, *values = row
        claim = claim_from_row(
            values,
            map(quantity_from_row, quantities[key]),
            map(date_from_row, dates[key]),
            map(_mention, entities[key]),
            map(_tag, themes[key]),
        )
        loaded[key] = ComparedClaim(
            as_merged(claim, merges),
            source,
            origin,
            published,
            "published" in json.loads(inferred),
            stories[document],
        )
    return loaded


def _grouped(connection: sqlite3.Connection, sql: str, wanted: tuple[str]) -> dict[int, list[sqlite3.Row]]:
    groups: dict[int, list[sqlite3.Row]] = defaultdict(list)
    for row in connection.execute(f"{sql} ORDER BY claim, position", wanted):
        groups[row[0]].append(row)
    return groups


def _mention(row: sqlite3.Row) -> EntityMention:
    return EntityMention(*row[2:])


def _tag(row: sqlite3.Row) -> ThemeTag:
    _, _, slug, terms = row
    return ThemeTag(slug, tuple(json.loads(terms)))


_OF_WANTED = "WHERE claim IN (SELECT value FROM json_each(?))"
_HANGING = (
    f"""SELECT claim, position, low, high, unit, comparator, approximate, "of", text, start, "end"
        FROM quantities {_OF_WANTED}""",
    f"""SELECT claim, position, start, "end", precision, deictic, text, char_start, char_end
        FROM dates {_OF_WANTED}""",
    f"""SELECT claim, position, name, kind, text, start, "end"
        FROM claim_entities JOIN entities ON entities.id = coalesce(found, entity) {_OF_WANTED}""",
    f"""SELECT claim, position, slug, claim_themes.terms
        FROM claim_themes JOIN themes ON themes.id = theme {_OF_WANTED}""",
)
_CLAIMS = f"""SELECT claims.id, document, sources.name, origin, published, inferred,
        {", ".join(f'claims."{name}"' for name in CLAIM_COLUMNS)}
    FROM claims JOIN documents ON documents.id = document JOIN sources ON sources.id = documents.source
    WHERE claims.id IN (SELECT value FROM json_each(?))"""
_DOCUMENTS = "SELECT id, document FROM claims WHERE id IN (SELECT value FROM json_each(?))"
