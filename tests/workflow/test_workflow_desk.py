"""What a person decides holds after another ingest, and is gone without a trace when it is undone."""

from collections.abc import Callable
from pathlib import Path

import pytest

from claimkb.errors import NotFoundError, UsageError
from claimkb.model import Status
from claimkb.records import ClaimFilter, RelationFilter
from claimkb.store.queries import Reader
from claimkb.workflow import check, correction, desk, ingest, recover, review
from support import PlainParts, exported

Act = Callable[[Path, PlainParts], object]


def claim(db: Path, begins: str) -> str:
    """The id of the claim that begins so, hidden or not."""
    with Reader(db) as reader:
        return next(c.id for c in reader.claims(ClaimFilter(hidden=True)) if c.text.startswith(begins))


def finding(db: Path) -> str:
    with Reader(db) as reader:
        return next(iter(reader.relations(RelationFilter()))).id


ACTS: dict[str, Act] = {
    "hide": lambda db, plain: desk.hide_claims(db, [claim(db, "The quota was not")]),
    "hide several": lambda db, plain: desk.hide_claims(db, [claim(db, "The fleet"), claim(db, "Trade")]),
    "note": lambda db, plain: desk.annotate_claim(db, claim(db, "Trade"), note="seen in the statistics"),
    "rate": lambda db, plain: desk.annotate_claim(db, claim(db, "Trade"), rating="2"),
    "note on a source": lambda db, plain: desk.annotate_source(db, "gazette", "owned by the harbour"),
    "add a theme": lambda db, plain: desk.tag_claims(db, [claim(db, "Trade")], add=["fishing"]),
    "remove a theme": lambda db, plain: desk.tag_claims(db, [claim(db, "Trade")], remove=["Economy"]),
    "merge themes": lambda db, plain: desk.merge_themes(db, ["weather"], "fishing"),
    "merge a broader theme": lambda db, plain: desk.merge_themes(db, ["economy"], "weather"),
    "rename a theme": lambda db, plain: desk.merge_themes(db, ["fishing"], "catch", label="The catch"),
    "label a theme": lambda db, plain: desk.label_theme(db, "fishing", "Cod and quota"),
    "merge entities": lambda db, plain: desk.merge_entities(db, ["Norway"], "Bergen", parts=plain.parts),
    "rename an entity": lambda db, plain: desk.merge_entities(
        db, ["Olsen"], "Minister Kari Olsen", parts=plain.parts
    ),
    "correct an author": lambda db, plain: correct(
        db, plain, "gazette", author="A. Berg", url="https://g.example"
    ),
    "correct a date": lambda db, plain: correct(db, plain, "gazette", published="2022-05"),
    "rate a source": lambda db, plain: correct(db, plain, "gazette", reliability="B"),
    "confirm": lambda db, plain: review(db, finding(db), Status.CONFIRMED, "both speak of 2021"),
    "dismiss": lambda db, plain: review(db, finding(db), Status.DISMISSED),
    "rename a source": lambda db, plain: correct(db, plain, "gazette", name="The Gazette"),
}


def correct(db: Path, plain: PlainParts, source: str, **values: str) -> int:
    return correction.correct_source(db, source, values, parts=plain.parts)


@pytest.fixture
def base(db: Path, plain: PlainParts) -> Path:
    ingest(db, [], parts=plain.parts)
    return db


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_a_decision_shows_survives_another_ingest_and_can_be_undone(
    act: Act, base: Path, plain: PlainParts
) -> None:
    before = exported(base)
    act(base, plain)
    decided = exported(base)
    assert decided != before
    assert check(base, parts=plain.parts) == ()
    ingest(base, [], parts=plain.parts)
    assert exported(base) == decided
    ingest(base, [], parts=plain.parts, refresh=True)
    assert exported(base) == decided
    assert check(base, parts=plain.parts) == ()
    desk.undo(base, parts=plain.parts)
    assert exported(base) == before
    ingest(base, [], parts=plain.parts, refresh=True)
    assert exported(base) == before


def test_all_decisions_together_are_undone_one_after_the_other(base: Path, plain: PlainParts) -> None:
    states = [exported(base)]
    for act in ACTS.values():
        act(base, plain)
        states.append(exported(base))
    ingest(base, [], parts=plain.parts, refresh=True)
    assert exported(base) == states[-1]
    with Reader(base) as reader:
        assert len(reader.journal()) == len(ACTS)
    for state in reversed(states[:-1]):
        desk.undo(base, parts=plain.parts)
        assert exported(base) == state
    with pytest.raises(NotFoundError, match="Nothing is left to undo"):
        desk.undo(base, parts=plain.parts)


def test_a_step_is_undone_out_of_order_unless_a_later_one_builds_on_it(base: Path, plain: PlainParts) -> None:
    trade = claim(base, "Trade")
    desk.annotate_claim(base, trade, note="first")
    desk.hide_claims(base, [trade])
    desk.annotate_claim(base, trade, note="second")
    with pytest.raises(UsageError, match=r"step 3 \(noted on claim .* changed the same since"):
        desk.undo(base, 1, parts=plain.parts)
    assert desk.undo(base, 2, parts=plain.parts).number == 2
    with pytest.raises(UsageError, match="undone already"):
        desk.undo(base, 2, parts=plain.parts)
    with Reader(base) as reader:
        assert [(entry.number, entry.undone is not None) for entry in reader.journal()] == [
            (3, False),
            (2, True),
            (1, False),
        ]
        assert reader.claim(trade).claim.note == "second"


