"""Scoring of public sets and of claims judged one by one, on small sets of our own."""

import json
from dataclasses import replace
from pathlib import Path

import claims_review
import pairs
import pytest
import splitting
from claims_review import ROUNDS, VERDICTS, Verdict, digest, load_verdicts, report, sample
from page import Section, page, with_section

from claimkb.workflow import Parts

SENTENCES = [
    {
        "id": "s1",
        "dataset": "carb",
        "sentence": "The storm hit the coast and the mayor closed the port.",
        "claims": ["The storm hit the coast", "the mayor closed the port"],
    },
    {
        "id": "s2",
        "dataset": "benchie",
        "sentence": "Olsen sold the boat",
        "claims": ["Olsen sold the boat"],
        "alt_claims": [["Olsen sold boat", "Olsen sold the boat"]],
    },
]
PAIRS = [
    {
        "id": "1",
        "premise": "The council approved the dam.",
        "hypothesis": "The council did not approve the dam.",
    },
    {"id": "2", "premise": "The council approved the dam.", "hypothesis": "The council approved the dam."},
    {"id": "3", "premise": "The council approved the dam.", "hypothesis": "Wheat is a grain."},
]
LABELS = ("contradict", "agree", "agree")
ARTICLE = (
    "The storm destroyed 12 boats in Bergen on Monday. The mayor closed the port. Repairs cost $3 million."
)


def lines(path: Path, records: list[dict[str, object]]) -> Path:
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def parts() -> Parts:
    return Parts()


def test_splitting_is_compared_with_whole_sentences(tmp_path: Path) -> None:
    own, common, systems = splitting.run(lines(tmp_path / "sets.jsonl", SENTENCES), None)
    assert systems == ("claimkb", "sentence")
    rows = {row.name: row for row in own}
    assert rows["carb"].tallies["claimkb"].f1 == 1
    assert rows["carb"].tallies["sentence"].precision < 1
    assert rows["benchie, same words"].tallies["claimkb"].f1 == 1, "a line without a full stop is a sentence"
    assert rows["hsplit"].sentences == 0
    table = splitting.table([row for row in common if row.sentences], systems)
    assert table[0] == "| set | n | claimkb P/R/F1 | sentence P/R/F1 | margin |"
    assert table[2].startswith("| carb | 1 | 1.00/1.00/1.00 |")


def test_a_peer_that_is_not_there_is_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    items = splitting.load(lines(tmp_path / "sets.jsonl", SENTENCES))
    assert splitting.peer(items, tmp_path / "no-python") is None
    assert "could not be run" in capsys.readouterr().err


def test_pairs_are_scored(tmp_path: Path, parts: Parts) -> None:
    records = [pair | {"dataset": "dam", "label": label} for pair, label in zip(PAIRS, LABELS, strict=True)]
    (row,) = pairs.run(lines(tmp_path / "pairs.jsonl", records), parts)
    assert (row.name, row.pairs, row.reported) == ("dam", 3, 1)
    assert (row.contradiction.f1, row.agreement.precision, row.agreement.recall) == (1, 1, 0.5)
    assert pairs.table([row])[-1] == "| dam | 3 | 1.00/1.00/1.00 | 1 | – | – | 1.00/0.50/0.67 | – |"
    assert pairs.run(tmp_path / "pairs.jsonl", parts, only=["other"]) == []


def test_the_sample_is_the_same_every_time(tmp_path: Path) -> None:
    path = lines(tmp_path / "articles.jsonl", [{"doc_id": name, "text": ARTICLE} for name in "abc"])
    first = [each.key for each in sample(sets={path: 0})]
    lines(path, [{"doc_id": name, "text": ARTICLE} for name in "cab"])
    assert [each.key for each in sample(sets={path: 0})] == first
    assert {doc_id for doc_id, *_ in first} == {"a", "b", "c"}
    each = next(sample(sets={path: 0}))
    assert each.claim.quote in each.sentence
    assert "label: " in claims_review.describe(1, each)


