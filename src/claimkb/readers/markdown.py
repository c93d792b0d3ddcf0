"""Markdown: canonical text like `.txt`, with the metadata that its front matter holds.

The front matter stays in the canonical text (offsets count from the first
character of the file); the block finder knows it and takes no claims from it.
"""

from claimkb.readers.base import Reader, ReadText
from claimkb.readers.decode import canonical_text
from claimkb.readers.front_matter import front_matter


def read_markdown(data: bytes, path: str) -> ReadText:
    """The bytes as canonical text with what the front matter says of the source."""
    text = canonical_text(data, path)
    return ReadText(text, front_matter(text))


MARKDOWN = Reader(name="Markdown", suffixes=(".md", ".markdown"), read=read_markdown)
