"""Which claims a filter chooses, in which order."""

from itertools import pairwise
from pathlib import Path

import pytest

from claimkb.errors import NotFoundError, UsageError
from claimkb.model import Modality, Polarity
from claimkb.records import ClaimFilter
from claimkb.store.filters import match_expression
from claimkb.store.queries import Reader
from claimkb.workflow import ingest
from support import PlainParts, document

HARBOUR = ["The fleet landed 40", "The quota was not", "Minister Olsen said the"]
GAZETTE = ["The fleet landed 55", "The quota was cut", "Harbour officials said the"]
MONITOR = ["The quota was cut", "Trade with Norway grew", "A second storm will"]


@pytest.fixture
def base(db: Path, plain: PlainParts) -> Path:
    """The three articles, of which two have a date of publication."""
    texts = {given.path: given.text for given in plain.documents}
    plain.documents = [
        document("harbour.txt", texts["harbour.txt"], published="2022-06"),
        document("gazette.txt", texts["gazette.txt"], published="2023-01-15", name="The Gazette"),
        document("monitor.txt", texts["monitor.txt"]),
    ]
    ingest(db, [], parts=plain.parts)
    return db


def labels(base: Path, chosen: ClaimFilter) -> list[str]:
    with Reader(base) as reader:
        return [record.label for record in reader.claims(chosen)]


CHOICES = [
    (ClaimFilter(), GAZETTE + HARBOUR + MONITOR),
    (ClaimFilter(limit=2), GAZETTE[:2]),
    (ClaimFilter(limit=0), []),
    (ClaimFilter(sources=("harbour",)), HARBOUR),
    (ClaimFilter(sources=("HARBOUR", "the gazette")), GAZETTE + HARBOUR),
    (ClaimFilter(themes=("weather",)), [HARBOUR[2], MONITOR[2]]),
    (ClaimFilter(themes=("Weather",), sources=("monitor",)), [MONITOR[2]]),
    # A theme has the claims of its narrower themes too.
    (ClaimFilter(themes=("economy",), sources=("monitor",)), MONITOR[:2]),
    (ClaimFilter(entities=("olsen",)), [HARBOUR[2]]),
    (ClaimFilter(entities=("Bergen", "Norway")), MONITOR[1:]),
    (ClaimFilter(holders=("Minister Olsen",)), [HARBOUR[2]]),
    (ClaimFilter(holders=("officials",)), [GAZETTE[2]]),
    (ClaimFilter(holders=("author",), sources=("harbour",)), HARBOUR[:2]),
    (ClaimFilter(holders=("author", "officials"), sources=("the gazette",)), GAZETTE),
    (ClaimFilter(modalities=(Modality.PREDICTED,)), [GAZETTE[2], MONITOR[2]]),
    (ClaimFilter(polarities=(Polarity.NEGATED,)), [HARBOUR[1]]),
    (ClaimFilter(has_quantity=True), [GAZETTE[0], HARBOUR[0], HARBOUR[2]]),
    # The dates a claim names, else the publication; neither known: not in any period.
    (ClaimFilter(since="2021", until="2021"), [GAZETTE[0], HARBOUR[0]]),
    (ClaimFilter(until="2020-06"), [MONITOR[1]]),
    (ClaimFilter(since="2022-06-30"), [*GAZETTE[1:], *HARBOUR[1:]]),
    (ClaimFilter(since="2022-07"), GAZETTE[1:]),
    (ClaimFilter(since="2023-01-15", until="2023-01-15"), GAZETTE[1:]),
    (ClaimFilter(sort="source", limit=3), GAZETTE),
    (ClaimFilter(sort="date", limit=3), HARBOUR),
    (ClaimFilter(sort="contradictions", limit=2), [HARBOUR[1], GAZETTE[0]]),
    (ClaimFilter(sort="agreements", limit=2), [GAZETTE[1], MONITOR[0]]),
    (ClaimFilter(text="storm"), [HARBOUR[2], MONITOR[2]]),
    (ClaimFilter(text="storm", sources=("monitor",)), [MONITOR[2]]),
    (ClaimFilter(text="storm", sort="relevance"), [MONITOR[2], HARBOUR[2]]),
    (ClaimFilter(text="cafe reopen"), [GAZETTE[2]]),
    (ClaimFilter(text='"reopen cafe"'), []),
    (ClaimFilter(text='"will reopen"'), [GAZETTE[2]]),
    (ClaimFilter(text='"will reopen'), [GAZETTE[2]]),
    (ClaimFilter(text="destr*"), [HARBOUR[2]]),
    (ClaimFilter(text="destr"), []),
    (ClaimFilter(text="THE FLEET"), [GAZETTE[0], HARBOUR[0]]),
]


