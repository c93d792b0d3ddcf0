"""The base seen from other sides: along time, source beside source, in numbers, and in its files."""

# ruff: noqa: S608 - statements are composed of constants; every value is bound to a placeholder

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator

from claimkb.records import (
    ClaimFilter,
    ComparisonRecord,
    PlaceRecord,
    StatRecord,
    TimelineRecord,
)
from claimkb.store import columns, names, spellings
from claimkb.store.filters import claim_conditions

MARKS = ("\x02", "\x03")  # around the words that a search found

_NUMBERS = (
    ("base", "sources", "SELECT count(*) FROM sources"),
    ("base", "documents", "SELECT count(*) FROM documents"),
    ("base", "independent origins", "SELECT count(DISTINCT origin) FROM documents"),
    ("base", "characters", "SELECT coalesce(sum(length(text)), 0) FROM documents"),
    ("base", "claims", "SELECT count(*) FROM claims WHERE NOT hidden"),
    ("base", "bytes", "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"),
    (
        "base",
        "bytes a claim",
        """SELECT page_count * page_size / max(1, (SELECT count(*) FROM claims))
        FROM pragma_page_count, pragma_page_size""",
    ),
    ("base", "hidden claims", "SELECT count(*) FROM claims WHERE hidden"),
    ("base", "ambiguous claims", "SELECT count(*) FROM claims WHERE ambiguous AND NOT hidden"),
    ("base", "doubtful claims", "SELECT count(*) FROM claims WHERE doubtful AND NOT hidden"),
    ("base", "claims with an amount", "SELECT count(DISTINCT claim) FROM quantities"),
    ("base", "claims with a date", "SELECT count(DISTINCT claim) FROM dates"),
    (
        "base",
        "claims without a theme",
        "SELECT count(*) FROM claims WHERE NOT hidden AND id NOT IN (SELECT claim FROM claim_themes)",
    ),
    ("base", "entities", "SELECT count(DISTINCT entity) FROM claim_entities"),
)
_GROUPS = (
    ("sentences", "SELECT role, count(*) FROM sentences GROUP BY role ORDER BY count(*) DESC, role"),
    (
        "modality",
        "SELECT modality, count(*) FROM claims WHERE NOT hidden GROUP BY modality ORDER BY count(*) DESC, modality",
    ),
    (
        "polarity",
        "SELECT polarity, count(*) FROM claims WHERE NOT hidden GROUP BY polarity ORDER BY polarity",
    ),
    (
        "findings",
        """SELECT kind || ', ' || scope || ', ' || status, count(*) FROM relations WHERE NOT hidden
        GROUP BY kind, scope, status ORDER BY scope, kind, status""",
    ),
    ("decisions", "SELECT kind, count(*) FROM decisions GROUP BY kind ORDER BY kind"),
)


def timeline(connection: sqlite3.Connection, chosen: ClaimFilter) -> Iterator[TimelineRecord]:
    """The dates that claims speak of, in their order; claims about no known date are left out."""
    where = claim_conditions(connection, chosen)
    where.add('coalesce(dates.start, dates."end") IS NOT NULL')
    searched = columns.FULL_TEXT if chosen.searched else ""
    rows = connection.execute(
        f"""SELECT dates.start, dates."end", dates.precision, dates.text AS words, claims.uid, claims.label,
            claims.text, sources.name AS source, documents.published, claims.holder
        FROM {columns.CLAIM_TABLES}{searched} JOIN dates ON dates.claim = claims.id {where.sql}
        ORDER BY coalesce(dates.start, dates."end"), coalesce(dates."end", dates.start), claims.uid,
            dates.position LIMIT ?""",
        (*where.values, -1 if chosen.limit is None else chosen.limit),
    )
    return (TimelineRecord(*row) for row in rows)


