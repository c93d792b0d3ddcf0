"""The child process of `confine.py`: sets its own limits, then reads one request after the other.

A request is a line of JSON and the bytes of a file; the answer is a line of
JSON, the documents or the reason for refusing. Whatever goes wrong inside a
library is a refusal; what kills the process is one too, for the other side.
"""

import json
import os
import signal
import sys
import warnings
from dataclasses import astuple, fields
from typing import Any

from claimkb.errors import ReadError
from claimkb.readers.base import ReadText
from claimkb.readers.feed import TASK as FEED_TASK
from claimkb.readers.feed import read_feed
from claimkb.readers.formats import READERS
from claimkb.readers.options import SourceOptions


def main() -> None:
    """Answer requests until there are none."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no answer
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the other side decides what Ctrl-C means
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(2_000)  # libraries walk trees by recursion; parsers bound the depth of trees
    _limit_memory(int(sys.argv[1]))
    requests = sys.stdin.buffer
    while line := requests.readline():
        request = json.loads(line)
        data = requests.read(request["size"])
        _limit_time(request["seconds"])
        answers.write(json.dumps(_answer(request["task"], data, request["path"])).encode() + b"\n")
        answers.flush()


def _answer(task: str, data: bytes, path: str) -> dict[str, Any]:
    try:
        return {"read": [_said(each) for each in _read(task, data, path)]}
    except ReadError as error:
        return {"refused": [error.problem, error.next_step]}
    except MemoryError:
        return {"refused": ["Reading it needs too much memory.", "Split it, or leave it out."]}
    except Exception as error:  # noqa: BLE001 - any fault of a library is a file that cannot be read
        problem = f"It is damaged, or of a kind that cannot be read ({type(error).__name__})."
        return {"refused": [problem, "Save its text as a .txt file, or leave it out."]}


def _read(task: str, data: bytes, path: str) -> list[ReadText]:
    if task == FEED_TASK:
        return read_feed(data)
    return [reader.read(data, path) for reader in READERS if reader.name == task]


def _said(read: ReadText) -> dict[str, Any]:
    metadata = {field.name: getattr(read.metadata, field.name) for field in fields(SourceOptions)}
    metadata["inferred"] = sorted(read.metadata.inferred)
    places = [astuple(place) for place in read.places]
    return {"text": read.text, "metadata": metadata, "places": places, "part": read.part}


def _limit_memory(most: int) -> None:
    """Bound the memory where the system can."""
    try:
        import resource
    except ImportError:  # Windows has no such limits; the time on the wall is bounded there too
        return
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _limit_time(seconds: int) -> None:
    """Bound the processor time of the next request."""
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    limit = int(used.ru_utime + used.ru_stime) + seconds
    resource.setrlimit(resource.RLIMIT_CPU, (limit, resource.getrlimit(resource.RLIMIT_CPU)[1]))


if __name__ == "__main__":
    main()
