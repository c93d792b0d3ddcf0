"""The guard against text that a spreadsheet would run as a formula.

A text cell that begins with = + - @, a tab or a carriage return gets a single
quote before it; so does one whose first other character after single quotes
is one of these, which is what makes the guard reversible: `unguard` takes off
exactly one quote where `guard` put one. Spreadsheets skip leading spaces, so
those count as well. Numbers are never text cells and stay as they are.
"""

import re

# Full-width forms are run as formulas by spreadsheets set to East Asian languages.
_RISKY = re.compile("'*[ \u00a0]*[=+\\-@\t\r\n＝＋－＠]")


def guard(text: str) -> str:
    """`text` with a single quote before it if a spreadsheet might run it."""
    return f"'{text}" if _RISKY.match(text) else text


def unguard(text: str) -> str:
    """The text that `guard` was given."""
    return text[1:] if text.startswith("'") and _RISKY.match(text) else text
