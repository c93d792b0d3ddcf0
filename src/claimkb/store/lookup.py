"""A name among those that are known, and what is near to one that is not."""

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import TypeVar

from claimkb.errors import NotFoundError
from claimkb.store.identity import normalised

Key = TypeVar("Key", int, str)
MIN_PREFIX = 4  # an id may be cut to this; shorter words are rather names


def means(name: str, text: str) -> bool:
    """Whether all the words of a name stand together in the text."""
    return f" {normalised(name)} " in f" {normalised(text)} "


def lookup(
    what: str, wanted: Iterable[str], known: Mapping[str, list[Key]], shown: Sequence[str], next_step: str
) -> list[Key]:
    """The keys of the names wanted; raises `NotFoundError` for one that is unknown."""
    found: list[Key] = []
    for name in wanted:
        keys = known.get(name.strip().casefold())
        if keys is None:
            raise not_found(what, name, shown, next_step)
        found += keys
    return found


def not_found(what: str, name: str, known: Sequence[str], next_step: str) -> NotFoundError:
    """The error that names what is near."""
    folded = {text.casefold(): text for text in known}
    inside = [text for text in known if normalised(name) and means(name, text)]
    near = [folded[match] for match in get_close_matches(name.casefold(), list(folded), n=3, cutoff=0.6)]
    suggestions = list(dict.fromkeys([*near, *inside]))[:3]
    hint = f" Did you mean {' or '.join(repr(text) for text in suggestions)}?" if suggestions else ""
    return NotFoundError(f"There is no {what} '{name}'.{hint}", next_step)
