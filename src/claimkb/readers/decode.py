"""Bytes to canonical text: UTF-8 only, BOM dropped, line ends as LF, otherwise unchanged.

Nothing is guessed: text in another encoding would be stored with wrong
characters for ever, so it is refused with the command that converts it.
"""

import codecs
import shlex

from claimkb.errors import ReadError

MAX_PARAGRAPH = 100_000  # characters: some 16,000 words; parsing takes a gigabyte for as much without a break
MAX_BYTES = 20_000_000  # some 3 million words: longer input is a dump, not a document

_UTF16_BOMS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def canonical_text(data: bytes, path: str) -> str:
    """The text of the bytes, or a `ReadError` that says what they are instead."""
    if len(data) > MAX_BYTES:
        raise too_large()
    if data.startswith(_UTF16_BOMS):
        raise ReadError("The text is UTF-16, not UTF-8.", _convert("UTF-16", path))
    if b"\0" in data:
        raise ReadError("The file is binary, not text.", "Save it as plain text in UTF-8.")
    text = _decoded(data, path).replace("\r\n", "\n").replace("\r", "\n")
    if not text.replace("\ufeff", "").replace("\u200b", "").strip():
        raise ReadError("There is no text in it.", "Give a file that holds text.")
    return text


def too_large(limit: int = MAX_BYTES) -> ReadError:
    """The refusal of a document beyond `limit` bytes."""
    return ReadError(f"It is larger than {limit // 1_000_000} MB.", "Split it into articles.")


def check_paragraphs(text: str) -> None:
    """Raise `ReadError` for a text with a paragraph that would fill the memory when it is parsed."""
    if any(len(line) > MAX_PARAGRAPH for line in text.splitlines()):
        problem = f"A line of it is longer than {MAX_PARAGRAPH:,} characters."
        raise ReadError(problem, "Break it into paragraphs.")


def _decoded(data: bytes, path: str) -> str:
    body = data.removeprefix(codecs.BOM_UTF8)
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        offset = error.start + len(data) - len(body)
        # 0x80-0x9f are curly quotes and dashes in Windows-1252, and unused in ISO 8859-1.
        encoding = "WINDOWS-1252" if any(0x80 <= byte <= 0x9F for byte in body) else "ISO-8859-1"
        problem = f"The text is not UTF-8: byte {offset} (0x{body[error.start]:02x}) cannot be decoded."
        raise ReadError(problem, _convert(encoding, path)) from error


def _convert(encoding: str, path: str) -> str:
    return f"Convert it, for example: iconv -f {encoding} -t UTF-8 {shlex.quote(path)} > converted.txt"
