"""Claims as schema.org `Claim` in JSON-LD, one graph; what is decided of them stays out."""

from collections.abc import Mapping
from typing import IO, Any

from claimkb.render.formats import WriteOptions
from claimkb.render.formats.jsonl import dumps
from claimkb.render.sheet import Sheet, objects


def write(sheet: Sheet, out: IO[bytes], options: WriteOptions) -> int:
    """Write claims as a graph of schema.org."""
    out.write(b'{"@context":"https://schema.org","@graph":[')
    count = 0
    for count, each in enumerate(objects(sheet), start=1):
        out.write(b"\n" if count == 1 else b",\n")
        out.write(dumps(claim(each)).encode())
    out.write(b"\n]}\n")
    return count


def claim(row: Mapping[str, Any]) -> dict[str, Any]:
    """One claim: its words, who holds it, and the work it appears in."""
    work = {
        "@type": "CreativeWork",
        "name": row["title"] or row["document"],
        "url": row["url"],
        "author": _named("Person", row["author"]),
        "publisher": _named("Organization", row["source"]),
        "datePublished": row["published"],
    }
    described = {
        "@type": "Claim",
        "@id": f"urn:claimkb:claim:{row['id']}",
        "identifier": row["id"],
        "name": row["label"],
        "text": row["text"],
        "author": _named("Thing", row["attributed_to"]) or work["author"],
        "about": [_named("Thing", name) for name in row["entities"]],
        "keywords": ", ".join(row["themes"]),
        "appearance": _without_gaps(work),
        "citation": row["quote"],
    }
    return _without_gaps(described)


def _named(kind: str, name: str | None) -> dict[str, str] | None:
    return {"@type": kind, "name": name} if name else None


def _without_gaps(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value}
