"""Web archives (.warc, .warc.gz): each page that was fetched with success is a document, named by its address.

Records of other kinds, and pictures and scripts, are passed over. Records are
read one by one and never more of one than the limit.
"""

from collections.abc import Iterator
from contextlib import redirect_stderr
from io import StringIO
from itertools import count
from typing import Any, BinaryIO

from claimkb.errors import ReadError
from claimkb.readers.base import Collection, Member
from claimkb.readers.decode import MAX_BYTES, too_large
from claimkb.readers.libraries import library
from claimkb.readers.media import suffix_for
from claimkb.readers.options import SourceOptions, usable

MAX_RECORDS = 200_000


def _members(file: BinaryIO, path: str) -> Iterator[Member]:
    archive = library("warcio.archiveiterator", "warc")
    try:
        records = archive.ArchiveIterator(file)
        for number in count():
            # The library writes what it thinks of a record to standard error.
            with redirect_stderr(StringIO()):
                record = next(records, None)
                suffix = _suffix(record) if record is not None else ""
                member = _member(record, suffix) if suffix else None
            if record is None:
                return
            if number >= MAX_RECORDS:
                raise ReadError(f"It has more than {MAX_RECORDS:,} records.", "Split it.")
            if member is not None:
                yield member
    except ReadError:
        raise
    except Exception as error:  # damaged archives raise whatever the library met first
        raise ReadError(f"The web archive is damaged ({type(error).__name__}).", "Fetch it anew.") from error


def _suffix(record: Any) -> str:
    """How the payload is to be read; "" for what is no document."""
    if record.rec_type == "resource":
        return suffix_for(record.rec_headers.get_header("Content-Type"))
    if record.rec_type != "response" or record.http_headers is None:
        return ""
    if record.http_headers.get_statuscode() != "200":
        return ""
    return suffix_for(record.http_headers.get_header("Content-Type"))


def _member(record: Any, suffix: str) -> Member:
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    url = url.strip("<>")
    data = record.content_stream().read(MAX_BYTES + 1)
    content = too_large() if len(data) > MAX_BYTES else data
    return Member(url, content, suffix, usable(SourceOptions(url=url)))


WARC = Collection("web archive", (".warc", ".warc.gz"), _members)
