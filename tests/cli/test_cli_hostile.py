"""Hostile article text is harmless on every surface, and comes back whole where a file is meant to keep it."""

import csv
import io
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from cli_examples import Run, build_of, hostile_id
from csvw import CSVW
from pybtex.database import parse_string

from claimkb.render.formulas import unguard

HOSTILE = (
    "<script>alert(1)</script><img src=x onerror=alert(1)> said so.",
    "\x1b]0;owned\x07\x1b[2J\x1b[31mred\x9b31m alert is raised.",
    "=cmd|'/c calc'!A0 is a formula.",
    "+1+1 is a formula.",
    "-2+3 is a formula.",
    "@SUM(1+1) is a formula.",
    "\t=1+1 hides behind a tab.",
    "＝1+1 is full-width.",
    "\u202egnp.exe\u2066 turns the words \u200f\u061cround.",
    "W" * 10_000 + " is long.",
    "[bold]markup[/bold] :smile: and [link=http://x]a link[/link] are text.",
    "| a | b | is a row, `code`, **bold**, [x](javascript:alert(1)), ![i](http://x).",
    "He said \"a;b\", 'c', \\ and\r\n a new line.",
    "} , title={x} \\input{/etc/passwd} % $ & # _ ^ ~ breaks out.",
    "</script><!-- ]]> &lt; closes.",
    "\u2028\u2029\x85 separate lines.",
    "A null\x00byte stands here.",
)
TERMINALS = [
    ("claims", "--format", "table"),
    ("claims", "--format", "md"),
    ("claims",),
    ("claims", "is OR said", "--format", "table"),
    ("timeline", "--format", "table"),
    ("compare", "hostile", "other", "--format", "table", "--alone", "99"),
    ("sources", "--format", "table"),
    ("entities", "--format", "table"),
    ("themes", "--format", "table"),
    ("groups", "--format", "table", "--min-voices", "1"),
    ("contradictions", "--scope", "all", "--explain"),
    ("agreements", "--scope", "all", "--format", "table"),
    ("stats", "--format", "table"),
    ("report", "--format", "md"),
    ("export", "sources", "--format", "bibtex"),
    ("export", "sources", "--format", "csl"),
    ("export", "claims", "--format", "jsonld"),
    ("claims", "--format", "json"),
    ("dump",),
    ("log",),
]
OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hostile") / "claims.db"
    build_of(path, HOSTILE)
    return path


@pytest.mark.parametrize("command", TERMINALS, ids=" ".join)
def test_nothing_that_a_terminal_obeys_reaches_one(command: tuple[str, ...], hostile: Path, run: Run) -> None:
    for width in ("40", "80", "140"):
        result = run("--db", hostile, *command, COLUMNS=width)
        assert result.returncode == 0, result.stderr
        assert not OBEYED.search(result.stdout.replace("\r\n", "\n"))
        if "table" in command:
            assert max(map(len, result.stdout.splitlines()), default=0) <= int(width)


def test_every_claim_is_shown_whole(hostile: Path, run: Run) -> None:
    for number in (1, 8, 9):
        text = run("--db", hostile, "show", hostile_id(number), COLUMNS="80").stdout
        assert not OBEYED.search(text)
        assert max(map(len, text.splitlines())) <= 80
    assert "W" * 60 in text


def rows_of(content: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content, newline="")))


def test_files_keep_every_character(hostile: Path, run: Run, tmp_path: Path) -> None:
    def texts(rows: list[dict[str, str]]) -> set[str]:
        return {row["text"] for row in rows}

    assert texts(
        json.loads(run("--db", hostile, "export", "claims", "--source", "hostile", "--format", "json").stdout)
    ) == set(HOSTILE)
    graph = json.loads(
        run("--db", hostile, "export", "claims", "--source", "hostile", "--format", "jsonld").stdout
    )["@graph"]
    assert texts(graph) == set(HOSTILE)
    run("--db", hostile, "export", "claims", "--source", "hostile", "-o", "raw.csv", "--raw")
    with (tmp_path / "raw.csv").open(encoding="utf-8", newline="") as file:
        assert texts(rows_of(file.read())) == set(HOSTILE)
    run("--db", hostile, "export", "claims", "--source", "hostile", "-o", "claims.csv")
    with (tmp_path / "claims.csv").open(encoding="utf-8", newline="") as file:
        rows = rows_of(file.read())
    assert {unguard(row["text"]) for row in rows} == set(HOSTILE)
    assert not [row["text"] for row in rows if re.match("[=+\\-@\t\r＝]", row["text"])]


def test_markdown_has_neither_html_nor_links(hostile: Path, run: Run) -> None:
    text = run("--db", hostile, "claims", "--format", "md").stdout
    assert "<script" not in text.replace("\\<", "")
    assert "](" not in text.replace("\\]", "")
    assert {len(re.findall(r"(?<!\\)\|", line)) for line in text.splitlines()} == {8}


def test_bibtex_is_read_back(hostile: Path, run: Run) -> None:
    entries = parse_string(
        run("--db", hostile, "export", "sources", "--format", "bibtex").stdout, "bibtex"
    ).entries
    assert len(entries) == 2
    assert {"input", "x"}.isdisjoint(entries)
    for entry in entries.values():
        assert set(entry.fields) <= {"title", "howpublished", "year", "month", "day", "url", "note"}


@pytest.mark.parametrize("what", ["claims", "relations", "sources", "themes"])
def test_csv_validates_against_its_csvw(
    what: str, hostile: Path, mill: Path, run: Run, tmp_path: Path
) -> None:
    for database, name in ((hostile, "hostile"), (mill, "mill")):
        file = tmp_path / f"{name}.csv"
        assert run("--db", database, "export", what, "-o", file, "--csvw").returncode == 0
        described = CSVW(str(file.with_name(f"{file.name}-metadata.json")), validate=True)
        assert described.is_valid, described.warnings
        with file.open(encoding="utf-8", newline="") as lines:
            assert sum(1 for _ in described.tables[0]) == len(rows_of(lines.read()))


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_a_spreadsheet_opens_csv_unchanged_and_runs_nothing(hostile: Path, run: Run, tmp_path: Path) -> None:
    run("--db", hostile, "export", "claims", "-o", "claims.csv")
    convert = ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to"]
    as_is = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    # 44,34,76: comma, quote, UTF-8 (as the file is); the cells as they are shown, text quoted.
    subprocess.run(
        [*convert, as_is, "--infilter=CSV:44,34,76,1", "--outdir", "out", "claims.csv"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        timeout=120,
    )
    (opened,) = (tmp_path / "out").glob("*.csv")
    with opened.open(encoding="utf-8-sig", newline="") as file:
        seen = rows_of(file.read())
    with (tmp_path / "claims.csv").open(encoding="utf-8", newline="") as file:
        written = rows_of(file.read())
    assert [row["id"] for row in seen] == [row["id"] for row in written]
    visible = re.compile("[^\x00-\x1f\x7f-\x9f\u2028\u2029]+")
    for before, after in zip(written, seen, strict=True):
        for column in ("label", "text", "quote"):
            assert "".join(visible.findall(after[column])) == "".join(visible.findall(before[column]))
