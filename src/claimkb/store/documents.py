"""Writing one document: its text, sentences, claims and what hangs on them.

A text keeps its row when it is parsed again or described anew; its sentences
and claims are replaced as a whole. Rows go in one call a table and document.
"""

# ruff: noqa: S608 - statements are composed of constants; every value is bound to a placeholder

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

from sqlite_utils import Database

from claimkb.model import Claim, Document, Extraction, SentenceRole, SourceInfo, ThemeTag
from claimkb.store.fingerprints import write_fingerprints
from claimkb.store.identity import claim_content, day_range, source_id
from claimkb.store.key_numbers import entries, packed, short_rank
from claimkb.store.loading import load_claims
from claimkb.store.rows import claim_row, date_rows, quantity_rows, sentence_row, to_json
from claimkb.store.stories import write_story

Keys = Callable[[Claim], Iterable[str]]
Tag = Callable[[Claim, str], tuple[ThemeTag, ...]]  # from a claim and the heading it stands under


def insert(db: Database, table: str, rows: list[dict[str, Any]]) -> None:
    """Add rows with the same columns to a table: one short statement, prepared once, whatever their number."""
    if rows:
        columns = list(rows[0])
        names = ", ".join(f'"{name}"' for name in columns)
        sql = f'INSERT INTO "{table}" ({names}) VALUES ({", ".join("?" * len(columns))})'
        db.conn.executemany(sql, [[row[name] for name in columns] for row in rows])


def write_text(db: Database, extraction: Extraction, taxonomy: str, keys: Keys) -> int:
    """Put an extraction in the place of what was there for its text; returns the document's row key."""
    document = extraction.document
    row = db.conn.execute("SELECT id FROM documents WHERE hash = ?", (document.hash,)).fetchone()
    if row is None:
        key = _next_id(db, "documents")
        columns = _metadata_columns(db, document.source) | {
            "id": key,
            "path": document.path,
            "hash": document.hash,
            "text": document.text,
            "origin": document.hash,
            "parser": extraction.parser,
            "taxonomy": taxonomy,
            "ingested_at": datetime.now(UTC).isoformat(timespec="seconds"),
        }
        insert(db, "documents", [columns])
    else:
        key = row[0]
        clear_text(db, key)
        describe(db, key, document, taxonomy)
        db.conn.execute("UPDATE documents SET parser = ? WHERE id = ?", (extraction.parser, key))
    _write_places(db, key, document)
    _write_sentences(db, key, extraction)
    write_fingerprints(db.conn, key)
    write_claims(db, key, extraction.claims, document.source.name, keys)
    _resettle(db, key)
    return key


def _write_places(db: Database, key: int, document: Document) -> None:
    """The pages of a document; one that comes without them has the text, and so the pages, that it had."""
    if document.places:
        db.conn.execute("DELETE FROM places WHERE document = ?", (key,))
    starts = {place.start: place.name for place in document.places}
    insert(db, "places", [{"document": key, "start": start, "name": name} for start, name in starts.items()])


def describe(db: Database, key: int, document: Document, taxonomy: str) -> None:
    """Write a document's path and metadata over what was there."""
    columns = _metadata_columns(db, document.source) | {"path": document.path, "taxonomy": taxonomy}
    assignments = ", ".join(f"{name} = :{name}" for name in columns)
    db.conn.execute(f"UPDATE documents SET {assignments} WHERE id = :id", columns | {"id": key})


def retag(db: Database, key: int, tag: Tag) -> None:
    """Give the claims of a document the themes that `tag` finds in them now."""
    claims = load_claims(db.conn, claims_of(db, key))
    for table in ("claim_themes", "themes_found"):
        db.conn.execute(
            f"DELETE FROM {table} WHERE claim IN (SELECT id FROM claims WHERE document = ?)", (key,)
        )
    headings = _headings(db, key)
    tagged = {k: tag(claim, _heading_over(headings, claim.start)) for k, claim in claims.items()}
    _write_tags(db, tagged.items())


def rename_contents(db: Database, key: int, source: str) -> None:
    """Work out anew what decisions on a document's claims are remembered by, after its source was renamed."""
    for claim_key, claim in load_claims(db.conn, claims_of(db, key)).items():
        db.conn.execute(
            "UPDATE claims SET content = ? WHERE id = ?", (claim_content(claim, source), claim_key)
        )


def clear_text(db: Database, key: int) -> None:
    """Remove a document's sentences and the rules' claims, and with them all that hangs on claims.

    What a model wrote stays: its text is the same, and it was paid for.
    """
    db.conn.execute("DELETE FROM claims WHERE document = ? AND extractor = ''", (key,))
    db.conn.execute("DELETE FROM sentences WHERE document = ?", (key,))


def _resettle(db: Database, key: int) -> None:
    """Say anew in which sentence the claims of models stand, after the sentences were cut again."""
    db.conn.execute(
        """UPDATE claims SET sentence = coalesce((SELECT position FROM sentences
            WHERE document = claims.document AND sentences.start <= claims.start
            ORDER BY sentences.start DESC LIMIT 1), 0) WHERE document = ? AND extractor != ''""",
        (key,),
    )


def claims_of(db: Database, key: int) -> list[int]:
    """The row keys of a document's claims."""
    return [row[0] for row in db.conn.execute("SELECT id FROM claims WHERE document = ? ORDER BY id", (key,))]


