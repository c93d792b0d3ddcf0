"""Reading the knowledge base: one `Reader`, whose methods return records.

Nothing here can write, and nothing here loads the writer, the parser or
numpy: a query costs a few milliseconds. Listings stream in a stable order.
Findings are those between sources that nobody has dismissed, strongest first,
unless a filter says otherwise.
"""

# ruff: noqa: S608 - statements are composed of constants; every value is bound to a placeholder

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from claimkb.model import Original, RelationKind, Scope, SourceInfo, Status
from claimkb.records import (
    Article,
    ArticleHead,
    ClaimDetail,
    ClaimFilter,
    ClaimRecord,
    DocumentRecord,
    DocumentVersion,
    EntityRecord,
    GroupRecord,
    JournalRecord,
    RelationDetail,
    RelationFilter,
    RelationRecord,
    ReviewDecision,
    SourceRecord,
    ThemeMatrix,
    ThemeRecord,
)
from claimkb.store import (
    articles,
    choosing,
    columns,
    decisions,
    feeds,
    groups,
    listings,
    names,
    originals,
    records,
    theme_counts,
    versions,
)
from claimkb.store.listings import Summary
from claimkb.store.marks import MarkReading
from claimkb.store.rows import metadata_from_json
from claimkb.store.view_reading import ALL_CLAIMS, ViewReading

ALL_RELATIONS = RelationFilter()
UNDECIDED = (Status.SUGGESTED, Status.CONFIRMED)  # what a listing shows unless it is asked for more


