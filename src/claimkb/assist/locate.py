"""Where a model's quote stands in a text.

Models straighten quotation marks, join lines and trim the ends of what they
copy. A quote is looked for as it is, then with whitespace, dashes and
quotation marks made alike; offsets are mapped back, so that what is stored is
the document's own wording.
"""

import re
from dataclasses import dataclass

_ALIKE = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛`´", "'"),
        **dict.fromkeys("“”„‟«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
    }
)
_ELLIPSIS = re.compile(r"\.\.\.|…")
_DROPPED = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")  # soft hyphen, zero-width characters
_EDGES = " \"'"


@dataclass(frozen=True, slots=True)
class Place:
    """A span of a document's text; `exact` if the quote stands there letter for letter."""

    start: int
    end: int
    exact: bool


def locate(quote: str, text: str, start: int = 0, end: int | None = None) -> Place | None:
    """The first place of `quote` in `text[start:end]`; None if it is not there, or has words left out."""
    end = len(text) if end is None else end
    if not quote.strip():
        return None
    found = text.find(quote.strip(), start, end)
    if found >= 0:
        return Place(found, found + len(quote.strip()), True)
    if _ELLIPSIS.search(quote) and not _ELLIPSIS.search(text[start:end]):
        return None  # two passages made one
    wanted = _normal(quote)[0].strip(_EDGES)
    normal, offsets = _normal(text[start:end])
    at = normal.find(wanted) if wanted else -1
    if at < 0:
        return None
    return Place(start + offsets[at], start + offsets[at + len(wanted) - 1] + 1, False)


def _normal(text: str) -> tuple[str, list[int]]:
    """The text with marks made alike and whitespace single, and the offset of each of its characters."""
    characters: list[str] = []
    offsets: list[int] = []
    for offset, character in enumerate(text.translate(_ALIKE)):
        if character in _DROPPED:
            continue
        if character.isspace():
            if not characters or characters[-1] == " ":
                continue
            character = " "
        characters.append(character)
        offsets.append(offset)
    return "".join(characters), offsets
