"""What decisions make of the rows: hidden claims, other tags, joined entities.

A text that is read again gives the same claims, tags and entities as before;
then the decisions are applied to them anew. What was found stays beside what a
person made of it (`themes_found`, `claim_entities.found`), so that taking a
decision back needs no reading. Hidden claims and other tags change what is
shown, never which findings hold; merged entities are compared as one, so
`settle` says which claims are to be compared anew (see `merging`).
"""

# ruff: noqa: S608 - statements are composed of constants; every value is bound to a placeholder

import json
import sqlite3
from collections.abc import Iterable, Sequence

from claimkb.store import findings
from claimkb.store.decisions import Change, Kind, of_claim, values_of
from claimkb.store.merging import claims_with_name
from claimkb.store.rows import to_json

Tags = dict[str, list[str]]  # slug → the terms that earned it, none for a person's own tag

_OF_CLAIM = (Kind.HIDDEN, Kind.TAGS)


def apply_to_documents(connection: sqlite3.Connection, documents: Iterable[int]) -> None:
    """Apply all decisions to the claims of documents that were just written or tagged."""
    kinds = {
        row[0]
        for row in connection.execute(
            "SELECT DISTINCT kind FROM decisions WHERE kind IN ('hidden', 'tags', 'theme', 'entity')"
        )
    }
    if not kinds:
        return
    for document in documents:
        claims = _keys(connection, "SELECT id FROM claims WHERE document = ?", document)
        if Kind.HIDDEN in kinds:
            hide(connection, claims)
        if kinds & {Kind.TAGS, Kind.THEME}:
            retheme(connection, claims)
        if Kind.ENTITY in kinds:
            sql = "SELECT DISTINCT entity FROM claim_entities JOIN claims ON claims.id = claim WHERE document = ?"
            join_entities(connection, _keys(connection, sql, document))


def settle(connection: sqlite3.Connection, changes: Sequence[Change]) -> set[int]:
    """Bring the rows in line with changed decisions; returns the claims whose names mean something else now."""
    renamed: set[int] = set()
    for change in changes:
        if change.kind in _OF_CLAIM:
            claims = claims_meant(connection, change.key, change.claim)
            (hide if change.kind is Kind.HIDDEN else retheme)(connection, claims)
        elif change.kind is Kind.THEME:
            retheme(connection, _claims_with_themes(connection, change))
        elif change.kind is Kind.ENTITY:
            join_entities(connection, _entities_touched(connection, change))
            renamed |= claims_with_name(connection, change.key)
        elif change.kind is Kind.REVIEW:
            findings.restore_review(connection, change.key, change.after)
    if any(change.kind in (Kind.THEME, Kind.TAGS) for change in changes):
        _drop_unused_themes(connection)
    _drop_unused_entities(connection, [c for c in changes if c.kind is Kind.ENTITY])
    return renamed


def claims_meant(connection: sqlite3.Connection, content: str, uid: str | None) -> list[int]:
    """The row keys of the claims that a decision is about."""
    return _keys(
        connection,
        "SELECT id FROM claims WHERE content = ? UNION SELECT id FROM claims WHERE uid = ?",
        content,
        uid,
    )


def hide(connection: sqlite3.Connection, claims: Iterable[int]) -> None:
    """Mark claims, and the findings they are in, as hidden or not."""
    for claim in claims:
        row = connection.execute("SELECT content, uid FROM claims WHERE id = ?", (claim,)).fetchone()
        hidden = of_claim(connection, Kind.HIDDEN, row["content"], row["uid"]) is not None
        connection.execute("UPDATE claims SET hidden = ? WHERE id = ?", (int(hidden), claim))
        for side in "ab":
            connection.execute(
                f"""UPDATE relations SET hidden = EXISTS (SELECT 1 FROM claims
                WHERE claims.id IN (relations.a, relations.b) AND claims.hidden) WHERE {side} = ?""",
                (claim,),
            )


def retheme(connection: sqlite3.Connection, claims: Iterable[int]) -> None:
    """Give claims the tags they earned, as people changed them."""
    merges = values_of(connection, Kind.THEME)
    for claim in claims:
        row = connection.execute("SELECT content, uid FROM claims WHERE id = ?", (claim,)).fetchone()
        stored = connection.execute("SELECT tags FROM themes_found WHERE claim = ?", (claim,)).fetchone()
        present = _tags(connection, claim)
        found: Tags = dict(json.loads(stored[0])) if stored else present
        own = json.loads(of_claim(connection, Kind.TAGS, row["content"], row["uid"]) or "{}")
        wanted = edited(found, merges, own.get("add", ()), own.get("remove", ()))
        if list(wanted.items()) != list(present.items()):
            _write_tags(connection, claim, wanted)
            findings.retheme_relations(connection, (claim,))
        connection.execute("DELETE FROM themes_found WHERE claim = ?", (claim,))
        if wanted != found:
            connection.execute(
                "INSERT INTO themes_found VALUES (?, ?)", (claim, to_json(list(found.items())))
            )