def test_a_decision_that_changes_nothing_is_no_step(base: Path, plain: PlainParts) -> None:
    trade = claim(base, "Trade")
    assert desk.hide_claims(base, [trade], hidden=False) == 0
    desk.annotate_claim(base, trade, note="once")
    desk.annotate_claim(base, trade, note="once")
    with Reader(base) as reader:
        assert len(reader.journal()) == 1


def test_hidden_claims_are_nowhere_but_where_they_are_asked_for(base: Path, plain: PlainParts) -> None:
    with Reader(base) as reader:
        held = next(iter(reader.contradictions())).relation
        before = reader.claim(held.b_id).claim.contradictions
        desk.hide_claims(base, [held.a_id])
        assert held.a_id not in {c.id for c in reader.claims()}
        assert held.id not in {r.id for r in reader.relations()}
        assert held.a_id in {c.id for c in reader.claims(ClaimFilter(hidden=True))}
        assert reader.claim(held.a_id).hidden
        assert reader.claim(held.b_id).claim.contradictions == before - 1


def test_merged_names_find_what_they_were_merged_into(base: Path) -> None:
    desk.merge_themes(base, ["weather"], "fishing")
    desk.merge_entities(base, ["Norway"], "Bergen")
    with Reader(base) as reader:
        for chosen in (
            (ClaimFilter(themes=("weather",)), ClaimFilter(themes=("fishing",))),
            (ClaimFilter(entities=("norway",)), ClaimFilter(entities=("Bergen",))),
        ):
            assert [c.id for c in reader.claims(chosen[0])] == [c.id for c in reader.claims(chosen[1])] != []
        assert "weather" not in {theme.slug for theme in reader.themes()}


def test_merges_follow_each_other(base: Path, plain: PlainParts) -> None:
    desk.merge_themes(base, ["weather"], "fishing")
    desk.merge_themes(base, ["fishing"], "economy")
    with Reader(base) as reader:
        assert {slug for c in reader.claims() for slug in c.themes} == {"economy"}
    desk.merge_themes(base, ["economy"], "weather")
    with Reader(base) as reader:
        assert {slug for c in reader.claims() for slug in c.themes} == {"weather"}


def test_a_corrected_date_has_the_text_read_again(base: Path, plain: PlainParts) -> None:
    plain.extractor.parsed.clear()
    correct(base, plain, "gazette", author="A. Berg")
    assert plain.extractor.parsed == []
    correct(base, plain, "gazette", published="2022-05")
    assert plain.extractor.parsed == ["gazette.txt"]


def test_one_document_of_a_source_can_be_corrected(db: Path, plain: PlainParts) -> None:
    from support import document

    plain.documents = [
        document("a.txt", "The quay was built.", name="paper"),
        document("b.txt", "The quay was lost.", name="paper"),
    ]
    ingest(db, [], parts=plain.parts)
    correction.correct_source(db, "paper", {"title": "On the quay"}, path="b.txt", parts=plain.parts)
    with Reader(db) as reader:
        assert {d.path: d.title for d in reader.documents()} == {"a.txt": None, "b.txt": "On the quay"}


WRONG: list[tuple[Act, str]] = [
    (lambda db, plain: desk.annotate_claim(db, claim(db, "Trade"), rating="7"), "rated 1 to 6"),
    (lambda db, plain: correct(db, plain, "gazette", reliability="Z"), "rated A to F"),
    (lambda db, plain: correct(db, plain, "gazette", published="soon"), "not a date"),
    (lambda db, plain: correct(db, plain, "gazette", title=" "), "cannot be empty"),
    (lambda db, plain: correct(db, plain, "gazette", colour="red"), "has no 'colour'"),
    (lambda db, plain: correct(db, plain, "gazete", title="x"), "Did you mean 'gazette'"),
    (lambda db, plain: desk.merge_themes(db, ["fishing"], "New Theme!"), "cannot be a new one"),
    (lambda db, plain: desk.hide_claims(db, ["zzz"]), "no claim with the id"),
    (lambda db, plain: desk.merge_entities(db, ["Nobody"], "Bergen"), "no entity 'Nobody'"),
    (lambda db, plain: desk.undo(db, 9), "no step 9"),
]


@pytest.mark.parametrize(("act", "problem"), WRONG)
def test_what_cannot_be_meant_changes_nothing(act: Act, problem: str, base: Path, plain: PlainParts) -> None:
    before = exported(base)
    with pytest.raises((UsageError, NotFoundError), match=problem):
        act(base, plain)
    assert exported(base) == before
    with Reader(base) as reader:
        assert reader.journal() == ()


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_a_decision_is_saved_from_a_damaged_base(
    act: Act, base: Path, plain: PlainParts, tmp_path: Path
) -> None:
    act(base, plain)
    recover(base, tmp_path / "new.db", parts=plain.parts)
    assert check(tmp_path / "new.db", parts=plain.parts) == ()
    assert exported(tmp_path / "new.db") == exported(base)
