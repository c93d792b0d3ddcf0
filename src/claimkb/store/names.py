"""What people call things: themes, sources, entities, holders and ids, looked up.

Case never matters. A theme is found by slug or label and brings its narrower
themes along; a source by name or id; an entity by its name or any spelling it
was found under; a holder by the words of the text, in part too ("officials"
finds "Norwegian officials"). What is not found is answered with what is near.
"""

# ruff: noqa: S608 - statements are composed of constants; every value is bound to a placeholder

import re
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from claimkb.errors import NotFoundError, UsageError
from claimkb.store.identity import normalised

MIN_PREFIX = 4  # an id may be cut to this; shorter words are rather names
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
    found = _lookup("theme", wanted, known, shown, "claimkb themes")
    return sorted({row[0] for key in found for row in connection.execute(_NARROWER, (key,))})


def theme_slugs(connection: sqlite3.Connection, wanted: Iterable[str]) -> list[str]:
    """The slugs of the themes named."""
    known, shown = _themes(connection)
    keys = _lookup("theme", wanted, known, shown, "claimkb themes")
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


def source_keys(connection: sqlite3.Connection, wanted: Iterable[str]) -> list[int]:
    """The row keys of the sources named, by name, id, or what only one id begins with."""
    wanted = list(wanted)
    found = [_source(connection, name.strip()) for name in wanted]
    if all(found):
        return [key for keys in found for key in keys]
    rows = connection.execute("SELECT id, name FROM sources ORDER BY name").fetchall()
    known: dict[str, list[int]] = {}
    for row in rows:
        known.setdefault(row["name"].casefold(), []).append(row["id"])
    known |= {name.strip().casefold(): keys for name, keys in zip(wanted, found, strict=True) if keys}
    return _lookup("source", wanted, known, [row["name"] for row in rows], "claimkb sources")


def _source(connection: sqlite3.Connection, name: str) -> list[int]:
    """The row keys of a source as far as indexes find it: by its id, its name, the beginning of its id."""
    uid = name.casefold()
    by_uid = connection.execute("SELECT id FROM sources WHERE uid = ?", (uid,)).fetchall()
    by_name = _named_alike(
        connection, "SELECT id FROM sources WHERE name = ? COLLATE NOCASE ORDER BY name", name
    )
    if by_uid or by_name or len(uid) < MIN_PREFIX:
        return [row[0] for row in by_uid] or by_name
    begun = connection.execute(
        "SELECT id FROM sources WHERE uid >= ? AND uid < ? LIMIT 2", (uid, uid + "\U0010ffff")
    ).fetchall()
    return [row[0] for row in begun] if len(begun) == 1 else []


def _named_alike(connection: sqlite3.Connection, sql: str, name: str) -> list[int]:
    """The row keys that a statement finds for a name in any of its usual spellings, each once.

    SQLite's indexes fold the case of ASCII letters alone, so other letters are tried small and large. Names
    that are alike in a rarer way (ß and ss) are found only if nothing is found here.
    """
    spellings = {name, name.casefold(), name.lower(), name.upper(), name.title(), name.capitalize()}
    tried = [name] if name.isascii() else sorted(spellings)
    return list(dict.fromkeys(row[0] for each in tried for row in connection.execute(sql, (each,))))


def source_names(connection: sqlite3.Connection, wanted: Iterable[str]) -> list[str]:
    """The names of the sources named."""
    keys = source_keys(connection, wanted)
    return [connection.execute("SELECT name FROM sources WHERE id = ?", (key,)).fetchone()[0] for key in keys]


def entity_names(connection: sqlite3.Connection, wanted: Iterable[str]) -> list[str]:
    """The names of the entities named."""
    keys = entity_keys(connection, wanted)
    names = (
        connection.execute("SELECT name FROM entities WHERE id = ?", (key,)).fetchone()[0] for key in keys
    )
    return list(dict.fromkeys(names))


