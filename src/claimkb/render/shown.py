"""The columns that a table or a Markdown list shows of each kind of record.

Files get every column of a record; a table shows what a reader needs to
decide whether to look further.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from claimkb.assist_records import ExtractorComparison
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
from claimkb.render.display import finding, holder, manner, published, short, span_text
from claimkb.render.rules import RuleRecord, share
from claimkb.render.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Column:
    """A shown column: its heading, its text of a record, and whether it holds numbers."""

    heading: str
    text: Callable[[Any], str]
    numeric: bool = False


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
