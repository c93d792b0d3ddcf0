"""Comparing all claims again with the rules as they are now: `claimkb rebuild`.

The claims stay as they are; their pair-keys and the findings between them are
worked out anew in a draft beside the base, block by block and in as many
processes as wanted, and put in place in one transaction at the end
(`store.draft`). The result is what an ingest of the same claims by the same
rules would have found. A rebuild that is stopped leaves the base as it was,
and the next one goes on from its draft, unless the base or the rules changed.
"""

import hashlib
import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from importlib.resources import files
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from claimkb.errors import ClaimkbError
from claimkb.model import Claim, ComparedClaim, RelationKind, Verdict
from claimkb.records import RebuildChange
from claimkb.workflow.parts import Parts

if TYPE_CHECKING:
    from claimkb.store.draft import Block, Row

Keys = Callable[[Claim], Iterable[str]]
Judge = Callable[[ComparedClaim, ComparedClaim, str], Verdict]
Progress = Callable[[str, int, int], None]  # stage, blocks done, blocks in all

_RULES = (("compare", ".py"), ("lexicon", ".py"), ("lexicons", ".toml"))
_AHEAD = 3  # blocks a process that are ordered and not yet written


@dataclass(frozen=True, slots=True)
class RebuildReport:
    """What a rebuild found: how many claims and pairs it looked at, and what is otherwise now."""

    claims: int
    changes: tuple[RebuildChange, ...]


def rebuild(
    db_path: Path | str,
    *,
    jobs: int = 1,
    dry_run: bool = False,
    on_progress: Progress | None = None,
    parts: Parts | None = None,
) -> RebuildReport:
    """Find anew what all claims of a base have to do with each other, in `jobs` processes.

    With `dry_run` nothing is put in place; the draft is kept, so that the
    rebuild itself is then quick. With more than one job a script must call
    this under `if __name__ == "__main__"`. Raises `StoreError` if the base
    was written meanwhile.
    """
    from claimkb.store.draft import STAGES, Draft
    from claimkb.store.store import Store

    parts = parts or Parts()
    path = Path(db_path)
    with Draft.of(path, rules_digest()) as draft:
        for stage in STAGES:
            blocks = draft.left(stage)
            for done, (block, rows) in enumerate(_worked(path, stage, blocks, jobs, parts), start=1):
                draft.add(stage, block, rows)
                if on_progress:
                    on_progress(stage, done, len(blocks))
        if dry_run:
            return RebuildReport(draft.claims, draft.changes())
        with Store.open_existing(path) as store:
            report = RebuildReport(draft.claims, draft.put_in_place(store))
        draft.discard()
    return report


def rules_digest() -> str:
    """A name for the rules as they are: the code and word lists of comparison, and what is switched off."""
    from claimkb.lexicon.settings import rules_off

    digest = hashlib.blake2b(repr(sorted(rules_off())).encode(), digest_size=16)
    for folder, ending in _RULES:
        for file in sorted(files("claimkb").joinpath(folder).iterdir(), key=lambda each: each.name):
            if file.name.endswith(ending):
                digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()


class _Work:
    """What is done with a block: one open draft, and the rules, for as long as a process works."""

    def __init__(self, base: Path, keys: Keys, judge: Judge) -> None:
        from claimkb.store.draft import DraftReader

        self._reader: DraftReader = DraftReader(base)
        self._keys = keys
        self._judge = Parts(judge=judge).judging()

    def do(self, stage: str, block: "Block") -> "list[Row]":
        """The rows that a stage makes of a block."""
        if stage == "keys":
            return self._reader.keyed(block, self._keys)
        return list(self._findings(block))

    def _findings(self, block: "Block") -> "Iterator[Row]":
        from claimkb.store.draft import finding_row
        from claimkb.store.pairs import relation_of

        for candidate, a, b in self._reader.candidates(block):
            verdict = self._judge(candidate.a, candidate.b, candidate.key)
            if verdict.kind != RelationKind.NONE:
                yield finding_row(relation_of(candidate, replace(verdict, key=candidate.key)), a, b)

    def close(self) -> None:
        """Close the files."""
        self._reader.close()


def _worked(
    base: Path, stage: str, blocks: "list[Block]", jobs: int, parts: Parts
) -> "Iterator[tuple[Block, list[Row]]]":
    """Each block with its rows, in order; they are worked on here, or in several processes."""
    if jobs > 1 and len(blocks) > 1:
        yield from _in_processes(base, stage, blocks, jobs, parts)
        return
    work = _Work(base, parts.keys, parts.judge)
    try:
        for block in blocks:
            yield block, work.do(stage, block)
    finally:
        work.close()


def _in_processes(
    base: Path, stage: str, blocks: "list[Block]", jobs: int, parts: Parts
) -> "Iterator[tuple[Block, list[Row]]]":
    executor = ProcessPoolExecutor(
        min(jobs, len(blocks)),
        multiprocessing.get_context("spawn"),
        initializer=_start,
        initargs=(base, parts.keys, parts.judge),
    )
    waiting: deque[tuple[Block, Future[list[Row]]]] = deque()
    left = iter(blocks)
    try:
        while True:
            some = islice(left, jobs * _AHEAD - len(waiting))
            waiting.extend((block, executor.submit(_do, stage, block)) for block in some)
            if not waiting:
                return
            block, rows = waiting.popleft()
            yield block, rows.result()
    except BrokenProcessPool as error:
        raise ClaimkbError(
            "A process that compared claims ended.", "Run the same command again: it goes on where it was."
        ) from error
    finally:
        executor.shutdown(cancel_futures=True)


_work: _Work  # of this process, if it is a worker


def _start(base: Path, keys: Keys, judge: Judge) -> None:
    global _work
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; whoever started us ends us
    _work = _Work(base, keys, judge)


def _do(stage: str, block: "Block") -> "list[Row]":
    return _work.do(stage, block)
