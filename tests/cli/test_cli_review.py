import json
from pathlib import Path

from cli_examples import Run


def contradictions(run: Run, database: Path, *arguments: str) -> list[dict[str, object]]:
    found = run(
        "--db", database, "contradictions", "--no-tension", "--scope", "all", "--format", "json", *arguments
    )
    objects: list[dict[str, object]] = json.loads(found.stdout)
    return objects


def test_a_decision_with_a_note_is_kept_and_can_be_taken_back(run: Run, mill_copy: Path) -> None:
    (finding,) = contradictions(run, mill_copy)
    identity = str(finding["id"])
    result = run("--db", mill_copy, "review", identity[:5], "dismiss", "--note", "other years")
    assert result.returncode == 0, result.stderr
    assert result.stdout == ""
    assert result.stderr == f"{identity[:8]} (contradiction, quantity) is now dismissed.\n"
    assert contradictions(run, mill_copy) == []
    (dismissed,) = contradictions(run, mill_copy, "--status", "dismissed")
    assert dismissed["note"] == "other years"
    assert "now confirmed" in run("--db", mill_copy, "review", identity, "confirm").stderr
    assert [each["status"] for each in contradictions(run, mill_copy)] == ["confirmed"]
    assert "undecided again" in run("--db", mill_copy, "review", identity, "reset").stderr
    assert [each["status"] for each in contradictions(run, mill_copy)] == ["suggested"]


def test_explanations_say_how_a_rule_held(run: Run, mill_copy: Path) -> None:
    (finding,) = contradictions(run, mill_copy)
    run("--db", mill_copy, "review", str(finding["id"]), "confirm")
    text = run("--db", mill_copy, "contradictions", "--explain", COLUMNS="200").stdout
    assert "1 of 1 such findings held on review" in text