def _metadata_columns(db: Database, source: SourceInfo) -> dict[str, Any]:
    first, last = day_range(source.published)
    return {
        "source": _source_key(db, source.name),
        "title": source.title,
        "author": source.author,
        "published": source.published,
        "url": source.url,
        "reliability": source.reliability,
        "language": source.language,
        "published_start": first,
        "published_end": last,
        "themes": to_json(source.themes),
        "inferred": to_json(sorted(source.inferred)),
    }


def _source_key(db: Database, name: str) -> int:
    row = db.conn.execute("SELECT id FROM sources WHERE name = ?", (name,)).fetchone()
    if row is None:
        insert(db, "sources", [{"id": _next_id(db, "sources"), "uid": source_id(name), "name": name}])
        return _source_key(db, name)
    return int(row[0])


def _write_sentences(db: Database, key: int, extraction: Extraction) -> None:
    rows = [sentence_row(key, sentence, extraction.document.text) for sentence in extraction.sentences]
    for row in rows:
        if row["role"] != SentenceRole.CLAIMS:
            row["digest"] = None  # an outlet's footer says nothing about where its articles come from
    insert(db, "sentences", rows)


def write_claims(db: Database, key: int, claims: tuple[Claim, ...], source: str, keys: Keys) -> None:
    """Add claims to a document, with all that hangs on them and their pair-keys."""
    numbered = list(enumerate(claims, start=_next_id(db, "claims")))
    rows = [claim_row(k, key, position, claim, source) for position, (k, claim) in enumerate(numbered)]
    insert(db, "claims", rows)
    insert(db, "quantities", [row for k, claim in numbered for row in quantity_rows(k, claim.quantities)])
    insert(db, "dates", [row for k, claim in numbered for row in date_rows(k, claim.dates)])
    _write_mentions(db, numbered)
    _write_tags(db, ((k, claim.themes) for k, claim in numbered))
    _insert_keys(db, [(k, claim.id, sorted(set(keys(claim)))) for k, claim in numbered])
    write_story(db.conn, key)


def write_keys(db: Database, key: int, claim_id: str, keys: Iterable[str]) -> None:
    """Put these pair-keys in the place of those that a claim has."""
    db.conn.execute("DELETE FROM claim_keys WHERE claim = ?", (key,))
    _insert_keys(db, [(key, claim_id, sorted(set(keys)))])


def _insert_keys(db: Database, claims: list[tuple[int, str, list[str]]]) -> None:
    """Add the pair-keys of claims, given by row key, id and keys: their words, and the index in its own order."""
    words = [(key, short_rank(claim_id), packed(keys)) for key, claim_id, keys in claims if keys]
    db.conn.executemany("INSERT INTO claim_keys VALUES (?, ?, ?)", words)
    rows = [row for key, claim_id, keys in claims for row in entries(keys, claim_id, key)]
    db.conn.executemany("INSERT OR IGNORE INTO pair_keys VALUES (?, ?, ?)", sorted(rows))


def _write_mentions(db: Database, claims: list[tuple[int, Claim]]) -> None:
    entities: dict[tuple[str, str], int] = {}
    rows = []
    for key, claim in claims:
        for position, mention in enumerate(claim.entities):
            named = (mention.name, mention.kind)
            if named not in entities:
                entities[named] = _entity_key(db, *named)
            row = {"claim": key, "position": position, "entity": entities[named], "text": mention.text}
            rows.append(row | {"start": mention.start, "end": mention.end})
    insert(db, "claim_entities", rows)


def _entity_key(db: Database, name: str, kind: str) -> int:
    db.conn.execute("INSERT OR IGNORE INTO entities (name, kind) VALUES (?, ?)", (name, kind))
    row = db.conn.execute("SELECT id FROM entities WHERE name = ? AND kind = ?", (name, kind)).fetchone()
    return int(row[0])


def _write_tags(db: Database, tagged: Iterable[tuple[int, tuple[ThemeTag, ...]]]) -> None:
    insert(db, "claim_themes", list(_tag_rows(db, tagged)))


def _tag_rows(db: Database, tagged: Iterable[tuple[int, tuple[ThemeTag, ...]]]) -> Iterator[dict[str, Any]]:
    themes: dict[str, int] = {}
    for claim, tags in tagged:
        for position, tag in enumerate(tags):
            if tag.slug not in themes:
                themes[tag.slug] = _theme_key(db, tag.slug)
            theme = themes[tag.slug]
            yield {"claim": claim, "theme": theme, "position": position, "terms": to_json(tag.terms)}


def _headings(db: Database, key: int) -> list[tuple[int, str]]:
    """Where the headings of a document begin, and what they say."""
    rows = db.conn.execute(
        """SELECT start, substr(text, start + 1, "end" - start) FROM sentences
        JOIN documents ON documents.id = document
        WHERE document = ? AND role IN ('heading', 'title') ORDER BY start""",
        (key,),
    )
    return [(start, words) for start, words in rows]


def _heading_over(headings: list[tuple[int, str]], start: int) -> str:
    """The last heading before a place in the text."""
    return next((words for begins, words in reversed(headings) if begins < start), "")


def _theme_key(db: Database, slug: str) -> int:
    sql = "INSERT OR IGNORE INTO themes (slug, label, terms) VALUES (?, ?, '[]')"
    db.conn.execute(sql, (slug, slug.replace("-", " ").capitalize()))
    return int(db.conn.execute("SELECT id FROM themes WHERE slug = ?", (slug,)).fetchone()[0])


def _next_id(db: Database, table: str) -> int:
    return int(db.conn.execute(f"SELECT coalesce(max(id), 0) + 1 FROM {table}").fetchone()[0])
