"""E-books (.epub): the chapters in the order of the spine, each a place that claims name.

An EPUB is a ZIP with a list of XHTML files. Tables of contents, covers and
files that the spine calls auxiliary are passed over.
"""

import io
import posixpath
import zipfile
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from claimkb.errors import ReadError
from claimkb.model import Place
from claimkb.readers.base import BINARY_BYTES, Reader, ReadText
from claimkb.readers.decode import MAX_BYTES, too_large
from claimkb.readers.encoding import html_text
from claimkb.readers.markup import one_paragraph, text_of
from claimkb.readers.options import SourceOptions, usable
from claimkb.readers.xml import parse_html, parse_xml
from claimkb.readers.zipped import open_zip, read_member

_CONTAINER = "META-INF/container.xml"
_CHAPTERS = ("application/xhtml+xml", "text/html")
_DAMAGED = ReadError("It is no EPUB, or a damaged one.", "Save it anew, or as plain text.")


@dataclass(frozen=True, slots=True)
class _Package:
    """What the package document says: metadata, and the files of the spine in order."""

    metadata: SourceOptions
    chapters: tuple[str, ...]


def read_epub(data: bytes, path: str) -> ReadText:
    """The text of a book with its metadata, and where each chapter starts."""
    with open_zip(io.BytesIO(data)) as archive:
        package = _package(archive)
        text = ""
        places: list[Place] = []
        for number, name in enumerate(package.chapters, start=1):
            chapter, title = _chapter(archive, name)
            if chapter:
                text += "\n\n" if text else ""
                places.append(Place(len(text), title or f"chapter {number}"))
                text += chapter
            if len(text) > MAX_BYTES:
                raise too_large()
    if not text:
        raise ReadError("There is no text in it.", "Give a file that holds text.")
    return ReadText(text, package.metadata, tuple(places))


def _package(archive: zipfile.ZipFile) -> _Package:
    container = parse_xml(_member(archive, _CONTAINER))
    path = next((e.get("full-path") for e in container.iter("{*}rootfile")), None)
    if not path:
        raise _DAMAGED
    root = parse_xml(_member(archive, path))
    files = {item.get("id"): item for item in root.iter("{*}item")}
    folder = posixpath.dirname(path)
    chapters = [
        posixpath.normpath(posixpath.join(folder, unquote(files[ref.get("idref")].get("href") or "")))
        for ref in root.iter("{*}itemref")
        if ref.get("linear") != "no" and _is_chapter(files.get(ref.get("idref")))
    ]
    return _Package(_metadata(root), tuple(dict.fromkeys(chapters)))


def _is_chapter(item: Any) -> bool:
    """Whether an entry of the manifest is text to read."""
    if item is None or item.get("media-type") not in _CHAPTERS:
        return False
    return "nav" not in (item.get("properties") or "").split()


def _chapter(archive: zipfile.ZipFile, name: str) -> tuple[str, str]:
    """The text of a chapter and its heading."""
    body = parse_html(html_text(_member(archive, name)))
    if body is None:
        return "", ""
    heading = next((e for e in body.iter("h1", "h2", "h3")), None)
    title = one_paragraph("".join(heading.itertext())) if heading is not None else ""
    return text_of(body), f"chapter “{title[:80]}”" if title else ""


def _metadata(root: Any) -> SourceOptions:
    said: dict[str, list[str]] = {}
    for element in root.iter("{http://purl.org/dc/elements/1.1/}*"):
        said.setdefault(element.tag.rpartition("}")[2], []).append(element.text or "")
    first = {name: values[0] for name, values in said.items()}
    return usable(
        SourceOptions(
            name=first.get("publisher"),
            title=first.get("title"),
            author=", ".join(said.get("creator", [])) or None,
            published=first.get("date"),
            language=first.get("language"),
        )
    )


def _member(archive: zipfile.ZipFile, name: str) -> bytes:
    try:
        return read_member(archive, archive.getinfo(name))
    except KeyError as error:
        raise _DAMAGED from error


EPUB = Reader(
    name="e-book",
    suffixes=(".epub",),
    read=read_epub,
    media_types=("application/epub+zip",),
    confined=True,
    max_bytes=BINARY_BYTES,
)
