"""XML and HTML to element trees, with nothing fetched and nothing expanded.

Entities are not resolved, no DTD is loaded, nothing goes over the network, and
libxml2's own bounds on depth and size stay in force.
"""

from typing import Any

from claimkb.errors import ReadError
from claimkb.readers.libraries import library

_EXTRA = "html"


def parse_xml(data: bytes) -> Any:
    """The root of a well-formed document; raises `ReadError` otherwise."""
    etree = library("lxml.etree", _EXTRA)
    if b"<!ENTITY" in data:
        raise ReadError("Its XML defines entities, which no article needs.", "Save it anew from its program.")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    root = etree.fromstring(data, parser)
    if root is None:
        raise ReadError("Its XML is damaged.", "Save it anew from its program.")
    return root


def parse_html(page: str | bytes) -> Any:
    """The body of a page, None if there is nothing in it."""
    etree = library("lxml.etree", _EXTRA)
    if not page.strip():
        return None
    if isinstance(page, str):
        page = page.encode("utf-8", "replace")
    root = etree.fromstring(page, etree.HTMLParser(encoding="utf-8", no_network=True))
    if root is None:
        return None
    body = root.find(".//body")
    return root if body is None else body
