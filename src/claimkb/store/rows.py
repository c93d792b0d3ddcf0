"""Rows of the database and the dataclasses they hold, one to the other and back.

Pure functions of rows: no connection, no sqlite-utils, so that both the
reading and the writing side use them. What no query filters by (frames,
notes, evidence) is compact JSON; everything else has its own column. A claim
that goes in comes out equal.
"""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import fields
from typing import Any

from claimkb.model import (
    Argument,
    Claim,
    Comparator,
    EntityMention,
    Evidence,
    Frame,
    Holder,
    Modality,
    Polarity,
    Precision,
    Quantity,
    Sentence,
    SentenceRole,
    SourceInfo,
    Stance,
    ThemeTag,
    TimeRef,
    Verdict,
)
from claimkb.store.identity import claim_content, sentence_digest

Row = sqlite3.Row


def to_json(value: object) -> str:
    """Compact JSON that is the same for the same value everywhere."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def metadata_json(source: SourceInfo) -> str:
    """All that is known of a source, as an appearance remembers it."""
    known = {field.name: getattr(source, field.name) for field in fields(source)}
    return to_json(known | {"themes": list(source.themes), "inferred": sorted(source.inferred)})


def metadata_from_json(text: str) -> SourceInfo:
    """The reverse of `metadata_json`."""
    known = json.loads(text)
    return SourceInfo(**known | {"themes": tuple(known["themes"]), "inferred": frozenset(known["inferred"])})


def sentence_row(document: int, sentence: Sentence, text: str) -> dict[str, Any]:
    """The row of one sentence of a document with this text."""
    return {
        "document": document,
        "position": sentence.index,
        "start": sentence.start,
        "end": sentence.end,
        "role": str(sentence.role),
        "reason": sentence.reason,
        "digest": sentence_digest(text[sentence.start : sentence.end]),
    }


def sentence_from_row(row: Row) -> Sentence:
    """The sentence of a row."""
    return Sentence(row["position"], row["start"], row["end"], SentenceRole(row["role"]), row["reason"])


def claim_row(key: int, document: int, position: int, claim: Claim, source: str) -> dict[str, Any]:
    """The row of a claim itself; its quantities, dates, entities and themes have rows of their own."""
    return {
        "id": key,
        "uid": claim.id,
        "document": document,
        "position": position,
        "sentence": claim.sentence,
        "label": claim.label,
        "text": claim.text,
        "as_written": claim.as_written,
        "quote": claim.quote,
        "start": claim.start,
        "end": claim.end,
        "subject": claim.subject,
        "predicate": claim.predicate,
        "object": claim.object,
        "polarity": str(claim.polarity),
        "modality": str(claim.modality),
        "holder": claim.holder.text if claim.holder else None,
        "holder_key": claim.holder.key if claim.holder else None,
        "stance": str(claim.stance),
        "ambiguous": int(claim.ambiguous),
        "doubtful": int(claim.doubtful),
        "frame": frame_json(claim.frame),
        "notes": to_json(claim.notes),
        "content": claim_content(claim, source),
        "extractor": claim.extractor,
    }


def quantity_rows(key: int, quantities: Iterable[Quantity]) -> list[dict[str, Any]]:
    """The rows of a claim's quantities."""
    return [_columns(quantity, key, position) for position, quantity in enumerate(quantities)]


def quantity_from_row(row: Row) -> Quantity:
    """The quantity of a row: the claim, the position, then its fields in their order."""
    _, _, low, high, unit, comparator, approximate, of, text, start, end = row
    return Quantity(low, high, unit, Comparator(comparator), bool(approximate), of, text, start, end)


def date_rows(key: int, dates: Iterable[TimeRef]) -> list[dict[str, Any]]:
    """The rows of the times a claim speaks of."""
    return [_columns(date, key, position) for position, date in enumerate(dates)]


def date_from_row(row: Row) -> TimeRef:
    """The time of a row: the claim, the position, then its fields in their order."""
    _, _, start, end, precision, deictic, text, char_start, char_end = row
    return TimeRef(start, end, Precision(precision), bool(deictic), text, char_start, char_end)


def frame_json(frame: Frame) -> str:
    """A frame as a list: predicate, tense, passive, arguments."""
    arguments = [[a.role, a.head, a.terms, a.entities, a.text] for a in frame.arguments]
    return to_json([frame.predicate, frame.tense, int(frame.passive), arguments])


def frame_from_json(text: str) -> Frame:
    """The reverse of `frame_json`."""
    predicate, tense, passive, arguments = json.loads(text)
    return Frame(
        tuple(predicate),
        tuple(
            Argument(role, head, tuple(terms), tuple(names), words)
            for role, head, terms, names, words in arguments
        ),
        tense,
        bool(passive),
    )


def evidence_json(evidence: Iterable[Evidence]) -> str:
    """The comparisons of a verdict, each as a list of its fields in order."""
    return to_json([[e.comparison, e.a, e.b, e.level, e.label] for e in evidence])


def evidence_from_json(text: str) -> tuple[Evidence, ...]:
    """The reverse of `evidence_json`."""
    return tuple(Evidence(*comparison) for comparison in json.loads(text))


def verdict_columns(verdict: Verdict) -> dict[str, Any]:
    """The columns of a relation that its verdict fills."""
    return {
        "kind": str(verdict.kind),
        "type": verdict.type,
        "rule": verdict.rule,
        "label": verdict.label,
        "reason": verdict.reason,
        "confidence": verdict.confidence,
        "evidence": evidence_json(verdict.evidence),
        "key": verdict.key,
        "direction": str(verdict.direction),
        "a_marks": to_json(verdict.a_marks),
        "b_marks": to_json(verdict.b_marks),
    }


# The columns of a claim in the order in which `claim_from_row` takes them: by place, since a row that is asked by
# name goes through all its names, which was a third of reading a claim.
CLAIM_COLUMNS = (
    "uid", "label", "text", "as_written", "quote", "start", "end", "sentence", "subject", "predicate", "object",
    "polarity", "modality", "holder", "holder_key", "stance", "frame", "ambiguous", "doubtful", "notes", "extractor",
)  # fmt: skip


def claim_from_row(
    values: Sequence[Any],
    quantities: Iterable[Quantity],
    dates: Iterable[TimeRef],
    entities: Iterable[EntityMention],
    themes: Iterable[ThemeTag],
) -> Claim:
    """A claim from its `CLAIM_COLUMNS` and those that hang on it."""
    words, (polarity, modality, holder, holder_key, stance), rest = values[:11], values[11:16], values[16:]
    frame, ambiguous, doubtful, notes, extractor = rest
    uid, label, text, as_written, quote, start, end, sentence, subject, predicate, what = words
    return Claim(
        uid,
        label,
        text,
        as_written,
        quote,
        start,
        end,
        sentence,
        subject,
        predicate,
        what,
        Polarity(polarity),
        Modality(modality),
        None if holder_key is None else Holder(holder, holder_key),
        Stance(stance),
        tuple(quantities),
        tuple(dates),
        tuple(entities),
        tuple(themes),
        frame_from_json(frame),
        bool(ambiguous),
        bool(doubtful),
        () if notes == "[]" else tuple(json.loads(notes)),
        extractor,
    )


def _columns(record: Quantity | TimeRef, claim: int, position: int) -> dict[str, Any]:
    """The fields of a record that hangs on a claim; its columns have the same names."""
    return {"claim": claim, "position": position} | {f.name: getattr(record, f.name) for f in fields(record)}