def edited(found: Tags, merges: dict[str, str], add: Iterable[str], remove: Iterable[str]) -> Tags:
    """Tags after merges, then a person's own: what is removed goes, what is added comes last."""
    tags: Tags = {}
    gone = {merges.get(slug, slug) for slug in remove}
    for slug, terms in found.items():
        into = merges.get(slug, slug)
        if into not in gone:
            tags[into] = [*tags.get(into, ()), *(term for term in terms if term not in tags.get(into, ()))]
    for slug in add:
        tags.setdefault(merges.get(slug, slug), [])
    return tags


def join_entities(connection: sqlite3.Connection, entities: Iterable[int]) -> None:
    """Let the mentions of entities stand for what they were merged into, or again for themselves."""
    merges = values_of(connection, Kind.ENTITY)
    rows = connection.execute(
        """SELECT DISTINCT coalesce(found, entity) AS found, entity FROM claim_entities
        WHERE entity IN (SELECT value FROM json_each(?1)) OR found IN (SELECT value FROM json_each(?1))""",
        (json.dumps(list(entities)),),
    ).fetchall()
    for found, entity in rows:
        name, kind = connection.execute("SELECT name, kind FROM entities WHERE id = ?", (found,)).fetchone()
        wanted = _entity(connection, merges[name], kind) if name in merges else found
        if wanted != entity:
            connection.execute(
                "UPDATE claim_entities SET entity = ?, found = ? WHERE coalesce(found, entity) = ? AND entity = ?",
                (wanted, found if wanted != found else None, found, entity),
            )


def theme_key(connection: sqlite3.Connection, slug: str) -> int:
    """The row key of a theme, which is made if there is none."""
    connection.execute(
        "INSERT OR IGNORE INTO themes (slug, label, terms) VALUES (?, ?, '[]')",
        (slug, slug.replace("-", " ").capitalize()),
    )
    return int(connection.execute("SELECT id FROM themes WHERE slug = ?", (slug,)).fetchone()[0])


def _drop_unused_themes(connection: sqlite3.Connection) -> None:
    """Let go of themes that a person made and that no claim has any more."""
    connection.execute(
        """DELETE FROM themes WHERE terms = '[]'
        AND NOT EXISTS (SELECT 1 FROM claim_themes WHERE theme = themes.id)
        AND NOT EXISTS (SELECT 1 FROM relation_themes WHERE theme = themes.id)"""
    )


def _drop_unused_entities(connection: sqlite3.Connection, changes: Sequence[Change]) -> None:
    """Let go of the names that only a merge had brought."""
    for change in changes:
        for key in _entities_touched(connection, change):
            connection.execute(
                """DELETE FROM entities WHERE id = ?1 AND NOT EXISTS
                (SELECT 1 FROM claim_entities WHERE entity = ?1 OR found = ?1)""",
                (key,),
            )


def _entity(connection: sqlite3.Connection, name: str, kind: str) -> int:
    """The entity of this name, of this kind if there are several; made if there is none."""
    row = connection.execute(
        "SELECT id FROM entities WHERE name = ? ORDER BY kind = ? DESC, kind LIMIT 1", (name, kind)
    ).fetchone()
    if row is None:
        connection.execute("INSERT INTO entities (name, kind) VALUES (?, ?)", (name, kind))
        return _entity(connection, name, kind)
    return int(row[0])


def _tags(connection: sqlite3.Connection, claim: int) -> Tags:
    rows = connection.execute(
        """SELECT slug, claim_themes.terms FROM claim_themes JOIN themes ON themes.id = theme
        WHERE claim = ? ORDER BY position""",
        (claim,),
    )
    return {slug: json.loads(terms) for slug, terms in rows}


def _write_tags(connection: sqlite3.Connection, claim: int, tags: Tags) -> None:
    connection.execute("DELETE FROM claim_themes WHERE claim = ?", (claim,))
    for position, (slug, terms) in enumerate(tags.items()):
        row = (claim, theme_key(connection, slug), position, to_json(terms))
        connection.execute(
            "INSERT INTO claim_themes (claim, theme, position, terms) VALUES (?, ?, ?, ?)", row
        )


def _claims_with_themes(connection: sqlite3.Connection, change: Change) -> list[int]:
    slugs = json.dumps([slug for slug in (change.key, change.before, change.after) if slug])
    sql = """SELECT DISTINCT claim FROM claim_themes JOIN themes ON themes.id = theme
        WHERE slug IN (SELECT value FROM json_each(?)) ORDER BY claim"""
    return _keys(connection, sql, slugs)


def _entities_touched(connection: sqlite3.Connection, change: Change) -> list[int]:
    names = json.dumps([name for name in (change.key, change.before, change.after) if name])
    return _keys(connection, "SELECT id FROM entities WHERE name IN (SELECT value FROM json_each(?))", names)


def _keys(connection: sqlite3.Connection, sql: str, *values: object) -> list[int]:
    return [row[0] for row in connection.execute(sql, values)]
