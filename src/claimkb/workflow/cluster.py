"""An ingest whose work is done on a Dask cluster: `claimkb ingest --scheduler ADDRESS`.

The machine that runs the command finds and reads the files, keeps the base
and writes it, one document after the other; extraction and comparison go out
as tasks. Texts are ordered some documents ahead, as from processes of our own
(`ahead`). The pairs that a document's keys propose go out in chunks, with
their claims, and before any further text, since the next document waits for
them. What comes back is put in the order in which it was sent, so that ids,
findings and exports are those of one machine.

Dask gives the tasks of a worker that is lost to another. A text that loses
several of them is refused, as if it had ended a process of our own. Workers
must have the same claimkb: each task carries a digest of it.
"""

import hashlib
import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache, partial
from importlib import import_module
from importlib.resources import files
from itertools import islice
from threading import Lock
from typing import TYPE_CHECKING, Any

from claimkb.errors import ClaimkbError, ConfigError, ReadError
from claimkb.model import ComparedClaim, Document, Extraction, Relation, RelationKind, Theme, Verdict
from claimkb.workflow.ahead import Ahead
from claimkb.workflow.parts import Extracting, Parts, extracted

if TYPE_CHECKING:
    from claimkb.store.pairs import Candidate
    from claimkb.store.store import Store

MakeExtractor = Callable[[], Extracting]
Judge = Callable[[ComparedClaim, ComparedClaim, str], Verdict]
Pair = tuple[int, int, str]

CHUNK = 256  # pairs a task: some 50 ms of work, and under a megabyte
_FIRST = 10  # the priority of comparison over extraction
_PATIENCE = 30  # seconds for a scheduler to answer, and for a first worker to come
_WHAT_COUNTS = ("compare", "extract", "lexicon", "lexicons", "model")
_AGAIN = "Run the same command again: what is stored is not read again."

_loading = Lock()  # a worker may have several threads, the parser must have one


class Cluster:
    """A Dask cluster that reads texts and compares claims; close it, whatever happens."""

    def __init__(self, address: str, parts: Parts, themes: Sequence[Theme]) -> None:
        self._client = _client(address)
        self._parts = parts
        self._themes = tuple(themes)
        self.workers = sum(self._client.nthreads().values())

    def order(self, document: Document) -> "TextOrder":
        """Have a document read as soon as a worker is free."""
        task = partial(_extract, package_digest(), self._parts.make_extractor, self._themes)
        return TextOrder(document, self._client.submit(task, document, pure=False))

    def judged(self, store: "Store", claims: Iterable[int]) -> Iterator[Relation]:
        """The relations of these claims, in the order of their candidates."""
        from claimkb.store.pairs import relation_of

        task = partial(_judge_all, package_digest(), self._parts.judging())
        candidates = iter(store.candidates(claims))
        sent = []
        while chunk := list(islice(candidates, CHUNK)):
            future = self._client.submit(task, *_packed(chunk), pure=False, priority=_FIRST)
            sent.append((chunk, future))
        for chunk, future in sent:
            for place, verdict in _fetched(future):
                yield relation_of(chunk[place], replace(verdict, key=chunk[place].key))

    def close(self) -> None:
        """Let go of the cluster, and of what is still ordered from it."""
        self._client.close()


class TextOrder:
    """An extraction to come from the cluster."""

    def __init__(self, document: Document, future: Any) -> None:  # noqa: ANN401 - dask is typed in part
        self.document = document
        self._future = future

    def result(self) -> Extraction:
        """The extraction, waited for; raises `ReadError` if the document cannot be read."""
        try:
            found = self._future.result()
        except _distributed().KilledWorker as error:
            raise ReadError("The workers that read it ended, one after the other.", _AGAIN) from error
        assert isinstance(found, Extraction)  # noqa: S101 - our own task speaks
        return found


def on_cluster(address: str, parts: Parts, themes: Sequence[Theme]) -> Ahead:
    """Texts read and claims compared on the cluster of a scheduler; raises `ClaimkbError` if there is none."""
    cluster = Cluster(address, parts, themes)
    return Ahead(cluster, max(1, cluster.workers), cluster.judged)


@cache
def package_digest() -> str:
    """A name for the code and word lists that decide what is found, so that no worker has others."""
    digest = hashlib.blake2b(digest_size=16)
    for folder in _WHAT_COUNTS:
        for file in sorted(files("claimkb").joinpath(folder).iterdir(), key=lambda each: each.name):
            if file.name.endswith((".py", ".toml")):
                digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()


def _distributed() -> Any:  # noqa: ANN401 - dask is typed in part
    try:
        return import_module("distributed")
    except ImportError as error:
        raise ClaimkbError(
            "Clusters need Dask, which is not installed.", 'Install it with: pip install "claimkb[dask]"'
        ) from error


def _client(address: str) -> Any:  # noqa: ANN401
    distributed = _distributed()
    logging.getLogger("distributed").setLevel(logging.ERROR)  # lost workers are its everyday business
    try:
        client = distributed.Client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:
        raise ClaimkbError(
            f"No Dask scheduler answers at {address}.",
            "Start one with `dask scheduler`, and give the address it prints.",
        ) from error
    try:
        client.wait_for_workers(1, timeout=_PATIENCE)
    except TimeoutError as error:
        client.close()
        raise ClaimkbError(
            f"The scheduler at {address} has no workers.", f"Start some with `dask worker {address}`."
        ) from error
    return client


def _fetched(future: Any) -> list[tuple[int, Verdict]]:  # noqa: ANN401 - dask is typed in part
    try:
        found: list[tuple[int, Verdict]] = future.result()
    except _distributed().KilledWorker as error:
        raise ClaimkbError("The workers that compared claims ended, one after the other.", _AGAIN) from error
    return found


def _packed(chunk: Sequence["Candidate"]) -> tuple[list[ComparedClaim], list[Pair]]:
    """The claims of some candidates, each once, and the pairs of them."""
    places: dict[str, int] = {}
    claims: list[ComparedClaim] = []
    for candidate in chunk:
        for side in (candidate.a, candidate.b):
            if side.claim.id not in places:
                places[side.claim.id] = len(claims)
                claims.append(side)
    return claims, [(places[each.a.claim.id], places[each.b.claim.id], each.key) for each in chunk]


def _extract(
    digest: str, make_extractor: MakeExtractor, themes: tuple[Theme, ...], document: Document
) -> Extraction:
    """What a worker does with a text."""
    _check(digest)
    with _loading:
        return extracted(_extractor(make_extractor), document, themes)


def _judge_all(
    digest: str, judge: Judge, claims: list[ComparedClaim], pairs: list[Pair]
) -> list[tuple[int, Verdict]]:
    """What a worker does with pairs: the places of those that have to do with each other, with the verdicts."""
    _check(digest)
    verdicts = ((place, judge(claims[a], claims[b], key)) for place, (a, b, key) in enumerate(pairs))
    return [(place, verdict) for place, verdict in verdicts if verdict.kind != RelationKind.NONE]


def _check(digest: str) -> None:
    if package_digest() != digest:
        raise ConfigError(
            "A worker of the cluster has another version of claimkb, and would find other things.",
            "Install the same version on all workers.",
        )


@lru_cache(maxsize=1)
def _extractor(make_extractor: MakeExtractor) -> Extracting:
    return make_extractor()
