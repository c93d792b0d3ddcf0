"""Reading what a library cannot be trusted with: in one child process with limits on time and memory.

PDF, HTML and their like are parsed by large libraries, and a file may be made
to make them run for ever or fill the memory. So they run in a process of their
own, which is killed and replaced when it goes over its limits; the file is
refused, and the batch goes on. The process lives as long as the batch, so its
libraries are imported once. It answers in JSON: nothing that a hostile file
makes it say can run code here.
"""

import atexit
import json
import subprocess
import sys
import threading
from collections.abc import Sequence
from typing import IO, Any

from claimkb.errors import ReadError
from claimkb.model import Place
from claimkb.readers.base import ReadText
from claimkb.readers.options import SourceOptions

CPU_SECONDS = 60  # a book of 600 pages takes 30 on a machine of 2020
WALL_SECONDS = 300  # the same on a machine that is busy with other things
MEMORY_BYTES = 2_000_000_000
_MAX_ANSWER = 200_000_000
_LEAVE_OUT = "Save its text as a .txt file, or leave it out."


def read_confined(task: str, data: bytes, path: str) -> tuple[ReadText, ...]:
    """The documents in the bytes, read by the task of that name; raises `ReadError` if there are none."""
    with _lock:
        answer = _process.ask(task, data, path)
    if "refused" in answer:
        raise ReadError(*answer["refused"])
    return tuple(_read_text(each) for each in answer["read"])


def stop() -> None:
    """End the child, whatever it is at."""
    """End the process; the next file starts another."""
    with _lock:
        _process.stop()


class _Process:
    """The child, started for the first file."""

    def __init__(self) -> None:
        self._child: subprocess.Popen[bytes] | None = None

    def ask(self, task: str, data: bytes, path: str) -> dict[str, Any]:
        """The answer of the child to a task; raises `ReadError` if it took too long, too much memory, or died."""
        child = self._started()
        watch = threading.Timer(WALL_SECONDS, child.kill)
        watch.start()
        try:
            _send(_pipe(child.stdin), task, data, path)
            answer = _pipe(child.stdout).readline(_MAX_ANSWER)
        except OSError:
            answer = b""
        finally:
            watch.cancel()
        if not answer.endswith(b"\n"):
            self.stop()
            problem = f"Reading it took more than {CPU_SECONDS} seconds or {MEMORY_BYTES // 10**9} GB."
            raise ReadError(problem, _LEAVE_OUT)
        found: dict[str, Any] = json.loads(answer)
        return found

    def stop(self) -> None:
        """Kill the child, and wait until it is gone."""
        child, self._child = self._child, None
        if child is not None:
            child.kill()
            child.wait()
            for pipe in (child.stdin, child.stdout):
                try:
                    _pipe(pipe).close()
                except OSError:  # what was still to be written goes with the process
                    continue

    def _started(self) -> subprocess.Popen[bytes]:
        if self._child is None or self._child.poll() is not None:
            self.stop()
            # -P: the folder a person stands in must not be where modules come from.
            command = [sys.executable, "-P", "-m", "claimkb.readers.confined", str(MEMORY_BYTES)]
            self._child = subprocess.Popen(  # noqa: S603 - our own module, no shell
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
        return self._child


def _send(pipe: IO[bytes], task: str, data: bytes, path: str) -> None:
    request = {"task": task, "path": path, "size": len(data), "seconds": CPU_SECONDS}
    pipe.write(json.dumps(request).encode() + b"\n")
    pipe.write(data)
    pipe.flush()


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise OSError("the process has no pipe")
    return pipe


def _read_text(said: dict[str, Any]) -> ReadText:
    metadata = said["metadata"]
    options = SourceOptions(
        **{name: metadata[name] for name in metadata if name not in ("themes", "inferred")},
        themes=tuple(metadata["themes"]),
        inferred=frozenset(metadata["inferred"]),
    )
    return ReadText(said["text"], options, _places(said["places"]), said["part"])


def _places(said: Sequence[Sequence[Any]]) -> tuple[Place, ...]:
    return tuple(Place(int(start), str(name)) for start, name in said)


_lock = threading.Lock()
_process = _Process()
atexit.register(stop)
