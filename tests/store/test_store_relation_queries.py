"""Which findings a filter chooses, strongest first; and the lists and counts of a base."""

from pathlib import Path

import pytest

from claimkb.errors import NotFoundError
from claimkb.model import RelationKind, Scope, Status
from claimkb.records import RelationFilter, RelationRecord
from claimkb.store.queries import Reader
from claimkb.workflow import ingest, review
from support import PlainParts, document


@pytest.fixture
def base(db: Path, plain: PlainParts) -> Path:
    """The three articles, and a second one of the Monitor that repeats and contradicts the first."""
    later = "The quota was not cut.\nTrade with Norway grew in 2019.\nA storm came."
    plain.documents.append(document("monitor-2.txt", later, name="monitor", title="Later", published="2024"))
    ingest(db, [], parts=plain.parts)
    return db


def sides(record: RelationRecord) -> str:
    return " ".join(sorted((record.a_document, record.b_document)))


CHOICES = [
    (RelationFilter(), 8),
    (RelationFilter(kinds=(RelationKind.AGREEMENT,)), 3),
    (RelationFilter(kinds=(RelationKind.AGREEMENT, RelationKind.CONTRADICTION)), 8),
    (RelationFilter(kinds=(RelationKind.TENSION,)), 0),
    (RelationFilter(scope=Scope.WITHIN_SOURCE), 2),
    (RelationFilter(sources=("harbour",)), 4),
    (RelationFilter(sources=("harbour", "gazette")), 6),
    (RelationFilter(types=("quantity",)), 1),
    (RelationFilter(types=("Quantity", "negation")), 5),
    (RelationFilter(types=("no-such-type",)), 0),
    (RelationFilter(min_confidence=0.8), 5),
    (RelationFilter(min_confidence=0.85), 4),
    (RelationFilter(themes=("fishing",)), 7),
    (RelationFilter(themes=("economy",)), 8),
    (RelationFilter(themes=("weather",)), 0),
    (RelationFilter(limit=3), 3),
    (RelationFilter(statuses=(Status.CONFIRMED,)), 0),
]


@pytest.mark.parametrize(("chosen", "count"), CHOICES)
def test_a_filter_chooses(chosen: RelationFilter, count: int, base: Path) -> None:
    with Reader(base) as reader:
        found = list(reader.relations(chosen))
        assert [detail.relation for detail in reader.relation_details(chosen)] == found
    assert len(found) == count
    strength = [(-record.confidence, record.id) for record in found]
    assert strength == sorted(strength)


def test_findings_are_between_sources_and_not_dismissed(base: Path) -> None:
    with Reader(base) as reader:
        found = [detail.relation for detail in reader.contradictions()]
        assert {record.scope for record in found} == {Scope.CROSS_SOURCE}
        assert {record.kind for record in found} == {RelationKind.CONTRADICTION}
        review(base, found[0].id, Status.DISMISSED, "another year")
        assert [detail.relation.id for detail in reader.contradictions()] == [r.id for r in found[1:]]
        dismissed = RelationFilter(statuses=(Status.DISMISSED,))
        assert [(d.relation.id, d.relation.note) for d in reader.contradictions(dismissed)] == [
            (found[0].id, "another year")
        ]


def test_one_outlet_against_itself_is_found_within_the_source(base: Path) -> None:
    with Reader(base) as reader:
        found = list(reader.relations(RelationFilter(scope=Scope.WITHIN_SOURCE)))
    assert {(record.type, sides(record)) for record in found} == {
        ("negation", "monitor-2.txt monitor.txt"),
        ("same-fact", "monitor-2.txt monitor.txt"),
    }


def test_a_detail_has_what_an_explanation_shows(base: Path) -> None:
    with Reader(base) as reader:
        listed = next(iter(reader.contradictions(RelationFilter(types=("quantity",)))))
        assert reader.relation(listed.relation.id[:6]) == listed
        with pytest.raises(NotFoundError, match="There is no finding"):
            reader.relation("zz")
    assert (listed.rule, listed.key, listed.a_marks) == ("plain-quantity", "fleet", ("a",))
    assert {listed.a_sentence, listed.b_sentence} == {
        "The fleet landed 40 tonnes of cod in 2021.",
        "The fleet landed 55 tonnes of cod in 2021.",
    }


