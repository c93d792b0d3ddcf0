"""A process that reads documents and compares claims, and the line to it.

Documents and pairs of claims go out, plain records come back. It is started
at its first document, loads the parser once, and is started again after it
was killed: whoever kills it costs the document it was reading and no other.
What it compares it keeps, so that a claim is sent to it once and not with
each of its pairs.

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
from threading import Lock

from claimkb.errors import ClaimkbError, ConfigError, ReadError
from claimkb.model import ComparedClaim, Document, Extraction, RelationKind, Theme, Verdict
from claimkb.workflow.garbage import seldom_collected
from claimkb.workflow.parts import Extracting, extracted

MakeExtractor = Callable[[], Extracting]
Judge = Callable[[ComparedClaim, ComparedClaim, str], Verdict]
Pair = tuple[ComparedClaim, ComparedClaim, str]  # with the key that proposed it
Judged = tuple[int, Verdict]  # the place of a pair among those that were sent, and what was found

CLAIMS_HELD = 8192  # claims that a process keeps for comparison, as many as the one that writes
_READY = "ready"


@dataclass(frozen=True, slots=True)
class _Comparison:
    """Pairs to be judged, by the places of their claims among those that the process holds; some are new to it."""

    judge: Judge
    forget: bool
    claims: list[ComparedClaim]
    pairs: list[tuple[int, int, str]]


@dataclass(frozen=True, slots=True)
class _Failure:
    """What a worker sends instead of an extraction: an error of ours in parts (exceptions pickle badly)."""

    kind: type[ClaimkbError]
    problem: str
    next_step: str

    def error(self) -> ClaimkbError:
        """The error as it was raised in the worker."""
        return self.kind(self.problem, self.next_step)


class Worker:
    """One process and the line to it; started at the first document, and again after it was killed."""

    def __init__(self, themes: Sequence[Theme], make_extractor: MakeExtractor) -> None:
        self._themes = tuple(themes)
        self._make_extractor = make_extractor
        self._process: SpawnProcess | None = None
        self._line: Connection | None = None
        self._closed = False
        self._starting = Lock()
        self._places: dict[int, int] = {}  # of the claims that the process holds, by their identity here
        self._held: list[ComparedClaim] = []  # the same, so that no other object takes their identity

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

    @property
    def is_started(self) -> bool:
        """Whether its process is there and has nothing to load any more."""
        return self._line is not None

    def judge(self, judge: Judge, pairs: Sequence[Pair]) -> list[Judged] | None:
        """The places of the pairs that have to do with each other, with the verdicts; None if nobody could judge."""
        line = self._line
        if line is None:
            return None
        try:
            line.send(self._comparison(judge, pairs))
            answer = line.recv()
        except (EOFError, OSError):
            self._end()
            return None
        except Exception:  # noqa: BLE001 - rules that cannot be sent elsewhere are asked here
            self._forget()
            return None
        return answer if isinstance(answer, list) else None

    def _comparison(self, judge: Judge, pairs: Sequence[Pair]) -> "_Comparison":
        """Pairs to be sent, with those of their claims that were not sent before."""
        if len(self._held) > CLAIMS_HELD:
            self._forget()
        first = len(self._held)
        numbered = [(self._place(a), self._place(b), key) for a, b, key in pairs]
        return _Comparison(judge, first == 0, self._held[first:], numbered)

    def _forget(self) -> None:
        """Send every claim anew from now on; the process forgets what it holds when it hears of the next."""
        self._places, self._held = {}, []

    def _place(self, side: ComparedClaim) -> int:
        place = self._places.get(id(side))
        if place is None:
            place = self._places[id(side)] = len(self._held)
            self._held.append(side)
        return place

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
        self._forget()
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
    with seldom_collected() as is_done:
        try:
            extractor = make_extractor()
        except ClaimkbError as error:
            line.send(_Failure(type(error), error.problem, error.next_step))
            return
        line.send(_READY)
        _work(line, extractor, themes, is_done)


def _work(
    line: Connection, extractor: Extracting, themes: tuple[Theme, ...], is_done: Callable[[], None]
) -> None:
    held: list[ComparedClaim] = []
    while True:
        try:
            task = line.recv()
        except EOFError:
            return
        line.send(
            _verdicts(task, held) if isinstance(task, _Comparison) else _answer(extractor, task, themes)
        )
        is_done()


def _answer(extractor: Extracting, document: Document, themes: tuple[Theme, ...]) -> Extraction | _Failure:
    try:
        return extracted(extractor, document, themes)
    except ClaimkbError as error:
        return _Failure(type(error), error.problem, error.next_step)


def _verdicts(task: _Comparison, held: list[ComparedClaim]) -> list[Judged] | None:
    """The verdicts that say something; None if the rules fail, which is then told where they are asked again."""
    if task.forget:
        held.clear()
    held += task.claims
    try:
        found = [(n, task.judge(held[a], held[b], key)) for n, (a, b, key) in enumerate(task.pairs)]
    except Exception:  # noqa: BLE001
        return None
    return [(place, verdict) for place, verdict in found if verdict.kind != RelationKind.NONE]
