"""What is drawn, at the widths people use, with and without colour."""

import io
from collections.abc import Callable
from dataclasses import replace

import pytest
from render_examples import CLAIM, CLAIM_DETAIL, DETAIL, RELATION, matrix
from rich.cells import cell_len
from rich.console import RenderableType

from claimkb.model import Direction, Modality, Polarity, RelationKind, Stance, Status
from claimkb.records import ClaimRecord, DocumentOutcome, EntityRecord, RelationRecord, SourceRecord
from claimkb.render.claim_page import claim_page
from claimkb.render.explanation import explanation, marked_sentence
from claimkb.render.heatmap import heat, theme_table
from claimkb.render.outcomes import outcome_line, totals_line
from claimkb.render.sides import mark_spans
from claimkb.render.tables import table_of
from claimkb.render.terminal import draw

WIDTHS = (80, 100, 140)
HOSTILE = "\x1b[31mred\x1b[0m [bold]not markup[/bold] \u202ereversed <b>tag</b> :smile:"


def drawn(*parts: RenderableType, width: int) -> str:
    out = io.StringIO()
    draw(parts, out, width=width)
    return out.getvalue()


def words(text: str) -> str:
    return " ".join(text.split())


hostile_claim = replace(CLAIM, label=HOSTILE, text=HOSTILE, source=HOSTILE, attributed_to=HOSTILE)
hostile_relation = replace(RELATION, a_text=HOSTILE, b_label=HOSTILE, reason=HOSTILE, note=HOSTILE)
hostile_detail = replace(DETAIL, relation=hostile_relation, a_sentence=HOSTILE, b_marks=(HOSTILE,))
SOURCE = SourceRecord("s1", HOSTILE, None, None, "2022", True, None, 1, 12, None)

VIEWS: dict[str, Callable[[int], RenderableType]] = {
    "claims": lambda width: table_of(ClaimRecord, (CLAIM, hostile_claim), width),
    "relations": lambda width: table_of(RelationRecord, (RELATION, hostile_relation), width),
    "sources": lambda width: table_of(SourceRecord, (SOURCE,), width),
    "themes": lambda width: theme_table(matrix(5, 30), width),
    "explanation": lambda width: explanation(DETAIL, signs=True),
    "hostile explanation": lambda width: explanation(hostile_detail, signs=True),
}


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("view", VIEWS)
def test_nothing_is_wider_than_the_terminal_or_cut_off(view: str, width: int) -> None:
    text = drawn(VIEWS[view](width), width=width)
    assert max(cell_len(line) for line in text.splitlines()) <= width
    assert text == "\n".join(line.rstrip() for line in text.splitlines()) + "\n"
    assert "\x1b" not in text
    assert "\u202e" not in text


@pytest.mark.parametrize("width", WIDTHS)
def test_claims_show_id_label_text_holder_and_source(width: int) -> None:
    claim = replace(
        CLAIM, attributed_to="union officials", modality=Modality.PREDICTED, polarity=Polarity.NEGATED
    )
    text = drawn(table_of(ClaimRecord, (claim,), width), width=width)
    assert "c1d2e3f4 " in text
    assert "1,200 jobs lost" in text
    for part in ("union officials", "predicted, negated", "harbour-gazette", "2022-03-01"):
        assert part in text


def test_markup_in_articles_is_text() -> None:
    text = drawn(table_of(ClaimRecord, (hostile_claim,), 140), width=140)
    assert "[bold]not markup[/bold]" in words(text)
    assert ":smile:" in text
    assert r"\x1b[31mred" in text


@pytest.mark.parametrize("width", WIDTHS)
def test_an_explanation_shows_both_sides_and_why(width: int) -> None:
    text = words(drawn(explanation(DETAIL, signs=True), width=width))
    for part in (
        "contradiction · quantity · 0.86",
        "economy 7f3a9c00",
        "harbour-gazette · 2022-03-01 · the author",
        "valley-post · 2022, inferred · union officials",
        "it cost ›1,200 jobs‹ in 2021, and the town never recovered.",
        "Union officials put it lower: around ›300 jobs‹ disappeared at the mill.",
        "why Both count the jobs lost",
        "quantity: 1,200 jobs / around 300 jobs amounts exclude each other",
        "time: 2021 the same year",
        "rule R5: amounts of one thing that exclude each other (proposed by job+mill)",
    ):
        assert part in text


def test_an_explanation_says_who_entails_whom_and_what_a_person_decided() -> None:
    relation = replace(
        RELATION, kind=RelationKind.AGREEMENT, status=Status.CONFIRMED, note="checked by phone"
    )
    detail = replace(DETAIL, relation=relation, direction=Direction.A_ENTAILS_B, b_stance=Stance.REJECTS)
    text = words(drawn(explanation(detail, signs=True), width=120))
    assert "agreement · quantity · 0.86 · confirmed" in text
    assert "the first says more: it entails the second" in text
    assert "union officials (the author rejects it)" in text
    assert "note: checked by phone" in text


