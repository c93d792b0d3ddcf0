"""What a reader is: a name, the file endings it takes, and a function from bytes to text with metadata.

A new format is one module that makes a `Reader`, and one entry in `READERS`; a
file that holds many documents is a `Collection`, with an entry in
`COLLECTIONS`. Both raise `ReadError` for input they cannot take; the caller
turns that into a `Refusal`, so one bad file never stops a batch.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from claimkb.errors import ReadError
from claimkb.model import Place
from claimkb.readers.decode import MAX_BYTES
from claimkb.readers.options import SourceOptions

BINARY_BYTES = 100_000_000  # PDF, DOCX, EPUB: mostly pictures, which are not read


@dataclass(frozen=True, slots=True)
class ReadText:
    """The canonical text of a document and what the document itself says of its source.

    `places` are its pages or chapters; `part` names it among the documents of one file.
    """

    text: str
    metadata: SourceOptions
    places: tuple[Place, ...] = ()
    part: str = ""


@dataclass(frozen=True, slots=True)
class Reader:
    """One format: `suffixes` in lower case with their dot, `read` takes the file's bytes and its path.

    `confined` readers trust a library with the bytes and run in a process with limits (`confine.py`);
    `media_types` are what servers call the format.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[bytes, str], ReadText]
    media_types: tuple[str, ...] = ()
    confined: bool = False
    max_bytes: int = MAX_BYTES


@dataclass(frozen=True, slots=True)
class Member:
    """One document of a collection: `content` is its bytes, its text, or why it cannot be read.

    `part` names it inside the file; `suffix` tells how bytes are to be read.
    """

    part: str
    content: bytes | ReadText | ReadError
    suffix: str = ""
    metadata: SourceOptions = field(default_factory=SourceOptions)


@dataclass(frozen=True, slots=True)
class Collection:
    """One format that holds many documents; `members` takes the open file and its path.

    Some endings say little (a .csv may hold anything): `recognises` tells from the first bytes
    whether a file that was met in a folder holds articles.
    """

    name: str
    suffixes: tuple[str, ...]
    members: Callable[[BinaryIO, str], Iterator[Member]]
    recognises: Callable[[bytes], bool] | None = None
    media_types: tuple[str, ...] = ()
