"""What people call themes, holders, extractors and ids, looked up; sources and entities are in `spellings`.

Case never matters. A theme is found by slug or label and brings its narrower
themes along; a holder by the words of the text, in part too ("officials"
finds "Norwegian officials"). What is not found is answered with what is near.
"""

# ruff: noqa: S608 - statements are composed of constants; every value is bound to a placeholder

import re
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from claimkb.errors import NotFoundError, UsageError
from claimkb.store.lookup import lookup, means, not_found

RULES = "rules"  # what the extractor of a claim is called that no model wrote
AUTHOR = "author"  # the name under which claims without another holder are found

# What a theme is under: its broader one, or what that was merged into.
BROADER = (
    "coalesce((SELECT value FROM decisions WHERE kind = 'theme' AND key = themes.broader), themes.broader)"
)
_NARROWER = f"""WITH RECURSIVE narrower(id, slug) AS (
    SELECT id, slug FROM themes WHERE id = ?
    UNION SELECT themes.id, themes.slug FROM themes JOIN narrower ON {BROADER} = narrower.slug
) SELECT id FROM narrower"""
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class NamedClaim:
    """A claim as decisions know it."""

    uid: str
    content: str
    label: str


def theme_keys(connection: sqlite3.Connection, wanted: Iterable[str]) -> list[int]:
    """The row keys of the themes named, and of all that are narrower."""
    known, shown = _themes(connection)
    found = lookup("theme", wanted, known, shown, "List them with `claimkb themes`.")
    return sorted({row[0] for key in found for row in connection.execute(_NARROWER, (key,))})


def theme_slugs(connection: sqlite3.Connection, wanted: Iterable[str]) -> list[str]:
    """The slugs of the themes named."""
    known, shown = _themes(connection)
    keys = lookup("theme", wanted, known, shown, "List them with `claimkb themes`.")
    return [connection.execute("SELECT slug FROM themes WHERE id = ?", (key,)).fetchone()[0] for key in keys]


def new_slug(connection: sqlite3.Connection, name: str) -> str:
    """The slug of the theme named, which need not exist yet; raises `UsageError` if it cannot be one."""
    # The slug of a merged theme means that theme here: it comes back, as what others are merged into.
    if connection.execute("SELECT 1 FROM themes WHERE slug = ?", (name.strip(),)).fetchone():
        return name.strip()
    try:
        return theme_slugs(connection, [name])[0]
    except NotFoundError:
        slug = name.strip()
        if not _SLUG.fullmatch(slug):
            raise UsageError(
                f"{name!r} is no theme, and cannot be a new one.", "Write it in lower case: foreign-aid."
            ) from None
        return slug


def _themes(connection: sqlite3.Connection) -> tuple[dict[str, list[int]], list[str]]:
    """The row keys of the themes by slug and label, merged ones as what they were merged into; and the slugs."""
    rows = connection.execute(
        """SELECT themes.id, slug, label, (SELECT value FROM decisions WHERE kind = 'theme-label' AND key = slug)
            AS own, (SELECT value FROM decisions WHERE kind = 'theme' AND key = slug) AS merged
        FROM themes ORDER BY slug"""
    ).fetchall()
    keys = {row["slug"]: [row["id"]] for row in rows}
    known: dict[str, list[int]] = {}
    for name in ("label", "own", "slug"):
        known |= {row[name].casefold(): keys[row["merged"] or row["slug"]] for row in rows if row[name]}
    return known, [row["slug"] for row in rows if not row["merged"]]


def named_claims(connection: sqlite3.Connection, wanted: Iterable[str]) -> list[NamedClaim]:
    """The claims with these ids, or whose ids begin so."""
    keys = [by_id(connection, "claims", "claim", claim_id) for claim_id in wanted]
    sql = "SELECT uid, content, label FROM claims WHERE id = ?"
    return [NamedClaim(*connection.execute(sql, (key,)).fetchone()) for key in dict.fromkeys(keys)]


def holder_keys(connection: sqlite3.Connection, wanted: Iterable[str]) -> tuple[list[str], bool]:
    """The keys of the holders named, and whether the author was."""
    rows = connection.execute(
        """SELECT DISTINCT holder_key, holder FROM claims WHERE holder_key IS NOT NULL
        ORDER BY holder_key, holder"""
    ).fetchall()
    author = False
    found: list[str] = []
    for name in wanted:
        keys = sorted({key for key, text in rows if means(name, text) or means(name, key)})
        if not keys and name.casefold() == AUTHOR:
            author = True
        elif not keys:
            raise not_found(
                "holder",
                name,
                sorted({text for _, text in rows}),
                "List them with `claimkb claims --format json`.",
            )
        found += keys
    return found, author


def extractors(connection: sqlite3.Connection, wanted: Iterable[str]) -> list[str]:
    """The stored names of the extractors named: `rules`, a model, or `llm` for every model."""
    rows = connection.execute(
        "SELECT DISTINCT extractor FROM claims WHERE extractor != '' ORDER BY extractor"
    )
    models = [row[0] for row in rows]
    found: list[str] = []
    for name in wanted:
        folded = name.casefold()
        if folded == RULES:
            found.append("")
            continue
        meant = [
            m for m in models if folded in (m.casefold(), m.casefold().split(":", 1)[1], m.split(":")[0])
        ]
        if not meant:
            raise not_found(
                "extractor", name, [RULES, *models], "List them with `claimkb compare-extractors`."
            )
        found += meant
    return found


def by_id(connection: sqlite3.Connection, table: str, what: str, prefix: str) -> int:
    """The row key of the claim or relation with this id, or of the only one whose id starts so."""
    text = prefix.strip().casefold()
    rows = connection.execute(
        f"SELECT id, uid FROM {table} WHERE uid >= ? AND uid < ? ORDER BY uid LIMIT 6",
        (text, text + "\U0010ffff"),
    ).fetchall()
    exact = [row for row in rows if row["uid"] == text]
    listing = "claimkb claims" if table == "claims" else "claimkb contradictions"
    if not text or not rows:
        raise NotFoundError(f"There is no {what} with the id '{prefix}'.", f"List them with `{listing}`.")
    if len(rows) > 1 and not exact:
        some = ", ".join(row["uid"] for row in rows[:5])
        more = " …" if len(rows) > 5 else ""
        raise NotFoundError(
            f"Several ids of a {what} start with '{prefix}': {some}{more}.", "Give more of the id."
        )
    return int((exact or rows)[0]["id"])
