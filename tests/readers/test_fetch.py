"""Fetching from a real server on this machine: types, sizes, redirects, changes, and servers that misbehave."""

import gzip
import threading
from collections.abc import Sequence
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from claimkb.model import Document, Original, Refusal
from claimkb.readers import Access, addresses, decode, fetch, read_inputs
from website import HTML, PAGE, RSS, Answer, Site

PRIVATE = Access(allow_private=True)


def fetched(url: str, access: Access = PRIVATE) -> Document:
    (found,) = read_inputs([url], access=access)
    assert isinstance(found, Document), found
    return found


def refused(url: str, access: Access = PRIVATE) -> str:
    (found,) = read_inputs([url], access=access)
    assert isinstance(found, Refusal)
    assert found.next_step
    return found.reason


def test_a_page_becomes_a_document_and_is_kept(site: Site) -> None:
    site.answers["/page"] = (
        200,
        HTML | {"ETag": '"1"', "Last-Modified": "Fri, 03 May 2024 10:00:00 GMT"},
        PAGE.encode(),
    )
    url = f"{site.base}/page"
    found = fetched(url + "#comments")
    assert found.path == url
    assert "The harbour will grow by 2030" in found.text
    assert "Home" not in found.text
    assert (found.source.title, found.source.author, found.source.published) == (
        "Harbour to grow",
        "Ann Miller",
        "2024-05-03",
    )
    assert (found.source.name, found.source.language) == ("127.0.0.1", "en")
    assert found.source.url == url  # a page may not call itself another site's
    assert found.original is not None
    assert (found.original.body, found.original.etag) == (PAGE.encode(), '"1"')


@pytest.mark.parametrize(
    ("headers", "body", "text"),
    [
        ({"Content-Type": "text/plain; charset=utf-8"}, b"Prices rose.", "Prices rose."),
        (HTML | {"Content-Encoding": "gzip"}, gzip.compress(PAGE.encode()), "harbour will grow"),
        (
            {"Content-Type": "text/html; charset=windows-1251"},
            PAGE.replace("cost", "цена").encode("cp1251"),
            "цена",
        ),
        ({"Content-Type": "text/html"}, PAGE.replace("cost", "coût").encode("cp1252"), "coût"),
    ],
)
def test_types_and_encodings(site: Site, headers: dict[str, str], body: bytes, text: str) -> None:
    site.answers["/page"] = (200, headers, body)
    assert text in fetched(f"{site.base}/page").text


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ((404, HTML, b"<p>gone"), "answered 404"),
        ((503, HTML, b"<p>busy"), "answered 503"),
        ((200, {"Content-Type": "image/png"}, b"\x89PNG"), "image/png"),
        ((200, {"Content-Type": "application/octet-stream"}, b"MZ"), "octet-stream"),
        ((200, {}, PAGE.encode()), "without a type"),
        ((200, {"Content-Type": "application/rss+xml"}, b"<rss/>"), "It is a feed"),
        ((302, {}, b""), "redirects to nowhere"),
        ((302, {"Location": "/page"}, b""), "more than 5 times"),
        ((302, {"Location": "file:///etc/passwd"}, b""), "file:"),
        ((302, {"Location": "http://user:word@127.0.0.1/"}, b""), "user name"),
        ((200, HTML | {"Content-Encoding": "gzip"}, b"no gzip"), "did not answer properly"),
        ((200, HTML | {"Content-Length": "5000"}, b"<p>short"), "did not answer properly"),
    ],
)
def test_answers_that_are_no_article(site: Site, answer: Answer, reason: str) -> None:
    site.answers["/page"] = answer
    assert reason in refused(f"{site.base}/page")


