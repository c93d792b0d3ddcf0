"""Lists that run on in a sentence: "three reasons: first, A; second, B; and third, C".

Each item becomes a block of its own, introduced by what stands before the
colon, as if it were a line of a list; from there on both kinds are one. Only a
row that is complete is cut: it begins with the first ordinal (or "(1)", "a)"),
each next one follows in order, and it ends with the sentence.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from claimkb.extract.lines import trimmed
from claimkb.extract.pieces import Block, ListItem
from claimkb.lexicon.roles import role_words
from claimkb.model import SentenceRole

_LETTERS = "abcdefghij"
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_STOP = re.compile(r"(?<!\b[A-Z])[.?!][\"'”’)\]]*(?=\s+[\"'“‘(]*[A-Z]|\s*$)")
# "First" announces an item before a comma or the beginning of a phrase; in "first prize" it belongs to the noun.
_AFTER_ORDINAL = r"(?:[,:]|(?=\s(?:the|an?|to|that|its?|he|she|they|we|there|because)\b))"
_QUOTES = frozenset('"“”')


def with_enumerations(text: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks, those cut up whose sentence enumerates."""
    return tuple(piece for block in blocks for piece in _pieces(text, block))


def _pieces(text: str, block: Block) -> Iterator[Block]:
    """A block as it is, or as what introduces an enumeration, its items, and what follows it."""
    found = None
    if block.role is SentenceRole.CLAIMS and block.turn is None:
        found = next((row for colon in _colons(text, block) if (row := _row(text, colon, block.end))), None)
    if found is None:
        yield block
        return
    colon, items, end = found
    yield replace(block, end=colon + 1)
    for (start, body), after in zip(items, [*(start for start, _ in items[1:]), end], strict=True):
        first, last = trimmed(text, start, after)
        item = ListItem(text[start:body].strip())
        yield Block(first, last, SentenceRole.CLAIMS, "", item, body=body)
    first, last = trimmed(text, end, block.end)
    if first < last:
        yield from _pieces(text, Block(first, last, SentenceRole.CLAIMS, ""))


def _colons(text: str, block: Block) -> Iterator[int]:
    at = text.find(":", block.body, block.end)
    while at >= 0:
        yield at
        at = text.find(":", at + 1, block.end)


def _row(text: str, colon: int, end: int) -> tuple[int, Sequence[tuple[int, int]], int] | None:
    """The colon, where each marker and each item begins, and where the row ends; None if it is not complete."""
    stop = _STOP.search(text, colon, end)
    last = stop.end() if stop else end
    for markers in _rows():
        items: list[tuple[int, int]] = []
        at = colon + 1
        for number, marker in enumerate(markers):
            found = marker.match(text, at, last) if number == 0 else marker.search(text, at, last)
            if found is None:
                break
            items.append((_visible(text, found.start()), found.end()))
            at = found.end()
        if len(items) > 1 and not any(_breaks_a_quotation(text, *span) for span in _bodies(items, last)):
            return colon, items, last
    return None


def _bodies(items: Sequence[tuple[int, int]], end: int) -> Iterator[tuple[int, int]]:
    starts = [start for start, _ in items[1:]]
    return zip((body for _, body in items), [*starts, end], strict=True)


def _breaks_a_quotation(text: str, start: int, end: int) -> bool:
    """Whether an item is empty or holds half of a quotation."""
    return not text[start:end].strip(" ,;.") or sum(letter in _QUOTES for letter in text[start:end]) % 2 == 1


def _visible(text: str, at: int) -> int:
    while text[at].isspace():
        at += 1
    return at


@cache
def _rows() -> tuple[tuple[re.Pattern[str], ...], ...]:
    """Rows of markers, each as the patterns of its first, its second, …"""
    words = role_words()
    last = "|".join(words.last_ordinals)
    spelled = [
        rf"(?:{word}(?:ly)?" + (rf"|{last})" if number else ")") + _AFTER_ORDINAL
        for number, word in enumerate(words.ordinals)
    ]
    numbers = [rf"\(?{n}[.)]" for n in range(1, 11)]
    letters = [rf"\(?{letter}\)" for letter in _LETTERS]
    roman = [rf"\(?{number}\)" for number in _ROMAN]
    return tuple(
        tuple(
            re.compile(
                (r"\s*" if n == 0 else r"\s*(?:[,;]\s*(?:(?:and|or)\s+)?|\s(?:and|or)\s+)") + marker + r"\s+",
                re.IGNORECASE,
            )
            for n, marker in enumerate(row)
        )
        for row in (spelled, numbers, letters, roman)
    )
