"""The lists and counts: sources, entities, reviews, and the summary of a base."""

# ruff: noqa: S608 - statements are composed of constants; every value is bound to a placeholder

import sqlite3
from dataclasses import dataclass

from claimkb.lexicon.languages import function_words
from claimkb.model import Status
from claimkb.records import (
    ClaimRecord,
    DocumentRecord,
    EntityRecord,
    RelationDetail,
    ReviewDecision,
    SourceRecord,
    ThemeRecord,
)
from claimkb.store import columns, records
from claimkb.store.theme_counts import HIDDEN, themes


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


def entities(connection: sqlite3.Connection, limit: int | None = None) -> tuple[EntityRecord, ...]:
    """The entities, those in most claims first, with the spellings they were found under."""
    rows = connection.execute(
        f"""SELECT entities.id, name, kind, count(DISTINCT claim) AS claims, count(DISTINCT source) AS sources
        FROM documents CROSS JOIN claims ON claims.document = documents.id
        CROSS JOIN claim_entities ON claim = claims.id JOIN entities ON entities.id = entity
        WHERE claims.id NOT IN ({HIDDEN})
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
            tuple(
                text for (text,) in connection.execute(spellings, (row["id"], row["name"])) if _is_name(text)
            ),
        )
        for row in rows
    )


def _is_name(text: str) -> bool:
    """Whether words name something by themselves, as "US" does; "its", "Our" and "the country" only point."""
    return not text[:1].islower() and (text.isupper() or text.casefold() not in function_words()["english"])


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
            (SELECT count(*) FROM claims) - (SELECT count(*) FROM claims WHERE hidden) AS claims"""
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
        ) SELECT {columns.CLAIM_COLUMNS} FROM support JOIN claims ON claims.id = support.claim
        JOIN documents ON documents.id = claims.document JOIN sources ON sources.id = documents.source
        ORDER BY support.voices DESC, documents.path, claims.start, claims.uid LIMIT ?""",
        (limit,),
    )
    return tuple(records.claim_records(connection, rows))


def _strongest(connection: sqlite3.Connection) -> RelationDetail | None:
    rows = connection.execute(
        f"""SELECT {columns.DETAIL_COLUMNS} FROM {columns.RELATION_TABLES}
        WHERE relations.scope = 'cross-source' AND relations.kind = 'contradiction'
        AND relations.status != 'dismissed' AND NOT relations.hidden
        ORDER BY relations.confidence DESC, relations.uid LIMIT 1"""
    )
    return next(records.relation_details(connection, rows), None)
