"""Counts over the whole base, kept until the base is written to.

Counting a million claims takes seconds, and a reader who turns pages should
wait for that once. What is kept belongs to one state of the files; the first
request after a write counts anew.
"""

from collections.abc import Callable
from typing import Any, TypeVar

from claimkb.store.queries import Reader

T = TypeVar("T")
_KEPT: dict[tuple[object, ...], Any] = {}


def kept(reader: Reader, count: Callable[[Reader], T]) -> T:
    """What `count` makes of the base as it is now."""
    base = (str(reader.path), reader.state())
    key = (*base, count)
    if key not in _KEPT:
        made = count(reader)
        for other in [other for other in list(_KEPT) if other[:2] != base]:
            _KEPT.pop(other, None)
        _KEPT[key] = made
    found: T = _KEPT[key]
    return found
