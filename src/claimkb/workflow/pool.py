"""Extraction in several processes: documents go out, plain records come back.

Each worker is a spawned process that loads the parser once. A thread here
stands for it: it hands over one document, waits for the answer, takes the
next. So a worker that is killed costs the document it was reading and no
other, and the next document gets a new process. Nothing is kept here but what
was ordered and not yet fetched; whoever orders decides how much that is.

Spawned, not forked: a fork would copy threads and locks in whatever state
they are. So the module that starts a program is imported once more by every
worker, and must keep what it does under `if __name__ == "__main__"`.
"""

import multiprocessing
import signal
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from queue import SimpleQueue
from threading import Lock, Thread

from claimkb.errors import ClaimkbError, ConfigError, ReadError
from claimkb.model import Document, Extraction, Theme
from claimkb.workflow.parts import Extracting, extracted

MakeExtractor = Callable[[], Extracting]
_READY = "ready"


@dataclass(frozen=True, slots=True)
class _Failure:
    """What a worker sends instead of an extraction: an error of ours in parts (exceptions pickle badly)."""

    kind: type[ClaimkbError]
    problem: str
    next_step: str

    def error(self) -> ClaimkbError:
        """The error as it was raised in the worker."""
        return self.kind(self.problem, self.next_step)


class Order:
    """An extraction to come.

    The answer comes through a queue and not as a `Future`: Ctrl-C while
    waiting for a future can leave its lock taken, and whoever is to answer
    waits for ever.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self._answers: SimpleQueue[Extraction | Exception] = SimpleQueue()
        self._answer: Extraction | Exception | None = None

    def deliver(self, answer: Extraction | Exception) -> None:
        """Give the answer, or the reason why there is none."""
        self._answers.put(answer)

    def result(self) -> Extraction:
        """The extraction, waited for; raises `ReadError` if the document cannot be read."""
        if self._answer is None:
            self._answer = self._answers.get()
        if isinstance(self._answer, Exception):
            raise self._answer
        return self._answer


class Pool:
    """As many workers as `jobs`, started when the first document is ordered; close it, whatever happens."""

    def __init__(self, jobs: int, themes: Sequence[Theme], make_extractor: MakeExtractor) -> None:
        self._tasks: SimpleQueue[Order | None] = SimpleQueue()
        self._workers = [_Worker(themes, make_extractor) for _ in range(jobs)]
        self._threads: list[Thread] = []

    def order(self, document: Document) -> Order:
        """Have a document read as soon as a worker is free."""
        if not self._threads:
            self._threads = [Thread(target=self._serve, args=(w,), daemon=True) for w in self._workers]
            for thread in self._threads:
                thread.start()
        order = Order(document)
        self._tasks.put(order)
        return order

    def close(self) -> None:
        """End the workers, whatever they are doing."""
        for worker in self._workers:
            worker.close()
        for _ in self._threads:
            self._tasks.put(None)
        for thread in self._threads:
            thread.join()

    def _serve(self, worker: "_Worker") -> None:
        while (order := self._tasks.get()) is not None:
            try:
                order.deliver(worker.extract(order.document))
            except Exception as error:  # noqa: BLE001 - it is raised where the result is asked for
                order.deliver(error)


class _Worker:
    """One process and the line to it; started at the first document, and again after it was killed."""

    def __init__(self, themes: Sequence[Theme], make_extractor: MakeExtractor) -> None:
        self._themes = tuple(themes)
        self._make_extractor = make_extractor
        self._process: SpawnProcess | None = None
        self._line: Connection | None = None
        self._closed = False
        self._starting = Lock()

    def extract(self, document: Document) -> Extraction:
        """The claims of a document; `ReadError` if it cannot be read or its process was killed."""
        line = self._line or self._start()
        try:
            line.send(document)
            answer = line.recv()
        except (EOFError, OSError) as error:
            raise ReadError(
                f"The process that read it ended ({self._end()}).",
                "Run the same command again: what is stored is not read again.",
            ) from error
        if isinstance(answer, _Failure):
            raise answer.error()
        assert isinstance(answer, Extraction)  # noqa: S101 - our own worker speaks
        return answer

    def close(self) -> None:
        """End the process; it is not started again."""
        with self._starting:
            self._closed = True
            if self._process is not None:
                self._process.kill()  # it holds nothing that a gentler end would save

    def _start(self) -> Connection:
        context = multiprocessing.get_context("spawn")
        with self._starting:
            if self._closed:
                raise ReadError("The ingest was stopped.", "Run the same command again to go on.")
            self._line, theirs = context.Pipe()
            self._process = context.Process(
                target=_serve, args=(theirs, self._themes, self._make_extractor), daemon=True
            )
            self._process.start()
            theirs.close()  # so that the end of the process is the end of the line
        try:
            answer = self._line.recv()
        except (EOFError, OSError) as error:
            raise ConfigError(
                f"A worker process ended before it was ready ({self._end()}).", "Run without --jobs."
            ) from error
        if isinstance(answer, _Failure):
            self._end()
            raise answer.error()
        return self._line

    def _end(self) -> str:
        """Let go of the process; returns how it ended, in words."""
        process, self._process = self._process, None
        if self._line is not None:
            self._line.close()
            self._line = None
        if process is None:
            return "stopped"
        process.join()
        code = process.exitcode or 0
        return f"killed by {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"


def _serve(line: Connection, themes: tuple[Theme, ...], make_extractor: MakeExtractor) -> None:
    """What a worker does: read documents until the line is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; whoever started us ends us
    try:
        extractor = make_extractor()
    except ClaimkbError as error:
        line.send(_Failure(type(error), error.problem, error.next_step))
        return
    line.send(_READY)
    while True:
        try:
            document = line.recv()
        except EOFError:
            return
        line.send(_answer(extractor, document, themes))


def _answer(extractor: Extracting, document: Document, themes: tuple[Theme, ...]) -> Extraction | _Failure:
    try:
        return extracted(extractor, document, themes)
    except ClaimkbError as error:
        return _Failure(type(error), error.problem, error.next_step)
