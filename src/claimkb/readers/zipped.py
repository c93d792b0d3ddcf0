"""ZIP files within bounds: how many members, how large each may become, how large all together.

Nothing is ever written to disk, so a member's name is only a name; one that
tries to lead elsewhere is refused all the same. The sizes that a ZIP states are
not believed: what is unpacked is counted.
"""

import zipfile
import zlib
from pathlib import PurePosixPath
from typing import BinaryIO

from claimkb.errors import ReadError
from claimkb.readers.decode import MAX_BYTES, too_large

MAX_MEMBERS = 20_000
MAX_UNPACKED = 2_000_000_000

_AGAIN = "Pack it anew."


def open_zip(file: BinaryIO) -> zipfile.ZipFile:
    """The archive; raises `ReadError` if it is none, or one made to exhaust whoever opens it."""
    try:
        archive = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as error:
        raise ReadError("It is no ZIP file, or a damaged one.", _AGAIN) from error
    if len(archive.infolist()) > MAX_MEMBERS:
        raise ReadError(f"It holds more than {MAX_MEMBERS:,} files.", "Unpack it and ingest the folder.")
    if sum(info.file_size for info in archive.infolist()) > MAX_UNPACKED:
        raise ReadError(f"It unpacks to more than {MAX_UNPACKED // 10**9} GB.", "Split it.")
    return archive


def read_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, limit: int = MAX_BYTES) -> bytes:
    """The bytes of one member, at most `limit`."""
    if info.flag_bits & 0x1:
        raise ReadError("It is encrypted.", "Unpack it with its password and ingest the folder.")
    try:
        with archive.open(info) as member:
            data = member.read(limit + 1)
    except (zipfile.BadZipFile, OSError, zlib.error, EOFError, NotImplementedError, ValueError) as error:
        raise ReadError("It is damaged inside its ZIP file.", _AGAIN) from error
    if len(data) > limit:
        raise too_large(limit)
    return data


def safe_name(name: str) -> str:
    """The name of a member as a plain relative path; raises `ReadError` for one that leads elsewhere."""
    path = PurePosixPath(name.replace("\\", "/"))
    if not path.name or path.is_absolute() or ".." in path.parts or name[1:2] == ":" or "\0" in name:
        raise ReadError("Its name leads outside its ZIP file.", "Rename it and pack anew.")
    return path.as_posix()
