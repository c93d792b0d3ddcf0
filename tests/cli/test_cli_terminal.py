"""What a person sees: the real command on a real (pseudo) terminal."""

import json
import re
from pathlib import Path

import pytest
from cli_examples import Run, build_at
from terminal import COLOUR, seen


@pytest.mark.parametrize("width", [80, 140])
@pytest.mark.parametrize(
    "command", ["claims", "contradictions", "agreements", "themes", "sources", "entities"]
)
def test_a_terminal_gets_a_coloured_table_of_its_width(command: str, width: int, mill: Path) -> None:
    text = seen("--db", str(mill), command, width=width)
    assert COLOUR.search(text)
    lines = COLOUR.sub("", text).splitlines()
    assert any("───" in line for line in lines)
    assert max(map(len, lines)) <= width


def test_colour_marks_words_and_signs_do_where_there_is_none(mill: Path) -> None:
    arguments = ("--db", str(mill), "contradictions", "--explain")
    coloured = seen(*arguments)
    assert "›" not in coloured
    assert re.search(r"\x1b\[1;4m1,200 jobs\x1b\[0m", coloured)
    for environment in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
        plain = seen(*arguments, **environment)
        assert "\x1b" not in plain
        assert "›1,200 jobs‹" in plain


def test_a_person_is_told_how_many_there_are_and_what_next(mill: Path) -> None:
    assert "6 claims. `claimkb show ID` shows one whole." in seen("--db", str(mill), "claims")
    assert "2 findings. --explain" in seen("--db", str(mill), "contradictions")


def test_articles_cannot_drive_the_terminal_in_any_format(mill: Path) -> None:
    for form in ("table", "csv", "tsv", "json", "jsonl", "md"):
        text = seen("--db", str(mill), "claims", "--source", "blog", "--format", form, NO_COLOR="1")
        assert "red alert" in text.replace("\n            ", " ")
        assert "\x1b" not in text
        assert "\u202e" not in text


def test_the_review_queue_takes_one_key_a_decision(mill_copy: Path, run: Run) -> None:
    before = run("--db", mill_copy, "contradictions", "--format", "tsv").stdout
    text = seen("--db", str(mill_copy), "review", keys=("d", "u", "s", "x", "c", "q"))
    assert "1 of 3" in text
    assert "Press one of c, d, n, s, u, q." in text
    assert "1 decided, 2 left." in text
    statuses = run("--db", mill_copy, "export", "relations").stdout
    assert statuses.count(",confirmed,") == 1
    assert "dismissed" not in statuses
    assert len(run("--db", mill_copy, "contradictions", "--format", "tsv").stdout.splitlines()) == len(
        before.splitlines()
    )


def test_a_note_goes_with_the_next_decision_and_undo_takes_both_back(mill_copy: Path, run: Run) -> None:
    text = seen("--db", str(mill_copy), "review", keys=("n", "c", "q"), lines=("another year",))
    assert "your note: another year" in text
    (row,) = json.loads(
        run("--db", mill_copy, "export", "relations", "--status", "confirmed", "--format", "json").stdout
    )
    assert row["note"] == "another year"
    assert "is undone: confirmed" in run("--db", mill_copy, "undo").stderr
    assert run("--db", mill_copy, "export", "relations", "--status", "confirmed").stdout.count("\n") == 1


def test_what_is_longer_than_the_terminal_goes_through_the_pager(mill: Path, tmp_path: Path) -> None:
    pager = tmp_path / "pager"
    pager.write_text("#!/bin/sh\necho PAGED; cat\n", encoding="utf-8")
    pager.chmod(0o755)
    arguments = ("--db", str(mill), "contradictions", "--explain")
    assert "PAGED" in seen(*arguments, rows=10, CLAIMKB_PAGER=str(pager))
    assert "PAGED" in seen(*arguments, rows=10, CLAIMKB_PAGER=str(pager), NO_COLOR="1")
    assert "PAGED" not in seen(*arguments, rows=200, CLAIMKB_PAGER=str(pager))
    assert "PAGED" not in seen("--no-pager", *arguments, rows=10, CLAIMKB_PAGER=str(pager))
    assert "1,200" in seen(*arguments, rows=10, CLAIMKB_PAGER="/no/such/pager")


def test_an_editor_is_opened_at_the_line(mill_copy: Path, tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("One.\nThe mill closed.\n", encoding="utf-8")
    build_at(tmp_path / "one.db", article)
    text = seen("--db", str(tmp_path / "one.db"), "open", "e1", EDITOR="echo EDITED")
    assert f"EDITED +2 {article}" in text


def test_a_queue_that_is_empty_says_so(mill_copy: Path) -> None:
    seen("--db", str(mill_copy), "review", keys=("c", "d", "c"))
    assert "Nothing is left to review." in seen("--db", str(mill_copy), "review")
