"""How findings are cut up, grouped and counted for a page."""

from dataclasses import replace

import pytest

from claimkb.records import ClaimFilter, ClaimMark, ThemeRecord
from claimkb.store.queries import Reader
from claimkb.web.groups import agreement_groups
from claimkb.web.tallies import Best, ClaimTally
from claimkb.web.views import FindingView, SideView, pieces

PIECES = [
    (
        "It rained. The mill lost 300 jobs, they say.", "The mill lost 300 jobs", ("300 jobs",),
        ["context:It rained. ", "quote:The mill lost ", "mark:300 jobs", "context:, they say."],
    ),
    ("The mill closed.", "The mill closed.", (), ["quote:The mill closed."]),
    ("The mill closed.", "The mill closed. It had lost", ("mill",),
     ["quote:The ", "mark:mill", "quote: closed. It had lost"]),
    ("A  wide\ngap closed.", "wide\ngap", ("gap",), ["context:A ", "quote:wide ", "mark:gap", "context: closed."]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "quote", "marks", "expected"), PIECES)
def test_a_sentence_is_cut_at_its_quote_and_its_marks(
    sentence: str, quote: str, marks: tuple[str, ...], expected: list[str]
) -> None:
    assert [f"{piece.kind}:{piece.text}" for piece in pieces(sentence, quote, marks)] == expected


def side(claim: str) -> SideView:
    """A side of a claim whose first letter is its source."""
    return SideView(claim, f"claim {claim}", "", claim[0], f"{claim[0]}.txt", "undated", "the author", ())


def agreement(a: str, b: str, compared: str, confidence: float = 0.8) -> FindingView:
    """An agreement that compared one thing."""
    return FindingView(
        f"{a}-{b}", "agreement", "=", "same-fact", confidence, "", None, (), "", ((compared, "x", "same"),),
        "", "R", "a rule", "", None, side(a), side(b),
    )  # fmt: skip


def test_groups_follow_chains_of_agreements_on_one_thing_and_put_most_sources_first() -> None:
    found = [
        agreement("x1", "y1", "trade"),
        agreement("a1", "b1", "trust"),
        agreement("b1", "c1", "trust", 0.9),
        agreement("c1", "x1", "amount"),  # joins neither: it compared something else
    ]
    groups = agreement_groups(found)
    assert [(group.label, group.sources, group.confidence) for group in groups] == [
        ("claim b1", ("a", "b", "c"), 0.9),
        ("claim c1", ("c", "x"), 0.8),
        ("claim x1", ("x", "y"), 0.8),
    ]
    assert agreement_groups(found[::-1]) == groups


def mill_mark(mill: object) -> ClaimMark:
    with Reader(str(mill)) as reader:
        return next(reader.claim_marks(ClaimFilter()))


def test_the_best_claims_are_those_that_meet_most_others_and_all_are_counted(mill: object) -> None:
    one = mill_mark(mill)
    best = Best(2)
    for key, agreements, contradictions in ((8, 0, 0), (7, 2, 0), (6, 0, 1), (5, 0, 0)):
        best.add(replace(one, key=key, agreements=agreements, contradictions=contradictions))
    assert best.keys == (6, 7)
    assert best.total == 4


def test_a_claim_counts_once_in_each_broader_theme_and_circles_end(mill: object) -> None:
    themes = (
        ThemeRecord("all", "All", "fishing", None, 0, 0),
        ThemeRecord("cod", "Cod", "fishing", None, 0, 0),
        ThemeRecord("fishing", "Fishing", "all", None, 0, 0),
    )
    tally = ClaimTally(themes, 3)
    tally.add(replace(mill_mark(mill), themes=("cod", "fishing"), source="post"))
    assert tally.matrix().counts == ((1,), (1,), (1,))
    assert tally.best["cod"].total == tally.best["fishing"].total == 1
