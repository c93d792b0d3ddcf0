"""What a reader is: a name, the file endings it takes, and a function from bytes to text with metadata.

A new format is one module that makes a `Reader`, and one entry in `READERS`.
A reader raises `ReadError` for input it cannot take; the caller turns that
into a `Refusal`, so one bad file never stops a batch.
"""

from collections.abc import Callable
from dataclasses import dataclass

from claimkb.readers.options import SourceOptions


@dataclass(frozen=True, slots=True)
class ReadText:
    """The canonical text of a document and what the document itself says of its source."""

    text: str
    metadata: SourceOptions


@dataclass(frozen=True, slots=True)
class Reader:
    """One format: `suffixes` in lower case with their dot, `read` takes the file's bytes and its path."""

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[bytes, str], ReadText]
