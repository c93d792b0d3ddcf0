"""What a reader is shown of a record: a few columns in words, for tables and Markdown.

Files get every column of a record; a table shows what a reader needs to
decide whether to look further. The wording here is shared by every view:
who says it, how it is put, when it was published.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from claimkb.assist_records import ExtractorComparison, SecondOpinion
from claimkb.model import Modality, Polarity, RelationKind, Stance, Status
from claimkb.records import (
    ClaimChange,
    ClaimRecord,
    ComparisonRecord,
    DocumentOutcome,
    EntityRecord,
    GroupRecord,
    JournalRecord,
    Problem,
    RelationRecord,
    SourceRecord,
    StatRecord,
    ThemeRecord,
    TimelineRecord,
)
from claimkb.render.rules import RuleRecord, share
from claimkb.render.sheet import Sheet

ID_LENGTH = 8
AUTHOR = "the author"

_STANCES = {Stance.ENDORSES: "endorsed by the author", Stance.REJECTS: "rejected by the author"}


@dataclass(frozen=True, slots=True)
class Column:
    """A shown column: its heading, its text of a record, and whether it holds numbers."""

    heading: str
    text: Callable[[Any], str]
    numeric: bool = False


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


CLAIMS = (
    Column("id", lambda claim: short(claim.id)),
    Column("label", lambda claim: claim.label),
    Column("claim", lambda claim: claim.text),
    Column("said by", lambda claim: holder(claim.attributed_to)),
    Column("how", manner),
    Column("source", lambda claim: claim.source),
    Column("published", lambda claim: claim.published or ""),
)
RELATIONS = (
    Column("id", lambda relation: short(relation.id)),
    Column("finding", finding),
    Column("one side", lambda relation: relation.a_text),
    Column("said by", lambda relation: f"{relation.a_source}: {holder(relation.a_attributed_to)}"),
    Column("other side", lambda relation: relation.b_text),
    Column("said by", lambda relation: f"{relation.b_source}: {holder(relation.b_attributed_to)}"),
)
SOURCES = (
    Column("id", lambda source: short(source.id)),
    Column("source", lambda source: source.name),
    Column("title", lambda source: source.title or ""),
    Column("author", lambda source: source.author or ""),
    Column("published", lambda source: published(source.published, inferred=source.published_inferred)),
    Column("claims", lambda source: str(source.claims), numeric=True),
    Column("rated", lambda source: source.reliability or ""),
    Column("note", lambda source: source.note or ""),
)
THEMES = (
    Column("theme", lambda theme: theme.slug),
    Column("label", lambda theme: theme.label),
    Column("claims", lambda theme: str(theme.claims), numeric=True),
    Column("sources", lambda theme: str(theme.sources), numeric=True),
)
ENTITIES = (
    Column("entity", lambda entity: entity.name),
    Column("kind", lambda entity: entity.kind),
    Column("claims", lambda entity: str(entity.claims), numeric=True),
    Column("sources", lambda entity: str(entity.sources), numeric=True),
    Column("also written", lambda entity: ", ".join(name for name in entity.aliases if name != entity.name)),
)
GROUPS = (
    Column("id", lambda group: short(group.id)),
    Column("voices", lambda group: str(group.voices), numeric=True),
    Column("claim", lambda group: group.text),
    Column("first", lambda group: " ".join(filter(None, (group.first_source, group.first_published)))),
    Column("sources", lambda group: ", ".join(group.sources)),
    Column("dissenters", lambda group: ", ".join(group.dissenters)),
)
OUTCOMES = (
    Column("state", lambda outcome: outcome.state),
    Column("document", lambda outcome: outcome.path),
    Column("claims", lambda outcome: str(outcome.claims), numeric=True),
    Column("agreements", lambda outcome: str(outcome.agreements), numeric=True),
    Column("contradictions", lambda outcome: str(outcome.contradictions), numeric=True),
    Column("why", lambda outcome: f"{outcome.reason} {outcome.next_step}".strip()),
)
PROBLEMS = (
    Column("invariant", lambda problem: problem.invariant),
    Column("where", lambda problem: problem.where),
    Column("found", lambda problem: problem.found),
)
CHANGES = (
    Column("change", lambda change: change.change),
    Column("label", lambda change: change.label),
    Column("words", lambda change: change.words),
    Column("turned", lambda change: "; ".join(change.turned)),
)
RULES = (
    Column("rule", lambda rule: rule.id),
    Column("finds", lambda rule: " · ".join(filter(None, (rule.kind, rule.type)))),
    Column("that is", lambda rule: rule.label),
    Column(
        "confidence", lambda rule: "" if rule.confidence is None else f"{rule.confidence:.2f}", numeric=True
    ),
    Column("held", lambda rule: share(rule.held, rule.reviewed)),
    Column("confirmed here", lambda rule: share(rule.confirmed, rule.decided)),
)

EXTRACTORS = (
    Column("document", lambda one: one.document),
    Column("extractor", lambda one: one.extractor),
    Column("rules", lambda one: str(one.rules_claims), numeric=True),
    Column("model", lambda one: str(one.model_claims), numeric=True),
    Column("both", lambda one: str(one.shared), numeric=True),
    Column("only rules", lambda one: str(one.rules_only), numeric=True),
    Column("only model", lambda one: str(one.model_only), numeric=True),
    Column("rejected", lambda one: str(one.rejected), numeric=True),
    Column("for", lambda one: ", ".join(one.reasons)),
)
JOURNAL = (
    Column("step", lambda step: str(step.number), numeric=True),
    Column("at", lambda step: step.at.replace("T", " ").removesuffix("+00:00")),
    Column("what", lambda step: step.what),
    Column("undone", lambda step: (step.undone or "").replace("T", " ").removesuffix("+00:00")),
)
TIMES = (
    Column("when", lambda time: span_text(time.start, time.end)),
    Column("claim", lambda time: time.text),
    Column("said by", lambda time: holder(time.attributed_to)),
    Column("source", lambda time: time.source),
    Column("id", lambda time: short(time.id)),
)
STATS = (
    Column("of", lambda stat: stat.group),
    Column("what", lambda stat: stat.name),
    Column("number", lambda stat: f"{stat.number:,}", numeric=True),
)
COMPARED = (
    Column("where", lambda pair: pair.where),
    Column("type", lambda pair: pair.type or ""),
    Column("first source", lambda pair: pair.a_text or ""),
    Column("second source", lambda pair: pair.b_text or ""),
)

SHOWN: dict[type, tuple[Column, ...]] = {
    ClaimRecord: CLAIMS,
    RelationRecord: RELATIONS,
    SourceRecord: SOURCES,
    ThemeRecord: THEMES,
    EntityRecord: ENTITIES,
    GroupRecord: GROUPS,
    DocumentOutcome: OUTCOMES,
    Problem: PROBLEMS,
    ClaimChange: CHANGES,
    RuleRecord: RULES,
    ExtractorComparison: EXTRACTORS,
    JournalRecord: JOURNAL,
    TimelineRecord: TIMES,
    StatRecord: STATS,
    ComparisonRecord: COMPARED,
}


def shown_sheet(record: type, records: Iterable[object]) -> Sheet:
    """The shown columns of records as a sheet."""
    columns = SHOWN[record]
    rows = (tuple(column.text(each) for column in columns) for each in records)
    return Sheet(tuple(column.heading for column in columns), rows)


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
