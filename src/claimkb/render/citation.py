"""A document as it is cited: outlet, title, author, date, address, and a key to cite it by."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from claimkb.render.text import safe


@dataclass(frozen=True, slots=True)
class Citation:
    """What is cited of a document; `date` are year, month and day as far as they are known."""

    key: str
    source: str
    title: str
    author: str | None
    date: tuple[int, ...]
    url: str | None
    language: str | None
    note: str | None


def citations(documents: Iterable[Mapping[str, Any]]) -> Iterator[Citation]:
    """The citations of rows of `DocumentRecord`; keys are told apart by letters, in the order of the rows."""
    used: dict[str, int] = {}
    for row in documents:
        date = tuple(int(part) for part in re.findall(r"\d+", row["published"] or "")[:3])
        key = f"{_slug(row['source'])}{date[0] if date else ''}" or "document"
        number = used[key] = used.get(key, 0) + 1
        yield Citation(
            key=key if number == 1 else f"{key}-{number}",
            source=safe(row["source"]),
            title=safe(row["title"] or PurePosixPath(row["path"]).stem),
            author=safe(row["author"]) if row["author"] else None,
            date=date,
            url=safe(row["url"]) if row["url"] else None,
            language=row["language"],
            note="date inferred from the text" if row["published_inferred"] and date else None,
        )


def _slug(name: str) -> str:
    """The letters and digits of a name, in ASCII, for a key."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain.casefold()))[:40] or "source"
