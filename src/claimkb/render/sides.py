"""The two sides of a finding as every view shows them: who, where, when, the quote and its decisive words.

Data only, so that the terminal, the report and the browser tell the same
story, each in its own way of drawing.
"""

import re
from dataclasses import dataclass

from claimkb.model import Direction, Stance
from claimkb.records import RelationDetail
from claimkb.render.display import holder, published, remarks, short
from claimkb.render.text import fold

_STANCE_WORDS = {
    Stance.REPORTS: "",
    Stance.ASSERTS: "",
    Stance.ENDORSES: " (the author agrees)",
    Stance.REJECTS: " (the author rejects it)",
}
NOT_NAMED = "not named"

DIRECTIONS = {
    Direction.A_ENTAILS_B: "the first says more: it entails the second",
    Direction.B_ENTAILS_A: "the second says more: it entails the first",
}


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a finding, as far as it is drawn; `text` is the claim as it was read."""

    claim_id: str
    source: str
    when: str
    said_by: str
    text: str
    quote: str
    sentence: str
    marks: tuple[str, ...]
    reliability: str | None = None
    remarks: str = ""


def sides(detail: RelationDetail) -> tuple[Side, Side]:
    """Both sides of a finding."""
    relation = detail.relation
    a = Side(
        claim_id=short(relation.a_id),
        source=relation.a_source,
        when=published(relation.a_published, inferred=detail.a_published_inferred),
        said_by=holder(relation.a_attributed_to) + _STANCE_WORDS[detail.a_stance],
        text=relation.a_text,
        quote=relation.a_quote,
        sentence=detail.a_sentence,
        marks=detail.a_marks,
        reliability=relation.a_reliability,
        remarks=remarks(relation.a_rating, relation.a_note),
    )
    b = Side(
        claim_id=short(relation.b_id),
        source=relation.b_source,
        when=published(relation.b_published, inferred=detail.b_published_inferred),
        said_by=holder(relation.b_attributed_to) + _STANCE_WORDS[detail.b_stance],
        text=relation.b_text,
        quote=relation.b_quote,
        sentence=detail.b_sentence,
        marks=detail.b_marks,
        reliability=relation.b_reliability,
        remarks=remarks(relation.b_rating, relation.b_note),
    )
    return a, b


def mark_spans(quote: str, marks: tuple[str, ...]) -> list[tuple[int, int]]:
    """Where the marked words stand in the quote: whole words first, case apart, overlaps joined."""
    spans = []
    for mark in marks:
        words = re.escape(fold(mark))
        found = re.search(rf"(?<!\w){words}(?!\w)", quote, re.IGNORECASE) if words else None
        if found:
            spans.append(found.span())
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