def comparison(connection: sqlite3.Connection, first: str, second: str) -> Iterator[ComparisonRecord]:
    """What two sources both say, where they clash, and what only one of them says."""
    a, b = (spellings.source_keys(connection, [name])[0] for name in (first, second))
    found = connection.execute(
        """SELECT relations.*, x.uid AS x_id, x.label AS x_label, x.text AS x_text, x.quote AS x_quote,
            x_document.source AS x_source, y.uid AS y_id, y.label AS y_label, y.text AS y_text,
            y.quote AS y_quote
        FROM relations JOIN claims AS x ON x.id = relations.a JOIN documents AS x_document
            ON x_document.id = x.document
        JOIN claims AS y ON y.id = relations.b JOIN documents AS y_document ON y_document.id = y.document
        WHERE NOT relations.hidden AND relations.status != 'dismissed'
        AND ((x_document.source = ?1 AND y_document.source = ?2)
            OR (x_document.source = ?2 AND y_document.source = ?1))
        ORDER BY relations.kind = 'tension', relations.kind = 'contradiction',
            relations.confidence DESC, relations.uid""",
        (a, b),
    ).fetchall()
    for row in found:
        sides = "xy" if row["x_source"] == a else "yx"
        words = {"agreement": "both", "contradiction": "clash", "tension": "tension"}[row["kind"]]
        fields = [row[f"{s}_{name}"] for s in sides for name in ("id", "label", "text", "quote")]
        yield ComparisonRecord(words, row["uid"], row["type"], row["confidence"], *fields)
    met = [key for row in found for key in (row["a"], row["b"])]
    for source, side in ((a, "a"), (b, "b")):
        for row in _alone(connection, source, met):
            blank = (None,) * 4
            fields = [*row, *blank] if side == "a" else [*blank, *row]
            yield ComparisonRecord(f"only-{side}", None, None, None, *fields)


def _alone(connection: sqlite3.Connection, source: int, met: list[int]) -> list[sqlite3.Row]:
    """The claims of a source that met none of the other."""
    return connection.execute(
        """SELECT claims.uid, label, claims.text, quote FROM claims JOIN documents ON documents.id = document
        WHERE documents.source = ? AND NOT hidden AND claims.id NOT IN (SELECT value FROM json_each(?))
        ORDER BY documents.path, claims.start, claims.uid""",
        (source, json.dumps(met)),
    ).fetchall()


def statistics(connection: sqlite3.Connection) -> Iterator[StatRecord]:
    """How much there is of everything."""
    for group, name, sql in _NUMBERS:
        yield StatRecord(group, name, connection.execute(sql).fetchone()[0])
    for group, sql in _GROUPS:
        for name, number in connection.execute(sql).fetchall():
            yield StatRecord(group, name, number)


def place(connection: sqlite3.Connection, claim_id: str) -> PlaceRecord:
    """Where a claim stands in its original."""
    key = names.by_id(connection, "claims", "claim", claim_id)
    row = connection.execute(
        """SELECT claims.uid, documents.path, documents.url, quote, start, documents.text
        FROM claims JOIN documents ON documents.id = document WHERE claims.id = ?""",
        (key,),
    ).fetchone()
    before = row["text"][: row["start"]]
    line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
    return PlaceRecord(row["uid"], row["path"], line, column, row["url"], row["quote"])


def marked(connection: sqlite3.Connection, expression: str, ids: Iterable[str]) -> dict[str, tuple[str, str]]:
    """For claims that a search found: the text with `MARKS` around what was found, and a snippet of the quote."""
    rows = connection.execute(
        """SELECT uid, highlight(claims_fts, 0, ?1, ?2), snippet(claims_fts, 1, ?1, ?2, '…', 16)
        FROM claims_fts JOIN claims ON claims.id = claims_fts.rowid
        WHERE claims_fts MATCH ?3 AND uid IN (SELECT value FROM json_each(?4))""",
        (*MARKS, expression, json.dumps(list(ids))),
    )
    return {uid: (text, quote) for uid, text, quote in rows}


_COMPLETED = {  # columns fold the case of ASCII letters in LIKE, and use an index for it where there is one
    "themes": ("slug", "themes WHERE slug NOT IN (SELECT key FROM decisions WHERE kind = 'theme') AND"),
    "sources": ("name", "sources WHERE"),
    "entities": (
        "name",
        "entities WHERE EXISTS (SELECT 1 FROM claim_entities WHERE entity = entities.id) AND",
    ),
    "holders": ("holder", "claims WHERE holder_key IS NOT NULL AND"),
    "claims": ("uid", "claims WHERE"),
    "findings": ("uid", "relations WHERE"),
    "types": ("type", "relations WHERE"),
    "queries": ("key", "decisions WHERE kind = 'query' AND"),
}


def completions(connection: sqlite3.Connection, what: str, begins: str, limit: int) -> list[str]:
    """Names that begin so, for a shell: themes, sources, entities, holders, types, ids, saved queries."""
    column, rows = _COMPLETED[what]
    escaped = re.sub(r"([%_\\\\])", r"\\\1", begins)
    if column == "uid":
        found = connection.execute(
            f"SELECT uid FROM {rows} uid >= ?1 AND uid < ?1 || char(1114111) ORDER BY uid LIMIT ?2",
            (begins.casefold(), limit),
        )
    else:
        found = connection.execute(
            f"SELECT DISTINCT {column} FROM {rows} {column} LIKE ? ESCAPE '\\' ORDER BY {column} LIMIT ?",
            (f"{escaped}%", limit),
        )
    return [name for (name,) in found]
