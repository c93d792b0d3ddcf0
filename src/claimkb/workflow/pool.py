"""Several processes that read documents ahead of the one that writes, and help it to compare.

A thread here stands for each process: it hands over one task, waits for the
answer, takes the next. Documents go first. Pairs of claims are offered to
processes that have none to read, and the one that writes judges meanwhile
what nobody has taken: so nobody waits where there is work, and since a
verdict depends on nothing but its pair, it does not matter who gave it.
Nothing is kept here but what was ordered and not yet fetched; whoever orders
decides how much that is.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, TypeVar

from claimkb.model import Document, Extraction, Relation, RelationKind, Theme
from claimkb.workflow.parts import Parts
from claimkb.workflow.worker import Judge, Judged, MakeExtractor, Worker

if TYPE_CHECKING:
    from claimkb.store.pairs import Candidate
    from claimkb.store.store import Store

CHUNK = 128  # pairs that are judged in one place, some 10 ms of work

_T = TypeVar("_T")


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


class Chunk:
    """Some candidates, to be judged by whoever has time."""

    def __init__(self, candidates: "Sequence[Candidate]", judge: Judge) -> None:
        self._candidates = candidates
        self._judge = judge
        self._answers: SimpleQueue[list[Judged] | None] = SimpleQueue()

    def judge_here(self) -> None:
        """Judge them in this process."""
        found = ((n, self._judge(c.a, c.b, c.key)) for n, c in enumerate(self._candidates))
        self._answers.put([(n, verdict) for n, verdict in found if verdict.kind != RelationKind.NONE])

    def judge_in(self, worker: Worker) -> None:
        """Have them judged in another process."""
        self._answers.put(worker.judge(self._judge, [(c.a, c.b, c.key) for c in self._candidates]))

    def relations(self) -> Iterator[Relation]:
        """What was found, waited for; what a process was judging when it ended is judged here."""
        from claimkb.store.pairs import relation_of

        answer = self._answers.get()
        if answer is None:
            self.judge_here()
            answer = self._answers.get()
        for place, verdict in answer or ():
            candidate = self._candidates[place]
            yield relation_of(candidate, replace(verdict, key=candidate.key))


class Pool:
    """As many workers as `jobs`, started when the first document is ordered; close it, whatever happens."""

    def __init__(self, jobs: int, themes: Sequence[Theme], parts: Parts) -> None:
        self._parts = parts
        self._orders: deque[Order] = deque()
        self._chunks: deque[Chunk] = deque()
        # One for each order and chunk that was put there, and a false one for each thread at the end. Chunks may be
        # gone when a thread comes for them.
        self._calls: SimpleQueue[bool] = SimpleQueue()
        make_extractor: MakeExtractor = parts.make_extractor
        self._workers = [Worker(themes, make_extractor) for _ in range(jobs)]
        self._threads: list[Thread] = []

    def order(self, document: Document) -> Order:
        """Have a document read as soon as a worker is free."""
        if not self._threads:
            self._threads = [Thread(target=self._serve, args=(w,), daemon=True) for w in self._workers]
            for thread in self._threads:
                thread.start()
        order = Order(document)
        self._orders.append(order)
        self._calls.put(True)
        return order

    def judged(self, store: "Store", claims: Iterable[int]) -> Iterator[Relation]:
        """The relations of these claims, in the order of their candidates."""
        judge = self._parts.judging()
        candidates = iter(store.candidates(claims))
        chunks: list[Chunk] = []
        while some := list(islice(candidates, CHUNK)):
            chunks.append(Chunk(some, judge))
            self._chunks.append(chunks[-1])
            self._calls.put(True)
        while (chunk := _taken(self._chunks.pop)) is not None:
            chunk.judge_here()
        for chunk in chunks:
            yield from chunk.relations()

    def close(self) -> None:
        """End the workers, whatever they are doing."""
        for worker in self._workers:
            worker.close()
        for _ in self._threads:
            self._calls.put(False)
        for thread in self._threads:
            thread.join()

    def _serve(self, worker: Worker) -> None:
        while self._calls.get():
            order = _taken(self._orders.popleft)
            if order is not None:
                try:
                    order.deliver(worker.extract(order.document))
                except Exception as error:  # noqa: BLE001 - it is raised where the result is asked for
                    order.deliver(error)
            elif worker.is_started and (chunk := _taken(self._chunks.popleft)) is not None:
                chunk.judge_in(worker)


def _taken(take: Callable[[], _T]) -> _T | None:
    """What is at one end of a deque, None if it is empty: others take from it too."""
    try:
        return take()
    except IndexError:
        return None
