"""Taking in documents: read, plan, parse what is new, store, compare.

One document is one transaction, with its claims, keys and findings: whatever
stops the process, the base is as it was before or after a document, and the
same command goes on from there. Parsing happens outside the transaction, in this
process or in others (`ahead`); if another process wrote meanwhile, the plan
is made again. A document that cannot
be taken in is an outcome like any other and never stops the rest.
"""

import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from claimkb.errors import ConfigError, ReadError
from claimkb.model import (
    Claim,
    Document,
    Extraction,
    Original,
    Refusal,
    RelationKind,
    Theme,
    ThemeTag,
)
from claimkb.records import DocumentOutcome
from claimkb.workflow.ahead import Texts, texts_for
from claimkb.workflow.garbage import seldom_collected
from claimkb.workflow.parts import Parts
from claimkb.workflow.reports import REFUSED, IngestReport
from claimkb.workflow.taxonomy import taxonomy_digest

if TYPE_CHECKING:
    from claimkb.readers.fetch import Access
    from claimkb.readers.options import SourceOptions
    from claimkb.store.plans import Plan
    from claimkb.store.store import Store

STDIN = "-"

Progress = Callable[[DocumentOutcome], None]


def ingest(
    db_path: Path | str,
    paths: Sequence[str],
    *,
    options: "SourceOptions | None" = None,
    themes_path: str | None = None,
    refresh: bool = False,
    access: "Access | None" = None,
    jobs: int = 1,
    scheduler: str | None = None,
    on_progress: Progress | None = None,
    parts: Parts | None = None,
) -> IngestReport:
    """Take in files, folders, web addresses and standard input; `refresh` parses again what is known.

    `access` says what may be fetched, and whether the inputs are feeds; a page
    that is kept already is asked for changes only. With `jobs` above one, so
    many processes extract while this one writes; what is stored is the same.
    With the address of a Dask `scheduler` its cluster extracts and compares.
    Processes are spawned: a script must call this under `if __name__ == "__main__"`.
    `on_progress` is called after each document. Raises `StoreError` if the
    base cannot be written, `ConfigError` for an unusable `themes_path`, and
    `UsageError` for unusable options.
    """
    parts = parts or Parts()
    refused: list[Refusal] = []
    if themes_path is None:
        paths, refused = _with_usable_themes(paths, parts)
    themes = parts.themes(paths, themes_path)
    run = _Run(Path(db_path), themes, refresh, parts, texts_for(jobs, parts, themes, scheduler))
    read = parts.read if access is None else partial(parts.read, access=run.access(access, options))
    outcomes = []
    try:
        with seldom_collected() as is_done:
            for item in run.items(chain(refused, read(paths, options))):
                outcomes.append(run.take_in(item))
                if on_progress:
                    on_progress(outcomes[-1])
                is_done()
            run.finish()
    finally:
        run.close()
    return IngestReport(tuple(outcomes))


def _with_usable_themes(paths: Sequence[str], parts: Parts) -> tuple[Sequence[str], list[Refusal]]:
    """The inputs whose themes can be read, and the refusal of the others, so that one bad file stops one folder.

    Tagging with themes that nobody meant would be worse than storing nothing.
    """
    usable: list[str] = []
    refused: list[Refusal] = []
    for path in paths:
        try:
            parts.themes([path], None)
        except ConfigError as error:
            refused.append(Refusal(path, error.problem, error.next_step))
        else:
            usable.append(path)
    return usable, refused


