"""Fetching a web page: one GET over HTTP or HTTPS, with limits on time, size, type and redirects.

The connection goes to a network address that `addresses.py` has checked, at
every redirect anew; TLS still checks the certificate of the name. Proxies of
the environment are not used, since they would resolve names themselves. With
what is known of an earlier fetch the server may answer that nothing changed.
"""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urljoin

from claimkb.errors import ReadError
from claimkb.model import Original
from claimkb.readers.addresses import Resolve, Target, resolve, target_of
from claimkb.readers.base import BINARY_BYTES
from claimkb.readers.decode import MAX_BYTES, too_large
from claimkb.readers.libraries import library
from claimkb.readers.media import FEED_TYPES, media_type, suffix_for
from claimkb.version import __version__

MAX_REDIRECTS = 5
CONNECT_SECONDS = 10.0
READ_SECONDS = 20.0
TOTAL_SECONDS = 60.0
_CHUNK = 65_536
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_LATER = "Try again later, or save the page as a file and ingest that."
_AGENT = f"claimkb/{__version__}"
_LARGE_TYPES = (".pdf", ".docx", ".epub")
_CHARSET = "charset="


@dataclass(frozen=True)
class Access:
    """What ingest may fetch, and how: `known` gives what is kept of an address, so that it is asked for changes only.

    `feed` reads the arguments as feeds; `keep_feed` is told of each that was fetched, and articles that are
    `held` are not fetched for it. `resolver` finds the addresses of names.
    """

    feed: bool = False
    allow_private: bool = False
    known: Callable[[str], Original | None] = field(default=lambda url: None)
    keep_feed: Callable[[str, Original], None] = field(default=lambda url, page: None)
    held: Callable[[str], bool] = field(default=lambda url: False)
    resolver: Resolve = resolve


def fetch(url: str, access: Access) -> Original:
    """The page at an address, or what is kept of it if it has not changed since.

    Raises `ReadError` for whatever cannot be fetched.
    """
    known = access.known(url)
    until = time.monotonic() + TOTAL_SECONDS
    target = target_of(url, allow_private=access.allow_private, resolver=access.resolver)
    for _ in range(MAX_REDIRECTS + 1):
        with _Answer(target, _headers(target, known), until) as answer:
            if answer.status == 304 and known is not None:
                return known
            if answer.status not in _REDIRECTS:
                return answer.original(feed=access.feed)
            place = answer.location()
        target = target_of(
            urljoin(target.url, place), allow_private=access.allow_private, resolver=access.resolver
        )
    raise ReadError(f"The address redirects more than {MAX_REDIRECTS} times.", "Check the address.")


def _headers(target: Target, known: Original | None) -> dict[str, str]:
    host = f"[{target.host}]" if ":" in target.host else target.host
    default = {"http": 80, "https": 443}[target.scheme]
    headers = {
        "Host": host if target.port == default else f"{host}:{target.port}",
        "User-Agent": _AGENT,
        "Accept": "text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.5",
        "Accept-Language": "en",
        "Accept-Encoding": "gzip, deflate",
        "Connection": "close",
    }
    if known is not None and known.etag:
        headers["If-None-Match"] = known.etag
    elif known is not None and known.last_modified:
        headers["If-Modified-Since"] = known.last_modified
    return headers


class _Answer:
    """A server's answer, read as far as it is wanted; a context manager that closes the connection."""

    def __init__(self, target: Target, headers: Mapping[str, str], until: float) -> None:
        self._target = target
        self._headers = headers
        self._until = until

    def __enter__(self) -> "_Answer":
        errors = library("urllib3.exceptions", "html")
        for number, address in enumerate(self._target.addresses, start=1):
            self._pool = _pool(self._target, address)
            try:
                self._response = self._pool.urlopen(
                    "GET",
                    self._target.request,
                    headers=dict(self._headers),
                    redirect=False,
                    retries=False,
                    preload_content=False,
                    assert_same_host=False,
                )
                break
            except (errors.HTTPError, OSError, ValueError) as error:
                self._pool.close()
                if number == len(self._target.addresses):
                    raise _no_answer(error, errors) from error
        return self

    def __exit__(self, *_: object) -> None:
        self._response.close()
        self._pool.close()

    @property
    def status(self) -> int:
        """The HTTP status code."""
        return int(self._response.status)

    def location(self) -> str:
        """Where the answer sends the reader."""
        place = self._response.headers.get("Location")
        if not place:
            raise ReadError("The server redirects to nowhere.", _LATER)
        return str(place)

    def original(self, *, feed: bool) -> Original:
        """The page that was answered with."""
        if self.status != 200:
            raise ReadError(
                f"The server answered {self.status} {self._response.reason or ''}".strip() + ".", _LATER
            )
        header = self._response.headers.get("Content-Type")
        suffix = suffix_for(header)
        if not suffix and not (feed and media_type(header) in FEED_TYPES):
            raise _not_a_document(media_type(header))
        charset = (header or "").lower().partition(_CHARSET)[2].partition(";")[0].strip("\"' ")
        return Original(
            url=self._target.url,
            fetched_at=datetime.now(UTC).isoformat(timespec="seconds"),
            media_type=media_type(header),
            body=self._body(BINARY_BYTES if suffix in _LARGE_TYPES else MAX_BYTES),
            charset=charset or None,
            etag=self._response.headers.get("ETag"),
            last_modified=self._response.headers.get("Last-Modified"),
        )

    def _body(self, limit: int) -> bytes:
        errors = library("urllib3.exceptions", "html")
        body = bytearray()
        try:
            for chunk in self._response.stream(_CHUNK, decode_content=True):
                body += chunk
                if len(body) > limit:
                    raise too_large(limit)
                if time.monotonic() > self._until:
                    raise ReadError(f"The server took more than {TOTAL_SECONDS:.0f} seconds.", _LATER)
        except (errors.HTTPError, OSError) as error:
            raise _no_answer(error, errors) from error
        return bytes(body)


def _pool(target: Target, address: str) -> Any:
    """A connection to one checked address; over TLS the certificate must be the name's."""
    urllib3 = library("urllib3", "html")
    timeout = urllib3.Timeout(connect=CONNECT_SECONDS, read=READ_SECONDS)
    if target.scheme == "http":
        return urllib3.HTTPConnectionPool(address, target.port, timeout=timeout, maxsize=1)
    return urllib3.HTTPSConnectionPool(
        address,
        target.port,
        timeout=timeout,
        maxsize=1,
        server_hostname=target.host,
        assert_hostname=target.host,
        cert_reqs="CERT_REQUIRED",
        ca_certs=library("certifi", "html").where(),
    )


def _no_answer(error: Exception, errors: Any) -> ReadError:
    if isinstance(error, errors.SSLError):
        return ReadError("The server's certificate cannot be trusted.", "Save the page with your browser.")
    if isinstance(error, errors.NewConnectionError):
        return ReadError("The server cannot be reached.", _LATER)
    if isinstance(error, errors.TimeoutError | TimeoutError):
        return ReadError("The server did not answer in time.", _LATER)
    return ReadError("The server did not answer properly.", _LATER)


def _not_a_document(kind: str) -> ReadError:
    if kind in FEED_TYPES:
        return ReadError("It is a feed, not an article.", "Add --feed to read its articles.")
    return ReadError(
        f"The server sent {kind or 'something without a type'}, not an article.", "Check the address."
    )
