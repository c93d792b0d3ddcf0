"""What an ingest does to a base, and what it leaves alone."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from claimkb.errors import StoreError
from claimkb.model import Document, Refusal, RelationKind, Status, Theme
from claimkb.records import ClaimFilter
from claimkb.store.queries import Reader
from claimkb.store.store import Store
from claimkb.workflow import Parts, check, ingest, review
from support import ARTICLES, PlainParts, document

Export = Callable[[Path], str]


def states(db: Path, plain: PlainParts, *documents: Document | Refusal) -> list[str]:
    """The states of these documents after one more ingest, which leaves the base sound."""
    plain.documents = list(documents)  # type: ignore[arg-type]
    found = [outcome.state for outcome in ingest(db, [], parts=plain.parts).documents]
    assert check(db, parts=plain.parts) == ()
    return found


def fresh(
    tmp_path: Path, export: Export, *documents: Document, taxonomy: tuple[Theme, ...] | None = None
) -> str:
    """What a new base exports that takes in these documents."""
    plain = PlainParts()
    plain.taxonomy = taxonomy or plain.taxonomy
    plain.documents = list(documents)
    ingest(tmp_path / "fresh.db", [], parts=plain.parts)
    return export(tmp_path / "fresh.db")


def test_each_document_has_an_outcome_as_it_is_done(db: Path, plain: PlainParts) -> None:
    refusal = Refusal("scan.pdf", "It holds no text.", "Run OCR on it.")
    plain.documents.append(refusal)  # type: ignore[arg-type]
    plain.documents.append(document("es.txt", "España ganó."))
    seen: list[str] = []
    report = ingest(db, [], parts=plain.parts, on_progress=lambda outcome: seen.append(outcome.path))
    assert seen == ["harbour.txt", "gazette.txt", "monitor.txt", "scan.pdf", "es.txt"]
    assert [(o.state, o.claims, o.skipped, o.agreements, o.contradictions) for o in report.documents] == [
        ("added", 3, 2, 0, 0),
        ("added", 3, 0, 0, 2),
        ("added", 3, 0, 1, 1),
        ("refused", 0, 0, 0, 0),
        ("refused", 0, 0, 0, 0),
    ]
    assert [(o.path, o.reason, o.next_step) for o in report.refused] == [
        ("scan.pdf", "It holds no text.", "Run OCR on it."),
        ("es.txt", "The text is not English.", "Leave it out."),
    ]
    assert report.taken == 3
    assert report.counts == {"added": 3, "refused": 2}


def test_a_second_ingest_changes_nothing(db: Path, plain: PlainParts, export: Export) -> None:
    ingest(db, [], parts=plain.parts)
    before, plain.extractor.parsed = export(db), []
    assert states(db, plain, *plain.documents) == ["unchanged"] * 3
    assert plain.extractor.parsed == []
    assert export(db) == before


def test_an_ingest_of_nothing_new_never_makes_the_parser(db: Path, plain: PlainParts) -> None:
    ingest(db, [], parts=plain.parts)
    made: list[str] = []

    def make() -> object:
        made.append("made")
        raise AssertionError

    again = replace(plain.parts, make_extractor=make)
    assert ingest(db, [], parts=again).counts == {"unchanged": 3}
    assert made == []


def test_refresh_reads_everything_anew_to_the_same_end(db: Path, plain: PlainParts, export: Export) -> None:
    ingest(db, [], parts=plain.parts)
    before, plain.extractor.parsed = export(db), []
    assert ingest(db, [], parts=plain.parts, refresh=True).counts == {"changed": 3}
    assert plain.extractor.parsed == ["harbour.txt", "gazette.txt", "monitor.txt"]
    assert export(db) == before


def test_a_changed_file_replaces_its_claims(
    db: Path, plain: PlainParts, tmp_path: Path, export: Export
) -> None:
    harbour, gazette, monitor = plain.documents
    states(db, plain, harbour, gazette, monitor)
    changed = document("gazette.txt", "The fleet landed 40 tonnes of cod in 2021.\nThe quota was cut.")
    assert states(db, plain, changed) == ["changed"]
    assert export(db) == fresh(tmp_path, export, harbour, changed, monitor)


def test_decisions_outlive_a_change_of_the_file(db: Path, plain: PlainParts) -> None:
    states(db, plain, *plain.documents)
    with Reader(db) as reader:
        quota = next(
            d.relation
            for d in reader.contradictions()
            if {d.relation.a_source, d.relation.b_source} == {"harbour", "gazette"}
            and d.relation.type == "negation"
        )
    review(db, quota.id[:8], Status.DISMISSED, "another quota")
    states(db, plain, document("gazette.txt", "New first line.\n" + ARTICLES["gazette.txt"]))
    with Reader(db) as reader:
        assert quota.id not in {record.id for record in reader.relations()}
        kept = [(record.status, record.note) for record in reader.relations() if record.note]
    assert kept == [(Status.DISMISSED, "another quota")]


def test_decisions_outlive_the_removal_of_a_file_and_a_new_name_of_the_source(
    db: Path, plain: PlainParts
) -> None:
    states(db, plain, *plain.documents)
    with Reader(db) as reader:
        finding = next(iter(reader.agreements())).relation.id
    review(db, finding, Status.CONFIRMED, "seen")
    states(db, plain, document("monitor.txt", "Nothing of the kind."))
    states(db, plain, document("monitor.txt", ARTICLES["monitor.txt"], name="The Monitor"))
    with Reader(db) as reader:
        assert reader.relation(finding).relation.status == Status.CONFIRMED
        assert reader.held_on_review() == {"plain-same-fact": (1, 1)}


def test_the_same_text_under_another_path_is_one_document(
    db: Path, plain: PlainParts, export: Export
) -> None:
    states(db, plain, *plain.documents)
    before = export(db)
    copy = document("reprints/z.txt", ARTICLES["harbour.txt"])
    assert states(db, plain, copy) == ["duplicate"]
    assert states(db, plain, copy) == ["duplicate"]
    assert export(db) == before


@pytest.mark.parametrize("first", ["a.txt", "b.txt"])
def test_of_two_paths_of_a_text_the_earlier_published_is_the_original(
    first: str, db: Path, plain: PlainParts, tmp_path: Path, export: Export
) -> None:
    one = document("a.txt", "The quota was cut.", published="2024-05")
    two = document("b.txt", "The quota was cut.", published="2024-04-30", name="First Post")
    order = (one, two) if first == "a.txt" else (two, one)
    assert states(db, plain, *order) == ["added", "duplicate"]
    with Reader(db) as reader:
        (claim,) = reader.claims()
    assert (claim.document, claim.source, claim.published) == ("b.txt", "First Post", "2024-04-30")
    assert export(db) == fresh(tmp_path, export, two, one)


def test_a_copy_that_changes_becomes_a_document_of_its_own(db: Path, plain: PlainParts) -> None:
    one, two = document("a.txt", "The quota was cut."), document("b.txt", "The quota was cut.")
    states(db, plain, one, two)
    assert states(db, plain, document("a.txt", "The quota was not cut.")) == ["changed"]
    with Reader(db) as reader:
        assert [(claim.document, claim.text) for claim in reader.claims()] == [
            ("a.txt", "The quota was not cut."),
            ("b.txt", "The quota was cut."),
        ]
        assert [found.relation.type for found in reader.contradictions()] == ["negation"]


def test_two_files_that_swap_their_texts(db: Path, plain: PlainParts, tmp_path: Path, export: Export) -> None:
    one, two = document("a.txt", "The quota was cut."), document("b.txt", "The quota was not cut.")
    states(db, plain, one, two)
    swapped = (document("a.txt", two.text), document("b.txt", one.text))
    assert states(db, plain, *swapped) == ["duplicate", "changed"]
    assert export(db) == fresh(tmp_path, export, *swapped)


METADATA = [
    ({"title": "New title"}, False),
    ({"name": "The Harbour Post"}, False),
    ({"author": "A. Olsen", "url": "https://post.example/1", "reliability": "high"}, False),
    ({"published": "2022-03"}, True),  # "last month" is read against it
    ({"published": "2022-03", "inferred": frozenset({"published"})}, True),
]


@pytest.mark.parametrize(("known", "parsed"), METADATA)
def test_new_metadata_is_written_over_the_old(
    known: dict[str, object], parsed: bool, db: Path, plain: PlainParts, tmp_path: Path, export: Export
) -> None:
    harbour, gazette, monitor = plain.documents
    states(db, plain, harbour, gazette, monitor)
    plain.extractor.parsed = []
    told = document("harbour.txt", harbour.text, **known)
    assert states(db, plain, told, gazette, monitor) == ["changed", "unchanged", "unchanged"]
    assert plain.extractor.parsed == (["harbour.txt"] if parsed else [])
    assert export(db) == fresh(tmp_path, export, told, gazette, monitor)
    assert states(db, plain, harbour) == ["changed"]
    assert states(db, plain, harbour, gazette, monitor) == ["unchanged"] * 3


def test_what_extraction_inferred_stays_when_other_metadata_changes(db: Path, plain: PlainParts) -> None:
    class Inferring(type(plain.extractor)):  # type: ignore[misc]
        def extract(self, given: Document, themes: object) -> object:
            inferred = replace(
                given.source, published=given.source.published or "2020", inferred=frozenset({"published"})
            )
            return replace(super().extract(given, themes), document=replace(given, source=inferred))

    plain.extractor = Inferring()
    text = "The quota was cut."
    assert states(db, plain, document("a.txt", text)) == ["added"]
    assert states(db, plain, document("a.txt", text)) == ["unchanged"]
    assert states(db, plain, document("a.txt", text, title="T")) == ["changed"]
    assert plain.extractor.parsed == ["a.txt"]
    with Reader(db) as reader:
        (source,) = reader.sources()
    assert (source.title, source.published, source.published_inferred) == ("T", "2020", True)


def test_a_source_of_another_name_changes_the_scope_of_its_findings(db: Path, plain: PlainParts) -> None:
    harbour, gazette, monitor = plain.documents
    states(db, plain, harbour, gazette, monitor)
    states(db, plain, document("monitor.txt", monitor.text, name="gazette"))
    with Reader(db) as reader:
        assert [record.scope for record in reader.relations() if record.kind == RelationKind.AGREEMENT] == [
            "within-source"
        ]
        assert [source.name for source in reader.sources()] == ["gazette", "harbour"]


def test_new_themes_are_tagged_without_parsing(
    db: Path, plain: PlainParts, tmp_path: Path, export: Export
) -> None:
    states(db, plain, *plain.documents)
    plain.extractor.parsed = []
    plain.taxonomy = (Theme("fishing", "Fish", ("cod",)), Theme("ports", "Ports", ("boats", "café")))
    documents = tuple(plain.documents)
    assert states(db, plain, *documents) == ["changed", "changed", "changed"]
    assert plain.extractor.parsed == []
    assert export(db) == fresh(tmp_path, export, *documents, taxonomy=plain.taxonomy)
    with Reader(db) as reader:
        assert [theme.slug for theme in reader.themes()] == ["fishing", "ports"]


def test_texts_from_standard_input_do_not_replace_each_other(db: Path, plain: PlainParts) -> None:
    texts = [document("-", f"The quota was {word}.", name="standard input") for word in ("cut", "raised")]
    assert states(db, plain, *texts) == ["added", "added"]
    assert states(db, plain, *texts) == ["unchanged", "unchanged"]


def test_an_extraction_that_breaks_costs_one_document(db: Path, plain: PlainParts) -> None:
    class Breaking(type(plain.extractor)):  # type: ignore[misc]
        def extract(self, given: Document, themes: object) -> object:
            if given.path == "gazette.txt":
                raise IndexError("list index out of range")
            return super().extract(given, themes)

    plain.extractor = Breaking()
    report = ingest(db, [], parts=plain.parts)
    assert [outcome.state for outcome in report.documents] == ["added", "refused", "added"]
    assert "IndexError: list index out of range" in report.refused[0].reason


def test_nothing_to_read_makes_no_base(db: Path, plain: PlainParts) -> None:
    plain.documents = [Refusal("none.txt", "There is no such file.", "Check the path.")]  # type: ignore[list-item]
    assert ingest(db, [], parts=plain.parts).taken == 0
    assert not db.exists()


def test_an_interrupt_leaves_the_documents_before_it(db: Path, plain: PlainParts) -> None:
    def interrupt_in_second(a: object, b: object, key: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ingest(db, [], parts=replace(plain.parts, judge=interrupt_in_second))
    assert check(db, parts=plain.parts) == ()
    with Reader(db) as reader:
        assert [source.name for source in reader.sources()] == ["harbour"]
    assert ingest(db, [], parts=plain.parts).counts == {"unchanged": 1, "added": 2}


def test_readers_see_the_last_state_while_a_document_is_written(db: Path, plain: PlainParts) -> None:
    counts: list[int] = []

    def reading(a: object, b: object, key: str) -> object:
        with Reader(db) as reader:
            counts.append(len(list(reader.claims())))
        return plain.parts.judge(a, b, key)  # type: ignore[arg-type]

    ingest(db, [], parts=replace(plain.parts, judge=reading))
    assert set(counts) == {3, 6}
    with Reader(db) as reader:
        assert len(list(reader.claims(ClaimFilter()))) == 9


def test_a_second_writer_waits_and_then_says_so(db: Path) -> None:
    with Store.open(db) as one, Store.open(db) as two, one.transaction():
        two.connection.execute("PRAGMA busy_timeout = 1")
        with pytest.raises(StoreError, match="another process"), two.transaction():
            pass


def test_what_another_process_wrote_while_a_text_was_parsed_is_seen(db: Path, plain: PlainParts) -> None:
    class Overtaken(type(plain.extractor)):  # type: ignore[misc]
        def extract(self, given: Document, themes: object) -> object:
            if not self.parsed:
                self.parsed.append("overtaken")
                other = PlainParts()
                other.documents = [given]
                ingest(db, [], parts=other.parts)
            return super().extract(given, themes)

    plain.extractor = Overtaken()
    plain.documents = plain.documents[:1]
    assert ingest(db, [], parts=plain.parts).counts == {"unchanged": 1}
    assert check(db, parts=plain.parts) == ()


def test_an_error_within_a_transaction_takes_all_of_it_back(db: Path, plain: PlainParts) -> None:
    def broken(a: object, b: object, key: str) -> None:
        raise sqlite3.OperationalError("disk I/O error")

    with pytest.raises(StoreError):
        ingest(db, [], parts=replace(plain.parts, judge=broken))
    with Reader(db) as reader:
        assert len(list(reader.claims())) == 3


def test_parts_are_the_real_ones_by_default() -> None:
    assert Parts().keys.__module__ == "claimkb.workflow.parts"
