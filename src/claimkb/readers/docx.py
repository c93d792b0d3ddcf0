"""Word documents (.docx): mammoth makes HTML of the body, the core properties say who wrote it.

Mammoth reads what a person sees: inserted text, lists, footnotes and text
boxes, but not deleted text, comments, running heads and feet.
"""

import io
import re
import zipfile
from typing import Any

from claimkb.errors import ReadError
from claimkb.readers.base import BINARY_BYTES, Reader, ReadText
from claimkb.readers.libraries import library
from claimkb.readers.markup import text_of
from claimkb.readers.options import SourceOptions, usable
from claimkb.readers.xml import parse_html, parse_xml
from claimkb.readers.zipped import open_zip, read_member

_EXTRA = "docx"
_CORE = "docProps/core.xml"
_STYLES = "p[style-name='Title'] => h1:fresh\np[style-name='Subtitle'] => h2:fresh"
# The notes follow the text under their own heading; the marks in the text only point there.
_NOTE_MARK = re.compile(r"<sup><a href=\"#[^\"]*\"[^>]*>\[\d+\]</a></sup>")
_BACK_LINK = re.compile(r"<a href=\"#[^\"]*\">↑</a>")


def read_docx(data: bytes, path: str) -> ReadText:
    """The text of the body with the document's properties."""
    mammoth = library("mammoth", _EXTRA)
    with open_zip(io.BytesIO(data)) as archive:
        if "word/document.xml" not in archive.namelist():
            raise ReadError("It is no Word document.", "Save it as .docx, or as plain text.")
        for info in archive.infolist():  # each within bounds before a library unpacks it
            if info.filename.endswith((".xml", ".rels")):
                read_member(archive, info)
        metadata = _metadata(archive)
    try:
        page = mammoth.convert_to_html(
            io.BytesIO(data),
            style_map=_STYLES,
            convert_image=mammoth.images.img_element(_no_image),
            external_file_access=False,
        ).value
    except Exception as error:  # a library's word on a damaged file; whatever it is, the file cannot be read
        raise ReadError(f"The Word document is damaged ({type(error).__name__}).", "Save it anew.") from error
    body = parse_html(_BACK_LINK.sub("", _NOTE_MARK.sub("", page)))
    text = text_of(body) if body is not None else ""
    if not text:
        raise ReadError("There is no text in it.", "Give a file that holds text.")
    return ReadText(text, metadata)


def _no_image(image: Any) -> dict[str, str]:
    return {}


def _metadata(archive: zipfile.ZipFile) -> SourceOptions:
    """Title, author and language of the core properties; when a file was made is not when it was published."""
    if _CORE not in archive.namelist():
        return SourceOptions()
    root = parse_xml(read_member(archive, archive.getinfo(_CORE)))
    said = (
        {}
        if root is None
        else {child.tag.rpartition("}")[2]: child.text or "" for child in root if child.text}
    )
    return usable(
        SourceOptions(
            title=said.get("title"),
            author=said.get("creator"),
            language=said.get("language"),
        )
    )


DOCX = Reader(
    name="Word document",
    suffixes=(".docx",),
    read=read_docx,
    media_types=("application/vnd.openxmlformats-officedocument.wordprocessingml.document",),
    confined=True,
    max_bytes=BINARY_BYTES,
)