def test_what_is_too_large_is_not_read_to_its_end(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.answers["/large"] = (200, HTML, b"a" * (decode.MAX_BYTES + 100_000))
    assert "larger than 20 MB" in refused(f"{site.base}/large")
    bomb = gzip.compress(b"\0" * 300_000_000)
    site.answers["/bomb"] = (200, HTML | {"Content-Encoding": "gzip"}, bomb)
    assert "larger than 20 MB" in refused(f"{site.base}/bomb")


def test_a_server_that_never_answers(monkeypatch: pytest.MonkeyPatch, site: Site) -> None:
    done = threading.Event()

    def wait(handler: BaseHTTPRequestHandler) -> Answer:
        done.wait(10)
        return 200, HTML, b""

    monkeypatch.setattr(fetch, "READ_SECONDS", 0.2)
    site.answers["/slow"] = wait
    assert "did not answer in time" in refused(f"{site.base}/slow")
    done.set()


def test_a_server_that_sends_a_byte_at_a_time(monkeypatch: pytest.MonkeyPatch, site: Site) -> None:
    done = threading.Event()

    def drip(handler: BaseHTTPRequestHandler) -> Answer:
        handler.wfile.write(b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n")
        try:
            while not done.wait(0.02):
                handler.wfile.write(b"<p>word " * 20_000)
        except OSError:
            handler.close_connection = True
        return 200, {}, b""

    monkeypatch.setattr(fetch, "TOTAL_SECONDS", 0.3)
    site.answers["/drip"] = drip
    assert "took more than" in refused(f"{site.base}/drip")
    done.set()


def test_a_server_that_is_not_there(site: Site) -> None:
    assert "cannot be reached" in refused("http://127.0.0.1:9/")


def test_an_untrusted_certificate_is_refused(site: Site) -> None:
    assert refused(f"https://127.0.0.1:{site.port}/page")  # it speaks no TLS at all


def test_this_machine_is_not_fetched_from_without_leave(site: Site) -> None:
    site.answers["/page"] = (200, HTML, PAGE.encode())
    assert "127.0.0.1, which is not public" in refused(f"{site.base}/page", Access())
    assert "127.0.0.1, which is not public" in refused(f"http://localhost:{site.port}/page", Access())
    assert site.asked == []


@pytest.fixture
def first_is_public(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take 127.0.0.1 for a public address, as it were, and nothing else that is not."""
    really = addresses.is_public
    monkeypatch.setattr(addresses, "is_public", lambda address: address == "127.0.0.1" or really(address))


@pytest.mark.usefixtures("first_is_public")
@pytest.mark.parametrize(
    "place",
    [
        "http://127.0.0.2:{port}/secret",
        "http://[::1]:{port}/secret",
        "http://inside.example:{port}/secret",
        "//2130706434:{port}/secret",
    ],
)
def test_a_redirect_to_a_private_address_is_not_followed(site: Site, place: str) -> None:
    inside = {"news.example": ["127.0.0.1"], "inside.example": ["127.0.0.2"]}
    site.answers["/page"] = (302, {"Location": place.format(port=site.port)}, b"")
    access = Access(resolver=lambda host, port: inside[host])
    assert refused(f"http://news.example:{site.port}/page", access)
    assert [path for path, _ in site.asked] == ["/page"]


@pytest.mark.usefixtures("first_is_public")
def test_the_connection_goes_to_the_address_that_was_checked(site: Site) -> None:
    # The name resolves to a public address for the check, and to an inner one from then on.
    answers = iter([["127.0.0.1"]])
    calls: list[str] = []

    def rebinding(host: str, port: int) -> Sequence[str]:
        calls.append(host)
        return next(answers, ["127.0.0.2"])

    site.answers["/page"] = (200, HTML, PAGE.encode())
    found = fetched(f"http://news.example:{site.port}/page", Access(resolver=rebinding))
    assert calls == ["news.example"]
    assert site.asked[0][1]["Host"] == f"news.example:{site.port}"
    assert found.source.name == "news.example"


def test_a_page_that_is_kept_is_asked_for_changes_only(site: Site) -> None:
    site.answers["/page"] = (200, HTML | {"ETag": '"1"'}, PAGE.encode())
    url = f"{site.base}/page"
    first = fetched(url)
    site.answers["/page"] = (304, {}, b"")
    kept: dict[str, Original | None] = {url: first.original}
    again = fetched(url, Access(allow_private=True, known=kept.get))
    assert again == first
    assert site.asked[1][1]["If-None-Match"] == '"1"'


def test_feeds_give_whole_entries_and_fetch_the_articles_of_teasers(site: Site) -> None:
    whole = "The mill closed in 2021, and 300 jobs were lost. " * 20
    site.answers["/rss"] = (
        200,
        {"Content-Type": "application/rss+xml"},
        RSS.format(base=site.base, whole=whole).encode(),
    )
    site.answers["/page"] = (200, HTML, PAGE.encode())
    teaser, mill = read_inputs([f"{site.base}/rss"], access=Access(feed=True, allow_private=True))
    assert isinstance(teaser, Document)
    assert isinstance(mill, Document)
    assert (teaser.path, "harbour will grow by 2030" in teaser.text) == (f"{site.base}/page", True)
    assert (mill.path, mill.source.name, mill.source.published) == (
        f"{site.base}/mill",
        "Valley Post",
        "2024-05-03",
    )
    assert [path for path, _ in site.asked] == ["/rss", "/page"]


def test_a_feed_file_may_not_lead_inside(site: Site, tmp_path: Path) -> None:
    path = tmp_path / "feed.rss"
    path.write_text(RSS.format(base=site.base, whole="The mill closed."))
    found = list(read_inputs([str(path)], access=Access(feed=True)))
    assert [isinstance(each, Refusal) and "not public" in each.reason for each in found] == [True, True]
    assert site.asked == []
