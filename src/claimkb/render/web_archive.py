"""Fetched pages as a web archive (WARC 1.1), the format that archives and their tools read.

Each page is one response record with the address it came from and the time it
was fetched; headers that were not kept are not invented.
"""

import hashlib
import io
from collections.abc import Iterable
from typing import IO
from uuid import UUID

from claimkb.model import Original


def write_warc(originals: Iterable[tuple[str, Original]], out: IO[bytes], *, compressed: bool) -> int:
    """Write the pages; returns how many there were. Needs warcio."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    writer = WARCWriter(out, gzip=compressed, warc_version="WARC/1.1")
    number = 0
    for number, (path, original) in enumerate(originals, start=1):  # noqa: B007 - the last number is the count
        charset = f"; charset={original.charset}" if original.charset else ""
        headers = [
            ("Content-Type", original.media_type + charset),
            ("Content-Length", str(len(original.body))),
        ]
        headers += [("ETag", original.etag)] if original.etag else []
        headers += [("Last-Modified", original.last_modified)] if original.last_modified else []
        digest = hashlib.sha256(f"{path} {original.fetched_at}".encode() + original.body).hexdigest()
        record = writer.create_warc_record(
            original.url,
            "response",
            payload=io.BytesIO(original.body),
            http_headers=StatusAndHeaders("200 OK", headers, protocol="HTTP/1.1"),
            warc_headers_dict={
                "WARC-Date": original.fetched_at.replace("+00:00", "Z"),
                # The same pages give the same archive: an id from the content, not from chance.
                "WARC-Record-ID": f"<urn:uuid:{UUID(digest[:32])}>",
            },
        )
        writer.write_record(record)
    return number
