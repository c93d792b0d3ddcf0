"""Lists in all their formats, from a real database through real pipes."""

import csv
import io
import json
import re
from pathlib import Path

import pytest
from cli_examples import Run

from claimkb.records import ClaimRecord, EntityRecord, GroupRecord, RelationRecord, SourceRecord, ThemeRecord
from claimkb.render.cells import cell, cell_text
from claimkb.render.sheet import columns_of

LISTS = {
    "claims": ClaimRecord,
    "contradictions": RelationRecord,
    "agreements": RelationRecord,
    "themes": ThemeRecord,
    "sources": SourceRecord,
    "entities": EntityRecord,
    "groups": GroupRecord,
}


@pytest.mark.parametrize("command", LISTS)
def test_a_pipe_gets_tsv_with_all_columns_and_no_decoration(command: str, run: Run, mill: Path) -> None:
    piped = run("--db", mill, command)
    assert piped.returncode == 0
    assert piped.stderr == ""
    assert piped.stdout == run("--db", mill, command, "--format", "tsv").stdout
    rows = [line.split("\t") for line in piped.stdout.splitlines()]
    assert rows[0] == list(columns_of(LISTS[command]))
    assert {len(row) for row in rows} == {len(rows[0])}
    assert not re.search("[\x1b│─…]", piped.stdout)


@pytest.mark.parametrize("command", LISTS)
def test_all_formats_hold_the_same_rows(command: str, run: Run, mill: Path) -> None:
    outputs = {
        form: run("--db", mill, command, "--format", form).stdout
        for form in ("json", "jsonl", "csv", "tsv", "md")
    }
    objects = json.loads(outputs["json"])
    assert objects
    assert [json.loads(line) for line in outputs["jsonl"].splitlines()] == objects
    table = list(csv.DictReader(io.StringIO(outputs["csv"], newline="")))
    key = "slug" if command == "themes" else "name" if command == "entities" else "id"
    assert [row[key] for row in table] == [each[key] for each in objects]
    lines = outputs["tsv"].splitlines()
    assert len(lines) - 1 == len(outputs["md"].splitlines()) - 2 == len(objects)
    for line, each in zip(lines[1:], objects, strict=True):
        for text, value in zip(line.split("\t"), each.values(), strict=True):
            if isinstance(value, int | float | bool | None):
                assert text == cell_text(cell(value))


def test_claims_are_filtered(run: Run, mill: Path) -> None:
    table = {
        (): {"a1", "a2", "b1", "b2", "c1", "d1"},
        ("jobs",): {"a1", "b1", "d1"},
        ("--theme", "economy", "--has-quantity"): {"a1", "b1", "d1"},
        ("--source", "valley-post"): {"b1", "b2"},
        ("--source", "valley-post", "--source", "blog"): {"b1", "b2", "c1"},
        ("--entity", "Harbour"): {"a2"},
        ("--holder", "officials"): {"b1"},
        ("--modality", "predicted"): {"a2"},
        ("--polarity", "negated"): {"b2"},
        ("--since", "2029"): {"a2"},
        ("--since", "2021-05", "--until", "2021-05-31", "--source", "harbour-gazette"): {"a1"},
        ("--until", "1999"): set(),
    }
    for arguments, expected in table.items():
        lines = run("--db", mill, "claims", *arguments, "--format", "jsonl").stdout.splitlines()
        assert {json.loads(line)["id"][:2] for line in lines} == expected, arguments


def test_the_limit_and_the_order(run: Run, mill: Path) -> None:
    most = run("--db", mill, "claims", "--sort", "contradictions", "--limit", "2", "--format", "json")
    assert {each["id"][:2] for each in json.loads(most.stdout)} == {"a1", "b1"}


def test_contradictions_come_before_tensions_whatever_their_confidence(run: Run, mill: Path) -> None:
    def kinds(*arguments: str) -> list[str]:
        found = json.loads(run("--db", mill, "contradictions", "--format", "json", *arguments).stdout)
        return [each["kind"] for each in found]

    assert kinds() == ["contradiction", "tension"]
    assert kinds("--no-tension") == ["contradiction"]
    assert kinds("--limit", "1") == ["contradiction"]
    assert kinds("--min-confidence", "0.9") == ["tension"]
    assert kinds("--type", "quantity") == ["contradiction"]
    assert kinds("--scope", "within-source") == []


