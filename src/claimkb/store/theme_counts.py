"""Themes with their counts, and against sources.

A claim of a narrower theme counts for the broader one too, once. Claims are
wide rows and many, so nothing here reads them: which document a claim is of,
which themes it has and whether it is hidden all stand in indexes.
"""

# ruff: noqa: S608 - statements are composed of constants; every value is bound to a placeholder

import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence

from claimkb.records import ThemeMatrix, ThemeRecord
from claimkb.store.names import BROADER

# Every theme with itself and all that are narrower: a claim in a narrower theme is in the broader one too.
_TREE = f"""WITH RECURSIVE tree(top, id, slug) AS (
    SELECT id, id, slug FROM themes
    UNION SELECT top, themes.id, themes.slug FROM themes JOIN tree ON {BROADER} = tree.slug
)"""
# They are few, and an index lists them: a claim's row need not be read to know that it is shown.
HIDDEN = "SELECT id FROM claims WHERE hidden"


def themes(connection: sqlite3.Connection) -> tuple[ThemeRecord, ...]:
    """All themes with their counts; those under another theme follow it, all else by slug."""
    return _themes(connection, _tally(connection))


def theme_matrix(connection: sqlite3.Connection) -> ThemeMatrix:
    """Themes that have claims against sources."""
    tally = _tally(connection)
    shown = tuple(theme for theme in _themes(connection, tally) if theme.claims)
    sources = connection.execute("SELECT id, name FROM sources ORDER BY name").fetchall()
    counts = tuple(tuple(tally[theme.slug].get(key, 0) for key, _ in sources) for theme in shown)
    return ThemeMatrix(shown, tuple(name for _, name in sources), counts)


def choices(connection: sqlite3.Connection, limit: int) -> tuple[tuple[ThemeRecord, ...], tuple[str, ...]]:
    """What a form offers: the themes that claims have, without counts, and the names of some sources."""
    used = connection.execute(
        f"""{_TREE} SELECT DISTINCT themes.slug FROM themes JOIN tree ON tree.top = themes.id
        WHERE EXISTS (SELECT 1 FROM claim_themes WHERE theme = tree.id AND claim NOT IN ({HIDDEN}))"""
    )
    slugs = {slug for (slug,) in used}
    sources = connection.execute("SELECT name FROM sources ORDER BY name LIMIT ?", (limit,))
    offered = tuple(theme for theme in _themes(connection, {}) if theme.slug in slugs)
    return offered, tuple(name for (name,) in sources)


def _tally(connection: sqlite3.Connection) -> dict[str, dict[int, int]]:
    """How many claims each theme has, by source: of all documents and claims only indexes are read."""
    rows = connection.execute(
        f"""{_TREE} SELECT themes.slug, documents.source, count(DISTINCT claims.id)
        FROM documents CROSS JOIN claims ON claims.document = documents.id
        CROSS JOIN claim_themes ON claim_themes.claim = claims.id
        JOIN tree ON tree.id = claim_themes.theme JOIN themes ON themes.id = tree.top
        WHERE claims.id NOT IN ({HIDDEN}) GROUP BY themes.id, documents.source"""
    )
    counts: dict[str, dict[int, int]] = defaultdict(dict)
    for slug, source, count in rows:
        counts[slug][source] = count
    return counts


def _themes(
    connection: sqlite3.Connection, tally: Mapping[str, Mapping[int, int]]
) -> tuple[ThemeRecord, ...]:
    rows = connection.execute(
        f"""SELECT slug, coalesce((SELECT value FROM decisions WHERE kind = 'theme-label' AND key = slug), label)
            AS label, {BROADER} AS broader, iptc FROM themes
        WHERE slug NOT IN (SELECT key FROM decisions WHERE kind = 'theme') ORDER BY slug"""
    )
    found = []
    for slug, label, broader, iptc in rows:
        counts = tally.get(slug, {})
        found.append(ThemeRecord(slug, label, broader, iptc, sum(counts.values()), len(counts)))
    return _in_tree_order(found)


def _in_tree_order(found: Sequence[ThemeRecord]) -> tuple[ThemeRecord, ...]:
    children: dict[str | None, list[ThemeRecord]] = defaultdict(list)
    slugs = {theme.slug for theme in found}
    for theme in found:
        children[theme.broader if theme.broader in slugs else None].append(theme)
    ordered: dict[str, ThemeRecord] = {}
    todo = children[None][::-1]
    while todo:
        theme = todo.pop()
        if theme.slug not in ordered:
            ordered[theme.slug] = theme
            todo += children[theme.slug][::-1]
    # Themes that are broader than each other in a circle hang under nothing.
    return tuple((ordered | {theme.slug: theme for theme in found if theme.slug not in ordered}).values())
