"""The lines of a text as spans, with hard-wrapped ones joined to the paragraphs they were cut from.

A line ends where the text says so; joining only widens a span, so offsets stay
those of the canonical text. Whether a text is hard-wrapped is decided once for
the whole of it, by how its lines end: a cut line stops in mid-sentence, and the
first word of the next would not have fitted.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

_LINE = re.compile(r"[^\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060\u00ad"
_BLANK = re.compile(rf"[\s{_INVISIBLE}]*")
_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’»)\]*_]*$")
_MARKED = re.compile(r"(?:[-*•●▪◦‣·–—+>#|]|\(?\w{1,3}[.)])\s")

_WORDS = re.compile(r"\w")

_MIN_WIDTH, _MAX_WIDTH = 40, 110  # the widths at which plain text is wrapped
_MIN_CUT_LINES = 3
_END_LENGTH = (
    12  # a full stop with the closing marks after it: looking at more would cost the square of a page
)


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of text without surrounding blanks; `gap`: an empty line, or nothing, precedes it."""

    start: int
    end: int
    gap: bool


def text_lines(text: str) -> tuple[Line, ...]:
    """The non-blank lines of the text, in order, hard-wrapped ones joined."""
    lines = _lines(text)
    width = _wrap_width(text, lines)
    joined: list[Line] = []
    for line in lines:
        if joined and not line.gap and _continues(text, joined[-1], line, width):
            joined[-1] = Line(joined[-1].start, line.end, joined[-1].gap)
        else:
            joined.append(line)
    return tuple(joined)


def _lines(text: str) -> list[Line]:
    lines: list[Line] = []
    previous_end = None
    for found in _LINE.finditer(text):
        start, end = trimmed(text, found.start(), found.end())
        if start < end:
            gap = previous_end is None or text.count("\n", previous_end, start) > 1
            lines.append(Line(start, end, gap))
            previous_end = end
    return lines


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without blanks and invisible characters at its ends."""
    found = _BLANK.match(text, start, end)
    start = found.end() if found else start
    while end > start and (text[end - 1].isspace() or text[end - 1] in _INVISIBLE):
        end -= 1
    return start, end


def _wrap_width(text: str, lines: list[Line]) -> int | None:
    """The width the text was wrapped at, or None if its lines are whole paragraphs."""
    followed = [pair for pair in pairwise(lines) if not pair[1].gap]
    width = max((line.end - line.start for line in lines), default=0)
    cut = [pair for pair in followed if _is_cut(text, *pair, width) and not _ended(text, pair[0])]
    wrapped = (
        _MIN_WIDTH <= width <= _MAX_WIDTH and len(cut) >= _MIN_CUT_LINES and 2 * len(cut) >= len(followed)
    )
    return width if wrapped else None


def _continues(text: str, line: Line, after: Line, width: int | None) -> bool:
    """Whether `after` goes on with the sentence or paragraph of `line`."""
    if _MARKED.match(text, after.start, after.end) or not _WORDS.search(text, line.start, line.end):
        return False
    if text[after.start].islower() and not _ended(text, line):
        return True
    return width is not None and _is_cut(text, line, after, width)


def _is_cut(text: str, line: Line, after: Line, width: int) -> bool:
    """Whether the first word of `after` would not have fitted into (the last row of) `line`."""
    last_row = max(text.rfind("\n", line.start, line.end) + 1, line.start)
    first_word = len(text[after.start : after.end].split(maxsplit=1)[0])
    return line.end - last_row + 1 + first_word > width


def _ended(text: str, line: Line) -> bool:
    return _SENTENCE_END.search(text, max(line.start, line.end - _END_LENGTH), line.end) is not None
