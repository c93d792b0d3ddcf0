"""A server as a real process on loopback, and plain requests to it."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import Message
from html import unescape
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen


@dataclass(frozen=True, slots=True)
class Answered:
    """What came back."""

    status: int
    headers: Message
    body: str

    @property
    def text(self) -> str:
        """The body with its entities read."""
        return unescape(self.body)


@dataclass(frozen=True, slots=True)
class Server:
    """A running `claimkb serve`."""

    url: str
    process: "subprocess.Popen[str]"

    def get(self, address: str, **headers: str) -> Answered:
        """The answer to a request."""
        try:
            with urlopen(Request(self.url + address, headers=headers), timeout=60) as found:
                return Answered(found.status, found.headers, found.read().decode())
        except HTTPError as error:
            with error:
                return Answered(error.code, error.headers, error.read().decode())


@contextmanager
def serving(db: Path) -> Iterator[Server]:
    """The server of a base, from its announcement to its end."""
    command = [sys.executable, "-m", "claimkb", "--db", str(db), "serve", "--port", "0"]
    environment = {name: value for name, value in os.environ.items() if name != "CLAIMKB_DB"}
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stderr is not None
        said = process.stderr.readline()
        assert " is at http://127.0.0.1:" in said, said + process.stderr.read()
        try:
            yield Server(said.split(" is at ")[1].split("/ (")[0], process)
        finally:
            process.send_signal(signal.SIGINT)
            process.communicate(timeout=60)
