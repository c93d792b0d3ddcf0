"""Where the claims of the texts of an ingest come from: this process, or workers that read ahead of it.

Documents are written one after the other in the order in which they were
read, by one process, whatever the number of workers; so ids and findings are
the same. Extraction runs ahead: the next few documents are looked up in the
base as they come in, and the texts that are new to it are ordered from the
workers. If a plan changed by the time its turn comes, because the document
before held the same text, what was ordered is let go of. Workers that have
no text to read help to compare (`pool`).
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Protocol, TypeVar

from claimkb.model import Document, Extraction, Relation, Theme
from claimkb.workflow.comparing import judged
from claimkb.workflow.parts import Parts, extracted
from claimkb.workflow.pool import Pool

if TYPE_CHECKING:
    from claimkb.store.store import Store

Item = TypeVar("Item")

# Documents a worker that are under way or done and not yet written: one in work,
# and enough in store that a slow neighbour does not leave it idle.
_AHEAD = 3


class Ordered(Protocol):
    """An extraction to come."""

    def result(self) -> Extraction:
        """The extraction, waited for; raises `ReadError` if the document cannot be read."""


class Orders(Protocol):
    """Workers that read texts."""

    def order(self, document: Document) -> Ordered:
        """Have a document read as soon as a worker is free."""

    def close(self) -> None:
        """End the workers, or let go of them."""


Judged = Callable[["Store", Iterable[int]], Iterator[Relation]]


class Texts(Protocol):
    """What gives the claims of texts, and the relations of claims."""

    def ahead(self, items: Iterable[Item], new_texts: Callable[[Item], list[Document]]) -> Iterator[Item]:
        """The items in their order; `new_texts` says which texts of an item will have to be read."""

    def extraction(self, document: Document) -> Extraction:
        """The claims of a text; raises `ReadError` if it cannot be read."""

    @property
    def judged(self) -> Judged:
        """What finds the relations of claims that are in the base."""

    def close(self) -> None:
        """Let go of whatever reads."""


def texts_for(jobs: int, parts: Parts, themes: Sequence[Theme], scheduler: str | None = None) -> Texts:
    """Reading in this process for one job, in workers for more, on a cluster if there is a scheduler."""
    if scheduler is not None:
        from claimkb.workflow.cluster import on_cluster

        return on_cluster(scheduler, parts, themes)
    if jobs > 1:
        pool = Pool(jobs, themes, parts)
        return Ahead(pool, jobs, pool.judged)
    return Here(parts, themes)


class Here:
    """Texts are read in this process when their turn comes."""

    def __init__(self, parts: Parts, themes: Sequence[Theme]) -> None:
        self._parts = parts
        self._themes = themes
        self.judged: Judged = partial(judged, parts=parts)

    def ahead(self, items: Iterable[Item], new_texts: Callable[[Item], list[Document]]) -> Iterator[Item]:
        """The items, one at a time."""
        yield from items

    def extraction(self, document: Document) -> Extraction:
        """The claims of a text."""
        return extracted(self._parts.extractor, document, self._themes)

    def close(self) -> None:
        """Nothing to let go of."""


class Ahead:
    """Texts are ordered some documents ahead, from so many workers."""

    def __init__(self, orders: Orders, workers: int, judged: Judged) -> None:
        self._orders = orders
        self._reach = workers * _AHEAD
        self._ordered: dict[Document, Ordered] = {}
        self.judged: Judged = judged

    def ahead(self, items: Iterable[Item], new_texts: Callable[[Item], list[Document]]) -> Iterator[Item]:
        """The items in their order, while the texts of the next ones are read."""
        waiting: deque[tuple[Item, list[Document]]] = deque()
        for item in items:
            wanted = new_texts(item)
            for document in wanted:
                if document not in self._ordered:
                    self._ordered[document] = self._orders.order(document)
            waiting.append((item, wanted))
            if len(waiting) > self._reach:
                yield from self._next(waiting)
        while waiting:
            yield from self._next(waiting)

    def extraction(self, document: Document) -> Extraction:
        """The claims of a text, waited for."""
        return (self._ordered.get(document) or self._orders.order(document)).result()

    def close(self) -> None:
        """End the workers."""
        self._orders.close()

    def _next(self, waiting: deque[tuple[Item, list[Document]]]) -> Iterator[Item]:
        item, ordered = waiting.popleft()
        yield item
        still = {document for _, documents in waiting for document in documents}
        for document in ordered:
            if document not in still:
                self._ordered.pop(document, None)
