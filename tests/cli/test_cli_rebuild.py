"""`claimkb rebuild` on the database of the mill, whose findings were written by hand and not found by the rules."""

from pathlib import Path

from cli_examples import Run


def test_rebuild_lists_what_changed_and_then_nothing(run: Run, mill_copy: Path) -> None:
    before = run("export", "relations", "--format", "csv", "--db", mill_copy).stdout
    would = run("rebuild", "--dry-run", "--db", mill_copy)
    assert would.returncode == 0, would.stderr
    assert run("export", "relations", "--format", "csv", "--db", mill_copy).stdout == before
    heading, *lines = would.stdout.splitlines()
    assert heading.split("\t")[:4] == ["change", "id", "kind", "type"]
    assert lines
    assert " would be new" in would.stderr
    does = run("rebuild", "--db", mill_copy, "--jobs", "2")
    assert does.stdout == would.stdout
    assert run("export", "relations", "--format", "csv", "--db", mill_copy).stdout != before
    again = run("rebuild", "--db", mill_copy)
    assert again.stdout == ""
    assert again.stderr.endswith("compared; findings: 0 new, 0 gone, 0 changed.\n")


def test_rebuild_needs_a_database(run: Run) -> None:
    result = run("rebuild")
    assert result.returncode == 1
    assert "claimkb ingest" in result.stderr
