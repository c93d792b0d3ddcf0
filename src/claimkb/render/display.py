"""What a reader is told of a record, in words that every view shares.

Who says it, how it is put, when it was published.
"""

from claimkb.assist_records import SecondOpinion
from claimkb.model import Modality, Polarity, RelationKind, Stance, Status
from claimkb.records import (
    ClaimRecord,
    RelationRecord,
)

ID_LENGTH = 8
AUTHOR = "the author"

_STANCES = {Stance.ENDORSES: "endorsed by the author", Stance.REJECTS: "rejected by the author"}


def short(record_id: str) -> str:
    """The part of an id that a reader sees and may type."""
    return record_id[:ID_LENGTH]


def holder(words: str | None) -> str:
    """Who says it, the author if nobody is named."""
    return words or AUTHOR


def manner(claim: ClaimRecord) -> str:
    """How a claim is put, as far as it is not simply asserted and affirmed: "predicted, negated"."""
    words = []
    if claim.modality is not Modality.ASSERTED:
        words.append(claim.modality.value)
    if claim.polarity is Polarity.NEGATED:
        words.append("negated")
    if claim.stance in _STANCES:
        words.append(_STANCES[claim.stance])
    if claim.ambiguous:
        words.append("ambiguous")
    return ", ".join(filter(None, (*words, remarks(claim.rating, claim.note))))


def remarks(rating: str | None, note: str | None) -> str:
    """What people said of a claim."""
    said = (f"rated {rating}" if rating else "", f"note: {note}" if note else "")
    return ", ".join(part for part in said if part)


def rated(source: str, reliability: str | None) -> str:
    """A source with its rating, if it has one: "harbour-gazette [B]"."""
    return f"{source} [{reliability}]" if reliability else source


def span_text(start: str | None, end: str | None) -> str:
    """An interval of days as the shortest words for it: 2021, 2021-05, 2021-05-01, "2021-05-01 to 2021-06-30"."""
    if start is None or end is None:
        return f"since {start}" if start else f"until {end}"
    if start == end:
        return start
    if (start[5:], end[5:]) == ("01-01", "12-31"):
        return start[:4] if start[:4] == end[:4] else f"{start[:4]} to {end[:4]}"
    if start[:7] == end[:7] and start[8:] == "01" and end[8:] >= "28":
        return start[:7]
    return f"{start} to {end}"


def published(date: str | None, *, inferred: bool = False) -> str:
    """The publication date in words; what was read off the text says so."""
    if date is None:
        return "undated"
    return f"{date}, inferred" if inferred else date


def finding(relation: RelationRecord) -> str:
    """Kind, type and confidence, and a person's word if there is one."""
    text = f"{relation.kind.value} · {relation.type} · {relation.confidence:.2f}"
    return text if relation.status is Status.SUGGESTED else f"{text} · {relation.status.value}"


def opinion_words(opinion: SecondOpinion, kind: RelationKind) -> tuple[str, str, str]:
    """What a judge says, whether the rules say so, and what reviews say of the two together."""
    said = f"{opinion.verdict} {opinion.score:.2f}"
    differs = "as the rules say" if opinion.agrees else f"differs from the rules, which say {kind.value}"
    confirmed, decided = opinion.held
    held = (
        f"; {confirmed} of {decided} such findings held on review: {opinion.together:.2f} together"
        if decided
        else ""
    )
    how = "; ".join(filter(None, (opinion.reason, opinion.made_with)))
    return said, differs, held + (f" ({how})" if how else "")
