"""Lines of PDF pages to paragraphs: running heads and page numbers out, cut words and paragraphs joined.

What stands at the edge of several pages in the same words, numbers aside, is a
running head. A line goes on in the next unless that one is indented, set in
another size or box, or the line ends short of the margin with a full stop. A
paragraph that stops in mid-sentence goes on in the next column or page.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

Paragraph = tuple[tuple[int, str], ...]  # (page, words) in order; one entry but for what a page break cuts

_EDGE = 0.12  # share of a page's height where heads and feet stand
_RECURS = 2
_HEADING_SIZE = 1.15  # times the size of the running text
_HEADING_WORDS = 16
_SHORT = 0.85  # of the column's width: a line that ends here was not cut
_INDENT = 4.0  # points
_PAGE_NUMBER = re.compile(
    r"(?:page|p\.)?\s*[-–—|]?\s*(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:of|/)\s*\d{1,4})?\s*[-–—|]?", re.IGNORECASE
)
_NUMBERS = re.compile(r"\d+|\b[ivxlc]{1,7}\b", re.IGNORECASE)
_STOP = re.compile(r"[.!?:…][\"'”’»)\]]*(?:\s?\d{1,3})?$")
_CUT = re.compile(r"(?<=\w)[-\u2010\u00ad]$")
_FIRST = re.compile(r"[\w-]+")
_LAST = re.compile(r"[\w-]+$")
_ITEM = re.compile(r"(?:[•●▪◦‣·–—*]|\(?(?:\d{1,2}|[a-z])[.)])\s")
_BULLET = re.compile(r"[•●▪◦‣·]\s*")


@dataclass(frozen=True, slots=True)
class PdfLine:
    """A line of a page: its words, margins in points, distance from the top as a share of the page, and box."""

    text: str
    left: float
    right: float
    top: float
    size: float
    box: int


def paragraphs(pages: Sequence[Sequence[PdfLine]]) -> Iterator[Paragraph]:
    """The paragraphs of a document, each in pieces that name the page they stand on."""
    kept = _without_edges(pages)
    words = Counter(word for page in kept for line in page for word in _FIRST.findall(line.text.casefold()))
    body = median([line.size for page in kept for line in page] or [0.0])
    held: list[tuple[int, str]] = []
    for number, page in enumerate(kept, start=1):
        for lines in _grouped(page, body):
            said = _joined([line.text for line in lines], words)
            if _is_heading(lines, body):
                yield from _finished(held)
                held = []
                yield ((number, f"## {said}"),)
            elif held and _goes_on(held[-1][1], said):
                held = _continued(held, number, said, words)
            else:
                yield from _finished(held)
                held = [(number, _BULLET.sub("- ", said, count=1) if _BULLET.match(said) else said)]
    yield from _finished(held)


def _finished(held: list[tuple[int, str]]) -> Iterator[Paragraph]:
    if held:
        yield tuple(held)


def _without_edges(pages: Sequence[Sequence[PdfLine]]) -> list[list[PdfLine]]:
    """The pages without running heads, feet and page numbers."""
    seen = Counter(key for page in pages for key in {_edge_key(line) for line in page if _at_edge(line)})
    return [
        [
            line
            for line in page
            if not (
                _at_edge(line) and (_PAGE_NUMBER.fullmatch(line.text) or seen[_edge_key(line)] >= _RECURS)
            )
        ]
        for page in pages
    ]


def _at_edge(line: PdfLine) -> bool:
    return line.top < _EDGE or line.top > 1 - _EDGE


def _edge_key(line: PdfLine) -> str:
    return _NUMBERS.sub("#", line.text.casefold())


def _grouped(page: Iterable[PdfLine], body: float) -> Iterator[list[PdfLine]]:
    """The lines of a page by paragraph."""
    group: list[PdfLine] = []
    page = list(page)
    widths = {
        box: _margins([line for line in page if line.box == box]) for box in {line.box for line in page}
    }
    for line in page:
        if group and _begins(group, line, *widths[line.box]):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _margins(lines: list[PdfLine]) -> tuple[float, float]:
    return min(line.left for line in lines), max(line.right for line in lines)


def _begins(group: list[PdfLine], line: PdfLine, left: float, right: float) -> bool:
    """Whether a line begins a paragraph after this group."""
    last = group[-1]
    if _BULLET.fullmatch(last.text):
        return False
    if line.box != last.box or _ITEM.match(line.text):
        return True
    if last.size and abs(line.size - last.size) > 0.1 * last.size:
        return True
    ended = _STOP.search(last.text) is not None
    indented = line.left - left > _INDENT and last.left - left <= _INDENT
    short = last.right - left < _SHORT * (right - left)
    return ended and (indented or short)


def _is_heading(lines: list[PdfLine], body: float) -> bool:
    said = " ".join(line.text for line in lines)
    larger = all(line.size > _HEADING_SIZE * body for line in lines)
    return larger and len(said.split()) <= _HEADING_WORDS and not said.endswith(".")


def _goes_on(before: str, said: str) -> bool:
    """Whether a paragraph that a column or page cut goes on here."""
    if _STOP.search(before) or _ITEM.match(said):
        return False
    return said[:1].islower() or _CUT.search(before) is not None


def _continued(
    held: list[tuple[int, str]], page: int, said: str, words: Counter[str]
) -> list[tuple[int, str]]:
    """The pieces of a paragraph with what follows on this page; a cut word belongs to the page it began on."""
    before_page, before = held[-1]
    joined = _pair(before, said, words)
    if before_page == page:
        return [*held[:-1], (page, joined)]
    head, _, rest = said.partition(" ")
    first = _pair(before, head, words) if _CUT.search(before) else before
    rest = rest if _CUT.search(before) else said
    return (
        [*held[:-1], (before_page, first + " "), (page, rest)] if rest else [*held[:-1], (before_page, first)]
    )


def _joined(lines: list[str], words: Counter[str]) -> str:
    said = lines[0]
    for line in lines[1:]:
        said = _pair(said, line, words)
    return said


def _pair(before: str, after: str, words: Counter[str]) -> str:
    """Two lines as one: a word that the end of the line cut is made whole again."""
    if not (_CUT.search(before) and after[:1].isalpha()):
        return f"{before} {after}"
    first = _LAST.search(before[:-1])
    second = _FIRST.match(after)
    start, end = (first[0] if first else "").casefold(), (second[0] if second else "").casefold()
    whole = before[-1] == "-" and (after[0].isupper() or words[f"{start}-{end}"] > words[start + end])
    return before + after if whole else before[:-1] + after
