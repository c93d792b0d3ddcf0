import re
from pathlib import Path

import pytest
from cli_examples import Run

from claimkb.cli._commands import NAMES, SUBCOMMANDS

COMMANDS = [
    *((name,) for name in NAMES),
    *((name, what) for name, commands in SUBCOMMANDS.items() for what in commands),
]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_has_help_with_an_example_of_itself(command: tuple[str, ...], run: Run) -> None:
    result = run(*command, "--help")
    assert result.returncode == 0
    assert result.stderr == ""
    examples = result.stdout.partition("Example")[2].partition("\n\n")[0]
    assert f"claimkb {' '.join(command)}" in examples


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_option_and_argument_says_what_it_does(command: tuple[str, ...], run: Run) -> None:
    text = run(*command, "--help", COLUMNS="200", TERMINAL_WIDTH="200").stdout
    listed = re.findall(r"^  (?:-|\[?[A-Z]).*$", text, re.MULTILINE)
    assert listed
    entry = re.compile(r"^  \S.*?(?:  |\n {10,})\S", re.MULTILINE)
    sections = text.partition("Arguments:")[2] or text.partition("Options:")[2]
    for line in re.findall(r"^  (?=\S).*(?:\n {10,}\S.*)?", sections, re.MULTILINE):
        assert entry.match(line), f"{line!r} says nothing"


def test_the_overview_names_every_command_once_under_a_heading(run: Run) -> None:
    text = run("--help").stdout
    for name in NAMES:
        assert len(re.findall(rf"^  {name}  ", text, re.MULTILINE)) == 1


def test_each_command_is_one_file() -> None:
    import claimkb.cli

    folder = Path(claimkb.cli.__file__).parent
    files = {path.stem.rstrip("_") for path in folder.glob("*.py") if not path.stem.startswith("_")}
    assert files == {*(name.replace("-", "_") for name in NAMES), "app"}


def test_version(run: Run) -> None:
    result = run("--version")
    assert re.fullmatch(r"claimkb \d+\.\d+\.\d+\n", result.stdout)


def test_no_arguments_is_help(run: Run) -> None:
    result = run()
    assert "Usage: claimkb" in result.stdout + result.stderr
