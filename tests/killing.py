"""A process that says what it is about to do, and is killed there."""

import signal
import subprocess
import sys
from pathlib import Path


def killed_at(program: str, base: Path, what: str, time: int) -> None:
    """Run a program on a base until it has said `what` for the n-th time, and kill it there.

    It says what it is about to do, a line each, and waits for a line on its standard input before it goes on.
    """
    with subprocess.Popen(
        [sys.executable, "-c", program, str(base), str(Path(__file__).parent)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        for line in child.stdout:
            time -= line.strip() == what
            if time == 0:
                break
            child.stdin.write("\n")
            child.stdin.flush()
        assert time == 0, f"the child ended before {what}"
        child.kill()
        child.wait()
        assert child.returncode == -signal.SIGKILL
