"""Lists that belong together one by one: "A and B were given 21 and 18 months, respectively".

Whoever says that A was given 18 months contradicts that.
"""

import re
from collections.abc import Iterator, Sequence

from claimkb.compare.words import tokens
from claimkb.model import Claim

_NAME = r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)*"
_NUMBER = r"[$£€]?\d[\d,.]*%?"
_LISTS = re.compile(
    rf"({_NAME}) and ({_NAME})\b(?:(?!\brespectively\b).)*?\b({_NUMBER})(?: [\w-]+){{0,2}} and ({_NUMBER})"
    r"(?: [\w-]+){0,2},? respectively"
)


def crossed_between(first: Sequence[Claim], second: Sequence[Claim]) -> tuple[str, str] | None:
    """A claim that gives one of two what the other text gives the other."""
    for a in first:
        for b in second:
            if any(_is_crossed(each, b) for each in _each(a)) or any(
                _is_crossed(each, a) for each in _each(b)
            ):
                return a.text, b.text
    return None


def _each(claim: Claim) -> Iterator[tuple[str, str, str]]:
    """Each of the two with his own figure and that of the other."""
    found = _LISTS.search(claim.text)
    if found is not None:
        one, two, first, second = found.groups()
        yield one, first, second
        yield two, second, first


def _is_crossed(each: tuple[str, str, str], claim: Claim) -> bool:
    name, own, other = each
    words = set(tokens(claim.text))
    named = tokens(name)[-1] in words if len(tokens(name)) < 3 else bool(set(tokens(name)[-2:]) & words)
    figures = tokens(own), tokens(other)
    return (
        named and set(figures[1]) <= words and not set(figures[0]) <= words and " and " not in claim.subject
    )
