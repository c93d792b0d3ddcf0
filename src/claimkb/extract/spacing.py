"""Texts whose words were pulled apart: "the firm ' s founder didn ' t sell".

Corpora and poor conversions put white space around every mark. Such a text is
known by its apostrophes and closing quotation marks, and is parsed without the stray spaces; a table of
places leads every character back to the document. (Hyphens see to themselves.)
"""

import re
from dataclasses import replace

from claimkb.extract.units import Unit, cut_units

_APOSTROPHE = re.compile(r"(?<=\w)(?P<a>\s?)['’](?P<b>\s?)(?=(?:s|t|m|re|ve|ll|d)\b)")
_SPACED_APOSTROPHE = re.compile(r"\w\s?['’]\s(?:s|t|m|re|ve|ll|d)\s")
_CLOSING = re.compile(r"[,.!?](?P<a>\s)[\"”](?=\s|$)(?P<b>)")

_CLOSED = re.compile(r"[,.!?][\"”]")


def is_spaced_out(text: str) -> bool:
    """Whether a text has white space where English has none."""
    quotes_apart = _CLOSING.search(text) is not None and _CLOSED.search(text) is None
    return quotes_apart or _SPACED_APOSTROPHE.search(text) is not None


def closed_up(text: str, offset: int) -> tuple[Unit, tuple[Unit, ...]]:
    """The units of a line as `cut_units` gives them, cut from it without the stray spaces."""
    gone = {
        place
        for pattern in (_APOSTROPHE, _CLOSING)
        for match in pattern.finditer(text)
        for name in ("a", "b")
        for place in range(*match.span(name))
    }
    places = [i for i in range(len(text)) if i not in gone]
    back = [offset + i for i in places] + [offset + len(text)]
    main, inserts = cut_units("".join(text[i] for i in places), 0)
    return _placed(main, back), tuple(_placed(unit, back) for unit in inserts)


def _placed(unit: Unit, back: list[int]) -> Unit:
    last = len(back) - 1
    anchor = None if unit.anchor is None else back[unit.anchor]
    return replace(unit, offsets=tuple(back[min(place, last)] for place in unit.offsets), anchor=anchor)
