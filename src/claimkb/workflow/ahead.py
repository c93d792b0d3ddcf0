"""Where the claims of the texts of an ingest come from: this process, or workers that read ahead of it.

Documents are written one after the other in the order in which they were
read, by one process, whatever the number of workers; so ids and findings are
the same. Only extraction runs ahead: the next few documents are looked up in
the base as they come in, and the texts that are new to it are ordered from
the workers. If a plan changed by the time its turn comes, because the
document before held the same text, what was ordered is let go of.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol, TypeVar

from claimkb.model import Document, Extraction, Theme
from claimkb.workflow.parts import Parts, extracted
from claimkb.workflow.pool import Order, Pool

Item = TypeVar("Item")

# Documents a worker that are under way or done and not yet written: one in work,
# and enough in store that a slow neighbour does not leave it idle.
_AHEAD = 3


class Texts(Protocol):
    """What gives the claims of texts."""

    def ahead(self, items: Iterable[Item], new_texts: Callable[[Item], list[Document]]) -> Iterator[Item]:
        """The items in their order; `new_texts` says which texts of an item will have to be read."""

    def extraction(self, document: Document) -> Extraction:
        """The claims of a text; raises `ReadError` if it cannot be read."""

    def close(self) -> None:
        """Let go of whatever reads."""


def texts_for(jobs: int, parts: Parts, themes: Sequence[Theme]) -> Texts:
    """Reading in this process for one job, in workers for more."""
    return InWorkers(jobs, parts, themes) if jobs > 1 else Here(parts, themes)


class Here:
    """Texts are read in this process when their turn comes."""

    def __init__(self, parts: Parts, themes: Sequence[Theme]) -> None:
        self._parts = parts
        self._themes = themes

    def ahead(self, items: Iterable[Item], new_texts: Callable[[Item], list[Document]]) -> Iterator[Item]:
        """The items, one at a time."""
        yield from items

    def extraction(self, document: Document) -> Extraction:
        """The claims of a text."""
        return extracted(self._parts.extractor, document, self._themes)

    def close(self) -> None:
        """Nothing to let go of."""


class InWorkers:
    """Texts are ordered from worker processes some documents ahead."""

    def __init__(self, jobs: int, parts: Parts, themes: Sequence[Theme]) -> None:
        self._pool = Pool(jobs, themes, parts.make_extractor)
        self._reach = jobs * _AHEAD
        self._ordered: dict[Document, Order] = {}

    def ahead(self, items: Iterable[Item], new_texts: Callable[[Item], list[Document]]) -> Iterator[Item]:
        """The items in their order, while the texts of the next ones are read."""
        waiting: deque[tuple[Item, list[Document]]] = deque()
        for item in items:
            wanted = new_texts(item)
            for document in wanted:
                if document not in self._ordered:
                    self._ordered[document] = self._pool.order(document)
            waiting.append((item, wanted))
            if len(waiting) > self._reach:
                yield from self._next(waiting)
        while waiting:
            yield from self._next(waiting)

    def extraction(self, document: Document) -> Extraction:
        """The claims of a text, waited for."""
        return (self._ordered.get(document) or self._pool.order(document)).result()

    def close(self) -> None:
        """End the workers."""
        self._pool.close()

    def _next(self, waiting: deque[tuple[Item, list[Document]]]) -> Iterator[Item]:
        item, ordered = waiting.popleft()
        yield item
        still = {document for _, documents in waiting for document in documents}
        for document in ordered:
            if document not in still:
                self._ordered.pop(document, None)
