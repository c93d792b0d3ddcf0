"""Where the quotations of a text are: between double marks, straight or typographic, and single ones around speech."""

import re
from bisect import bisect
from collections.abc import Callable

from claimkb.extract.single_quotes import doubled

_OPENING = frozenset("“„«")
_CLOSING = frozenset("”»")
_MARKS = re.compile(r"[“”„«»\"\n]|''|``|‘‘|’’")
# The next mark, in the same paragraph and not too far.
_NEXT_MARK = re.compile(r"(?!\n)(?:(?!\n\n|''|``)[^“”„«»\"]){1,1500}?(?P<mark>[“”„«»\"]|''|``)")


def quoted_places(text: str) -> Callable[[int], bool]:
    """A test whether a place of the text stands inside a quotation (which no paragraph break survives)."""
    edges: list[int] = []
    state = False
    text = "\n".join(doubled(line) for line in text.split("\n"))
    for match in _MARKS.finditer(text):
        mark = match.group()
        wanted = mark in _OPENING or (mark not in _CLOSING and mark != "\n" and not state)
        if mark == "\n" and state and _goes_on(text, match.end()):
            continue
        if wanted is not state:
            state = wanted
            edges.append(match.start())
    return lambda place: bisect(edges, place) % 2 == 1


def _goes_on(text: str, place: int) -> bool:
    """Whether a quotation runs on after a line break: the next mark there is one that closes it."""
    after = _NEXT_MARK.match(text, place)
    if after is None:
        return False
    mark, follows = after["mark"], text[after.end() : after.end() + 1]
    return mark in _CLOSING or (mark not in _OPENING and (not follows or follows in " \n.,;)"))
