"""A session at the desk: articles in, who agrees and who does not, which themes, and a review that is undone."""

import re
from pathlib import Path

import pytest
from cli_examples import Run
from terminal import COLOUR, seen

ROOT = Path(__file__).parent.parent.parent
LOOKS = {"colour": {}, "plain": {"NO_COLOR": "1"}}


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A base of the articles in seeds/, taken in at a terminal."""
    database = tmp_path_factory.mktemp("session") / "claims.db"
    text = seen("--db", str(database), "ingest", str(ROOT / "seeds"), width=80)
    assert "The base holds 5 sources" in text
    summary = COLOUR.sub("", text).partition("The base holds")[2]
    assert max(map(len, summary.splitlines())) <= 80
    return database


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("width", [80, 140])
def test_the_three_uses_on_a_terminal(width: int, look: str, seeds: Path) -> None:
    """Claims with labels; themes with the sources that speak of them; agreements and contradictions."""
    for arguments, words in (
        (("claims", "aid"), "aid"),
        (("themes",), "sources  1 001"),
        (("agreements",), "agreement"),
        (("contradictions", "--explain"), "rule "),
    ):
        text = seen("--db", str(seeds), *arguments, width=width, **LOOKS[look])
        plain = COLOUR.sub("", text)
        assert words in re.sub(r"\s+", " ", plain).replace("sources 1", "sources  1")
        assert max(map(len, plain.splitlines())) <= width
        assert bool(COLOUR.search(text)) == (look == "colour")
        assert not re.search("\x1b", plain)


def test_the_three_uses_in_a_pipe(seeds: Path, run: Run) -> None:
    for arguments in (("claims", "aid"), ("themes",), ("agreements",), ("contradictions",)):
        rows = [line.split("\t") for line in run("--db", seeds, *arguments).stdout.splitlines()]
        assert len(rows) > 1
        assert {len(row) for row in rows} == {len(rows[0])}


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("width", [80, 140])
def test_a_review_with_a_note_and_undo(width: int, look: str, mill_copy: Path, run: Run) -> None:
    before = run("--db", mill_copy, "export", "relations").stdout
    keys = ("d", "u", "n", "d", "s", "q")
    arguments = ("--db", str(mill_copy), "review")
    text = seen(*arguments, width=width, keys=keys, lines=("twice",), **LOOKS[look])
    plain = COLOUR.sub("", text)
    assert "your note: twice" in plain
    assert "1 decided, 2 left." in plain
    assert max(len(line) for line in plain.splitlines() if "[q]uit" not in line) <= width
    assert run("--db", mill_copy, "export", "relations").stdout.count(",dismissed,twice,") == 1
    log = run("--db", mill_copy, "log").stdout.splitlines()
    assert len(log) == 3
    assert "is undone: dismissed" in run("--db", mill_copy, "undo").stderr
    assert run("--db", mill_copy, "export", "relations").stdout == before
