"""ZIP archives: each document in it is read as if it lay in a folder.

Nothing is unpacked to disk. A ZIP inside a ZIP is refused, so that nesting
cannot multiply; what is no document is passed over, as in a folder.
"""

import stat
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO

from claimkb.errors import ReadError
from claimkb.readers.base import Collection, Member
from claimkb.readers.media import suffix_of
from claimkb.readers.zipped import MAX_UNPACKED, open_zip, read_member, safe_name

_NESTED = frozenset({".zip", ".warc", ".warc.gz", ".gz", ".7z", ".rar", ".tar"})


def members(file: BinaryIO, path: str) -> Iterator[Member]:
    """The documents of an archive in the order of their names."""
    unpacked = 0
    with open_zip(file) as archive:
        for info in sorted(archive.infolist(), key=lambda info: info.filename):
            hidden = any(part.startswith((".", "__MACOSX")) for part in PurePosixPath(info.filename).parts)
            # Not info.is_dir(): a member may have no name at all.
            if info.filename.endswith("/") or (hidden and ".." not in info.filename):
                continue
            try:
                name = safe_name(info.filename)
                if stat.S_ISLNK(info.external_attr >> 16):
                    raise ReadError("It is a link, not a file.", "Pack the file itself.")
                suffix = suffix_of(name)
                if suffix in _NESTED:
                    raise ReadError("An archive inside an archive is not read.", "Unpack it first.")
                data = read_member(archive, info)
            except ReadError as error:
                yield Member(info.filename, error)
                continue
            unpacked += len(data)
            if unpacked > MAX_UNPACKED:
                raise ReadError(f"It unpacks to more than {MAX_UNPACKED // 10**9} GB.", "Split it.")
            yield Member(name, data, suffix)


ZIP = Collection("ZIP archive", (".zip",), members, media_types=("application/zip",))
