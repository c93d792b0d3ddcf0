"""`claimkb export shards` and `claimkb query`: the same lists from files as from the database."""

from pathlib import Path

import pytest
from cli_examples import Run

pytest.importorskip("duckdb")

QUERIES = [
    (),
    ("mill",),
    ("--theme", "economy", "--has-quantity"),
    ("--since", "2021", "--until", "2021", "--sort", "contradictions"),
    ("--quantity", ">= 1000", "--limit", "1"),
]


def test_a_folder_answers_as_the_database_does(run: Run, mill: Path) -> None:
    made = run("export", "shards", "shards", "--db", mill)
    assert made.returncode == 0, made.stderr
    assert made.stderr.endswith(" written to shards.\n")
    for query in QUERIES:
        sort = () if "--sort" in query else ("--sort", "position")
        of_base = run("claims", *query, *sort, "--format", "jsonl", "--db", mill)
        of_files = run("query", "--parquet", "shards", *query, "--format", "jsonl")
        assert of_files.returncode == 0, of_files.stderr
        assert of_files.stdout == of_base.stdout


FINDINGS = [
    ("agreements",),
    ("contradictions", "--scope", "all", "--sort", "date"),
    ("contradictions", "--theme", "economy", "--no-tension", "--limit", "1"),
]


def test_a_folder_lists_findings_as_the_database_does(run: Run, mill: Path) -> None:
    assert run("export", "shards", "shards", "--db", mill).returncode == 0
    for query in FINDINGS:
        of_base = run(*query, "--format", "jsonl", "--db", mill)
        of_files = run(*query, "--parquet", "shards", "--format", "jsonl")
        assert (of_files.returncode, of_files.stdout) == (0, of_base.stdout), of_files.stderr
    explained = run("agreements", "--parquet", "shards", "--explain")
    assert explained.stdout == ""
    assert "--explain needs a database" in explained.stderr


def test_failures_say_what_to_do(run: Run, mill: Path) -> None:
    assert run("query").returncode == 2
    none = run("query", "--parquet", "nowhere")
    assert (none.returncode, none.stdout) == (1, "")
    assert "claimkb export shards" in none.stderr
    assert run("export", "shards", "shards", "--db", mill).returncode == 0
    again = run("export", "shards", "shards", "--db", mill)
    assert again.returncode == 1
    assert "is there already" in again.stderr
    unknown = run("query", "--parquet", "shards", "--theme", "econmy")
    assert unknown.returncode == 1
    assert "Did you mean 'economy'" in unknown.stderr
