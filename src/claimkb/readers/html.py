"""Web pages: the main text without navigation, banners and comments, and what the page's tags say of it.

Trafilatura finds the main text, title, author and outlet, htmldate the date. A
date that only the wording or the address of the page gives is marked as
inferred. A page saved by a browser names its address in a comment, which
serves where no canonical link does.
"""

import codecs
import re
from typing import Any

from claimkb.errors import ReadError
from claimkb.readers.base import Reader, ReadText
from claimkb.readers.encoding import html_text
from claimkb.readers.libraries import library
from claimkb.readers.markup import text_of
from claimkb.readers.options import SourceOptions, usable
from claimkb.readers.xml import parse_html

_EXTRA = "html"
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_LOOKED_AT = 1024  # a stray NUL further down is a slip that browsers overlook
MAX_ELEMENTS = 200_000  # a long article has some thousand
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(https?://[^\s>]+)", re.IGNORECASE)


def read_html(data: bytes, path: str) -> ReadText:
    """The main text of a page with the metadata of its tags."""
    if b"\0" in data[:_LOOKED_AT] and not data.startswith(_UTF16):
        raise ReadError("The file is binary, not a web page.", "Check what the file holds.")
    return read_page(html_text(data), path)


def read_page(page: str, path: str) -> ReadText:
    """The main text of a decoded page; raises `ReadError` if there is none."""
    trafilatura = library("trafilatura", _EXTRA)
    if page.count("<") > 2 * MAX_ELEMENTS:
        raise ReadError("The page has too many elements.", "Save its text as a .txt file.")
    tree = trafilatura.utils.load_html(page)
    if tree is None:  # a fragment, or text in the guise of a page
        return ReadText(_with_text(parse_html(page)), SourceOptions())
    found = trafilatura.bare_extraction(
        page,
        include_comments=False,
        include_formatting=True,
        date_extraction_params={"extensive_search": False},
    )
    return ReadText(_with_text(found.body if found is not None else None), _metadata(page, tree))


def _with_text(body: Any) -> str:
    text = text_of(body) if body is not None else ""
    if not text:
        raise ReadError("The page has no main text.", "Save its text as a .txt file, if it has any.")
    return text


def _metadata(page: str, tree: Any) -> SourceOptions:
    """What the tags say; the date, if they don't, from the wording."""
    trafilatura = library("trafilatura.metadata", _EXTRA)
    htmldate = library("htmldate", _EXTRA)
    said = trafilatura.extract_metadata(page, date_config={"original_date": True, "extensive_search": False})
    saved = _SAVED_FROM.search(page[:5000])
    url = (said.url if said else None) or (saved[1] if saved else None)
    date = htmldate.find_date(page, original_date=True, extensive_search=False, url=None)
    guessed = None if date else htmldate.find_date(page, original_date=True, extensive_search=True, url=url)
    return usable(
        SourceOptions(
            name=said.sitename if said else None,
            title=said.title if said else None,
            author=said.author.replace(";", ",") if said and said.author else None,
            published=date or guessed,
            url=url,
            language=tree.get("lang"),
            inferred=frozenset({"published"}) if guessed else frozenset(),
        )
    )


HTML = Reader(
    name="web page",
    suffixes=(".html", ".htm", ".xhtml"),
    read=read_html,
    media_types=("text/html", "application/xhtml+xml"),
    confined=True,
)
