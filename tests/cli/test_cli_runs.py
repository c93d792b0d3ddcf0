"""Whole runs with the real parser: articles in, claims and findings out."""

import json
from pathlib import Path

import pytest
from cli_examples import Run

GAZETTE = "The paper mill in Norwick cut 1,200 jobs in 2021.\n\nThe town council will build a new harbour.\n"
POST = "The paper mill in Norwick cut 300 jobs in 2021.\n\nThe council opposes the new road.\n"


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "gazette.txt").write_text(GAZETTE, encoding="utf-8")
    (folder / "post.txt").write_text(POST, encoding="utf-8")
    return folder


def test_ingest_tells_of_each_document_and_twice_changes_nothing(run: Run, articles: Path) -> None:
    first = run("ingest", "articles")
    assert first.returncode == 0, first.stderr
    lines = first.stdout.splitlines()
    assert lines[0].startswith("added      articles/gazette.txt: ")
    assert lines[1].startswith("added      articles/post.txt: ")
    assert "2 documents: 2 added" in lines
    assert "claimkb themes" in first.stdout
    exports = [run("export", what).stdout for what in ("claims", "relations", "sources", "themes")]
    second = run("ingest", "articles")
    assert second.returncode == 0
    assert second.stdout.splitlines()[0] == "unchanged  articles/gazette.txt"
    assert [run("export", what).stdout for what in ("claims", "relations", "sources", "themes")] == exports
    assert run("check").returncode == 0
    assert run("rebuild").stderr.endswith("compared; findings: 0 new, 0 gone, 0 changed.\n")
    assert [run("export", what).stdout for what in ("claims", "relations", "sources", "themes")] == exports


def test_exit_codes_of_ingest(run: Run, articles: Path) -> None:
    (articles / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\x00" * 20)
    some = run("ingest", "articles", "--quiet")
    assert some.returncode == 3
    assert some.stdout == ""
    assert "picture.txt was refused: " in some.stderr
    assert len(run("sources").stdout.splitlines()) == 3
    none = run("--db", "other.db", "ingest", "articles/picture.txt", "missing.txt")
    assert none.returncode == 1
    assert none.stderr.count("was refused") == 2


def test_ingest_reports_in_a_format_and_takes_metadata(run: Run, articles: Path) -> None:
    result = run(
        "ingest", "articles/post.txt", "--name", "Valley Post", "--published", "2022-03", "--format", "json"
    )
    (outcome,) = json.loads(result.stdout)
    assert outcome["state"] == "added"
    (source,) = json.loads(run("sources", "--format", "json").stdout)
    assert (source["name"], source["published"], source["published_inferred"]) == (
        "Valley Post",
        "2022-03",
        False,
    )


def test_ingest_from_standard_input(run: Run) -> None:
    result = run("ingest", "-", "--name", "letter", text=GAZETTE)
    assert result.returncode == 0, result.stderr
    assert len(run("claims", "--source", "letter").stdout.splitlines()) > 1


def test_split_gives_claims_on_the_words_of_the_text(run: Run, articles: Path) -> None:
    lines = run("split", "articles/gazette.txt", "--format", "jsonl").stdout.splitlines()
    claims = [json.loads(line) for line in lines]
    assert claims
    for claim in claims:
        assert GAZETTE[claim["start"] : claim["end"]] == claim["quote"]
    assert [c["id"] for c in claims] == [
        json.loads(line)["id"]
        for line in run("split", "articles/gazette.txt", "--format", "jsonl").stdout.splitlines()
    ]
    assert "cut 1,200 jobs" in run("split", text=GAZETTE).stdout
    explained = run("split", "--explain", text=GAZETTE + "\nWhat comes next?\n").stdout
    assert "no claim: question" in explained


def test_judge_two_texts(run: Run) -> None:
    result = run("judge", GAZETTE, POST, "--format", "json")
    (verdict,) = json.loads(result.stdout)
    assert list(verdict) == ["kind", "type", "confidence", "reason"]
    assert (verdict["kind"], verdict["type"]) == ("contradiction", "quantity")
    (same,) = json.loads(run("judge", GAZETTE, GAZETTE, "--format", "json").stdout)
    assert same["kind"] == "agreement"


def test_judge_a_file_of_pairs(run: Run, tmp_path: Path) -> None:
    pairs = [
        {"id": "one", "premise": GAZETTE, "hypothesis": POST},
        {"id": "two", "premise": GAZETTE, "hypothesis": "The museum sells tickets."},
    ]
    path = tmp_path / "pairs.jsonl"
    path.write_text("".join(json.dumps(pair) + "\n" for pair in pairs), encoding="utf-8")
    assert run("judge", "--input", "pairs.jsonl", "-o", "out.jsonl").returncode == 0
    lines = (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()
    verdicts = [json.loads(line) for line in lines]
    assert [(each["id"], each["kind"]) for each in verdicts] == [("one", "contradiction"), ("two", "none")]
    assert run("judge", "--input", "pairs.jsonl").stdout.splitlines() == lines
    path.write_text('{"id": "broken"}\n', encoding="utf-8")
    broken = run("judge", "--input", "pairs.jsonl", "-o", "out.jsonl")
    assert broken.returncode == 1
    assert "Line 1" in broken.stderr
    assert (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines() == lines
