"""Visiting again what came from the web: followed feeds and fetched pages.

Only what is new costs anything. Of a feed, articles that the base holds are
not fetched; a page is asked for only if it has changed since. A changed page is
a new version beside the old one.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimkb.errors import NotFoundError
from claimkb.model import Document, Refusal, SourceInfo
from claimkb.records import DocumentOutcome
from claimkb.workflow.ingest import ingest
from claimkb.workflow.parts import Parts
from claimkb.workflow.reports import IngestReport

if TYPE_CHECKING:
    from claimkb.readers.fetch import Access
    from claimkb.readers.options import SourceOptions

Progress = Callable[[DocumentOutcome], None]

# What a person may have said of a page; the rest the page says anew at each visit.
_SAID_BY_PEOPLE = ("name", "reliability", "themes")


@dataclass(frozen=True, slots=True)
class Visited:
    """What the base has from the web: its followed feeds and its pages, each with what was said of it."""

    feeds: Mapping[str, Mapping[str, object]]
    pages: Mapping[str, SourceInfo]


def visited(db_path: Path | str) -> Visited:
    """The feeds and pages that `refresh` would visit again."""
    from claimkb.store.queries import Reader

    with Reader(db_path) as reader:
        return Visited(reader.feeds(), reader.web_pages())


def refresh(
    db_path: Path | str,
    urls: Sequence[str] = (),
    *,
    access: "Access",
    feeds_only: bool = False,
    on_progress: Progress | None = None,
    parts: Parts | None = None,
) -> IngestReport:
    """Read the feeds and fetch the pages of the base (or these of them) again.

    Raises `NotFoundError` for an address that is not in the base.
    """
    known = visited(db_path)
    unknown = [url for url in urls if url not in known.pages and url not in known.feeds]
    if unknown:
        advice = f"Add it: `claimkb ingest {unknown[0]}` (with --feed if it is a feed)."
        raise NotFoundError(f"{unknown[0]} is not in the base.", advice)
    pages = () if feeds_only else known.pages
    parts = parts or Parts()
    again = replace(parts, read=partial(_read_again, parts, known))
    chosen = list(urls) or [*known.feeds, *pages]
    return ingest(db_path, chosen, access=access, on_progress=on_progress, parts=again)


def forget_feeds(db_path: Path | str, urls: Sequence[str]) -> None:
    """Follow these feeds no longer; their articles stay. Raises `NotFoundError` for one that was not followed."""
    from claimkb.store.feeds import forget_feed
    from claimkb.store.store import Store

    with Store.open_existing(db_path) as store, store.transaction():
        for url in urls:
            forget_feed(store.connection, url)


def _read_again(
    parts: Parts,
    known: Visited,
    paths: Sequence[str],
    options: "SourceOptions | None",
    *,
    access: "Access",
) -> Iterator[Document | Refusal]:
    """What the feeds have that is new, and the pages as they are now."""
    for url in paths:
        if url in known.feeds:
            said = _options(known.feeds[url])
            yield from parts.read(
                [url], said, access=replace(access, feed=True, held=known.pages.__contains__)
            )
        else:
            yield from _page_again(parts, url, known.pages[url], access)


def _options(said: Mapping[str, Any]) -> "SourceOptions":
    from claimkb.readers.options import SourceOptions

    return SourceOptions(**{**said, "themes": tuple(said.get("themes", ()))})


def _page_again(parts: Parts, url: str, held: SourceInfo, access: "Access") -> Iterator[Document | Refusal]:
    """A page as it is now, with what people said of it and what the page does not say any more."""
    said = _options({name: getattr(held, name) for name in _SAID_BY_PEOPLE})
    for item in parts.read([url], said, access=access):
        yield item if isinstance(item, Refusal) else replace(item, source=_filled(item.source, held))


def _filled(now: SourceInfo, before: SourceInfo) -> SourceInfo:
    missing = {
        field.name: getattr(before, field.name)
        for field in fields(now)
        if field.name != "inferred" and not getattr(now, field.name)
    }
    return replace(now, **missing, inferred=now.inferred | (before.inferred & missing.keys()))