KEYS = [("a", start, start + 5, digest(str(start))) for start in range(4)]
JUDGED = [
    Verdict(KEYS[0], True, ()),
    Verdict(KEYS[1], False, ("label",)),
    Verdict(KEYS[2], False, ("polarity", "label")),
    Verdict(KEYS[3], True, ()),
]


@pytest.mark.parametrize(
    ("standing", "expected"),
    [
        (None, ["4 claims of 1 articles judged: 2 good (50%), 3 (75%) if labels are left aside. 1 have an"]),
        (
            set(KEYS[:3]),
            [
                "4 claims of 1 articles judged: 2 good (50%), 3 (75%) if labels are left aside. 1 have an",
                "1 verdicts are out of date. Without them: 3 claims of 1 articles judged: 1 good (33%), 2 (67%)",
            ],
        ),
        (
            set(),
            [
                "4 claims of 1 articles judged: 2 good (50%), 3 (75%) if labels are left aside. 1 have an",
                "4 verdicts are out of date. Without them: 0 claims of 0 articles judged: 0 good (0%), 0 (0%)",
            ],
        ),
    ],
)
def test_the_share_as_judged_and_as_it_stands(
    standing: set[tuple[str, int, int, str]], expected: list[str]
) -> None:
    prose = [line for line in report(JUDGED, standing) if line and not line.startswith("|")]
    assert len(prose) == len(expected)
    for line, start in zip(prose, expected, strict=True):
        assert line.startswith(start)


def test_articles_read_before_are_left_out(tmp_path: Path) -> None:
    path = lines(tmp_path / "articles.jsonl", [{"doc_id": name, "text": ARTICLE} for name in "abc"])
    earliest = min("abc", key=digest)
    assert {each.doc_id for each in sample(sets={path: 1})} == set("abc") - {earliest}


def test_a_later_round_reads_what_was_kept_apart(tmp_path: Path) -> None:
    names = [f"article-{number}" for number in range(8)]
    path = lines(tmp_path / "articles.jsonl", [{"doc_id": name, "text": ARTICLE} for name in names])
    later = ROUNDS[1]
    drawn = {each.doc_id for each in sample(replace(later, claims_a_set=100), {path: 0})}
    assert drawn == {name for name in names if int(digest(f"hold {name}"), 16) % 3 == 0}


def test_one_section_of_the_page_is_renewed() -> None:
    written = page([Section("One", ["a"]), Section("Two", ["b"]), Section("Three", ["c"])])
    renewed = page([Section("One", ["a"]), Section("Two", ["x", "y"]), Section("Three", ["z"])])
    assert with_section(with_section(written, Section("Two", ["x", "y"])), Section("Three", ["z"])) == renewed
    assert with_section(written, Section("Four", ["d"])) == written


def test_causes_are_counted() -> None:
    assert report(JUDGED, None)[-2:] == [
        f"| label | 2 | {claims_review.CAUSES['label']} |",
        f"| polarity | 1 | {claims_review.CAUSES['polarity']} |",
    ]


def test_the_verdicts_are_whole_and_without_text() -> None:
    verdicts = load_verdicts()
    assert len(verdicts) >= 150
    assert len({key[0] for key in verdicts}) >= 10
    assert all(v.good != bool(v.causes) for v in verdicts.values()), (
        "a bad claim has a cause, a good one none"
    )
    allowed = {"doc_id", "start", "end", "judged", "verdict", "causes", "round"}
    assert all(json.loads(line).keys() <= allowed for line in VERDICTS.read_text().splitlines())


def test_an_unknown_cause_is_named(tmp_path: Path) -> None:
    record = {"doc_id": "a", "start": 0, "end": 5, "judged": "0", "verdict": "bad", "causes": ["odd"]}
    with pytest.raises(SystemExit, match="unknown causes: odd"):
        load_verdicts(lines(tmp_path / "verdicts.jsonl", [record]))
