"""Words of a text as evaluation counts them, and the readings of an annotated proposition.

Data sets write the same sentence with other quotation marks, spaces and
brackets, so only words and numbers count, in lower case. WiRe57 writes what a
word refers to after a slash ("It/Tokyo"), in brackets where either side has
several words; both readings are right.
"""

import itertools
import re
from collections import Counter

Bag = Counter[str]

_WORD = re.compile(r"[^\W_]+(?:\.[^\W_]+)*")
_CHOICE = re.compile(r"(\([^()]*\)|[^\s/()]+)/(\([^()]*\)|[^\s/()]+)")
_MOST_READINGS = 16


def words(text: str) -> list[str]:
    """The words and numbers of a text, in lower case; "7.79" is one word, "U.S." is "u.s"."""
    return [match[0].casefold() for match in _WORD.finditer(text)]


def bag(text: str) -> Bag:
    """The words of a text with their counts."""
    return Counter(words(text))


def readings(text: str) -> list[str]:
    """The ways to read a proposition with "word/referent" choices; just the text if it has none."""
    parts = _CHOICE.split(text)
    fixed, choices = parts[::3], list(zip(parts[1::3], parts[2::3], strict=True))
    found = []
    for chosen in itertools.islice(itertools.product(*choices), _MOST_READINGS):
        pieces = itertools.zip_longest(fixed, (side.strip("()") for side in chosen), fillvalue="")
        found.append("".join(piece for pair in pieces for piece in pair))
    return found
