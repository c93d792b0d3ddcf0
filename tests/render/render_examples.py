"""Records of an invented corpus about a paper mill, for the tests of the renderers."""

from claimkb.model import (
    Direction,
    Evidence,
    Modality,
    Polarity,
    RelationKind,
    Scope,
    Sentence,
    SentenceRole,
    Stance,
    Status,
)
from claimkb.records import (
    ClaimDetail,
    ClaimRecord,
    DateRecord,
    QuantityRecord,
    RelationDetail,
    RelationRecord,
    ThemeMatrix,
    ThemeRecord,
)

JOBS = QuantityRecord(1200.0, 1200.0, "jobs", False, "exact", None, "1,200 jobs")
YEAR = DateRecord("2021-01-01", "2021-12-31", "year", "2021")

CLAIM = ClaimRecord(
    id="c1d2e3f4a5b6c7d8",
    label="1,200 jobs lost",
    text="The closure of the paper mill cost 1,200 jobs in 2021.",
    quote="cost 1,200 jobs in 2021",
    start=27,
    end=50,
    document="mill/gazette.txt",
    source="harbour-gazette",
    title="After the mill",
    author="Ann Lee",
    published="2022-03-01",
    url=None,
    themes=("economy", "labour"),
    entities=("Harbour",),
    subject="the closure of the paper mill",
    predicate="cost",
    object="1,200 jobs",
    polarity=Polarity.AFFIRMED,
    modality=Modality.ASSERTED,
    attributed_to=None,
    stance=Stance.ASSERTS,
    quantities=(JOBS,),
    dates=(YEAR,),
    ambiguous=False,
    agreements=0,
    contradictions=1,
    extractor="rules",
)

RELATION = RelationRecord(
    id="7f3a9c0012ab34cd",
    kind=RelationKind.CONTRADICTION,
    type="quantity",
    confidence=0.86,
    reason="Both count the jobs lost at the mill in 2021, and the numbers do not meet.",
    evidence=(
        Evidence("quantity", "1,200 jobs", "around 300 jobs", "disjoint", "amounts exclude each other"),
        Evidence("time", "2021", "2021", "same", "the same year"),
    ),
    themes=("economy",),
    scope=Scope.CROSS_SOURCE,
    status=Status.SUGGESTED,
    note=None,
    a_id=CLAIM.id,
    a_label=CLAIM.label,
    a_text=CLAIM.text,
    a_quote="it cost 1,200 jobs in 2021",
    a_start=27,
    a_end=50,
    a_document=CLAIM.document,
    a_source=CLAIM.source,
    a_published=CLAIM.published,
    a_attributed_to=None,
    b_id="d9e8f7a6b5c4d3e2",
    b_label="Around 300 jobs lost",
    b_text="Around 300 jobs disappeared at the paper mill in 2021.",
    b_quote="around 300 jobs disappeared at the mill",
    b_start=29,
    b_end=68,
    b_document="mill/post.txt",
    b_source="valley-post",
    b_published="2022",
    b_attributed_to="union officials",
)

DETAIL = RelationDetail(
    relation=RELATION,
    rule="R5",
    label="amounts of one thing that exclude each other",
    key="job+mill",
    direction=Direction.EQUAL,
    a_marks=("1,200 jobs",),
    b_marks=("300 jobs",),
    a_published_inferred=False,
    b_published_inferred=True,
    a_stance=Stance.ASSERTS,
    b_stance=Stance.REPORTS,
    a_sentence="When the paper mill closed, it cost 1,200 jobs\nin 2021, and the town never recovered.",
    b_sentence="Union officials put it lower: around 300 jobs disappeared at the mill.",
)

CLAIM_DETAIL = ClaimDetail(
    claim=CLAIM,
    as_written="It cost 1,200 jobs in 2021.",
    sentence=Sentence(0, 0, 84, SentenceRole.CLAIMS, ""),
    sentence_text="When the paper mill closed, it cost 1,200 jobs in 2021, and the town never recovered.",
    doubtful=False,
    notes=("polarity: no cue of negation",),
    published_inferred=False,
    relations=(DETAIL,),
)


def matrix(themes: int, sources: int) -> ThemeMatrix:
    """A matrix whose counts are theme number times source number."""
    counts = tuple(tuple(i * j for j in range(sources)) for i in range(themes))
    records = tuple(
        ThemeRecord(f"theme-{i}", f"Theme {i}", None, None, sum(counts[i]), sum(map(bool, counts[i])))
        for i in range(themes)
    )
    return ThemeMatrix(records, tuple(f"source-{j}" for j in range(sources)), counts)
