"""The real command on a real (pseudo) terminal: what a person sees, and the keys a person presses."""

import codecs
import os
import re
import select
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence

import pytest

pty = pytest.importorskip("pty", reason="terminals of POSIX")
COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def waits_for_a_key(leader: int) -> bool:
    """Whether the program on the other side reads single keys now; what is typed before that is dropped."""
    import termios

    return not termios.tcgetattr(leader)[3] & termios.ICANON


def seen(
    *arguments: str,
    width: int = 100,
    rows: int = 40,
    keys: Sequence[str] = (),
    lines: Sequence[str] = (),
    **environment: str,
) -> str:
    """All that the command writes to a terminal of this size; a key is pressed, a line typed when it waits for it."""
    import fcntl
    import struct
    import termios

    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", rows, width, 0, 0))
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    process = subprocess.Popen(
        [sys.executable, "-m", "claimkb", *arguments],
        stdin=follower,
        stdout=follower,
        stderr=follower,
        env=kept | {"TERM": "xterm-256color", "CLAIMKB_PAGER": ""} | environment,
    )
    os.close(follower)
    deadline = threading.Timer(60, process.kill)
    deadline.start()
    try:
        return "".join(conversation(leader, list(keys), list(lines))).replace("\r\n", "\n")
    finally:
        process.wait()
        deadline.cancel()
        os.close(leader)


def conversation(leader: int, keys: list[str], lines: list[str]) -> Iterator[str]:
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
            if lines and "note: " in text and not text.rstrip().endswith("?"):
                os.write(leader, f"{lines.pop(0)}\n".encode())
            yield text
        elif keys and asked and waits_for_a_key(leader):
            asked -= 1
            os.write(leader, keys.pop(0).encode())
