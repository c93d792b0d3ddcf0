"""`claimkb rules`: the rule book with its measures, and the decisions of a base beside it."""

import csv
import io
import json
from pathlib import Path

import pytest
from cli_examples import Run

from claimkb.compare import RULES
from claimkb.render.rules import OLDER

COLUMNS = [
    "id",
    "kind",
    "type",
    "label",
    "example",
    "confidence",
    "held",
    "reviewed",
    "confirmed",
    "decided",
    "state",
]


def rows(run: Run, database: Path) -> list[dict[str, object]]:
    result = run("--db", database, "rules", "--format", "json")
    assert result.returncode == 0, result.stderr
    listed: list[dict[str, object]] = json.loads(result.stdout)
    return listed


def test_every_rule_of_the_book_is_listed_in_its_order(run: Run, mill: Path) -> None:
    listed = rows(run, mill)
    assert list(listed[0]) == COLUMNS
    assert [(row["id"], row["confidence"], row["held"], row["reviewed"]) for row in listed] == [
        (rule.id, rule.confidence, rule.held, rule.reviewed) for rule in RULES
    ]
    assert {(row["confirmed"], row["decided"]) for row in listed} == {(0, 0)}


def test_decisions_are_counted_for_their_rule_even_if_it_is_no_longer_there(
    run: Run, mill_copy: Path
) -> None:
    found = json.loads(run("--db", mill_copy, "contradictions", "--format", "json").stdout)
    for finding, decision in zip(found, ("confirm", "dismiss"), strict=True):
        run("--db", mill_copy, "review", str(finding["id"]), decision)
    older = {row["id"]: row for row in rows(run, mill_copy)[len(RULES) :]}
    assert {name: (row["confirmed"], row["decided"]) for name, row in older.items()} == {
        "R3": (0, 1),
        "R5": (1, 1),
    }
    assert {(row["kind"], row["label"], row["confidence"]) for row in older.values()} == {(None, OLDER, None)}
    shown = run("--db", mill_copy, "rules", "--format", "md").stdout
    assert next(line for line in shown.splitlines() if line.startswith("| R5 ")).endswith("| 1 of 1 |")


@pytest.mark.parametrize("form", ["csv", "tsv", "jsonl", "md"])
def test_all_formats_have_one_line_a_rule(form: str, run: Run, mill: Path) -> None:
    text = run("--db", mill, "rules", "--format", form).stdout
    heading = {"csv": 1, "tsv": 1, "jsonl": 0, "md": 2}[form]
    assert len(text.splitlines()) == len(RULES) + heading
    if form == "csv":
        assert [row["id"] for row in csv.DictReader(io.StringIO(text))] == [rule.id for rule in RULES]


@pytest.mark.parametrize("width", [80, 140])
def test_the_table_keeps_to_the_width(width: int, run: Run, mill: Path) -> None:
    text = run("--db", mill, "rules", "--format", "table", COLUMNS=str(width)).stdout
    assert "R1-rejected" in text
    assert max(map(len, text.splitlines())) <= width


def test_the_rules_can_be_read_without_a_database(run: Run) -> None:
    result = run("--db", "nowhere.db", "rules", "--format", "jsonl")
    assert result.returncode == 0
    assert len(result.stdout.splitlines()) == len(RULES)
    assert result.stderr == ("There is no database at nowhere.db, so the list has no decisions of yours.\n")


def test_a_rule_that_is_switched_off_is_marked(run: Run, mill: Path, tmp_path: Path) -> None:
    settings = tmp_path / "claimkb.toml"
    settings.write_text('[rules]\noff = ["R7-slot"]\n', encoding="utf-8")
    result = run("--db", mill, "rules", "--format", "json", CLAIMKB_CONFIG=str(settings))
    assert result.returncode == 0, result.stderr
    states = {row["id"]: row["state"] for row in json.loads(result.stdout)}
    assert [name for name, state in states.items() if state == "off"] == ["R7-slot"]


def test_a_misspelt_rule_is_an_error_and_not_silently_on(run: Run, mill: Path, tmp_path: Path) -> None:
    settings = tmp_path / "claimkb.toml"
    settings.write_text('[rules]\noff = ["R7-slots"]\n', encoding="utf-8")
    result = run("--db", mill, "contradictions", CLAIMKB_CONFIG=str(settings))
    assert result.returncode == 1
    assert "did you mean R7-slot?" in result.stderr and "Traceback" not in result.stderr
