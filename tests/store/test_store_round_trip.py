"""What goes into the store comes out equal."""

from pathlib import Path

from claimkb.model import (
    Argument,
    Claim,
    Comparator,
    Direction,
    EntityMention,
    Evidence,
    Extraction,
    Frame,
    Holder,
    Modality,
    Polarity,
    Precision,
    Quantity,
    Relation,
    RelationKind,
    Scope,
    Sentence,
    SentenceRole,
    SourceInfo,
    Stance,
    ThemeTag,
    TimeRef,
    Verdict,
)
from claimkb.store.identity import relation_id
from claimkb.store.loading import load_compared
from claimkb.store.queries import Reader
from claimkb.store.rows import metadata_from_json, metadata_json
from claimkb.store.store import Store
from support import document

TEXT = "Norway’s fleet, officials said in March 2021, may have lost nearly 1.5 million kroner — “not little”."


def span(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def full_claim(claim_id: str = "0a1b2c3d4e5f") -> Claim:
    """A claim with every field filled, most of them awkwardly."""
    return Claim(
        id=claim_id,
        label="1.5M kroner lost",
        text="Norway’s fleet may have lost nearly 1.5 million kroner in March 2021.",
        as_written="It may have lost nearly 1.5 million kroner in March 2021.",
        quote=TEXT[:96],
        start=0,
        end=96,
        sentence=0,
        subject="Norway’s fleet",
        predicate="may have lost",
        object='nearly "1.5" million kroner',
        polarity=Polarity.NEGATED,
        modality=Modality.POSSIBLE,
        holder=Holder("officials", "official"),
        stance=Stance.REPORTS,
        quantities=(
            Quantity(
                None,
                1.5e6,
                "NOK",
                Comparator.NEARLY,
                True,
                "loss",
                "nearly 1.5 million",
                *span("nearly 1.5 million"),
            ),
            Quantity(
                0.1 + 0.2, None, None, Comparator.MORE_THAN, False, None, "not little", *span("not little")
            ),
        ),
        dates=(
            TimeRef("2021-03-01", "2021-03-31", Precision.MONTH, False, "March 2021", *span("March 2021")),
            TimeRef(None, None, Precision.PERIOD, True, "March", *span("March")),
        ),
        entities=(
            EntityMention("Norway", "country", "Norway", *span("Norway")),
            EntityMention("Norway", "country", "Norway’s", *span("Norway’s")),
            EntityMention("Norway", "organisation", "Norway", *span("Norway")),
        ),
        themes=(ThemeTag("weather", ("rain",)), ThemeTag("fishing", ("fleet", "lost + kroner"))),
        frame=Frame(
            ("may", "lose"),
            (
                Argument("subject", "fleet", ("norway", "fleet"), ("Norway",), "Norway’s fleet"),
                Argument("object", "krone", (), (), ""),
            ),
            "past",
            passive=True,
        ),
        ambiguous=True,
        doubtful=True,
        notes=("a note with ; and \t", "naïve"),
    )


def store_claims(path: Path, *claims: Claim, source: SourceInfo) -> None:
    given = document("a/b.txt", TEXT)
    extraction = Extraction(
        document=type(given)(given.path, given.text, given.hash, source),
        sentences=(Sentence(0, 0, len(TEXT), SentenceRole.CLAIMS, ""),),
        claims=claims,
        parser="test 1",
    )
    with Store.open(path) as store, store.transaction():
        plan = store.plan(extraction.document, "")
        store.apply(
            plan,
            {given.hash: extraction},
            taxonomy="",
            keys=lambda claim: ("a", "b"),
            tag=lambda claim, heading: (),
        )


def test_a_claim_comes_out_as_it_went_in(db: Path) -> None:
    source = SourceInfo("Nordic Post", published="2021-04", inferred=frozenset({"published"}))
    store_claims(db, full_claim(), source=source)
    with Store.open(db) as store:
        compared = load_compared(store.connection, [1])[1]
    assert compared.claim == full_claim()
    assert (compared.source, compared.published, compared.published_inferred) == (
        "Nordic Post",
        "2021-04",
        True,
    )


def test_a_claim_record_has_the_columns_of_the_export(db: Path) -> None:
    store_claims(
        db, full_claim(), source=SourceInfo("Nordic Post", title="T", author="A", url="https://x.example")
    )
    with Reader(db) as reader:
        (record,) = reader.claims()
        detail = reader.claim(record.id)
    assert (record.document, record.source, record.title, record.author) == (
        "a/b.txt",
        "Nordic Post",
        "T",
        "A",
    )
    assert record.themes == ("weather", "fishing")
    assert record.entities == ("Norway",)
    assert record.quantities[1].low == 0.1 + 0.2
    assert record.attributed_to == "officials"
    assert detail.sentence_text == TEXT
    assert detail.notes == full_claim().notes
    assert detail.as_written == full_claim().as_written


def test_a_relation_comes_out_as_it_went_in(db: Path) -> None:
    a, b = full_claim("aaaaaaaaaaaa"), full_claim("bbbbbbbbbbbb")
    store_claims(db, a, b, source=SourceInfo("Nordic Post"))
    verdict = Verdict(
        kind=RelationKind.TENSION,
        type="forecast",
        rule="R8",
        label="opposed forecasts, one hedged",
        reason="“may” against “will” ; \t",
        confidence=0.625,
        evidence=(Evidence("modality", "possible", "predicted", "hedged", "one is hedged"),),
        key="fleet|krone",
        direction=Direction.B_ENTAILS_A,
        a_marks=("may", "lost"),
        b_marks=("nearly",),
    )
    relation = Relation(relation_id(a.id, b.id), a.id, b.id, Scope.WITHIN_SOURCE, verdict)
    with Store.open(db) as store, store.transaction():
        store.add_relations([relation])
    with Reader(db) as reader:
        (detail,) = reader.relation_details()
    record = detail.relation
    assert (record.id, record.a_id, record.b_id, record.scope) == (relation.id, a.id, b.id, relation.scope)
    assert record.evidence == verdict.evidence
    assert record.themes == ("fishing", "weather")
    assert (
        Verdict(
            record.kind,
            record.type,
            detail.rule,
            detail.label,
            record.reason,
            record.confidence,
            record.evidence,
            detail.key,
            detail.direction,
            detail.a_marks,
            detail.b_marks,
        )
        == verdict
    )


def test_what_is_known_of_a_source_survives_its_json() -> None:
    known = SourceInfo(
        "Nordic “Post”",
        "Title",
        "A; B",
        "2021",
        "https://x.example",
        "high",
        "en",
        ("a", "b"),
        frozenset({"title"}),
    )
    assert metadata_from_json(metadata_json(known)) == known
