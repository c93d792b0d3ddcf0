"""Whatever goes wrong is one line on standard error, a next step and an exit code, never a traceback."""

import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from cli_examples import Run, build_of

WRONG_USAGE = [
    ("claims", "--modality", "certain"),
    ("claims", "--polarity", "maybe"),
    ("claims", "--sort", "colour"),
    ("claims", "--limit", "0"),
    ("claims", "--format", "xml"),
    ("claims", "--since", "2024-13"),
    ("claims", "--until", "last week"),
    ("claims", "--since", "2024-02-30"),
    ("claims", "--since", "20240501"),
    ("claims", "--since", "24"),
    ("contradictions", "--min-confidence", "2"),
    ("contradictions", "--status", "open"),
    ("agreements", "--scope", "elsewhere"),
    ("export", "claims", "--format", "xml"),
    ("export", "claims", "--format", "json", "--excel"),
    ("export", "everything"),
    ("export", "sources", "--theme", "economy"),
    ("export", "claims", "-o", "."),
    ("judge", "one text"),
    ("judge", "a", "b", "--input", "pairs.jsonl"),
    ("review", "e0fb"),
    ("review", "e0fb", "perhaps"),
    ("review",),
    ("show",),
    ("ingest",),
    ("original",),
    ("nonsense",),
    ("claims", "--nonsense"),
]


@pytest.mark.parametrize("arguments", WRONG_USAGE, ids=" ".join)
def test_wrong_usage_is_exit_code_2(arguments: tuple[str, ...], run: Run, mill: Path) -> None:
    result = run("--db", mill, *arguments)
    assert result.returncode == 2, result.stderr
    assert result.stdout == ""
    assert result.stderr.strip()
    assert "Traceback" not in result.stderr


FAILURES = [
    (("show", "ffff"), "There is no claim"),
    (("claims", "--theme", "econmy"), "economy"),
    (("claims", "--source", "valley"), "valley-post"),
    (("claims", "--entity", "Nowhere"), "claimkb entities"),
    (("contradictions", "--theme", "econmy"), "economy"),
    (("export", "relations", "--source", "nobody"), "claimkb sources"),
    (("export", "claims", "-o", "no/such/folder/claims.csv"), "cannot be written"),
    (("review", "ffff", "confirm"), "ffff"),
    (("split", "missing.txt"), "missing.txt"),
    (("original", "gazette.txt"), "No fetched page"),
    (("judge", "--input", "missing.jsonl"), "missing.jsonl"),
]


@pytest.mark.parametrize(("arguments", "words"), FAILURES, ids=lambda value: str(value))
def test_a_failure_is_one_line_with_exit_code_1(
    arguments: tuple[str, ...], words: str, run: Run, mill: Path
) -> None:
    result = run("--db", mill, *arguments)
    assert result.returncode == 1, result.stderr
    assert result.stdout == ""
    assert result.stderr.startswith("claimkb: ")
    assert result.stderr.count("\n") == 1
    assert words in result.stderr


@pytest.mark.parametrize(
    "command",
    [("claims",), ("contradictions",), ("themes",), ("show", "a1"), ("export", "claims"), ("check",)],
    ids=" ".join,
)
def test_a_missing_database_names_ingest(command: tuple[str, ...], run: Run, tmp_path: Path) -> None:
    result = run(*command)
    assert result.returncode == 1
    assert result.stderr.startswith("claimkb: ")
    assert "data/claims.db" in result.stderr.replace("\\", "/")
    assert "claimkb ingest" in result.stderr
    assert not (tmp_path / "data").exists()


def test_a_file_that_is_no_database_is_refused_and_not_touched(run: Run, tmp_path: Path) -> None:
    other = tmp_path / "letter.txt"
    other.write_text("Dear Ann, ...", encoding="utf-8")
    result = run("--db", other, "claims")
    assert result.returncode == 1
    assert result.stderr.count("\n") == 1
    assert other.read_text(encoding="utf-8") == "Dear Ann, ..."


def test_an_internal_error_is_one_line_and_shows_its_traceback_when_asked() -> None:
    script = (
        "import claimkb.cli, claimkb.cli.app as app\n"
        "def broken():\n    raise RuntimeError('lost \\x1b[31m thread')\n"
        "app.command = broken\nclaimkb.cli.main(['claims'])\n"
    )
    plain = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False, env={}
    )
    assert plain.returncode == 1
    expected = "claimkb: internal error, RuntimeError: lost \\x1b[31m thread. Please report it, with what "
    assert plain.stderr.startswith(expected)
    assert plain.stderr.count("\n") == 1
    shown = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=False,
        env={"CLAIMKB_DEBUG": "1"},
    )
    assert "Traceback" in shown.stderr


def test_an_interrupt_says_how_to_go_on() -> None:
    script = (
        "import claimkb.cli, claimkb.cli.app as app\n"
        "def stopped():\n    raise KeyboardInterrupt\n"
        "app.command = stopped\nclaimkb.cli.main(['claims'])\n"
    )
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert result.returncode == 130
    assert result.stderr.startswith("claimkb: interrupted.")
    assert "same command again" in result.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_an_interrupt_while_a_command_waits(tmp_path: Path) -> None:
    pipe = tmp_path / "pairs.jsonl"
    os.mkfifo(pipe)
    command = [sys.executable, "-m", "claimkb", "judge", "--input", str(pipe)]
    with (
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process,
        pipe.open("w"),  # opens when the command has begun to read
    ):
        # A signal that arrives just before the read begins is only seen after it: a person presses again.
        errors = ""
        for _ in range(12):
            process.send_signal(signal.SIGINT)
            with suppress(subprocess.TimeoutExpired):
                _, errors = process.communicate(timeout=5)
                break
        process.kill()
    assert process.returncode == 130
    assert errors.startswith("claimkb: interrupted.")
    assert "Traceback" not in errors


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of POSIX")
def test_a_reader_that_leaves_early_ends_it_quietly(mill: Path) -> None:
    script = (
        f'"{sys.executable}" -m claimkb --db "{mill}" claims --format json | true; echo "${{PIPESTATUS[0]}}"'
    )
    result = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=False)
    assert result.stderr == ""
    assert result.stdout.strip() == "0"


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of POSIX")
@pytest.mark.parametrize("command", ["claims --format tsv", "export claims --format jsonl"])
def test_the_head_of_a_long_list_is_all_that_is_said(command: str, tmp_path: Path) -> None:
    base = tmp_path / "long.db"
    build_of(base, tuple(f"The mill cut {number:,} jobs." for number in range(2, 502)))
    script = f'"{sys.executable}" -m claimkb --db "{base}" {command} | head -n 1 | wc -l'
    result = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=False)
    assert result.stderr == ""
    assert result.stdout.strip() == "1"
