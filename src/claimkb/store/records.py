"""Rows as the records that leave the knowledge base.

A page of rows at a time: the quantities, dates, themes and entities of a
hundred claims come in four statements, so that a listing streams and costs
little however long it is.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from claimkb.model import (
    Direction,
    Modality,
    Polarity,
    RelationKind,
    Scope,
    Stance,
    Status,
)
from claimkb.records import (
    ClaimDetail,
    ClaimRecord,
    DateRecord,
    QuantityRecord,
    RelationDetail,
    RelationRecord,
)
from claimkb.store.names import RULES
from claimkb.store.opinions import opinions_on
from claimkb.store.rows import evidence_from_json, sentence_from_row

PAGE = 100

_SIDE_FIELDS = (
    "id", "label", "text", "quote", "start", "end", "document", "source", "published", "attributed_to",
    "title", "author", "url", "reliability", "rating", "note",
)  # fmt: skip


def pages(rows: Iterable[sqlite3.Row]) -> Iterator[list[sqlite3.Row]]:
    """The rows, a page at a time."""
    rows = iter(rows)
    while page := list(islice(rows, PAGE)):
        yield page


def claim_records(connection: sqlite3.Connection, rows: Iterable[sqlite3.Row]) -> Iterator[ClaimRecord]:
    """The records of rows of `CLAIM_COLUMNS`."""
    for page in pages(rows):
        keys = [row["id"] for row in page]
        quantities = _attached(connection, keys, "SELECT * FROM quantities WHERE claim IN ?")
        dates = _attached(connection, keys, "SELECT * FROM dates WHERE claim IN ?")
        themes = _attached(
            connection, keys, "SELECT * FROM claim_themes JOIN themes ON themes.id = theme WHERE claim IN ?"
        )
        entities = _attached(
            connection,
            keys,
            "SELECT * FROM claim_entities JOIN entities ON entities.id = entity WHERE claim IN ?",
        )
        for row in page:
            key = row["id"]
            yield _claim_record(row, quantities[key], dates[key], themes[key], entities[key])


def relation_records(connection: sqlite3.Connection, rows: Iterable[sqlite3.Row]) -> Iterator[RelationRecord]:
    """The records of rows of `RELATION_COLUMNS`."""
    for page in pages(rows):
        themes = _relation_themes(connection, page)
        for row in page:
            yield _relation_record(row, themes[row["row_key"]])


def relation_details(connection: sqlite3.Connection, rows: Iterable[sqlite3.Row]) -> Iterator[RelationDetail]:
    """The details of rows of `DETAIL_COLUMNS`."""
    for page in pages(rows):
        themes = _relation_themes(connection, page)
        said = opinions_on(connection, page)
        for row in page:
            yield RelationDetail(
                relation=_relation_record(row, themes[row["row_key"]]),
                rule=row["rule"],
                label=row["label"],
                key=row["key"],
                direction=Direction(row["direction"]),
                a_marks=tuple(json.loads(row["a_marks"])),
                b_marks=tuple(json.loads(row["b_marks"])),
                a_published_inferred="published" in json.loads(row["a_inferred"]),
                b_published_inferred="published" in json.loads(row["b_inferred"]),
                a_stance=Stance(row["a_stance"]),
                b_stance=Stance(row["b_stance"]),
                a_sentence=row["a_sentence"],
                b_sentence=row["b_sentence"],
                opinions=said.get(row["pair"], ()),
            )


def claim_detail(
    claim: ClaimRecord, row: sqlite3.Row, sentence: sqlite3.Row, relations: Iterable[RelationDetail]
) -> ClaimDetail:
    """A claim whole, from its record, its row (with what stands in `PROVENANCE`), sentence and relations."""
    return ClaimDetail(
        claim=claim,
        as_written=row["as_written"],
        sentence=sentence_from_row(sentence),
        sentence_text=sentence["words"],
        doubtful=bool(row["doubtful"]),
        notes=tuple(json.loads(row["notes"])),
        published_inferred="published" in json.loads(row["inferred"]),
        place=row["place"],
        fetched_at=row["fetched_at"],
        relations=tuple(relations),
        hidden=bool(row["hidden"]),
        before=sentence["before"] or "",
        after=sentence["after"] or "",
    )


def _claim_record(
    row: sqlite3.Row,
    quantities: Sequence[sqlite3.Row],
    dates: Sequence[sqlite3.Row],
    themes: Sequence[sqlite3.Row],
    entities: Sequence[sqlite3.Row],
) -> ClaimRecord:
    return ClaimRecord(
        id=row["uid"],
        label=row["label"],
        text=row["text"],
        quote=row["quote"],
        start=row["start"],
        end=row["end"],
        document=row["path"],
        source=row["source"],
        title=row["title"],
        author=row["author"],
        published=row["published"],
        url=row["url"],
        themes=tuple(theme["slug"] for theme in themes),
        entities=tuple(dict.fromkeys(entity["name"] for entity in entities)),
        subject=row["subject"],
        predicate=row["predicate"],
        object=row["object"],
        polarity=Polarity(row["polarity"]),
        modality=Modality(row["modality"]),
        attributed_to=row["holder"],
        stance=Stance(row["stance"]),
        quantities=tuple(map(_quantity_record, quantities)),
        dates=tuple(DateRecord(d["start"], d["end"], d["precision"], d["text"]) for d in dates),
        ambiguous=bool(row["ambiguous"]),
        agreements=row["agreements"],
        contradictions=row["contradictions"],
        corroboration=row["corroboration"],
        reliability=row["reliability"],
        rating=row["rating"],
        note=row["note"],
        extractor=row["extractor"] or RULES,
    )


def _quantity_record(row: sqlite3.Row) -> QuantityRecord:
    return QuantityRecord(
        row["low"],
        row["high"],
        row["unit"],
        bool(row["approximate"]),
        row["comparator"],
        row["of"],
        row["text"],
    )


def _relation_record(row: sqlite3.Row, themes: Sequence[str]) -> RelationRecord:
    sides: dict[str, Any] = {f"{s}_{name}": row[f"{s}_{name}"] for s in "ab" for name in _SIDE_FIELDS}
    return RelationRecord(
        id=row["uid"],
        kind=RelationKind(row["kind"]),
        type=row["type"],
        confidence=row["confidence"],
        reason=row["reason"],
        evidence=evidence_from_json(row["evidence"]),
        themes=tuple(themes),
        scope=Scope(row["scope"]),
        status=Status(row["status"]),
        note=row["note"],
        **sides,
    )


def _attached(connection: sqlite3.Connection, keys: list[int], sql: str) -> dict[int, list[sqlite3.Row]]:
    groups: dict[int, list[sqlite3.Row]] = defaultdict(list)
    sql = sql.replace("?", "(SELECT value FROM json_each(?))")
    for row in connection.execute(f"{sql} ORDER BY claim, position", (json.dumps(keys),)):
        groups[row["claim"]].append(row)
    return groups


def _relation_themes(connection: sqlite3.Connection, page: Sequence[sqlite3.Row]) -> dict[int, list[str]]:
    groups: dict[int, list[str]] = defaultdict(list)
    rows = connection.execute(
        """SELECT relation, slug FROM relation_themes JOIN themes ON themes.id = theme
        WHERE relation IN (SELECT value FROM json_each(?)) ORDER BY relation, slug""",
        (json.dumps([row["row_key"] for row in page]),),
    )
    for relation, slug in rows:
        groups[relation].append(slug)
    return groups
