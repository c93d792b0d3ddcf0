"""Text of strangers, made safe to show.

Article text may carry terminal escapes, bidirectional overrides or line
breaks. Whatever reaches a terminal or a tab-separated line goes through
`safe` or `escape_controls`: such characters become visible backslash escapes,
never commands. Files that quote properly (CSV, JSON) keep the characters.
"""

import re

# C0 and C1 controls and DEL drive terminals; the bidi controls reorder what is read;
# the line and paragraph separators break lines in some programs and not in others.
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_CONTROLS_BUT_LINES = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]"
)
_NAMED = {"\t": "\\t", "\n": "\\n", "\r": "\\r"}
# Whitespace to fold, without the control characters that only str.split takes for spaces.
_SPACES = re.compile("[ \t\n\r\f\v\u00a0\u2028\u2029]+")


def _escape(match: re.Match[str]) -> str:
    char = match.group()
    code = ord(char)
    return _NAMED.get(char) or (f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}")


def escape_controls(text: str, *, keep_lines: bool = False) -> str:
    """`text` with each control character as a backslash escape; tab and newline stay if `keep_lines`."""
    return (_CONTROLS_BUT_LINES if keep_lines else _CONTROLS).sub(_escape, text)


def fold(text: str) -> str:
    """`text` on one line, each run of whitespace one space."""
    return _SPACES.sub(" ", text).strip(" ")


def safe(text: str) -> str:
    """`text` on one line and without control characters: what a terminal may be given."""
    return escape_controls(fold(text))


def kept(text: str) -> str:
    """Safe text that keeps the space at its ends, for it is a piece of a line."""
    inner = safe(text)
    left = " " if text[:1] == " " else ""
    right = " " if text[-1:] == " " and inner else ""
    return f"{left}{inner}{right}"


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """A number with its noun: "1 claim", "1,204 claims"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
