"""The lists and counts: sources, themes, entities, reviews, and the summary of a base."""

# ruff: noqa: S608 - statements are composed of constants; every value is bound to a placeholder

import sqlite3
from collections import Counter, defaultdict
from dataclasses import dataclass

from claimkb.model import Status
from claimkb.records import (
    ClaimRecord,
    DocumentRecord,
    EntityRecord,
    RelationDetail,
    ReviewDecision,
    SourceRecord,
    ThemeMatrix,
    ThemeRecord,
)
from claimkb.store import records
from claimkb.store.names import BROADER

# Every theme with itself and all that are narrower: a claim in a narrower theme is in the broader one too.
_TREE = f"""WITH RECURSIVE tree(top, id, slug) AS (
    SELECT id, id, slug FROM themes
    UNION SELECT top, themes.id, themes.slug FROM themes JOIN tree ON {BROADER} = tree.slug
)"""


@dataclass(frozen=True, slots=True)
class Summary:
    """A base at a glance: how much of everything, and the findings that say most.

    `findings` counts by kind what stands between sources and is not
    dismissed; `corroborated` are the claims that most independent voices
    bear out, `contradiction` is the strongest one.
    """

    sources: int
    documents: int
    claims: int
    findings: dict[str, int]
    themes: tuple[ThemeRecord, ...]
    corroborated: tuple[ClaimRecord, ...]
    contradiction: RelationDetail | None


def sources(connection: sqlite3.Connection) -> tuple[SourceRecord, ...]:
    """All sources, by name; a field in which the documents of a source differ is left open."""
    rows = connection.execute(
        """SELECT sources.uid, sources.name, count(*) AS documents,
            sum((SELECT count(*) FROM claims WHERE document = documents.id AND NOT hidden)) AS claims,
            (SELECT value FROM decisions WHERE kind = 'source-note' AND key = sources.name) AS note,
            max(EXISTS (SELECT 1 FROM json_each(inferred) WHERE value = 'published')) AS published_inferred,
            iif(count(DISTINCT coalesce(title, '')) = 1, min(title), NULL) AS title,
            iif(count(DISTINCT coalesce(author, '')) = 1, min(author), NULL) AS author,
            iif(count(DISTINCT coalesce(published, '')) = 1, min(published), NULL) AS published,
            iif(count(DISTINCT coalesce(url, '')) = 1, min(url), NULL) AS url,
            iif(count(DISTINCT coalesce(reliability, '')) = 1, min(reliability), NULL) AS reliability
        FROM sources JOIN documents ON documents.source = sources.id
        GROUP BY sources.id ORDER BY sources.name"""
    )
    return tuple(
        SourceRecord(
            id=row["uid"],
            name=row["name"],
            title=row["title"],
            author=row["author"],
            published=row["published"],
            published_inferred=bool(row["published"] and row["published_inferred"]),
            url=row["url"],
            documents=row["documents"],
            claims=row["claims"],
            reliability=row["reliability"],
            note=row["note"],
        )
        for row in rows
    )


def documents(connection: sqlite3.Connection) -> tuple[DocumentRecord, ...]:
    """All documents, by path."""
    rows = connection.execute(
        """SELECT path, name, title, author, published,
            EXISTS (SELECT 1 FROM json_each(inferred) WHERE value = 'published') AS published_inferred,
            url, reliability, language, (SELECT count(*) FROM claims WHERE document = documents.id AND NOT hidden)
        FROM documents JOIN sources ON sources.id = source ORDER BY path"""
    )
    return tuple(DocumentRecord(*(*row[:5], bool(row[5]), *row[6:])) for row in rows)


def themes(connection: sqlite3.Connection) -> tuple[ThemeRecord, ...]:
    """All themes with their counts; those under another theme follow it, all else by slug."""
    rows = connection.execute(
        f"""{_TREE} SELECT themes.slug, coalesce((SELECT value FROM decisions
                WHERE kind = 'theme-label' AND key = themes.slug), themes.label) AS label,
            {BROADER} AS broader, themes.iptc,
            count(DISTINCT claims.id) AS claims, count(DISTINCT documents.source) AS sources
        FROM themes JOIN tree ON tree.top = themes.id
        LEFT JOIN claim_themes ON claim_themes.theme = tree.id
        LEFT JOIN claims ON claims.id = claim_themes.claim AND NOT claims.hidden
        LEFT JOIN documents ON documents.id = claims.document
        WHERE themes.slug NOT IN (SELECT key FROM decisions WHERE kind = 'theme')
        GROUP BY themes.id ORDER BY themes.slug"""
    )
    found = [ThemeRecord(*(row[name] for name in ThemeRecord.__dataclass_fields__)) for row in rows]
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


