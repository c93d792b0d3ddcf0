"""The formats that can be read: single documents, and files that hold many. A new one is an entry here."""

from claimkb.readers.archive import ZIP
from claimkb.readers.base import Collection, Reader
from claimkb.readers.docx import DOCX
from claimkb.readers.epub import EPUB
from claimkb.readers.feed import FEED
from claimkb.readers.html import HTML
from claimkb.readers.mail import MAIL, WEB_ARCHIVE
from claimkb.readers.markdown import MARKDOWN
from claimkb.readers.pdf import PDF
from claimkb.readers.tables import JSON_LINES, TABLE
from claimkb.readers.text import TEXT
from claimkb.readers.warc import WARC

READERS: tuple[Reader, ...] = (TEXT, MARKDOWN, HTML, PDF, DOCX, EPUB, MAIL, WEB_ARCHIVE)
COLLECTIONS: tuple[Collection, ...] = (JSON_LINES, TABLE, FEED, WARC, ZIP)


def reader_for(suffix: str) -> Reader | None:
    """The reader of files with this ending."""
    return next((reader for reader in READERS if suffix in reader.suffixes), None)


def collection_for(suffix: str) -> Collection | None:
    """The collection that files with this ending are."""
    return next((collection for collection in COLLECTIONS if suffix in collection.suffixes), None)


def all_suffixes() -> frozenset[str]:
    """Every ending that can be read."""
    formats: tuple[Reader | Collection, ...] = (*READERS, *COLLECTIONS)
    return frozenset(suffix for each in formats for suffix in each.suffixes)
