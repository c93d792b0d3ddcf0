"""Bytes of markup to text: what the file says of its encoding, as browsers read it.

Unlike plain text, HTML declares its encoding: byte order mark, the server's
word, `<meta charset>` or the XML declaration, in this order. Undeclared bytes
are UTF-8 if they can be, else Windows-1252, the web's default. Bytes that the
encoding does not have become U+FFFD, as browsers show them.
"""

import codecs
import re

_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_DECLARED_WITHIN = 4096  # browsers look at the first kilobyte; pages are not so strict
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Pages that say Latin-1 or ASCII mean Windows-1252 (WHATWG Encoding Standard).
_MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252", "utf-16": "utf-8", "utf-16-le": "utf-8"}


# No text is made of these by what is no encoding of texts ("quopri", "hex") or of names only ("idna", "punycode").
_ODD = b"a-\xe9\xff"


def html_text(data: bytes, charset: str | None = None) -> str:
    """The text of a page; `charset` is what the server said."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    declared = _DECLARED.search(data, 0, _DECLARED_WITHIN)
    for name in (charset, declared[1].decode("ascii") if declared else None):
        if name and (known := _codec(name)):
            return data.decode(known, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _codec(name: str) -> str | None:
    """Python's name of a text encoding, None if there is no such thing."""
    try:
        info = codecs.lookup(name)
        _ODD.decode(info.name, "replace")
    except (LookupError, ValueError):
        return None
    return _MEANT.get(info.name, info.name)
