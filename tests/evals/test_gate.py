"""The gate: what the seeds are known to give, they go on giving (floors in evals/baseline.json)."""

import json
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

import figures
import pytest
from floors import Floors, load_floors, save_floors
from score import Share, score_claims, score_relations
from seeds_run import SeedExports, export_seeds, shared_scorer


@pytest.fixture(scope="module")
def exports(tmp_path_factory: pytest.TempPathFactory) -> SeedExports:
    return export_seeds(tmp_path_factory.mktemp("seeds"))


def test_no_floor_of_the_seeds_fell(exports: SeedExports) -> None:
    claims, relations = exports.score()
    measured = figures.of_claims(claims) | figures.of_relations(relations)
    floors = load_floors()
    missing = {name for name in floors.names() if name.startswith("seeds.")} - measured.keys()
    assert not missing, "every floor of the seeds is measured"
    assert list(floors.fallen(measured)) == [], "\n".join([*claims.misses, *relations.misses])


@pytest.mark.skipif(shared_scorer() is None, reason="there is no other scorer beside the repository")
def test_both_scorers_agree(exports: SeedExports) -> None:
    command = [sys.executable, shared_scorer(), "--claims", exports.claims, "--relations", exports.relations]
    run = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=True)
    theirs = {row.pop("part"): row for row in map(json.loads, run.stdout.splitlines())}
    claims, relations = exports.score()
    ours = {"claims": claims.claims, "recall": str(claims.recall), "spans_off": claims.spans_off}
    attributes = {name: str(share) for name, share in claims.attributes.items()}
    assert theirs["claims"] == {**ours, "leaks": claims.leaks, **attributes}
    recall = {name: str(share) for name, share in relations.recall.items()}
    found = {**relations.kinds, **recall, "traps": str(relations.traps), "wrong": relations.wrong}
    assert theirs["relations"] == found


SEED = "The council approved the dam on Monday. It will not cost more than $3 million."
CLAIM = {
    "document": "dam.txt",
    "start": 0,
    "end": 38,
    "quote": "The council approved the dam on Monday",
    "text": "The council approved the dam on Monday",
    "polarity": "affirmed",
    "modality": "asserted",
    "attributed_to": None,
    "quantities": [],
}
COST = CLAIM | {
    "start": 40,
    "end": len(SEED) - 1,
    "quote": SEED[40:-1],
    "text": "The dam will not cost more than $3 million",
    "polarity": "negated",
    "modality": "predicted",
    "quantities": [{"low": None, "high": 3e6, "unit": "USD"}],
}
WANTED = [
    {
        "file": "dam.txt",
        "quote": "approved the dam",
        "claims": [{"all": ["council", "approved"], "none": []}],
    },
    {
        "file": "dam.txt",
        "quote": "cost more",
        "claims": [
            {"all": ["dam", "cost"], "none": ["council"], "polarity": "negated", "quantity": [3e6, "USD"]},
            {"all": ["nobody says this"], "none": []},
        ],
    },
]


def lines(path: Path, records: list[dict[str, object]]) -> Path:
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "dam.txt").write_text(SEED, encoding="utf-8")
    lines(tmp_path / "claims.jsonl", WANTED)
    lines(tmp_path / "no_claim.jsonl", [{"file": "dam.txt", "quote": "on Monday"}])
    return tmp_path


@pytest.mark.parametrize(
    ("claims", "recall", "spans_off", "leaks", "polarity"),
    [
        ([CLAIM, COST], Share(2, 3), 0, 1, Share(1, 1)),
        ([COST | {"polarity": "affirmed"}], Share(1, 3), 0, 0, Share(0, 1)),
        ([COST | {"quote": "other words"}], Share(1, 3), 1, 0, Share(1, 1)),
        ([], Share(0, 3), 0, 0, Share(0, 0)),
    ],
    ids=["both claims", "a wrong polarity", "a span that is off", "no claims"],
)
def test_claims_are_scored(
    folder: Path,
    claims: list[dict[str, object]],
    recall: Share,
    spans_off: int,
    leaks: int,
    polarity: Share,
) -> None:
    score = score_claims(claims, folder, folder)
    assert (score.recall, score.spans_off, score.leaks) == (recall, spans_off, leaks)
    assert score.attributes["polarity"] == polarity
    assert len(score.misses) == recall.total - recall.hits + leaks + polarity.total - polarity.hits


PAIRS = [
    ("1", "agree", []),
    ("2", "contradict", []),
    ("3", "trap", []),
]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("agreement", {"agree": "1/1", "conflict": "0/1", "tension": "0/0", "traps": "0/1", "wrong": 2}),
        ("contradiction", {"agree": "0/1", "conflict": "1/1", "tension": "0/0", "traps": "1/1", "wrong": 2}),
        ("tension", {"agree": "0/1", "conflict": "1/1", "tension": "0/0", "traps": "0/1", "wrong": 3}),
    ],
)
def test_relations_are_scored(tmp_path: Path, kind: str, expected: dict[str, object]) -> None:
    sides = {"a_file": "a.txt", "b_file": "b.txt", "a_quote": "x", "b_quote": "y", "strength": "core"}
    places = [(10 * n, 10 * n + 5) for n in range(len(PAIRS))]
    gold = [
        {"id": name, "label": label, "also_ok": ok, **sides}
        | {f"{side}_start": start for side in "ab"}
        | {f"{side}_end": end for side in "ab"}
        for (name, label, ok), (start, end) in zip(PAIRS, places, strict=True)
    ]
    lines(tmp_path / "relations.jsonl", gold)
    found = [  # the sides are the other way round: a finding has no direction
        {"kind": kind, "a_source": "b", "b_source": "a", "a_document": "in/b.txt", "b_document": "in/a.txt"}
        | {
            f"{side}_{name}": value
            for side in "ab"
            for name, value in (("start", s), ("end", e), ("text", "t"))
        }
        for s, e in places
    ]
    score = score_relations(found, tmp_path)
    assert score.kinds == {kind: 3}
    assert {name: str(share) for name, share in score.recall.items()} | {
        "traps": str(score.traps),
        "wrong": score.wrong,
    } == expected
    within = [record | {"b_source": "b"} for record in found]
    assert asdict(score_relations(within, tmp_path))["kinds"] == {}, (
        "one source against itself does not count"
    )


@pytest.mark.parametrize(
    ("name", "value", "line"),
    [
        ("recall", 0.9, []),
        ("recall", 0.89, ["recall fell to 0.890; the floor is 0.900."]),
        ("leaks", 0.0, []),
        ("leaks", 1.0, ["leaks rose to 1.000; the ceiling is 0.000."]),
        ("something else", 0.0, []),
    ],
)
def test_floors(tmp_path: Path, name: str, value: float, line: list[str]) -> None:
    path = lines(tmp_path / "baseline.json", [{"at_least": {"recall": 0.9}, "at_most": {"leaks": 0}}])
    assert list(load_floors(path).fallen({name: value})) == line


def test_floors_are_raised_and_never_lowered(tmp_path: Path) -> None:
    floors = Floors({"recall": 0.9, "precision": 0.5, "unmeasured": 0.7}, {"leaks": 2, "traps": 0})
    raised = floors.raised({"recall": 0.8, "precision": 0.756, "leaks": 1, "traps": 3})
    assert raised.at_least == {"recall": 0.9, "precision": 0.75, "unmeasured": 0.7}
    assert raised.at_most == {"leaks": 1, "traps": 0}
    save_floors(raised, tmp_path / "baseline.json")
    assert load_floors(tmp_path / "baseline.json") == raised
