"""PDF: the lines of each page in reading order (pdfminer.six), made into paragraphs by `pdf_text.py`.

A PDF holds glyphs at places, not text; what a paragraph is has to be worked
out. Pages are read one by one up to a limit, so that a file of a million
objects costs bounded time; a scan without a text layer says so.
"""

import io
import logging
import re
from collections.abc import Iterator
from typing import Any

from claimkb.errors import ReadError
from claimkb.model import Place
from claimkb.readers.base import BINARY_BYTES, Reader, ReadText
from claimkb.readers.libraries import library
from claimkb.readers.markup import one_paragraph
from claimkb.readers.options import SourceOptions, usable
from claimkb.readers.pdf_text import PdfLine, paragraphs

_EXTRA = "pdf"
MAX_PAGES = 3_000
# What layout programs write as a title when nobody gave one.
_NO_TITLE = re.compile(r"untitled|microsoft word - |.*\.(?:docx?|indd|qxd|tex|dvi|pdf|html?)$", re.IGNORECASE)
_SPLIT_HYPHEN = re.compile(r"(\w) [-\u2010]$")
_SAVE_TEXT = "Save its text as a .txt file."


def read_pdf(data: bytes, path: str) -> ReadText:
    """The text of a PDF, with its pages as places."""
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    library("pdfminer.high_level", _EXTRA)
    if b"%PDF-" not in data[:1024]:
        raise ReadError("It is no PDF.", "Check what the file holds.")
    try:
        document = _opened(data)
        pages = list(_pages(document))
        metadata = _metadata(document)
    except ReadError:
        raise
    except Exception as error:  # damaged files raise whatever the library met first
        raise ReadError(f"The PDF is damaged ({type(error).__name__}).", _SAVE_TEXT) from error
    text, places = _assembled(pages)
    if not text:
        raise ReadError("The PDF has no text: its pages are pictures.", "Run text recognition on it first.")
    return ReadText(text, metadata, places)


def _opened(data: bytes) -> Any:
    from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
    from pdfminer.pdfparser import PDFParser

    try:
        return PDFDocument(PDFParser(io.BytesIO(data)))
    except (PDFPasswordIncorrect, PDFEncryptionError) as error:
        raise ReadError("The PDF is encrypted.", "Save it without a password.") from error


def _pages(document: Any) -> Iterator[list[PdfLine]]:
    """The lines of each page, top to bottom, column by column."""
    from pdfminer.converter import PDFPageAggregator
    from pdfminer.layout import LAParams
    from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
    from pdfminer.pdfpage import PDFPage

    resources = PDFResourceManager()
    device = PDFPageAggregator(resources, laparams=LAParams())
    interpreter = PDFPageInterpreter(resources, device)
    for number, page in enumerate(PDFPage.create_pages(document), start=1):
        if number > MAX_PAGES:
            raise ReadError(f"The PDF has more than {MAX_PAGES:,} pages.", "Split it.")
        interpreter.process_page(page)
        yield list(_lines(device.get_result()))


def _lines(page: Any) -> Iterator[PdfLine]:
    from pdfminer.layout import LTChar, LTTextBox, LTTextLine

    for number, box in enumerate(item for item in page if isinstance(item, LTTextBox)):
        for line in box:
            words = one_paragraph(line.get_text()) if isinstance(line, LTTextLine) else ""
            if words:
                sizes = sorted(glyph.size for glyph in line if isinstance(glyph, LTChar))
                yield PdfLine(
                    text=_SPLIT_HYPHEN.sub(r"\1-", words) if _ends_in_cut(line) else words,
                    left=line.x0,
                    right=line.x1,
                    top=(page.y1 - line.y1) / max(page.height, 1),
                    size=round(sizes[len(sizes) // 2], 1) if sizes else 0.0,
                    box=number,
                )


def _ends_in_cut(line: Any) -> bool:
    """Whether a hyphen ends the line whose space before it no glyph stands for: layout set it apart."""
    glyphs = [glyph.get_text() for glyph in line]
    while glyphs and not glyphs[-1].strip():
        glyphs.pop()
    from pdfminer.layout import LTAnno

    marks = list(line)[: len(glyphs)]
    return len(glyphs) > 2 and glyphs[-1] in "-\u2010\u00ad" and isinstance(marks[-2], LTAnno)


def _assembled(pages: list[list[PdfLine]]) -> tuple[str, tuple[Place, ...]]:
    """One text, and where each page starts in it."""
    text = ""
    places: list[Place] = []
    for paragraph in paragraphs(pages):
        text += "\n\n" if text else ""
        for page, words in paragraph:
            if not places or places[-1].name != f"page {page}":
                places.append(Place(len(text), f"page {page}"))
            text += words
    return text, tuple(places)


def _metadata(document: Any) -> SourceOptions:
    """Title and author of the information dictionary; when a file was made is not when it was published."""
    from pdfminer.pdftypes import resolve1
    from pdfminer.utils import decode_text

    said: dict[str, str] = {}
    for info in document.info:
        for name, value in info.items():
            value = resolve1(value)
            if isinstance(value, bytes):
                said.setdefault(name, decode_text(value).strip("\0 "))
    title = said.get("Title", "")
    return usable(
        SourceOptions(
            title=title if title and not _NO_TITLE.match(title) else None,
            author=said.get("Author"),
        )
    )


PDF = Reader(
    name="PDF",
    suffixes=(".pdf",),
    read=read_pdf,
    media_types=("application/pdf",),
    confined=True,
    max_bytes=BINARY_BYTES,
)
