"""A session at the terminal, recorded: the three uses and a review with undo, on a real pseudo-terminal.

What stands in the pictures is what the command wrote to a terminal of that
width (or into a pipe), keys included; nothing is drawn by hand. The driver is
that of the tests (`tests/cli/terminal.py`), which go through the same session
and check it (`tests/cli/test_cli_session.py`).
"""

import io
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import DIMMED_MONOKAI
from rich.text import Text

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests" / "cli"))

from terminal import seen  # noqa: E402 - found by the line above

# The owner's three uses, and then decisions: dismiss, undo it, note, dismiss again, quit.
USES: tuple[tuple[str, ...], ...] = (
    ("claims", "aid", "--limit", "2"),
    ("themes",),
    ("agreements", "--limit", "2"),
    ("contradictions", "--no-tension", "--limit", "1", "--explain"),
)
KEYS, LINES = ("d", "u", "n", "d", "q"), ("they speak of different years",)
AFTERWARDS = (("log",), ("undo",), ("log",))
_MOVED = re.compile(r"\x1b\[\?25[lh]|\r")
_NOW = (  # when decisions were made, in the journal
    (re.compile(r"\d{4}-\d\d-\d\d"), "2024-05-01"),
    (re.compile(r"\d\d:\d\d:\d\d"), "12:00:00"),
)
_FONTS = re.compile(
    r"@font-face \{.*?\}\s*", re.DOTALL
)  # from a server elsewhere: a picture has to stand alone


@dataclass(frozen=True, slots=True)
class Recording:
    """How a session is recorded: the width of the terminal (None: a pipe), and with which environment."""

    title: str
    width: int | None
    environment: Mapping[str, str]


COLOUR = {"COLORTERM": "truecolor"}
RECORDINGS = {
    "80": Recording("80 columns", 80, COLOUR),
    "140": Recording("140 columns", 140, COLOUR),
    "plain-80": Recording("80 columns, NO_COLOR=1", 80, {"NO_COLOR": "1"}),
    "plain-140": Recording("140 columns, NO_COLOR=1", 140, {"NO_COLOR": "1"}),
    "piped": Recording("in a pipe", None, {}),
}


def uses(base: Path, recording: Recording) -> str:
    """What the three uses write, with the commands that were typed."""
    if recording.width is None:
        return "".join(_piped(base, command) for command in USES)
    return "".join(_typed(base, recording, command) for command in USES)


def reviewed(base: Path, recording: Recording) -> str:
    """What a review with a note and undo writes, on a copy of the base; the time of it is none of a picture's."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "claims.db"
        shutil.copy(base, copy)
        queue = _typed(copy, recording, ("review",), KEYS, LINES)
        journal = "".join(_typed(copy, recording, command) for command in AFTERWARDS)
    for pattern, instead in _NOW:
        journal = pattern.sub(instead, journal)
    return queue + journal


def _typed(
    base: Path,
    recording: Recording,
    command: tuple[str, ...],
    keys: Sequence[str] = (),
    lines: Sequence[str] = (),
) -> str:
    assert recording.width is not None
    words = {**recording.environment, "TERM": "xterm-256color"}
    text = seen("--db", str(base), *command, width=recording.width, rows=500, keys=keys, lines=lines, **words)
    return f"$ claimkb {' '.join(command)}\n{_MOVED.sub('', text)}\n"


def _piped(base: Path, command: tuple[str, ...]) -> str:
    """The first lines that a program would get; explanations are drawn in a pipe too, so they stand apart."""
    if "--explain" in command:
        command = tuple(word for word in command if word != "--explain")
    run = [sys.executable, "-m", "claimkb", "--db", str(base), *command]
    found = subprocess.run(run, capture_output=True, text=True, encoding="utf-8", check=True).stdout
    shown = "\n".join(found.splitlines()[:4])
    return f"$ claimkb {' '.join(command)} | head -n 4 | cut -c1-140\n" + "".join(
        f"{line[:140]}\n" for line in shown.expandtabs(4).splitlines()
    )


def picture(title: str, ansi: str, width: int) -> str:
    """What a terminal showed, as an SVG that needs nothing else."""
    console = Console(
        record=True,
        width=width,
        file=io.StringIO(),
        force_terminal=True,
        color_system="truecolor",
        legacy_windows=False,
    )
    console.print(Text.from_ansi(ansi.rstrip("\n")), soft_wrap=False)
    svg = console.export_svg(title=title, unique_id="claimkb", theme=DIMMED_MONOKAI)
    return _FONTS.sub("", svg)


def pictures(base: Path) -> dict[str, str]:
    """The pictures of the session by name."""
    made = {}
    for name, recording in RECORDINGS.items():
        width = recording.width or 140
        made[f"uses-{name}"] = picture(recording.title, uses(base, recording), width)
        if recording.width is not None:
            made[f"review-{name}"] = picture(recording.title, reviewed(base, recording), width)
    return made
