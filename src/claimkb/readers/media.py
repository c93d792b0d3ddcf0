"""From media types and file names to the ending that decides how something is read."""

from pathlib import PurePosixPath

_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "application/x-pdf": ".pdf",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/epub+zip": ".epub",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "message/rfc822": ".eml",
}
FEED_TYPES = frozenset(
    {"application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/xml", "text/xml"}
    | {
        "application/x-rss+xml",
        "application/x-atom+xml",
        "text/rss+xml",
        "text/atom+xml",
    }  # as some servers say
)
_DOUBLE = (".warc.gz",)


def media_type(header: str | None) -> str:
    """The media type of a Content-Type header, without its parameters."""
    return (header or "").partition(";")[0].strip().lower()


def suffix_for(header: str | None) -> str:
    """The ending of files of a media type, "" if such a thing is no document."""
    return _SUFFIXES.get(media_type(header), "")


def suffix_of(name: str) -> str:
    """The ending of a file name in lower case; double endings such as .warc.gz count as one."""
    lower = name.lower()
    return next((double for double in _DOUBLE if lower.endswith(double)), PurePosixPath(lower).suffix)
