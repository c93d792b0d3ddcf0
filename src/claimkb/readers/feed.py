"""RSS and Atom feeds: each entry a document, named by its address.

Many feeds carry only the first lines of an article. `claimkb ingest --feed`
fetches the article of such an entry (`web.py`); a feed that is read as a file
gives what it holds and asks nothing of the network.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from typing import Any, BinaryIO

from claimkb.errors import ReadError
from claimkb.readers.base import Collection, Member, ReadText
from claimkb.readers.confine import read_confined
from claimkb.readers.decode import MAX_BYTES, too_large
from claimkb.readers.libraries import library
from claimkb.readers.markup import one_paragraph, text_of
from claimkb.readers.options import SourceOptions, usable
from claimkb.readers.xml import parse_html

TASK = "feed"
MAX_ENTRIES = 5_000
WHOLE_WORDS = 150  # entries below are teasers: news articles under 150 words are rare
_ROOT = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]", re.IGNORECASE)


def read_feed(data: bytes) -> list[ReadText]:
    """The entries of a feed as documents; `part` is an entry's address."""
    feedparser = library("feedparser", "feeds")
    if b"<!ENTITY" in data:
        raise ReadError("Its XML defines entities, which no feed needs.", "Leave it out.")
    feed = feedparser.parse(data)
    if not feed.get("version"):
        raise ReadError("It is no RSS or Atom feed.", "Ingest a page without --feed.")
    outlet = feed.feed.get("title")
    language = feed.feed.get("language")
    kept = feed.entries[:MAX_ENTRIES]
    read = [_entry(entry, outlet, language, number) for number, entry in enumerate(kept)]
    return _told_apart(read, [entry.get("id") or "" for entry in kept])


def _entry(entry: Any, outlet: str | None, language: str | None, number: int) -> ReadText:
    contents = [content.get("value") for content in entry.get("content") or ()]
    # What is missing in a damaged entry is None in some places of the library's answer.
    markup = max([each or "" for each in (*contents, entry.get("summary"))], key=len)
    body = parse_html(markup)
    when = entry.get("published_parsed") or entry.get("updated_parsed")
    metadata = SourceOptions(
        name=outlet,
        title=one_paragraph(entry.get("title") or "") or None,
        author=entry.get("author"),
        published=f"{when[0]:04}-{when[1]:02}-{when[2]:02}" if when else None,
        url=entry.get("link"),
        language=language,
    )
    part = entry.get("link") or entry.get("id") or str(number + 1)
    return ReadText(text_of(body) if body is not None else "", usable(metadata), part=part)


def _told_apart(read: list[ReadText], ids: list[str]) -> list[ReadText]:
    """The entries, where several have one address (a live blog's) each with a mark of its own behind it.

    The mark is made of the entry's id or words, not of its place: feeds grow at the front.
    """
    often = Counter(entry.part for entry in read)
    marked = []
    for entry, own in zip(read, ids, strict=True):
        if often[entry.part] > 1:
            said = own if own != entry.part else f"{entry.metadata.title}\n{entry.text}"
            entry = replace(entry, part=f"{entry.part}#{sha256(said.encode()).hexdigest()[:8]}")
        marked.append(entry)
    return marked


def entries(data: bytes, path: str) -> tuple[ReadText, ...]:
    """The entries of a feed, read in the confined process."""
    return read_confined(TASK, data, path)


def _members(file: BinaryIO, path: str) -> Iterator[Member]:
    data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise too_large()
    for entry in entries(data, path):
        nothing = ReadError("The entry has no text.", "Ingest its page.")
        yield Member(entry.part, entry if entry.text else nothing)


def is_feed(head: bytes) -> bool:
    """Whether bytes begin like a feed."""
    return _ROOT.search(head[:2000]) is not None


FEED = Collection(
    "feed",
    (".rss", ".atom", ".rdf", ".xml"),
    _members,
    is_feed,
    ("application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/xml", "text/xml"),
)