def test_nothing_found_says_what_to_try(run: Run, mill: Path) -> None:
    result = run("--db", mill, "claims", "unicorns")
    assert result.returncode == 0
    assert len(result.stdout.splitlines()) == 1
    assert "No claims match." in result.stderr
    result = run("--db", mill, "agreements", "--type", "same-quote", "--format", "json")
    assert json.loads(result.stdout) == []
    assert "No agreements found." in result.stderr


def test_explanations_are_drawn_also_in_a_pipe(run: Run, mill: Path) -> None:
    text = run("--db", mill, "contradictions", "--explain", "--no-tension").stdout
    assert "it cost ›1,200 jobs‹ in 2021" in text
    assert "valley-post · 2022, inferred · union officials" in text
    assert "rule R5: amounts of one thing that exclude each other (proposed by job+mill)" in text
    (row,) = json.loads(
        run("--db", mill, "contradictions", "--explain", "--no-tension", "--format", "json").stdout
    )
    assert row["rule"] == "R5"
    assert row["b_marks"] == ["300 jobs"]
    assert row["b_published_inferred"] is True


@pytest.mark.parametrize("width", [80, 140])
@pytest.mark.parametrize(
    "command", [("contradictions", "--explain"), ("claims",), ("themes",), ("show", "a1")]
)
def test_tables_keep_to_the_width(command: tuple[str, ...], width: int, run: Run, mill: Path) -> None:
    text = run("--db", mill, *command, "--format", "table", COLUMNS=str(width)).stdout
    assert text
    assert max(map(len, text.splitlines())) <= width


def test_themes_as_a_matrix(run: Run, mill: Path) -> None:
    rows = run("--db", mill, "themes", "--matrix").stdout.splitlines()
    assert rows[0].split("\t") == ["slug", "claims", "blog", "harbour-gazette", "town-ledger", "valley-post"]
    assert rows[1].split("\t") == ["economy", "5", "1", "1", "1", "2"]


def test_show(run: Run, mill: Path) -> None:
    text = run("--db", mill, "show", "a1").stdout
    assert "›it cost 1,200 jobs in 2021‹" in text
    assert "contradiction · quantity · 0.86" in text
    (whole,) = json.loads(run("--db", mill, "show", "a1", "--format", "json").stdout)
    assert whole["as_written"] == "it cost 1,200 jobs in 2021"
    assert {each["type"] for each in whole["relations"]} == {"quantity", "same-quantity"}


def test_the_database_can_be_named_in_three_ways(run: Run, mill: Path) -> None:
    before = run("--db", mill, "sources").stdout
    assert before == run("sources", "--db", mill).stdout
    assert before == run("sources", CLAIMKB_DB=str(mill)).stdout
    assert before == run("--db", "missing.db", "sources", "--db", mill).stdout
    assert before == run("--db", mill, "sources", CLAIMKB_DB="missing.db").stdout
    assert run("--db", mill, "export", "sources").stdout == run("export", "--db", mill, "sources").stdout


def test_articles_cannot_drive_a_terminal_or_a_pipe(run: Run, mill: Path) -> None:
    for command in (
        ("claims",),
        ("show", "c1"),
        ("claims", "--format", "table"),
        ("claims", "--format", "md"),
    ):
        text = run("--db", mill, *command).stdout
        assert "\x1b" not in text
        assert "\u202e" not in text
        assert "\\x1b" in text.replace("\\\\", "\\")
    (claim,) = json.loads(run("--db", mill, "claims", "--source", "blog", "--format", "json").stdout)
    assert claim["text"].startswith("=cmd|calc \x1b[31mred")
    rows = csv.DictReader(io.StringIO(run("--db", mill, "claims", "--format", "csv").stdout, newline=""))
    blog = next(row for row in rows if row["source"] == "blog")
    assert blog["label"] == "'=cmd|calc"
    assert blog["title"] == "'=1+1"
