"""Web addresses to documents: what was fetched is read by the reader of its media type.

What a page says of its own address counts only as far as the address it came
from bears it out: a page may not call itself another site's. `--feed` reads a
feed and fetches the articles of which it holds only the beginning.
"""

import codecs
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from urllib.parse import urldefrag, urlsplit

from claimkb.errors import ReadError
from claimkb.model import Original
from claimkb.readers import feed
from claimkb.readers.base import Reader, ReadText
from claimkb.readers.confine import read_confined
from claimkb.readers.encoding import html_text
from claimkb.readers.fetch import Access, fetch
from claimkb.readers.formats import reader_for
from claimkb.readers.html import HTML
from claimkb.readers.media import FEED_TYPES, suffix_for
from claimkb.readers.options import SourceOptions, merge, usable


@dataclass(frozen=True, slots=True)
class WebDocument:
    """What was read at an address: the document, or why there is none, and the page it was read from."""

    url: str
    content: ReadText | ReadError
    original: Original | None = None


def is_web_address(argument: str) -> bool:
    """Whether an argument of ingest is an address on the web."""
    return argument.lower().startswith(("http://", "https://"))


def read_web(url: str, access: Access) -> Iterator[WebDocument]:
    """The documents at an address: one, or the entries of a feed."""
    address = urldefrag(url).url
    try:
        page = fetch(address, access)
        # Servers that know no better call a feed a page or a plain text.
        if access.feed and (page.media_type in FEED_TYPES or feed.is_feed(page.body)):
            entries = feed.entries(page.body, address)
            access.keep_feed(address, page)
            yield from _articles(entries, access)
            return
        yield WebDocument(address, read_page(page), page)
    except ReadError as error:
        yield WebDocument(address, error)


def read_feed_entries(data: bytes, path: str, access: Access) -> Iterator[WebDocument]:
    """The articles of a feed: from the feed where they are whole in it, else from their pages."""
    yield from _articles(feed.entries(data, path), access)


def _articles(entries: Iterable[ReadText], access: Access) -> Iterator[WebDocument]:
    for entry in entries:
        if len(entry.text.split()) >= feed.WHOLE_WORDS or not is_web_address(entry.part):
            nothing = ReadError("The entry of the feed has no text.", "Ingest its page.")
            yield WebDocument(entry.part, entry if entry.text else nothing)
        elif not access.held(urldefrag(entry.part).url):
            for found in read_web(entry.part, replace(access, feed=False)):
                yield _with_feeds_word(found, entry)


def read_page(page: Original) -> ReadText:
    """The document that a fetched page holds."""
    reader = reader_for(suffix_for(page.media_type))
    if reader is None:
        raise ReadError(f"The page is {page.media_type}, which is no article.", "Check the address.")
    read = read_bytes(reader, _in_utf8(page) if reader is HTML else page.body, page.url)
    return replace(read, metadata=_borne_out(read.metadata, page.url))


def read_bytes(reader: Reader, data: bytes, path: str) -> ReadText:
    """The document in the bytes; readers that need limits run where they have them."""
    return read_confined(reader.name, data, path)[0] if reader.confined else reader.read(data, path)


def _in_utf8(page: Original) -> bytes:
    """The page with what the server said of its encoding worked in."""
    if page.charset is None:
        return page.body
    return codecs.BOM_UTF8 + html_text(page.body, page.charset).encode("utf-8", "replace")


def _borne_out(said: SourceOptions, url: str) -> SourceOptions:
    host = urlsplit(url).hostname or ""
    named = urlsplit(said.url).hostname if said.url else None
    if named != host:
        # An outlet without a name of its own is called by the host it claims to be at.
        claimed = named is not None and said.name == named.removeprefix("www.")
        said = replace(said, url=None, name=None if claimed else said.name)
    return merge(said, usable(SourceOptions(url=url)), SourceOptions(name=host.removeprefix("www.")))


def _with_feeds_word(found: WebDocument, entry: ReadText) -> WebDocument:
    """A fetched article with what its feed said of it where the page is silent."""
    if isinstance(found.content, ReadError):
        return found
    said = replace(entry.metadata, url=None)
    content = found.content
    return replace(found, content=replace(content, metadata=merge(content.metadata, said)))
