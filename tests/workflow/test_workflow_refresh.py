"""Feeds and pages asked again: only what is new costs anything."""

from dataclasses import replace
from pathlib import Path

import pytest

from claimkb.errors import NotFoundError
from claimkb.readers import Access, SourceOptions
from claimkb.store.queries import Reader
from claimkb.workflow import Parts, check, diff, forget_feeds, ingest, recover, refresh, visited
from claimkb.workflow.parts import read_inputs
from support import PlainParts
from website import HTML, RSS, Answer, Site

RSS_TYPE = {"Content-Type": "application/rss+xml"}
HERE = Access(allow_private=True)
WHOLE = "The mill closed in 2021, and 300 jobs were lost. " * 20


def page(*sentences: str) -> bytes:
    body = "".join(f"<p>{sentence}</p>" for sentence in sentences)
    return f"<html><body><article>{body}</article></body></html>".encode()


HARBOUR = page("The harbour will grow by 2030, officials said on Friday in Lanmouth, and it cost 40 million.")


def tagged(body: bytes, tag: str, headers: dict[str, str]) -> "object":
    """A page that is sent only to who does not have it yet."""

    def answer(handler: object) -> Answer:
        if handler.headers.get("If-None-Match") == tag:  # type: ignore[attr-defined]
            return 304, {}, b""
        return 200, headers | {"ETag": tag}, body

    return answer


@pytest.fixture
def parts() -> Parts:
    """The real readers before the stand-in for extraction."""
    return replace(PlainParts().parts, read=read_inputs)


def feed_of(site: Site, *links: str) -> bytes:
    items = "".join(
        f"<item><title>News</title><link>{site.base}{link}</link><description>In short …</description></item>"
        for link in links
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Post</title>{items}</channel></rss>'.encode()


def asked(site: Site) -> list[str]:
    """The paths that were asked for since the last time."""
    paths = [path for path, _ in site.asked]
    site.asked.clear()
    return paths


def test_of_a_feed_only_what_is_new_is_fetched(site: Site, db: Path, parts: Parts) -> None:
    site.answers["/rss"] = (200, RSS_TYPE, feed_of(site, "/a"))
    site.answers["/a"] = tagged(HARBOUR, '"a1"', HTML)  # type: ignore[assignment]
    url = f"{site.base}/rss"
    said = SourceOptions(name="Valley Post", reliability="B")
    assert ingest(db, [url], options=said, access=replace(HERE, feed=True), parts=parts).counts == {
        "added": 1
    }
    assert asked(site) == ["/rss", "/a"]

    site.answers["/rss"] = (200, RSS_TYPE, feed_of(site, "/b", "/gone", "/a"))
    site.answers["/b"] = (
        200,
        HTML,
        page("The quota was cut in May, the ministry said in a statement on Monday."),
    )
    first = refresh(db, feeds_only=True, access=HERE, parts=parts)
    assert [(o.path, o.state) for o in first.documents] == [
        (f"{site.base}/b", "added"),
        (f"{site.base}/gone", "refused"),
    ]
    assert asked(site) == ["/rss", "/b", "/gone"]

    # What failed is tried again, although the feed says nothing new.
    site.answers["/gone"] = (
        200,
        HTML,
        page("Rain fell on Bergen for forty days, the weather service said then."),
    )
    assert refresh(db, feeds_only=True, access=HERE, parts=parts).counts == {"added": 1}
    assert refresh(db, feeds_only=True, access=HERE, parts=parts).documents == ()
    assert check(db, parts=parts) == ()
    with Reader(db) as reader:
        assert {(s.name, s.reliability) for s in reader.sources()} == {("Valley Post", "B")}


@pytest.mark.parametrize("kind", ["application/x-rss+xml", "text/html", "text/plain; charset=utf-8"])
def test_a_feed_is_known_by_what_it_is(kind: str, site: Site, db: Path, parts: Parts) -> None:
    site.answers["/rss"] = (200, {"Content-Type": kind}, feed_of(site, "/a"))
    site.answers["/a"] = (200, HTML, HARBOUR)
    url = f"{site.base}/rss"
    assert ingest(db, [url], access=replace(HERE, feed=True), parts=parts).counts == {"added": 1}
    assert list(visited(db).feeds) == [url]


def test_feeds_and_pages_are_asked_for_changes_only(site: Site, db: Path, parts: Parts) -> None:
    body = RSS.format(base=site.base, whole=WHOLE).encode()
    site.answers["/rss"] = tagged(body, '"f1"', RSS_TYPE)  # type: ignore[assignment]
    site.answers["/page"] = tagged(HARBOUR, '"p1"', HTML)  # type: ignore[assignment]
    url = f"{site.base}/rss"
    assert ingest(db, [url], access=replace(HERE, feed=True), parts=parts).taken == 2
    before = db.read_bytes()
    asked(site)
    assert refresh(db, access=HERE, parts=parts).counts == {"unchanged": 2}
    assert [headers.get("If-None-Match") for _, headers in site.asked] == ['"f1"', '"p1"']
    # The whole article of a feed is what the feed says, not what its page says.
    assert asked(site) == ["/rss", "/page"]
    assert db.read_bytes() == before

    site.answers["/rss"] = (200, RSS_TYPE, body.replace(b"300 jobs", b"no jobs"))
    report = refresh(db, access=HERE, parts=parts)
    assert report.counts == {"changed": 1, "unchanged": 1}
    assert check(db, parts=parts) == ()


def test_a_page_that_changed_keeps_its_old_version(site: Site, db: Path, parts: Parts) -> None:
    url = f"{site.base}/quota"
    said = "The quota was {}cut in May of last year, the ministry in Lanmouth said on Monday."
    site.answers["/quota"] = (200, HTML, page(said.format("")))
    ingest(db, [url], options=SourceOptions(name="Post", reliability="B"), access=HERE, parts=parts)
    site.answers["/quota"] = (200, HTML, page(said.format("not ")))
    assert refresh(db, access=HERE, parts=parts).counts == {"changed": 1}
    assert [change.words for change in diff(db, url)[2]] == [said.format("{+not+} ")]
    assert refresh(db, [url], access=HERE, parts=parts).counts == {"unchanged": 1}
    with Reader(db) as reader:
        assert [(s.name, s.reliability) for s in reader.sources()] == [("Post", "B")]
    with pytest.raises(NotFoundError, match="claimkb ingest"):
        refresh(db, [f"{site.base}/other"], access=HERE, parts=parts)


def test_a_feed_is_followed_until_it_is_forgotten(site: Site, db: Path, tmp_path: Path, parts: Parts) -> None:
    site.answers["/rss"] = (200, RSS_TYPE, feed_of(site, "/a"))
    site.answers["/a"] = (200, HTML, HARBOUR)
    url = f"{site.base}/rss"
    ingest(db, [url], access=replace(HERE, feed=True), parts=parts)
    recover(db, tmp_path / "recovered.db", parts=parts)
    for base in (db, tmp_path / "recovered.db"):
        assert (list(visited(base).feeds), list(visited(base).pages)) == ([url], [f"{site.base}/a"])
    forget_feeds(db, [url])
    assert (list(visited(db).feeds), list(visited(db).pages)) == ([], [f"{site.base}/a"])
    with pytest.raises(NotFoundError, match="refresh --list"):
        forget_feeds(db, [url])