class Reader(MarkReading, ViewReading):
    """An open knowledge base that can only be read; close it, or use it as a context manager."""

    def claims(self, chosen: ClaimFilter = ALL_CLAIMS) -> Iterator[ClaimRecord]:
        """The claims that a filter chooses, in its order."""
        with self._reading() as connection:
            yield from records.claim_records(connection, choosing.claim_rows(connection, chosen))

    def claim(self, claim_id: str) -> ClaimDetail:
        """A claim whole, by its id or the beginning of it that no other has."""
        with self._reading() as connection:
            key = names.by_id(connection, "claims", "claim", claim_id)
            row = connection.execute(
                f"SELECT {columns.CLAIM_COLUMNS}, {columns.PROVENANCE} FROM {columns.CLAIM_TABLES}"
                " WHERE claims.id = ?",
                (key,),
            ).fetchone()
            sentence = connection.execute(
                columns.SENTENCE, {"document": row["document"], "position": row["sentence"]}
            ).fetchone()
            found = connection.execute(
                f"""SELECT {columns.DETAIL_COLUMNS} FROM {columns.RELATION_TABLES} WHERE relations.id IN
                (SELECT id FROM relations WHERE a = ?1 UNION SELECT id FROM relations WHERE b = ?1)
                ORDER BY relations.scope, {choosing.STRONGEST}""",
                (key,),
            )
            (record,) = records.claim_records(connection, [row])
            return records.claim_detail(record, row, sentence, records.relation_details(connection, found))

    def web_pages(self) -> dict[str, SourceInfo]:
        """The pages that were fetched, each with what was known of it then."""
        with self._reading() as connection:
            rows = connection.execute(
                """SELECT path, metadata FROM appearances
                WHERE path IN (SELECT path FROM originals) ORDER BY path"""
            )
            return {path: metadata_from_json(metadata) for path, metadata in rows}

    def feeds(self) -> dict[str, Mapping[str, object]]:
        """The feeds that are followed, each with what a person said of its articles."""
        with self._reading() as connection:
            return feeds.feeds(connection)

    def versions(self, document: str) -> tuple[DocumentVersion, ...]:
        """All that a document has held, oldest first; found by its path, the end of it, or its source."""
        with self._reading() as connection:
            return versions.versions(connection, versions.path_named(connection, document))

    def originals(self, document: str | None = None) -> Iterator[tuple[str, Original]]:
        """The pages kept of a document, or of all: paths with what was fetched, oldest first."""
        with self._reading() as connection:
            path = None if document is None else versions.path_named(connection, document)
            yield from originals.originals(connection, path)

    def relations(self, chosen: RelationFilter = ALL_RELATIONS) -> Iterator[RelationRecord]:
        """The findings that a filter chooses, strongest first; without one all of them."""
        with self._reading() as connection:
            rows = choosing.relation_rows(connection, chosen, columns.RELATION_COLUMNS)
            yield from records.relation_records(connection, rows)

    def groups(self, chosen: RelationFilter = ALL_RELATIONS, min_voices: int = 2) -> tuple[GroupRecord, ...]:
        """Agreements gathered: which claims independent voices bear out, and who dissents."""
        with self._reading() as connection:
            return groups.groups(connection, chosen, min_voices)

    def relation_details(self, chosen: RelationFilter = ALL_RELATIONS) -> Iterator[RelationDetail]:
        """The same findings with all that an explanation shows."""
        with self._reading() as connection:
            rows = choosing.relation_rows(connection, chosen, columns.DETAIL_COLUMNS)
            yield from records.relation_details(connection, rows)

    def relation(self, relation_id: str) -> RelationDetail:
        """One finding, by its id or the beginning of it that no other has."""
        with self._reading() as connection:
            key = names.by_id(connection, "relations", "finding", relation_id)
            sql = f"SELECT {columns.DETAIL_COLUMNS} FROM {columns.RELATION_TABLES} WHERE relations.id = ?"
            (detail,) = records.relation_details(connection, connection.execute(sql, (key,)))
            return detail

    def contradictions(self, chosen: RelationFilter = ALL_RELATIONS) -> Iterator[RelationDetail]:
        """Contradictions (or the kinds the filter names) between sources that nobody has dismissed."""
        return self.relation_details(findings_filter(chosen, RelationKind.CONTRADICTION))

    def agreements(self, chosen: RelationFilter = ALL_RELATIONS) -> Iterator[RelationDetail]:
        """Agreements between sources that nobody has dismissed."""
        return self.relation_details(findings_filter(chosen, RelationKind.AGREEMENT))

    def sources(self) -> tuple[SourceRecord, ...]:
        """All sources, by name."""
        with self._reading() as connection:
            return listings.sources(connection)

    def articles(self, sources: Sequence[str] = ()) -> tuple[ArticleHead, ...]:
        """The documents of the sources named, or all, by path."""
        with self._reading() as connection:
            return articles.articles(connection, sources)

    def article(self, path: str) -> Article:
        """A document whole, by a path it was given under."""
        with self._reading() as connection:
            return articles.article(connection, path)

    def themes(self) -> tuple[ThemeRecord, ...]:
        """All themes, broader ones before their narrower ones, with their counts."""
        with self._reading() as connection:
            return theme_counts.themes(connection)

    def theme_matrix(self) -> ThemeMatrix:
        """How many claims of each theme each source has; only themes that have any."""
        with self._reading() as connection:
            return theme_counts.theme_matrix(connection)

    def choices(self, sources: int) -> tuple[tuple[ThemeRecord, ...], tuple[str, ...]]:
        """What a form offers: themes that have claims (without counts), and the names of so many sources."""
        with self._reading() as connection:
            return theme_counts.choices(connection, sources)

    def entities(self, limit: int | None = None) -> tuple[EntityRecord, ...]:
        """The entities, those in most claims first."""
        with self._reading() as connection:
            return listings.entities(connection, limit)

    def summary(self, limit: int = 5) -> Summary:
        """The counts and the most telling findings, as shown after an ingest."""
        with self._reading() as connection:
            return listings.summary(connection, limit)

    def reviews(self) -> tuple[ReviewDecision, ...]:
        """The decisions people made, newest first."""
        with self._reading() as connection:
            return listings.reviews(connection)

    def documents(self) -> tuple[DocumentRecord, ...]:
        """All documents with their citations, by path."""
        with self._reading() as connection:
            return listings.documents(connection)

    def journal(self, limit: int | None = None) -> tuple[JournalRecord, ...]:
        """What people decided, step by step, newest first."""
        with self._reading() as connection:
            return decisions.entries(connection, limit)

    def queries(self) -> dict[str, list[str]]:
        """The saved queries: the arguments of a command by name."""
        with self._reading() as connection:
            return {
                name: json.loads(value)
                for name, value in decisions.values_of(connection, decisions.Kind.QUERY).items()
            }

    def held_on_review(self) -> dict[str, tuple[int, int]]:
        """For each rule, how many of its findings were confirmed, and how many decided on."""
        with self._reading() as connection:
            return listings.held_on_review(connection)


def findings_filter(chosen: RelationFilter, kind: RelationKind) -> RelationFilter:
    """A filter with the defaults of a listing of findings: this kind, between sources, none dismissed."""
    return replace(
        chosen,
        kinds=chosen.kinds or (kind,),
        scope=chosen.scope or Scope.CROSS_SOURCE,
        statuses=chosen.statuses or UNDECIDED,
    )