@pytest.mark.parametrize(("chosen", "expected"), CHOICES)
def test_a_filter_chooses(chosen: ClaimFilter, expected: list[str], base: Path) -> None:
    assert labels(base, chosen) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "*",
        '"',
        '""',
        "AND",
        "NEAR(",
        "fleet)",
        "text:fleet",
        "^fleet",
        "a-b",
        "'",
        "--",
        "; DROP",
        "\0",
        "{x}",
        "+",
    ],
)
def test_no_text_is_a_syntax_error(text: str, base: Path) -> None:
    with Reader(base) as reader:
        assert len(list(reader.claims(ClaimFilter(text=text)))) <= 2


@pytest.mark.parametrize(
    ("typed", "expression"),
    [
        ("cod quota", '"cod" AND "quota"'),
        ('"cod quota" cut', '"cod quota" AND "cut"'),
        ("destab*", '"destab"*'),
        ("US-Norway", '"US-Norway"'),
        ("OR NOT", '"OR" AND "NOT"'),
        ("— *", '""'),
    ],
)
def test_a_phrase_is_taken_apart_and_quoted(typed: str, expression: str) -> None:
    assert match_expression(typed) == expression


UNKNOWN = [
    (
        ClaimFilter(themes=("wether",)),
        "There is no theme 'wether'. Did you mean 'weather'?",
        "claimkb themes",
    ),
    (
        ClaimFilter(sources=("gazette",)),
        "There is no source 'gazette'. Did you mean 'The Gazette'?",
        "claimkb sources",
    ),
    (
        ClaimFilter(entities=("Bergn",)),
        "There is no entity 'Bergn'. Did you mean 'Bergen'?",
        "claimkb entities",
    ),
    (
        ClaimFilter(holders=("Minister Olson",)),
        "There is no holder 'Minister Olson'. Did you mean 'Minister Olsen'?",
        "claims",
    ),
    (ClaimFilter(themes=("weather", "zebra")), "There is no theme 'zebra'.", "claimkb themes"),
]


@pytest.mark.parametrize(("chosen", "problem", "command"), UNKNOWN)
def test_an_unknown_name_is_answered_with_near_ones(
    chosen: ClaimFilter, problem: str, command: str, base: Path
) -> None:
    with pytest.raises(NotFoundError) as refusal:
        labels(base, chosen)
    assert refusal.value.problem == problem
    assert command in refusal.value.next_step


@pytest.mark.parametrize(
    "chosen",
    [
        ClaimFilter(since="last year"),
        ClaimFilter(until="2024-13"),
        ClaimFilter(since="31-01-2024"),
        ClaimFilter(sort="size"),
    ],
)
def test_a_filter_that_means_nothing_is_wrong_usage(chosen: ClaimFilter, base: Path) -> None:
    with pytest.raises(UsageError):
        labels(base, chosen)


def test_a_claim_is_found_by_the_beginning_of_its_id(base: Path) -> None:
    with Reader(base) as reader:
        every = [record.id for record in reader.claims()]
        assert [reader.claim(claim_id).claim.id for claim_id in every] == every
        assert reader.claim(every[0][:8].upper()).claim.id == every[0]
        for unknown in ("", "zzz", "%", every[0] + "0"):
            with pytest.raises(NotFoundError, match="There is no claim"):
                reader.claim(unknown)


def test_a_beginning_that_several_ids_have_names_them(db: Path, plain: PlainParts) -> None:
    plain.documents = [document(f"{i}.txt", f"Boat {i} sank.\nBoat {i} rose.") for i in range(20)]
    ingest(db, [], parts=plain.parts)
    with Reader(db) as reader:
        ids = sorted(record.id for record in reader.claims())
        letter = next(a[0] for a, b in pairwise(ids) if a[0] == b[0])
        with pytest.raises(NotFoundError, match=f"start with '{letter}': {letter}.*Give more"):
            reader.claim(letter)


def test_the_counts_of_a_claim_leave_out_what_was_dismissed(base: Path) -> None:
    from claimkb.model import Status
    from claimkb.workflow import review

    with Reader(base) as reader:
        finding = next(iter(reader.contradictions())).relation
        before = reader.claim(finding.a_id).claim.contradictions
        review(base, finding.id, Status.DISMISSED, "another quota")
        assert reader.claim(finding.a_id).claim.contradictions == before - 1
