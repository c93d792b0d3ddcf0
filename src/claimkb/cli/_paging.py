"""Long lists on a terminal go through a pager, as git does it: $CLAIMKB_PAGER, $PAGER, else less.

What fits the terminal is written as it is. `--no-pager`, an empty variable or
`cat` turn paging off, and so does a pager that cannot be started.
"""

import io
import os
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO


class Page(io.StringIO):
    """Text for a terminal, held back until it is known how long it is."""

    def isatty(self) -> bool:
        """It will be shown on a terminal."""
        return True


@contextmanager
def paged(out: IO[str], height: int) -> Iterator[IO[str]]:
    """Where to write what may be too long for a terminal of this height."""
    pager = _pager() if out.isatty() else []
    if not pager:
        yield out
        return
    page = Page()
    yield page
    text = page.getvalue()
    if text.count("\n") < height or not _shown(pager, text):
        out.write(text)


def _pager() -> list[str]:
    """The pager's command; none if there is none or none is wanted."""
    named = next((os.environ[v] for v in ("CLAIMKB_PAGER", "PAGER") if v in os.environ), "less")
    words = shlex.split(named)
    return words if words and words[0] != "cat" and shutil.which(words[0]) else []


def _shown(pager: list[str], text: str) -> bool:
    """Show the text; false if the pager could not be started."""
    environment = {"LESS": "FRX", "LV": "-c"} | dict(os.environ)
    try:
        process = subprocess.Popen(pager, stdin=subprocess.PIPE, text=True, encoding="utf-8", env=environment)  # noqa: S603
    except OSError:
        return False
    try:
        process.communicate(text)
    except (BrokenPipeError, KeyboardInterrupt):
        process.wait()
    return True