@pytest.mark.parametrize(
    ("quote", "marks", "expected"),
    [
        ("it cost 1,200 jobs", ("1,200 jobs",), ["1,200 jobs"]),
        ("It Cost 1,200 jobs", ("cost",), ["Cost"]),
        ("the costly cost", ("cost",), ["cost"]),
        ("a b c", ("a b", "b c"), ["a b c"]),
        ("a b c", ("missing", ""), []),
        ("5% (about)", ("5%",), ["5%"]),
    ],
)
def test_marks(quote: str, marks: tuple[str, ...], expected: list[str]) -> None:
    assert [quote[start:end] for start, end in mark_spans(quote, marks)] == expected


@pytest.mark.parametrize(
    ("sentence", "quote", "marks", "expected"),
    [
        ("Before, it fell after all.", "it fell", ("fell",), "Before, it ›fell‹ after all."),
        ("Before,\n it  fell.", "it fell", ("fell",), "Before, it ›fell‹."),
        ("Other text", "it fell\nfar", ("fell",), "it ›fell‹ far"),
        ("It fell", "It fell", (), "It fell"),
        ("A \x1b[31mred fall", "red fall", ("fall",), "A \\x1b[31mred ›fall‹"),
    ],
)
def test_marked_sentence(sentence: str, quote: str, marks: tuple[str, ...], expected: str) -> None:
    assert marked_sentence(sentence, quote, marks, signs=True).plain == expected
    without = expected.replace("›", "").replace("‹", "")
    assert marked_sentence(sentence, quote, marks, signs=False).plain == without


def test_the_heat_map_adds_up_the_sources_that_do_not_fit() -> None:
    text = drawn(theme_table(matrix(3, 30), 80), width=80)
    assert "rest" in text
    assert "rest: 27 more" in words(text)
    row = next(line for line in text.splitlines() if "Theme 1" in line).split()
    numbers = [int(cell) for cell in row[2:] if cell != "·"]
    assert numbers[0] == sum(numbers[2:]) == sum(range(30))


def test_heat_grows_with_the_count() -> None:
    steps = [heat(count, 10) for count in range(11)]
    assert steps[0] == "dim"
    assert len(set(steps[1:])) == 5
    assert heat(0, 0) == "dim"


def test_the_page_of_a_claim() -> None:
    text = drawn(*claim_page(CLAIM_DETAIL, signs=True), width=100)
    assert "it ›cost 1,200 jobs in 2021‹, and the town" in words(text)
    for part in (
        "as written It cost 1,200 jobs in 2021.",
        "quantities exact 1200 jobs (1,200 jobs)",
        "reading polarity: no cue of negation",
        "published 2022-03-01",
        "document mill/gazette.txt, characters 27 to 50",
        "contradiction · quantity · 0.86 7f3a9c00",
        "valley-post · union officials d9e8f7a6",
    ):
        assert part in words(text)
    assert "url" not in text


def test_columns_without_content_are_left_out() -> None:
    entity = EntityRecord("Harbour", "city", 3, 2, ("Harbour",))
    text = drawn(table_of(EntityRecord, (entity,), 80), width=80)
    assert "also written" not in text
    other = EntityRecord("Union", "organisation", 1, 1, ("Union", "the Union"))
    assert "the Union" in drawn(table_of(EntityRecord, (entity, other), 80), width=80)


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        (
            DocumentOutcome("a.txt", "added", 12, 3, 1, 0, 2),
            "added      a.txt: 12 claims, 3 stretches without one; 1 agreement, 2 tensions",
        ),
        (DocumentOutcome("a.txt", "unchanged", 12), "unchanged  a.txt"),
        (
            DocumentOutcome("x.bin", "refused", reason="It is no text.", next_step="Convert it."),
            "refused    x.bin: It is no text. Convert it.",
        ),
        (
            DocumentOutcome("e\x1b[2Jvil.txt", "changed", 1),
            "changed    e\\x1b[2Jvil.txt: 1 claim",
        ),
    ],
)
def test_outcome_lines(outcome: DocumentOutcome, expected: str) -> None:
    assert outcome_line(outcome) == expected


def test_totals() -> None:
    states = ("added", "refused", "added", "unchanged")
    outcomes = [DocumentOutcome(f"{i}", state) for i, state in enumerate(states)]
    assert totals_line(outcomes) == "4 documents: 2 added, 1 unchanged, 1 refused"
