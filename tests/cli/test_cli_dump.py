"""A dump makes a base that exports the same bytes, decisions and all; what is no dump makes none."""

import json
from pathlib import Path

import pytest
from cli_examples import Run

DECISIONS = (
    ("note", "a1", "see the annex"),
    ("rate", "a1", "2"),
    ("note", "--source", "valley-post", "a weekly"),
    ("tag", "sport", "b1"),
    ("themes", "rename", "economy", "Work"),
    ("hide", "c1"),
    ("save", "lost", "--", "claims", "jobs"),
)
EXPORTS = [
    *(("export", what, "--format", "csv") for what in ("claims", "relations", "sources", "themes")),
    ("export", "sources", "--format", "bibtex"),
    ("log", "--format", "csv"),
    ("save", "--format", "csv"),
    ("claims", "jobs", "--format", "csv"),
    ("stats", "--format", "csv"),
]


@pytest.fixture
def decided(run: Run, mill_copy: Path) -> Path:
    for arguments in DECISIONS:
        assert run("--db", mill_copy, *arguments).returncode == 0
    (finding,) = json.loads(
        run("--db", mill_copy, "contradictions", "--no-tension", "--format", "json").stdout
    )
    run("--db", mill_copy, "review", finding["id"], "confirm", "--note", "=1+1 is what it says")
    return mill_copy


def test_an_imported_dump_exports_the_same_bytes(run: Run, decided: Path, tmp_path: Path) -> None:
    first = run("--db", decided, "dump", "-o", "base.jsonl")
    assert first.returncode == 0, first.stderr
    made = run("--db", "copy.db", "import", "base.jsonl")
    assert made.returncode == 0, made.stderr
    for arguments in EXPORTS:
        assert run("--db", "copy.db", *arguments).stdout == run("--db", decided, *arguments).stdout, arguments
    again = run("--db", "copy.db", "dump").stdout
    assert again == (tmp_path / "base.jsonl").read_text(encoding="utf-8")
    assert run("--db", "piped.db", "import", "-", text=again).returncode == 0
    assert run("--db", "copy.db", "undo").returncode == 0
    assert {path.name for path in tmp_path.iterdir() if path.name.startswith(".")} == set()


def test_a_base_with_anything_in_it_is_not_written_over(run: Run, mill: Path) -> None:
    text = run("--db", mill, "dump").stdout
    before = mill.read_bytes()
    result = run("--db", mill, "import", "-", text=text)
    assert result.returncode == 1
    assert "There is a base at" in result.stderr
    assert mill.read_bytes() == before


BROKEN = [
    ("", "cut off"),
    ("{}\n", "does not say that a claimkb dump follows"),
    ("no json\n", "it is not JSON"),
    ('{"format":"claimkb dump","schema":99}\n', "newer claimkb"),
    ('{"format":"claimkb dump","schema":3}\n', "cut off"),
    ('{"format":"claimkb dump","schema":3}\n{"table":"sqlite_master","columns":["sql"]}\n', "no table"),
    ('{"format":"claimkb dump","schema":3}\n{"table":"journal","columns":["id; DROP"]}\n', "no such columns"),
    ('{"format":"claimkb dump","schema":3}\n[1,2]\n', "not a row of the table"),
    (
        '{"format":"claimkb dump","schema":3}\n{"table":"journal","columns":["id","at"]}\n[1,[2]]\n',
        "neither text nor a number",
    ),
    (
        '{"format":"claimkb dump","schema":3}\n{"table":"journal","columns":["id","at"]}\n[1,null]\n',
        "does not fit",
    ),
    (
        '{"format":"claimkb dump","schema":3}\n{"table":"appearances","columns":["path","document","metadata"]}\n'
        '["a",7,"{}"]\n{"rows":1}\n',
        "refer to rows it has not",
    ),
]


@pytest.mark.parametrize(("text", "problem"), BROKEN)
def test_what_is_no_dump_makes_no_base(text: str, problem: str, tmp_path: Path) -> None:
    from claimkb.errors import ClaimkbError
    from claimkb.store.dumping import load

    with pytest.raises(ClaimkbError, match=problem):
        load(tmp_path / "new.db", text.splitlines(keepends=True))
    assert list(tmp_path.iterdir()) == []


def test_half_a_dump_makes_no_base(run: Run, mill: Path, tmp_path: Path) -> None:
    from claimkb.errors import ReadError
    from claimkb.store.dumping import load

    lines = run("--db", mill, "dump").stdout.splitlines()
    for kept in (len(lines) // 2, len(lines) - 1):
        with pytest.raises(ReadError):
            load(tmp_path / "new.db", lines[:kept])
    assert list(tmp_path.iterdir()) == []


def test_bytes_come_back(mill_copy: Path, tmp_path: Path) -> None:
    import sqlite3

    from claimkb.store.dumping import dump, load

    page = bytes(range(256))
    connection = sqlite3.connect(mill_copy)
    connection.execute(
        """INSERT INTO originals (path, sha256, url, fetched_at, media_type, body)
        VALUES ('p', 's', 'https://x.example', '2024-05-01', 'text/html', ?)""",
        (page,),
    )
    connection.commit()
    connection.close()
    lines = list(dump(mill_copy))
    load(tmp_path / "copy.db", lines)
    assert list(dump(tmp_path / "copy.db")) == lines
    connection = sqlite3.connect(tmp_path / "copy.db")
    assert connection.execute("SELECT body FROM originals").fetchall() == [(page,)]
    connection.close()
