"""Plain text: `.txt` files and standard input. The text says nothing of its source by itself."""

from claimkb.readers.base import Reader, ReadText
from claimkb.readers.decode import canonical_text
from claimkb.readers.options import SourceOptions


def read_text(data: bytes, path: str) -> ReadText:
    """The bytes as canonical text."""
    return ReadText(canonical_text(data, path), SourceOptions())


TEXT = Reader(name="plain text", suffixes=(".txt", ".text"), read=read_text)
