"""The command line: one file a command, each imported when it is called.

A command validates, calls one function of `workflow` or the store's queries,
and renders. `main` is the entry point; whatever goes wrong leaves it as one
line on standard error and an exit code, never as a traceback.
"""

import os
import sys
from collections.abc import Sequence

from claimkb.errors import ClaimkbError

FAILED = 1
INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the `claimkb` command and exit with its code."""
    _speak_utf8()
    try:
        sys.exit(_run(arguments))
    except ClaimkbError as error:
        sys.exit(_failure(str(error), error.exit_code))
    except KeyboardInterrupt:
        sys.exit(
            _failure("interrupted. What was stored stays; run the same command again to go on.", INTERRUPTED)
        )
    except Exception as error:
        if os.environ.get("CLAIMKB_DEBUG") == "1":
            raise
        words = f"internal error, {type(error).__name__}: {error}."
        advice = "Please report it, with what CLAIMKB_DEBUG=1 shows when you run the command again."
        sys.exit(_failure(f"{words} {advice}", FAILED))


def _run(arguments: Sequence[str] | None) -> int:
    """Run the command; usage errors are shown as click does, with exit code 2."""
    from click import Abort, ClickException

    from claimkb.cli.app import command

    try:
        code = command().main(
            args=None if arguments is None else list(arguments), prog_name="claimkb", standalone_mode=False
        )
    except ClickException as error:
        error.show()
        return error.exit_code
    except Abort:
        return _failure("stopped.", FAILED)
    if code == INTERRUPTED:  # what click makes of Ctrl-C
        raise KeyboardInterrupt
    return code if isinstance(code, int) else 0


def _failure(words: str, code: int) -> int:
    """One line on standard error, safe to show; returns the exit code."""
    from claimkb.render.text import safe

    print(f"claimkb: {safe(words)}", file=sys.stderr)  # noqa: T201 - the command line prints
    return code


def _speak_utf8() -> None:
    """Write UTF-8 whatever the locale says, so that no character of an article can stop a command."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