class _Run:
    """One ingest: the store is opened for the first document, the parser made for the first new text."""

    def __init__(
        self, path: Path, themes: tuple[Theme, ...], refresh: bool, parts: Parts, texts: Texts
    ) -> None:
        self._path = path
        self._themes = themes
        self._taxonomy = taxonomy_digest(themes)
        self._refresh = refresh
        self._parts = parts
        self._texts = texts
        self._opened: Store | None = None

    @property
    def _store(self) -> "Store":
        if self._opened is None:
            from claimkb.store.store import Store

            self._opened = Store.open(self._path)
            with self._opened.transaction():
                self._opened.set_themes(self._themes)
        return self._opened

    def items(self, items: Iterable[Document | Refusal]) -> Iterator[Document | Refusal]:
        """The inputs in their order, while the next new texts are being read where there are workers."""
        return self._texts.ahead(items, self._new_texts)

    def take_in(self, item: Document | Refusal) -> DocumentOutcome:
        """Bring the base up to date with one input."""
        if isinstance(item, Refusal):
            return DocumentOutcome(item.path, REFUSED, reason=item.reason, next_step=item.next_step)
        document = _named(item)
        try:
            return self._bring_in(document)
        except ReadError as error:
            return DocumentOutcome(document.path, REFUSED, reason=error.problem, next_step=error.next_step)

    def finish(self) -> None:
        """Let go of themes that the last changes left without a claim."""
        if self._opened is not None:
            with self._opened.transaction():
                self._opened.set_themes(self._themes)

    def close(self) -> None:
        """End the workers, and close the store if it was opened."""
        self._texts.close()
        if self._opened is not None:
            self._opened.close()

    def _new_texts(self, item: Document | Refusal) -> list[Document]:
        if isinstance(item, Refusal):
            return []
        plan = self._store.plan(_named(item), self._taxonomy, refresh=self._refresh)
        return [step.document for step in plan.steps if step.parse]

    def _bring_in(self, document: Document) -> DocumentOutcome:
        while True:
            plan = self._store.plan(document, self._taxonomy, refresh=self._refresh)
            if plan.changes_nothing:
                self._keep_alone(document)
                return self._outcome(plan)
            extractions = {
                step.document.hash: self._texts.extraction(step.document) for step in plan.steps if step.parse
            }
            with self._store.transaction():
                if self._store.plan(document, self._taxonomy, refresh=self._refresh) == plan:
                    self._write(plan, extractions)
                    self._keep(document)
                    return self._outcome(plan)

    def access(self, access: "Access", options: "SourceOptions | None") -> "Access":
        """The same, with what the base keeps of pages and feeds, and a place to keep feeds."""
        said = None if options is None else {name: value for name, value in asdict(options).items() if value}

        def keep(address: str, page: Original) -> None:
            """Keep a feed and how it was asked for, unless both are as they were."""
            from claimkb.store.feeds import feed_at, keep_feed

            if said is None and feed_at(self._store.connection, address) == page:
                return
            with self._store.transaction():
                keep_feed(self._store.connection, address, page, said)

        return replace(access, known=self._known, keep_feed=keep)

    def _known(self, address: str) -> Original | None:
        """The page or the feed that is kept of a web address."""
        if self._opened is None and not self._path.exists():
            return None
        from claimkb.store.feeds import feed_at
        from claimkb.store.originals import original_of

        connection = self._store.connection
        try:
            return original_of(connection, address) or feed_at(connection, address)
        except zlib.error:  # damaged, which `check` tells; fetched anew it is whole again
            return None

    def _keep_alone(self, document: Document) -> None:
        """Keep a page that was fetched anew although nothing else changed."""
        if document.original is not None and self._known(document.path) != document.original:
            with self._store.transaction():
                self._keep(document)

    def _keep(self, document: Document) -> None:
        if document.original is not None:
            from claimkb.store.originals import keep_original

            keep_original(self._store.connection, document.path, document.original)

    def _write(self, plan: "Plan", extractions: dict[str, Extraction]) -> None:
        touched = self._store.apply(
            plan, extractions, taxonomy=self._taxonomy, keys=self._parts.keys, tag=self._tag
        )
        self._store.add_relations(self._texts.judged(self._store, touched))

    def _tag(self, claim: Claim, heading: str) -> tuple[ThemeTag, ...]:
        return self._parts.tag(claim, heading, self._themes)

    def _outcome(self, plan: "Plan") -> DocumentOutcome:
        if plan.state == "duplicate":
            return DocumentOutcome(plan.path, plan.state, reason=plan.reason)
        claims, skipped = self._store.size_of(plan.hash)
        found = self._store.counts_of(plan.hash)
        return DocumentOutcome(
            path=plan.path,
            state=plan.state,
            claims=claims,
            skipped=skipped,
            agreements=found.get(RelationKind.AGREEMENT, 0),
            contradictions=found.get(RelationKind.CONTRADICTION, 0),
            tensions=found.get(RelationKind.TENSION, 0),
            reason=plan.reason,
        )


def _named(document: Document) -> Document:
    """Standard input holds another text each time, so its documents are told apart by what they say."""
    return replace(document, path=f"{STDIN}{document.hash[:8]}") if document.path == STDIN else document
