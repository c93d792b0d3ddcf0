"""Deciding, correcting, comparing, saving: the desk's commands on a real database."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from cli_examples import Run


def listed(run: Run, database: Path, *arguments: str) -> list[dict[str, object]]:
    result = run("--db", database, *arguments, "--format", "json")
    assert result.returncode == 0, result.stderr
    found: list[dict[str, object]] = json.loads(result.stdout)
    return found


def claim(run: Run, database: Path, claim_id: str) -> dict[str, object]:
    return listed(run, database, "show", claim_id)[0]


# What is done, what is said of it, and what then holds of claim a1 ("field", value).
ACTS: list[tuple[tuple[str, ...], str, tuple[str, object]]] = [
    (("note", "a1", "see the annex"), "The note on claim a1a1a1a1 is kept.", ("note", "see the annex")),
    (("rate", "a1", "2"), "rated 2: probably true", ("rating", "2")),
    (("rate", "harbour-gazette", "b"), "rated B: usually reliable", ("reliability", "B")),
    (("tag", "sport", "a1"), "1 claim changed.", ("themes", ["economy", "sport"])),
    (("tag", "economy", "a1", "--remove"), "1 claim changed.", ("themes", [])),
    (("themes", "merge", "economy", "--into", "work"), "economy: now work.", ("themes", ["work"])),
    (("themes", "rename", "economy", "Work", "--slug", "work"), "now 'Work'", ("themes", ["work"])),
    (("sources", "edit", "harbour-gazette", "--author", "A. Lee"), "author corrected", ("author", "A. Lee")),
]


@pytest.mark.parametrize(("arguments", "said", "held"), ACTS, ids=lambda value: " ".join(map(str, value)))
def test_a_decision_shows_wherever_the_claim_is_and_is_undone(
    arguments: tuple[str, ...], said: str, held: tuple[str, object], run: Run, mill_copy: Path
) -> None:
    before = claim(run, mill_copy, "a1")
    result = run("--db", mill_copy, *arguments)
    assert result.returncode == 0, result.stderr
    assert said in result.stderr
    assert claim(run, mill_copy, "a1")[held[0]] == held[1]
    (finding,) = listed(run, mill_copy, "contradictions", "--no-tension")
    if f"a_{held[0]}" in finding:
        assert finding[f"a_{held[0]}"] == held[1]
    (step,) = listed(run, mill_copy, "log")
    assert step["undone"] is None
    assert "Step 1 is undone" in run("--db", mill_copy, "undo").stderr
    assert claim(run, mill_copy, "a1") == before
    assert listed(run, mill_copy, "log")[0]["undone"]


def test_notes_and_ratings_are_drawn_beside_the_claim(run: Run, mill_copy: Path) -> None:
    run("--db", mill_copy, "note", "a1", "see the annex")
    run("--db", mill_copy, "rate", "a1", "2")
    run("--db", mill_copy, "rate", "harbour-gazette", "B")
    run("--db", mill_copy, "note", "--source", "harbour-gazette", "owned by the port")
    for command in (("claims",), ("contradictions",), ("contradictions", "--explain"), ("show", "a1")):
        text = run("--db", mill_copy, *command, "--format", "table", COLUMNS="300").stdout
        assert "see the annex" in text, command
        assert "rated 2" in text or "2, probably true" in text, command
        assert "harbour-gazette [B]" in text or "B, usually reliable" in text, command
    assert "owned by the port" in run("--db", mill_copy, "sources", "--format", "table", COLUMNS="300").stdout


def test_hiding_in_bulk_through_a_pipe(run: Run, mill_copy: Path) -> None:
    ids = "\n".join(
        line.split("\t")[0] for line in run("--db", mill_copy, "claims", "harbour").stdout.splitlines()
    )
    assert "2 claims hidden." in run("--db", mill_copy, "hide", "-", text=ids).stderr
    assert not {"a2" * 8, "b2" * 8} & {str(c["id"]) for c in listed(run, mill_copy, "claims")}
    assert "a2" * 8 in {str(c["id"]) for c in listed(run, mill_copy, "claims", "--hidden")}
    assert {f["kind"] for f in listed(run, mill_copy, "contradictions")} == {"contradiction"}
    assert "2 claims shown again." in run("--db", mill_copy, "hide", "-", "--show", text=ids).stderr
    assert {f["kind"] for f in listed(run, mill_copy, "contradictions")} == {"contradiction", "tension"}


AMOUNTS = [
    (">= 1000 jobs", {"a1", "d1"}),
    ("> 1,200 jobs", set()),
    (">= 1,200", {"a1", "d1"}),
    ("< 500 jobs", {"b1"}),
    ("200..400 jobs", {"b1"}),
    ("1,200 jobs", {"a1", "d1"}),
    ("around 300 jobs", {"b1"}),
    (">= 1 ships", set()),
]


@pytest.mark.parametrize(("amount", "expected"), AMOUNTS)
def test_claims_by_amount(amount: str, expected: set[str], run: Run, mill: Path) -> None:
    assert {str(c["id"])[:2] for c in listed(run, mill, "claims", "--quantity", amount)} == expected


@pytest.mark.parametrize("amount", ["", "many", ">", "soon..later"])
def test_what_is_no_amount_is_explained(amount: str, run: Run, mill: Path) -> None:
    result = run("--db", mill, "claims", "--quantity", amount)
    assert result.returncode == 2
    assert "is no amount" in result.stderr


MATCHES = [
    ("jobs OR harbour", {"a1", "a2", "b1", "b2", "d1"}),
    ("harbour NOT growing", {"a2"}),
    ("label:300", {"b1"}),
    ("har*", {"a2", "b2"}),
]


@pytest.mark.parametrize(("expression", "expected"), MATCHES)
def test_claims_by_expression(expression: str, expected: set[str], run: Run, mill: Path) -> None:
    assert {str(c["id"])[:2] for c in listed(run, mill, "claims", "--match", expression)} == expected


@pytest.mark.parametrize("expression", ["(jobs", "jobs AND", '"jobs', "colour:jobs", "*", "NEAR(", "a-b"])
def test_a_bad_expression_is_explained(expression: str, run: Run, mill: Path) -> None:
    result = run("--db", mill, "claims", "--match", expression)
    assert result.returncode == 2
    assert result.stdout == ""
    assert "is no full-text expression" in result.stderr
    assert "AND, OR, NOT" in result.stderr
    assert run("--db", mill, "claims", expression).returncode == 0  # as plain words it always works


def test_orders(run: Run, mill: Path) -> None:
    assert str(listed(run, mill, "claims", "--sort", "confidence")[0]["id"])[:2] in ("a2", "b2")
    corroborated = listed(run, mill, "claims", "--sort", "corroboration")
    assert [c["corroboration"] for c in corroborated] == [1, 1, 0, 0, 0, 0]
    for order in ("confidence", "date", "corroboration"):
        assert len(listed(run, mill, "contradictions", "--sort", order)) == 2


def test_a_source_is_found_by_the_beginning_of_its_id(run: Run, mill: Path) -> None:
    source = next(s for s in listed(run, mill, "sources") if s["name"] == "valley-post")
    found = listed(run, mill, "claims", "--source", str(source["id"])[:6])
    assert {str(c["source"]) for c in found} == {"valley-post"}


def test_the_timeline(run: Run, mill: Path) -> None:
    times = listed(run, mill, "timeline")
    assert [t["start"] for t in times] == sorted(str(t["start"]) for t in times)
    assert {str(t["id"])[:2] for t in times} >= {"a1", "b1"}
    assert [str(t["id"])[:2] for t in listed(run, mill, "timeline", "--entity", "Harbour")] == ["a2"]
    assert "2021" in run("--db", mill, "timeline", "--format", "table").stdout


def test_two_sources_side_by_side(run: Run, mill: Path) -> None:
    rows = listed(run, mill, "compare", "harbour-gazette", "valley-post")
    assert [
        (r["where"], r["a_id"] and str(r["a_id"])[:2], r["b_id"] and str(r["b_id"])[:2]) for r in rows
    ] == [
        ("clash", "a1", "b1"),
        ("tension", "a2", "b2"),
    ]
    turned = listed(run, mill, "compare", "valley-post", "harbour-gazette")
    assert str(turned[0]["a_id"])[:2] == "b1"
    text = run("--db", mill, "compare", "harbour-gazette", "town-ledger", "--format", "table").stdout
    assert "Both say: 1 finding" in text
    assert "Only harbour-gazette says: 1 claim" in text


def test_numbers(run: Run, mill: Path) -> None:
    numbers = {(s["group"], s["name"]): s["number"] for s in listed(run, mill, "stats")}
    assert numbers["base", "claims"] == 6
    assert numbers["findings", "contradiction, cross-source, suggested"] == 1


def test_saved_queries(run: Run, mill_copy: Path) -> None:
    assert run("--db", mill_copy, "save", "lost", "--", "claims", "jobs", "--sort", "date").returncode == 0
    assert "claimkb claims jobs --sort date" in run("--db", mill_copy, "save").stdout
    asked = run("--db", mill_copy, "run", "lost", "--", "--limit", "1", "--format", "json")
    assert len(json.loads(asked.stdout)) == 1
    assert run("--db", mill_copy, "save", "bad", "--", "ingest", "x").returncode == 2
    assert run("--db", mill_copy, "run", "bad").returncode == 1
    assert run("--db", mill_copy, "save", "lost", "--remove").returncode == 0
    assert run("--db", mill_copy, "run", "lost").returncode == 1


def test_open_prints_what_would_be_run(run: Run, mill: Path, tmp_path: Path) -> None:
    gone = run("--db", mill, "open", "b2")
    assert gone.returncode == 1
    assert "is not there any more" in gone.stderr
    folder = tmp_path / "mill"
    folder.mkdir()
    (folder / "gazette.txt").write_text("…", encoding="utf-8")
    for editor, words in (
        ("vim", "vim +1 mill/gazette.txt\n"),
        ("code --wait", "code --wait --goto mill/gazette.txt:1:29\n"),
    ):
        assert run("--db", mill, "open", "a1", EDITOR=editor).stdout == words


def test_open_leads_to_the_words_on_a_page(run: Run, mill_copy: Path) -> None:
    run("--db", mill_copy, "sources", "edit", "valley-post", "--url", "https://post.example/mill#top")
    address = run("--db", mill_copy, "open", "b2").stdout
    assert address == "https://post.example/mill#:~:text=The%20harbour%20is%20not%20growing\n"
    run("--db", mill_copy, "sources", "edit", "valley-post", "--url", "javascript:alert(1)")
    assert run("--db", mill_copy, "open", "b2").returncode == 1


COMPLETED = [
    ("claims --theme ec", "economy"),
    ("claims --source val", "valley-post"),
    ("claims --entity Har", "Harbour"),
    ("show a1a1", "a1" * 8),
    ("contradictions --type qu", "quantity"),
    ("compare town", "town-ledger"),
]


@pytest.mark.parametrize(("typed", "offered"), COMPLETED)
def test_a_shell_completes_from_the_database(typed: str, offered: str, run: Run, mill: Path) -> None:
    words = f"claimkb {typed}"
    environment = {
        "_CLAIMKB_COMPLETE": "complete_bash",
        "COMP_WORDS": words,
        "COMP_CWORD": str(len(words.split()) - 1),
    }
    assert offered in run(CLAIMKB_DB=str(mill), **environment).stdout.splitlines()
    assert run(CLAIMKB_DB="missing.db", **environment).stderr == ""


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash")
@pytest.mark.parametrize(
    ("typed", "line"),
    [
        (["--source", "The"], r"The\ Post"),
        (["--source", r"the\ p"], r"The\ Post"),
        (["--source", '"The'], "The Post"),
        (["--theme", "ec"], "economy"),
    ],
    ids=" ".join,
)
def test_bash_puts_names_into_the_line_so_that_they_stay_one_word(
    typed: list[str], line: str, run: Run, mill_copy: Path, tmp_path: Path
) -> None:
    run("--db", mill_copy, "sources", "edit", "valley-post", "--name", "The Post")
    bin_ = tmp_path / "claimkb"
    bin_.write_text(f'#!/bin/sh\nexec {sys.executable} -m claimkb "$@"\n', encoding="utf-8")
    bin_.chmod(0o755)
    script = """eval "$(claimkb --show-completion bash)"
        COMP_WORDS=(claimkb claims "$@"); COMP_CWORD=$(($# + 1))
        $(complete -p claimkb | sed 's/.*-F \\([^ ]*\\).*/\\1/') claimkb; printf '%s\\n' "${COMPREPLY[@]}" """
    result = subprocess.run(
        ["bash", "--norc", "-c", script, "bash", *typed],
        capture_output=True,
        text=True,
        check=True,
        env={"PATH": f"{tmp_path}:{os.environ['PATH']}", "CLAIMKB_DB": str(mill_copy), "SHELL": "/bin/bash"},
    )
    assert result.stdout.splitlines() == [line]


def test_themes_are_applied_without_reading_again(run: Run, mill_copy: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text('[[theme]]\nslug = "port"\nterms = ["harbour"]\n', encoding="utf-8")
    result = run("--db", mill_copy, "themes", "apply", "mine.toml")
    assert result.returncode == 0, result.stderr
    assert {str(c["id"])[:2] for c in listed(run, mill_copy, "claims", "--theme", "port")} == {"a2", "b2"}
    assert [t["slug"] for t in listed(run, mill_copy, "themes")] == ["port"]
