"""How to open the place where a claim stands: an editor with a line, or a browser with a text fragment.

A path or an address comes from a stranger's file. So a path can never be
taken for an option, only http addresses are opened, and everything is passed
as an argument, never through a shell.
"""

import os
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urldefrag, urlsplit

from claimkb.errors import ClaimkbError, NotFoundError
from claimkb.records import PlaceRecord

# What is read as text stands in the file as it stands in the base, so its lines are those of the editor.
TEXT_ENDINGS = frozenset({".txt", ".text", ".md", ".markdown"})
# Editors that take the line in another way than `+LINE FILE`.
_COLON = frozenset({"code", "codium", "cursor", "subl", "zed", "hx", "helix"})
_GOTO = frozenset({"code", "codium", "cursor"})
FRAGMENT_WORDS = 12


@dataclass(frozen=True, slots=True)
class Command:
    """A command to run: its arguments, and whether it is for a browser."""

    arguments: tuple[str, ...]
    browser: bool = False

    @property
    def words(self) -> str:
        """The command as it would be typed."""
        return self.arguments[-1] if self.browser else shlex.join(self.arguments)


def command_for(place: PlaceRecord) -> Command:
    """The command that leads to a place."""
    path = Path(place.path)
    if path.suffix.lower() in TEXT_ENDINGS and path.is_file():
        return Command(editor_arguments(_editor() or ["less"], place))
    if place.url and urlsplit(place.url).scheme in ("http", "https"):
        return Command((with_fragment(place.url, place.quote),), browser=True)
    if path.is_file():
        return Command(("xdg-open", _plain(place.path)))
    raise NotFoundError(
        f"{place.path} is not there any more, and the source has no address.",
        f"`claimkb show {place.id[:8]}` shows the sentence; run it where the articles are.",
    )


def editor_arguments(editor: list[str], place: PlaceRecord) -> tuple[str, ...]:
    """The arguments of an editor for a line of a file."""
    name, path = Path(editor[0]).stem, _plain(place.path)
    if name in _COLON:
        goto = ("--goto",) if name in _GOTO else ()
        return (*editor, *goto, f"{path}:{place.line}:{place.column}")
    return (*editor, f"+{place.line}", path)


def with_fragment(url: str, words: str) -> str:
    """An address that leads to the words of a quote (the text fragments of the WICG)."""
    wanted = words.split()
    start = quote(" ".join(wanted[:FRAGMENT_WORDS]), safe="").replace("-", "%2D")
    end = ""
    if len(wanted) > FRAGMENT_WORDS:
        end = "," + quote(" ".join(wanted[-4:]), safe="").replace("-", "%2D")
    return f"{urldefrag(url)[0]}#:~:text={start}{end}"


def can_open(command: Command) -> bool:
    """Whether the command can run here: a person is at a terminal, and the program is there."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    if command.browser:
        return bool(
            os.environ.get("BROWSER") or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
        )
    return shutil.which(command.arguments[0]) is not None


def run(command: Command) -> None:
    """Run it, and wait for an editor."""
    if command.browser:
        import webbrowser

        webbrowser.open(command.arguments[0])
        return
    try:
        subprocess.run(command.arguments, check=True)  # noqa: S603 - the user's own editor
    except (OSError, subprocess.CalledProcessError) as error:
        raise ClaimkbError(
            f"{command.arguments[0]} failed ({error}).", f"Try it yourself: {command.words}"
        ) from error


def _editor() -> list[str]:
    return shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "")


def _plain(path: str) -> str:
    """The path, so that no program takes it for an option."""
    return f"./{path}" if path.startswith(("-", "+")) else path