def named_claims(connection: sqlite3.Connection, wanted: Iterable[str]) -> list[NamedClaim]:
    """The claims with these ids, or whose ids begin so."""
    keys = [by_id(connection, "claims", "claim", claim_id) for claim_id in wanted]
    sql = "SELECT uid, content, label FROM claims WHERE id = ?"
    return [NamedClaim(*connection.execute(sql, (key,)).fetchone()) for key in dict.fromkeys(keys)]


_ENTITIES_NAMED = """SELECT id, name FROM entities WHERE name = ?1 COLLATE NOCASE
        AND EXISTS (SELECT 1 FROM claim_entities WHERE entity = entities.id)
    UNION SELECT entity, name FROM entities JOIN claim_entities ON found = entities.id
        WHERE name = ?1 COLLATE NOCASE ORDER BY name"""
_ENTITIES_SPELLED = """SELECT DISTINCT entity FROM claim_entities WHERE text = ? COLLATE NOCASE
    ORDER BY text, entity"""


def entity_keys(connection: sqlite3.Connection, wanted: Iterable[str]) -> list[int]:
    """The row keys of the entities named, by their names or else by a spelling they were found under."""
    wanted = list(wanted)
    found = [
        _named_alike(connection, _ENTITIES_NAMED, name.strip())
        or _named_alike(connection, _ENTITIES_SPELLED, name.strip())
        for name in wanted
    ]
    if all(found):
        return [key for keys in found for key in keys]
    return _entities_among_all(connection, wanted)


def _entities_among_all(connection: sqlite3.Connection, wanted: list[str]) -> list[int]:
    """The same by reading all names: for names that no index finds, and for what is near to them."""
    rows = connection.execute(
        """SELECT id, name FROM entities WHERE EXISTS (SELECT 1 FROM claim_entities WHERE entity = entities.id)
        UNION SELECT entity, name FROM claim_entities JOIN entities ON entities.id = found
        WHERE found IS NOT NULL ORDER BY name"""
    ).fetchall()
    known: dict[str, list[int]] = {}
    for row in rows:
        known.setdefault(row["name"].casefold(), []).append(row["id"])
    if any(name.casefold() not in known for name in wanted):
        spelled: dict[str, list[int]] = {}
        for text, key in connection.execute(
            "SELECT DISTINCT text, entity FROM claim_entities ORDER BY text, entity"
        ):
            spelled.setdefault(text.casefold(), []).append(key)
        known = spelled | known
    return _lookup("entity", wanted, known, [row["name"] for row in rows], "claimkb entities")


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
            raise _not_found(
                "holder", name, sorted({text for _, text in rows}), "claimkb claims --format json"
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
            raise _not_found("extractor", name, [RULES, *models], "claimkb compare-extractors")
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


def means(name: str, text: str) -> bool:
    """Whether all the words of a name stand together in the text."""
    return f" {normalised(name)} " in f" {normalised(text)} "


def _lookup(
    what: str, wanted: Iterable[str], known: Mapping[str, list[int]], shown: Sequence[str], listing: str
) -> list[int]:
    found: list[int] = []
    for name in wanted:
        keys = known.get(name.strip().casefold())
        if keys is None:
            raise _not_found(what, name, shown, listing)
        found += keys
    return found


def _not_found(what: str, name: str, known: Sequence[str], listing: str) -> NotFoundError:
    folded = {text.casefold(): text for text in known}
    inside = [text for text in known if normalised(name) and means(name, text)]
    near = [folded[match] for match in get_close_matches(name.casefold(), list(folded), n=3, cutoff=0.6)]
    suggestions = list(dict.fromkeys([*near, *inside]))[:3]
    hint = f" Did you mean {' or '.join(repr(text) for text in suggestions)}?" if suggestions else ""
    return NotFoundError(f"There is no {what} '{name}'.{hint}", f"List them with `{listing}`.")