def theme_matrix(connection: sqlite3.Connection) -> ThemeMatrix:
    """Themes that have claims against sources."""
    rows = connection.execute(
        f"""{_TREE} SELECT themes.slug, sources.name, count(DISTINCT claim_themes.claim)
        FROM themes JOIN tree ON tree.top = themes.id
        JOIN claim_themes ON claim_themes.theme = tree.id
        JOIN claims ON claims.id = claim_themes.claim AND NOT claims.hidden
        JOIN documents ON documents.id = claims.document
        JOIN sources ON sources.id = documents.source
        GROUP BY themes.id, sources.id"""
    )
    counts = Counter({(slug, name): count for slug, name, count in rows})
    shown = tuple(theme for theme in themes(connection) if theme.claims)
    columns = tuple(row[0] for row in connection.execute("SELECT name FROM sources ORDER BY name"))
    return ThemeMatrix(
        shown, columns, tuple(tuple(counts[theme.slug, name] for name in columns) for theme in shown)
    )


def entities(connection: sqlite3.Connection, limit: int | None = None) -> tuple[EntityRecord, ...]:
    """The entities, those in most claims first, with the spellings they were found under."""
    rows = connection.execute(
        """SELECT entities.id, name, kind, count(DISTINCT claim) AS claims, count(DISTINCT source) AS sources
        FROM entities JOIN claim_entities ON entity = entities.id
        JOIN claims ON claims.id = claim AND NOT claims.hidden
        JOIN documents ON documents.id = claims.document
        GROUP BY entities.id ORDER BY claims DESC, name, kind LIMIT ?""",
        (-1 if limit is None else limit,),
    ).fetchall()
    spellings = "SELECT DISTINCT text FROM claim_entities WHERE entity = ? AND text != ? ORDER BY text"
    return tuple(
        EntityRecord(
            row["name"],
            row["kind"],
            row["claims"],
            row["sources"],
            tuple(text for (text,) in connection.execute(spellings, (row["id"], row["name"]))),
        )
        for row in rows
    )


def reviews(connection: sqlite3.Connection) -> tuple[ReviewDecision, ...]:
    """The decisions people made, newest first."""
    rows = connection.execute("SELECT * FROM reviews ORDER BY decided_at DESC, relation")
    return tuple(
        ReviewDecision(row["relation"], Status(row["status"]), row["note"], row["decided_at"]) for row in rows
    )


def held_on_review(connection: sqlite3.Connection) -> dict[str, tuple[int, int]]:
    """For each rule, how many of its findings were confirmed, and how many decided on."""
    rows = connection.execute(
        "SELECT rule, sum(status = 'confirmed'), count(*) FROM reviews GROUP BY rule ORDER BY rule"
    )
    return {rule: (confirmed, decided) for rule, confirmed, decided in rows}


def summary(connection: sqlite3.Connection, limit: int) -> Summary:
    """The counts and the most telling findings."""
    counts = connection.execute(
        """SELECT (SELECT count(*) FROM sources) AS sources, (SELECT count(*) FROM documents) AS documents,
            (SELECT count(*) FROM claims WHERE NOT hidden) AS claims"""
    ).fetchone()
    found = connection.execute(
        """SELECT kind, count(*) FROM relations WHERE scope = 'cross-source' AND status != 'dismissed'
        AND NOT hidden GROUP BY kind ORDER BY kind"""
    )
    findings = dict(found.fetchall())
    top = sorted((theme for theme in themes(connection) if theme.claims), key=_weight)[:limit]
    return Summary(
        sources=counts["sources"],
        documents=counts["documents"],
        claims=counts["claims"],
        findings=findings,
        themes=tuple(top),
        corroborated=_corroborated(connection, limit),
        contradiction=_strongest(connection),
    )


def _weight(theme: ThemeRecord) -> tuple[int, str]:
    return -theme.claims, theme.slug


def _corroborated(connection: sqlite3.Connection, limit: int) -> tuple[ClaimRecord, ...]:
    """The claims that most voices bear out: outlets count once, and so do reprints across outlets."""
    rows = connection.execute(
        f"""WITH pairs(claim, other) AS (
            SELECT a, b FROM relations
            WHERE scope = 'cross-source' AND kind = 'agreement' AND status != 'dismissed' AND NOT hidden
            UNION SELECT b, a FROM relations
            WHERE scope = 'cross-source' AND kind = 'agreement' AND status != 'dismissed' AND NOT hidden
        ), support(claim, voices) AS (
            SELECT claim, min(count(DISTINCT origin), count(DISTINCT documents.source)) FROM pairs
            JOIN claims ON claims.id = other JOIN documents ON documents.id = claims.document GROUP BY claim
        ) SELECT {records.CLAIM_COLUMNS} FROM support JOIN claims ON claims.id = support.claim
        JOIN documents ON documents.id = claims.document JOIN sources ON sources.id = documents.source
        ORDER BY support.voices DESC, documents.path, claims.start, claims.uid LIMIT ?""",
        (limit,),
    )
    return tuple(records.claim_records(connection, rows))


def _strongest(connection: sqlite3.Connection) -> RelationDetail | None:
    rows = connection.execute(
        f"""SELECT {records.DETAIL_COLUMNS} FROM {records.RELATION_TABLES}
        WHERE relations.scope = 'cross-source' AND relations.kind = 'contradiction'
        AND relations.status != 'dismissed' AND NOT relations.hidden
        ORDER BY relations.confidence DESC, relations.uid LIMIT 1"""
    )
    return next(records.relation_details(connection, rows), None)
