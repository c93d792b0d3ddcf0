"""Documents as CSL-JSON, what reference managers (Zotero, pandoc) read."""

from typing import IO, Any

from claimkb.render.citation import Citation, citations
from claimkb.render.formats import WriteOptions
from claimkb.render.formats.jsonl import dumps
from claimkb.render.sheet import Sheet, objects


def write(sheet: Sheet, out: IO[bytes], options: WriteOptions) -> int:
    """Write documents as an array of CSL items."""
    items = [item(each) for each in citations(objects(sheet))]
    out.write(f"{dumps(items, indent=2)}\n".encode())
    return len(items)


def item(cited: Citation) -> dict[str, Any]:
    """One document as a CSL item."""
    values: dict[str, Any] = {
        "id": cited.key,
        "type": "webpage" if cited.url else "document",
        "title": cited.title,
        "container-title": cited.source,
        "author": [{"literal": cited.author}] if cited.author else None,
        "issued": {"date-parts": [list(cited.date)]} if cited.date else None,
        "URL": cited.url,
        "language": cited.language,
        "note": cited.note,
    }
    return {name: value for name, value in values.items() if value}
