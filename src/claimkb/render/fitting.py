"""How wide the columns of a table are: whole words where that can be, and as few lines as possible.

A column is never narrower than its longest word (longer ones than `LONGEST`
are broken). What room is left goes, a character at a time, to the column that
makes the rows lower by most. Where even the narrowest columns do not fit there
is no table to be had, and the caller shows each record as a block.
"""

from collections.abc import Sequence

LONGEST = 24  # characters of a word that a column makes room for
SHORT = 12  # a column no wider than this is not broken at all, if that can be
SAMPLE = 50  # rows that the widths are worked out from


def fitted(rows: Sequence[Sequence[str]], room: int) -> list[int] | None:
    """The widths of the columns of these rows, headings among them, in `room` characters; None if they cannot fit."""
    columns = list(zip(*rows, strict=True))
    natural = [max(_longest_line(cell) for cell in column) for column in columns]
    if sum(natural) <= room:
        return natural
    words = [min(LONGEST, max(map(_longest_word, column))) for column in columns]
    whole = [width if width <= SHORT else word for width, word in zip(natural, words, strict=True)]
    widths = whole if sum(whole) <= room else words
    if sum(widths) > room:
        return None
    lengths = [[len(cell) for cell in row] for row in rows[:SAMPLE]]
    while sum(widths) < room:
        open_ = [j for j, width in enumerate(widths) if width < natural[j]]
        if not open_:
            break
        widths[min(open_, key=lambda j: _height(lengths, widths, j))] += 1
    return widths


def _height(lengths: Sequence[Sequence[int]], widths: Sequence[int], wider: int) -> float:
    """How high the rows are if one column is wider by one; parts of lines count, so that each step tells."""
    tried = [width + (j == wider) for j, width in enumerate(widths)]
    return sum(max(length / width for length, width in zip(row, tried, strict=True)) for row in lengths)


def _longest_line(text: str) -> int:
    return max(map(len, text.split("\n")))


def _longest_word(text: str) -> int:
    return max(map(len, text.split()), default=1)
