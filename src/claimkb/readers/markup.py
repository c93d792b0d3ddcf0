"""Markup to canonical text: one line a block, blank lines between paragraphs, headings and items marked.

HTML of any origin (pages, EPUB chapters, e-mail, what DOCX is turned into) and
the result of main-text extraction share these rules. White space is collapsed
as a browser does; inline elements leave no trace; rows of a data table become
one line. The walk is iterative: depth of nesting is the writer's to choose.
"""

import re
from collections.abc import Iterator
from typing import Any

_NO_TEXT = """script style noscript template title meta link svg math canvas iframe object embed form button
    select textarea input nav audio video map figure graphic del"""
_PARAGRAPHS = """html body div p section article main header footer aside blockquote quote ul ol list dl dt pre hr
    table thead tbody tfoot tr row caption figcaption center details summary address fieldset"""
_SKIPPED = frozenset(_NO_TEXT.split())
_BLOCKS = frozenset(_PARAGRAPHS.split())
_HEADINGS = {f"h{level}": "#" * level for level in range(1, 7)} | {"head": "##"}
_ITEMS = frozenset({"li", "item", "dd"})
_CELLS = frozenset({"td", "th", "cell"})
_BREAKS = frozenset({"br", "lb"})
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f\u00ad\u200b\ufeff\ud800-\udfff]")
_SENTENCE = re.compile(r"[.!?…][\"'”’)]*$")
_ITEM = "- "
_CELL_END = " | "


def text_of(root: Any) -> str:
    """The text of an element (lxml): a page's body, not the whole, whose head is no text.

    Paragraphs are parted by blank lines, the items of a list and the rows of a table stand close.
    """
    parts: list[str] = []
    before = ""
    for line in _Lines().of(root):
        if line:
            close = _kind(line) and _kind(line) == _kind(before)
            between = ("\n" if close else "\n\n") if before else ""
            parts.append(between + line)
            before = line
    return "".join(parts)


def _kind(line: str) -> str:
    """Whether a line is an item of a list or a row of a table."""
    return "item" if line.startswith(_ITEM) else "row" if _CELL_END in line else ""


def clean(text: str) -> str:
    """Text without control characters and invisible hyphens."""
    return _UNSEEN.sub("", text)


def one_paragraph(text: str) -> str:
    """The text on one line, as a browser shows it."""
    return _BLANKS.sub(" ", clean(text)).strip()


class _Lines:
    """The blocks of a tree; a block ends where an element that makes a paragraph begins or ends."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._mark = ""

    def of(self, root: Any) -> Iterator[str]:
        """The lines of the text below an element, block by block."""
        for event, element in _walk(root):
            tag = element.tag.lower() if isinstance(element.tag, str) else ""
            if event == "end":
                yield from self._end(tag)
                self._pieces.append(element.tail or "" if element is not root else "")
                continue
            yield from self._start(tag)
            self._pieces.append(element.text or "")
        yield self._line()

    def _start(self, tag: str) -> Iterator[str]:
        if tag in _BREAKS:
            self._pieces.append(" ")
        elif tag in _CELLS:
            self._pieces.append("\0")
        elif tag in _BLOCKS or tag in _HEADINGS or tag in _ITEMS:
            mark = _ITEM if tag in _ITEMS else f"{_HEADINGS[tag]} " if tag in _HEADINGS else ""
            within = self._mark == _ITEM and not mark and not self._said()
            yield self._line()
            self._mark = self._mark if within else mark

    def _end(self, tag: str) -> Iterator[str]:
        if tag in _BLOCKS or tag in _HEADINGS or tag in _ITEMS:
            if self._said() or tag in _ITEMS or tag in _HEADINGS:
                line = self._line()
                self._mark = ""
                yield line
        elif tag in _CELLS:
            self._pieces.append("\0")

    def _said(self) -> bool:
        return any(piece.strip() for piece in self._pieces)

    def _line(self) -> str:
        cells = [one_paragraph(cell) for cell in "".join(self._pieces).split("\0")]
        said = [cell for cell in cells if cell]
        self._pieces = []
        if not said:
            return ""
        if len(said) > 1 and all(_SENTENCE.search(cell) for cell in said):
            return "\n\n".join(said)
        return self._mark + _CELL_END.join(said)


def _walk(root: Any) -> Iterator[tuple[str, Any]]:
    """Start and end of every element that is read, in document order, without recursion."""
    stack: list[tuple[Any, Any]] = [(root, iter(root))]
    yield "start", root
    while stack:
        element, children = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            yield "end", element
        elif not isinstance(child.tag, str) or child.tag.lower() in _SKIPPED:
            yield "end", _Skipped(child.tail)
        else:
            stack.append((child, iter(child)))
            yield "start", child


class _Skipped:
    """What is left of an element that is not read: the text after it."""

    tag = ""

    def __init__(self, tail: str | None) -> None:
        self.tail = tail
