"""A language model in a process of its own, which is ended when it does not answer in time.

A plugin may wait for ever on a server, loop, or die of a lack of memory. A
thread that waits cannot be stopped, and a second call beside it is more than
many local models bear; a process can be killed, takes its memory and its
connection with it, and the next question starts another. It is started for
the first question and lives as long as the run, so a model is loaded once.
"""

import json
import subprocess
import sys
import threading
import weakref
from typing import IO, Any

from claimkb.assist.limits import ModelError
from claimkb.assist.llm_models import CHECK, LlmModel
from claimkb.assist_records import Answer

PATIENCE = 600.0  # seconds; a small model on a busy processor was seen to take 380 for one answer


class ModelApart:
    """A model of the `llm` library that answers within `patience` seconds, or raises `ModelError`."""

    def __init__(self, model: LlmModel, patience: float = PATIENCE) -> None:
        self.name = model.name
        self.parameters = model.parameters
        self.software = model.software
        self._start = _line({"model": model.name, "options": model.options})
        self._patience = patience
        self._child: subprocess.Popen[bytes] | None = None

    def answer(self, prompt: str, schema: dict[str, Any]) -> Answer:
        """One answer; raises `ModelError`, also where the process was ended or ended itself."""
        child = self._started()
        late = threading.Event()
        watch = threading.Timer(self._patience, _end, (child, late))
        watch.start()
        try:
            said = _asked(child, _line({"prompt": prompt, "schema": schema}))
        except OSError:
            said = b""
        finally:
            watch.cancel()
        if not said.endswith(b"\n"):
            raise ModelError(self._silence(child, late.is_set()), CHECK)
        answer = json.loads(said)
        if "failed" in answer:
            raise ModelError(*answer["failed"])
        return Answer(answer["text"], answer["tokens_in"], answer["tokens_out"])

    def close(self) -> None:
        """End the process; the next question starts another."""
        child, self._child = self._child, None
        if child is not None:
            _end(child)
            for pipe in (child.stdin, child.stdout):
                _close(pipe)

    def _silence(self, child: subprocess.Popen[bytes], late: bool) -> str:
        self.close()
        if late:
            return f"The model {self.name} did not answer within {self._patience:g} seconds (--timeout)."
        return f"The process of the model {self.name} ended before it answered (code {child.returncode})."

    def _started(self) -> subprocess.Popen[bytes]:
        if self._child is not None and self._child.poll() is not None:
            self.close()
        if self._child is None:
            # -P: the folder a person stands in must not be where modules come from.
            command = [sys.executable, "-P", "-m", "claimkb.assist.answering"]
            self._child = subprocess.Popen(  # noqa: S603 - our own module, no shell
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
            weakref.finalize(self, _end, self._child)  # at the latest when this process ends
            _pipe(self._child.stdin).write(self._start)
        return self._child


def _asked(child: subprocess.Popen[bytes], question: bytes) -> bytes:
    _pipe(child.stdin).write(question)
    _pipe(child.stdin).flush()
    return _pipe(child.stdout).readline()


def _end(child: subprocess.Popen[bytes], late: threading.Event | None = None) -> None:
    if late is not None:
        late.set()
    child.kill()
    child.wait()


def _close(pipe: IO[bytes] | None) -> None:
    try:
        _pipe(pipe).close()
    except OSError:  # what was still to be written goes with the process
        return


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise OSError("the process has no pipe")
    return pipe


def _line(value: dict[str, Any]) -> bytes:
    return json.dumps(value).encode() + b"\n"
