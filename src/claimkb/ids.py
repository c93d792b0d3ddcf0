"""Ids that a spreadsheet leaves alone.

An id is the beginning of a hash. About one in two thousand of 16 hexadecimal
digits has none above 9, or a single e among them, and a spreadsheet that opens
a CSV file makes a number of it: 0123… loses its zero, 12e34… becomes infinite.
So an id is the first stretch of the hash that is not read as a number: still
a function of the content alone, and no guard or quoting is needed anywhere.
"""

import re

_NUMBER = re.compile(r"\d+(?:e\d+)?")


def id_from(digest: str, length: int) -> str:
    """The first `length` hexadecimal digits in a row of a digest that no spreadsheet takes for a number."""
    if not _NUMBER.fullmatch(first := digest[:length]):
        return first
    windows = (digest[start : start + length] for start in range(len(digest) - length + 1))
    return next((window for window in windows if not _NUMBER.fullmatch(window)), digest[:length])
