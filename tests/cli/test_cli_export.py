import csv
import json
from pathlib import Path

import pytest
from cli_examples import Run

from claimkb.records import ClaimRecord, RelationRecord, SourceRecord, ThemeRecord
from claimkb.render.formulas import unguard
from claimkb.render.sheet import columns_of

WHAT = {"claims": ClaimRecord, "relations": RelationRecord, "sources": SourceRecord, "themes": ThemeRecord}


def read_csv(path: Path, encoding: str = "utf-8") -> list[dict[str, str]]:
    with path.open(encoding=encoding, newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("what", WHAT)
def test_every_export_has_the_public_columns_in_every_format(
    what: str, run: Run, mill: Path, tmp_path: Path
) -> None:
    columns = list(columns_of(WHAT[what]))
    for ending in ("csv", "tsv", "jsonl", "json"):
        result = run("--db", mill, "export", what, "-o", f"out.{ending}")
        assert result.returncode == 0, result.stderr
        assert result.stdout == ""
        assert f"written to out.{ending} as {ending}." in result.stderr
    assert list(read_csv(tmp_path / "out.csv")[0]) == columns
    assert (tmp_path / "out.tsv").read_text(encoding="utf-8").splitlines()[0].split("\t") == columns
    objects = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert list(objects[0]) == columns
    lines = (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in lines] == objects
    assert len(read_csv(tmp_path / "out.csv")) == len(objects)


def test_csv_gives_back_the_text_of_the_articles(run: Run, mill: Path, tmp_path: Path) -> None:
    run("--db", mill, "export", "claims", "-o", "guarded.csv")
    run("--db", mill, "export", "claims", "-o", "raw.csv", "--raw")
    objects = json.loads(run("--db", mill, "export", "claims", "--format", "json").stdout)
    for name in ("text", "quote", "label"):
        texts = [each[name] for each in objects]
        assert [unguard(row[name]) for row in read_csv(tmp_path / "guarded.csv")] == texts
        assert [row[name] for row in read_csv(tmp_path / "raw.csv")] == texts


def test_excel(run: Run, mill: Path, tmp_path: Path) -> None:
    run("--db", mill, "export", "claims", "-o", "claims.csv", "--excel")
    assert (tmp_path / "claims.csv").read_bytes().startswith(b"\xef\xbb\xbfid,")
    assert "id" in read_csv(tmp_path / "claims.csv", "utf-8-sig")[0]


def test_an_export_replaces_a_file_whole_and_leaves_nothing_else(
    run: Run, mill: Path, tmp_path: Path
) -> None:
    target = tmp_path / "claims.csv"
    target.write_text("old", encoding="utf-8")
    target.chmod(0o640)
    assert run("--db", mill, "export", "claims", "-o", target).returncode == 0
    first = target.read_bytes()
    assert run("--db", mill, "export", "claims", "-o", target).returncode == 0
    assert target.read_bytes() == first
    assert target.stat().st_mode & 0o777 == 0o640
    assert [path.name for path in tmp_path.iterdir()] == ["claims.csv"]


def test_a_failed_export_leaves_the_old_file(run: Run, mill: Path, tmp_path: Path) -> None:
    target = tmp_path / "claims.csv"
    target.write_text("old", encoding="utf-8")
    assert run("--db", mill, "export", "claims", "--theme", "nonsense", "-o", target).returncode == 1
    assert target.read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["claims.csv"]


def test_formats_come_from_the_ending_or_the_option(run: Run, mill: Path, tmp_path: Path) -> None:
    run("--db", mill, "export", "themes", "-o", "themes.data")
    assert (tmp_path / "themes.data").read_bytes().startswith(b"slug,label")
    run("--db", mill, "export", "themes", "-o", "themes.csv", "--format", "jsonl")
    assert (tmp_path / "themes.csv").read_bytes().startswith(b'{"slug"')
    assert run("--db", mill, "export", "themes").stdout.startswith("slug,label")


def test_relations_of_all_kinds_and_scopes_are_exported_and_filtered(run: Run, mill: Path) -> None:
    def kinds(*arguments: str) -> set[str]:
        text = run("--db", mill, "export", "relations", "--format", "json", *arguments).stdout
        return {each["kind"] for each in json.loads(text)}

    assert kinds() == {"agreement", "contradiction", "tension"}
    assert kinds("--kind", "agreement", "--kind", "tension") == {"agreement", "tension"}
    assert kinds("--status", "confirmed") == set()
    assert kinds("--source", "town-ledger") == {"agreement"}


def test_claims_are_filtered_as_in_the_query(run: Run, mill: Path) -> None:
    query = run("--db", mill, "claims", "jobs", "--has-quantity", "--format", "jsonl", "--sort", "position")
    export = run("--db", mill, "export", "claims", "jobs", "--has-quantity", "--format", "jsonl")
    assert export.stdout == query.stdout
    assert "3 claims written to standard output as jsonl." in export.stderr
