"""What a person sees: the real command on a real (pseudo) terminal."""

import codecs
import os
import re
import select
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from cli_examples import Run

pty = pytest.importorskip("pty", reason="terminals of POSIX")
COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def waits_for_a_key(leader: int) -> bool:
    """Whether the program on the other side reads single keys now; what is typed before that is dropped."""
    import termios

    return not termios.tcgetattr(leader)[3] & termios.ICANON


def seen(*arguments: str, width: int = 100, keys: Sequence[str] = (), **environment: str) -> str:
    """All that the command writes to a terminal of this width; each key is pressed when it waits for one."""
    import fcntl
    import struct
    import termios

    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 40, width, 0, 0))
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    process = subprocess.Popen(
        [sys.executable, "-m", "claimkb", *arguments],
        stdin=follower,
        stdout=follower,
        stderr=follower,
        env=kept | {"TERM": "xterm-256color"} | environment,
    )
    os.close(follower)
    deadline = threading.Timer(60, process.kill)
    deadline.start()
    try:
        return "".join(conversation(leader, list(keys))).replace("\r\n", "\n")
    finally:
        process.wait()
        deadline.cancel()
        os.close(leader)


def conversation(leader: int, keys: list[str]) -> Iterator[str]:
    """What is written, until the program ends; keys are pressed in between."""
    asked = 0
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    while True:
        if select.select([leader], [], [], 0.05)[0]:
            try:
                piece = os.read(leader, 65536)
            except OSError:  # Linux, when the other side is closed
                return
            if not piece:
                return
            text = decoder.decode(piece)
            asked += text.count("[q]uit ?")
            yield text
        elif keys and asked and waits_for_a_key(leader):
            asked -= 1
            os.write(leader, keys.pop(0).encode())


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
    assert "Press one of c, d, s, u, q." in text
    assert "1 decided, 2 left." in text
    statuses = run("--db", mill_copy, "export", "relations").stdout
    assert statuses.count(",confirmed,") == 1
    assert "dismissed" not in statuses
    assert len(run("--db", mill_copy, "contradictions", "--format", "tsv").stdout.splitlines()) == len(
        before.splitlines()
    )


def test_a_queue_that_is_empty_says_so(mill_copy: Path) -> None:
    seen("--db", str(mill_copy), "review", keys=("c", "d", "c"))
    assert "Nothing is left to review." in seen("--db", str(mill_copy), "review")
