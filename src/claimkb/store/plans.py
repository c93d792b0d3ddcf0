"""What taking in a document would change, worked out before anything is parsed or written.

A text that is known costs no parsing: a path that holds what it held is left
alone, a new path of a known text becomes one more appearance of it, and other
metadata or themes are written over the old. Only a new text is parsed, or one
whose publication date moved, because "last month" is read against that date.

Of several paths of one text, the earliest published is the original, then the
first by name; so it does not matter which was ingested first.
"""

import json
import sqlite3
from dataclasses import dataclass, fields, replace
from typing import Any, Literal

from claimkb.model import Document, SourceInfo
from claimkb.store.corrections import corrected
from claimkb.store.rows import metadata_from_json, metadata_json

State = Literal["added", "changed", "unchanged", "duplicate"]

# What extraction reads a text against: any other metadata can change without a new parse.
PARSED_AGAINST = ("published", "language")
NEVER_INFERRED = ("reliability", "themes")


@dataclass(frozen=True, slots=True)
class Step:
    """One text to bring up to date: parse it anew, or only write its metadata and themes."""

    document: Document
    parse: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """What one document changes: texts to bring up to date, and texts of which no path is left.

    `original` is the path under which the text is kept; `metadata` is what
    the document came with, before anything was inferred, and with a person's
    corrections; `found` is the same without them, "" if there are none.
    """

    state: State
    path: str
    hash: str
    metadata: str
    original: str
    reason: str = ""
    steps: tuple[Step, ...] = ()
    drop: tuple[str, ...] = ()
    found: str = ""

    @property
    def changes_nothing(self) -> bool:
        """Whether there is nothing to write at all."""
        return self.state == "unchanged" and not self.steps


def plan_for(
    connection: sqlite3.Connection, document: Document, taxonomy: str, *, refresh: bool = False
) -> Plan:
    """The plan for a document under themes with this digest; `refresh` parses it whatever is known."""
    given = document.source
    document = replace(document, source=corrected(connection, document.path, given))
    before = connection.execute(
        """SELECT hash, metadata FROM appearances JOIN documents ON documents.id = document
        WHERE appearances.path = ?""",
        (document.path,),
    ).fetchone()
    moved = before is not None and before["hash"] != document.hash
    steps, drop = _left_behind(connection, before["hash"], document.path, taxonomy) if moved else ((), ())
    known = _appearances(connection, document.hash)
    step = _step(
        connection, document.text, document.hash, known | {document.path: document.source}, taxonomy, refresh
    )
    if step is not None:
        step = replace(step, document=replace(step.document, places=document.places))
    original = _original(known | {document.path: document.source})
    state, reason = _state(document, known, original, step, moved=moved)
    return Plan(
        state=state,
        path=document.path,
        hash=document.hash,
        metadata=metadata_json(document.source),
        original=original,
        reason=reason,
        steps=(*steps, *([step] if step else ())),
        drop=drop,
        found="" if document.source == given else metadata_json(given),
    )


def _state(
    document: Document, known: dict[str, SourceInfo], original: str, step: Step | None, *, moved: bool
) -> tuple[State, str]:
    others = sorted(known.keys() - {document.path})
    if others and (original != document.path or document.path not in known):
        return "duplicate", f"same text as {original if original != document.path else others[0]}"
    if moved:
        return "changed", ""
    if not known:
        return "added", ""
    if step is None:
        return "unchanged", ""
    return "changed", "read anew" if step.parse else "metadata or themes"


def _left_behind(
    connection: sqlite3.Connection, text_hash: str, path: str, taxonomy: str
) -> tuple[tuple[Step, ...], tuple[str, ...]]:
    """What becomes of the text that a path held before."""
    rest = _appearances(connection, text_hash)
    del rest[path]
    if not rest:
        return (), (text_hash,)
    text = connection.execute("SELECT text FROM documents WHERE hash = ?", (text_hash,)).fetchone()["text"]
    step = _step(connection, text, text_hash, rest, taxonomy, False)
    return ((step,) if step else ()), ()


def _step(
    connection: sqlite3.Connection,
    text: str,
    text_hash: str,
    appearances: dict[str, SourceInfo],
    taxonomy: str,
    refresh: bool,
) -> Step | None:
    """What to do about a text that stands under these paths; None if it is as it should be."""
    path = _original(appearances)
    given = appearances[path]
    row = connection.execute(
        """SELECT documents.*, sources.name, metadata FROM documents JOIN sources ON sources.id = source
        LEFT JOIN appearances ON appearances.path = documents.path WHERE hash = ?""",
        (text_hash,),
    ).fetchone()
    document = Document(path, text, text_hash, given)
    if row is None or refresh:
        return Step(document, parse=True)
    held = stored_source(row)
    wanted = _merged(given, metadata_from_json(row["metadata"]), held)
    if wanted is None or any(getattr(wanted, name) != getattr(held, name) for name in PARSED_AGAINST):
        return Step(document, parse=True)
    if wanted != held or row["path"] != path or row["taxonomy"] != taxonomy:
        return Step(replace(document, source=wanted), parse=False)
    return None


def _merged(given: SourceInfo, before: SourceInfo, held: SourceInfo) -> SourceInfo | None:
    """What is given now and what was inferred then; None if a given value is gone and must be inferred."""
    values = {}
    inferred = set(given.inferred)
    for field in fields(SourceInfo):
        if field.name == "inferred":
            continue
        now, then, stored = (getattr(source, field.name) for source in (given, before, held))
        if now != then and not now and field.name not in NEVER_INFERRED:
            return None
        found_in_text = then != stored
        values[field.name] = stored if now == then and found_in_text else now
        if now == then and field.name in held.inferred:
            inferred.add(field.name)
    return SourceInfo(**values, inferred=frozenset(inferred))


def stored_source(row: sqlite3.Row | dict[str, Any]) -> SourceInfo:
    """The metadata that stands in a row of documents joined with its source's name."""
    return SourceInfo(
        name=row["name"],
        title=row["title"],
        author=row["author"],
        published=row["published"],
        url=row["url"],
        reliability=row["reliability"],
        language=row["language"],
        themes=tuple(json.loads(row["themes"])),
        inferred=frozenset(json.loads(row["inferred"])),
    )


def _appearances(connection: sqlite3.Connection, text_hash: str) -> dict[str, SourceInfo]:
    rows = connection.execute(
        """SELECT appearances.path, metadata FROM appearances JOIN documents ON documents.id = document
        WHERE hash = ?""",
        (text_hash,),
    )
    return {path: metadata_from_json(metadata) for path, metadata in rows}


def _original(appearances: dict[str, SourceInfo]) -> str:
    return min(appearances, key=lambda path: (appearances[path].published or "9999", path))