def test_a_claim_has_its_findings_with_it(base: Path) -> None:
    with Reader(base) as reader:
        quota = next(
            record
            for record in reader.claims()
            if record.document == "harbour.txt" and "quota" in record.text
        )
        detail = reader.claim(quota.id)
    assert [found.relation.type for found in detail.relations] == ["negation", "negation", "same-fact"]
    assert all(quota.id in (found.relation.a_id, found.relation.b_id) for found in detail.relations)


def test_a_source_shows_what_all_its_documents_share(base: Path) -> None:
    with Reader(base) as reader:
        monitor = next(source for source in reader.sources() if source.name == "monitor")
        harbour = next(source for source in reader.sources() if source.name == "harbour")
    assert (monitor.documents, monitor.claims, monitor.title, monitor.published) == (2, 6, None, None)
    assert (harbour.documents, harbour.claims, harbour.title) == (1, 3, None)


def test_a_theme_counts_its_narrower_themes_and_comes_before_them(base: Path) -> None:
    with Reader(base) as reader:
        themes = [(theme.slug, theme.claims, theme.sources) for theme in reader.themes()]
        matrix = reader.theme_matrix()
    assert themes == [("economy", 8, 3), ("fishing", 6, 3), ("weather", 3, 2)]
    assert matrix.sources == ("gazette", "harbour", "monitor")
    assert matrix.counts == ((2, 2, 4), (2, 2, 2), (0, 1, 2))


def test_entities_come_with_their_counts(base: Path) -> None:
    with Reader(base) as reader:
        found = [(entity.name, entity.claims, entity.sources) for entity in reader.entities(limit=2)]
    assert found == [("Norway", 2, 1), ("Bergen", 1, 1)]


def test_a_summary_names_the_findings_that_say_most(base: Path) -> None:
    with Reader(base) as reader:
        summary = reader.summary(limit=2)
    assert (summary.sources, summary.documents, summary.claims) == (3, 4, 12)
    assert summary.findings == {"agreement": 2, "contradiction": 4}
    assert [theme.slug for theme in summary.themes] == ["economy", "fishing"]
    assert [claim.agreements for claim in summary.corroborated] == [1, 1]
    assert summary.contradiction is not None
    assert summary.contradiction.relation.confidence == 0.9


def test_one_source_that_repeats_itself_corroborates_once(db: Path, plain: PlainParts) -> None:
    plain.documents = [
        document("a.txt", "Prices fell in Bergen.\nThe quota was cut."),
        document("b.txt", "Prices fell in Bergen.\nA calm day.\nPrices fell in Bergen."),
        document("b-2.txt", "A storm came.\nPrices fell in Bergen.", name="b"),
        document("c.txt", "The quota was cut.\nCod is dear."),
        document("d.txt", "The quota was cut.\nCod is cheap."),
    ]
    ingest(db, [], parts=plain.parts)
    with Reader(db) as reader:
        best = reader.summary(limit=4).corroborated
    assert [(claim.document, claim.text, claim.agreements) for claim in best] == [
        ("a.txt", "The quota was cut.", 2),
        ("c.txt", "The quota was cut.", 2),
        ("d.txt", "The quota was cut.", 2),
        ("a.txt", "Prices fell in Bergen.", 3),
    ]


def test_decisions_are_counted_by_rule(base: Path) -> None:
    with Reader(base) as reader:
        first, second, *_ = [detail.relation.id for detail in reader.contradictions()]
        review(base, first, Status.CONFIRMED)
        review(base, second, Status.DISMISSED, "not the same quota")
        assert reader.held_on_review() == {"plain-negation": (1, 2)}
        assert {(made.relation_id, made.status, made.note) for made in reader.reviews()} == {
            (first, Status.CONFIRMED, None),
            (second, Status.DISMISSED, "not the same quota"),
        }
        review(base, second, Status.SUGGESTED)
        assert reader.held_on_review() == {"plain-negation": (1, 1)}
        assert reader.relation(second).relation.status == Status.SUGGESTED
