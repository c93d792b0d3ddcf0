"""Documents as BibTeX entries; no character of a title can leave its braces or start a command."""

import re
from typing import IO

from claimkb.render.citation import Citation, citations
from claimkb.render.formats import WriteOptions
from claimkb.render.sheet import Sheet, objects

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}
_ACTIVE = re.compile(r"[\\{}~^&%$#_]")
_IN_URL = re.compile(r"[\\{}\s%]")


def write(sheet: Sheet, out: IO[bytes], options: WriteOptions) -> int:
    """Write documents as entries."""
    count = 0
    for count, each in enumerate(citations(objects(sheet)), start=1):
        out.write(("" if count == 1 else "\n").encode() + entry(each).encode())
    return count


def entry(cited: Citation) -> str:
    """One document as an entry; names in double braces stay as they are written."""
    year, month, day = (*cited.date, None, None, None)[:3]
    values = {
        "title": _braced(cited.title),
        "author": _braced(cited.author),
        "howpublished": _braced(cited.source),
        "year": None if year is None else f"{{{year}}}",
        "month": None if month is None else f"{{{month}}}",
        "day": None if day is None else f"{{{day}}}",
        "url": f"{{{_url(cited.url)}}}" if cited.url else None,
        "note": _braced(cited.note),
    }
    lines = "".join(f"  {name} = {value},\n" for name, value in values.items() if value)
    return f"@misc{{{cited.key},\n{lines}}}\n"


def escape(text: str) -> str:
    """`text` as TeX that prints exactly it."""
    return _ACTIVE.sub(lambda match: _SPECIAL[match.group()], text)


def _braced(text: str | None) -> str | None:
    return f"{{{{{escape(text)}}}}}" if text else None


def _url(url: str) -> str:
    """An address without what TeX would read; a per cent sign that is there already stays one."""
    return _IN_URL.sub(lambda m: m.group() if m.group() == "%" else f"%{ord(m.group()):02X}", url)
