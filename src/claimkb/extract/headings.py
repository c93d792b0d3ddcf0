"""Title and headings: short lines that name what follows instead of saying something.

The evidence is the line's shape (title case, no closing mark) and its place
(prose follows). A text without prose keeps all its lines as claims: it may be
notes, or a single sentence someone typed.
"""

import re
from dataclasses import replace
from itertools import pairwise

from claimkb.extract.lists import with_bare_items
from claimkb.extract.pieces import Block
from claimkb.extract.shapes import count_words, has_ended, has_finite_verb, is_title_case
from claimkb.model import SentenceRole

_MAX_TITLE_WORDS = 22
_MAX_HEADING_WORDS = 12
_MAX_LABEL_WORDS = 8  # "Joining Forces.", "- Trade and Investment": shorter than a headline
_PROSE_WORDS = 13  # an unfinished line of this length is prose that lost its full stop
_PAST = re.compile(r"\w{3,}ed\b")
_ASKING = re.compile(r"(?:how|why|what|where|when|who|whose|which)\b", re.IGNORECASE)
_BEFORE_TITLE = (SentenceRole.BOILERPLATE, SentenceRole.DATELINE, SentenceRole.BYLINE)


def with_headings(text: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with title and headings marked as such."""
    blocks = with_bare_items(text, blocks)
    prose = [is_prose(text, block) for block in blocks]
    title = _title(text, blocks, prose)
    twice = _repeated(text, blocks)
    marked = []
    for index, block in enumerate(blocks):
        if index == title:
            block = replace(block, role=SentenceRole.TITLE, reason="title of the text")
        elif block.role is SentenceRole.CLAIMS and text[block.start : block.end] in twice:
            block = replace(block, role=SentenceRole.HEADING, reason="line that is printed twice")
        elif (
            block.role is SentenceRole.CLAIMS
            and any(prose)
            and (reason := _heading(text, blocks, prose, index))
        ):
            block = replace(block, role=SentenceRole.HEADING, reason=reason)
        marked.append(block)
    return tuple(marked)


def _repeated(text: str, blocks: tuple[Block, ...]) -> frozenset[str]:
    """The lines without a full stop that stand in the text twice in a row: a headline and its copy."""
    lines = [text[b.start : b.end] for b in blocks]
    return frozenset(
        a for a, b in pairwise(lines) if a == b and not has_ended(a) and count_words(a) <= _MAX_TITLE_WORDS
    )


def is_prose(text: str, block: Block) -> bool:
    """Whether the block is clearly running text."""
    if block.role is not SentenceRole.CLAIMS:
        return False
    body = text[block.body : block.end]
    count = count_words(body)
    return count >= _PROSE_WORDS or (count >= 4 and has_ended(body) and not is_title_case(body))


def _title(text: str, blocks: tuple[Block, ...], prose: list[bool]) -> int | None:
    """The index of the title: the first line, if it looks like one and prose follows."""
    for index, block in enumerate(blocks):
        if block.role in _BEFORE_TITLE and not _opens_prose(blocks, index):
            continue
        if block.role is SentenceRole.HEADING and block.body > block.start:
            return index if any(prose[index + 1 :]) else None
        candidate = block.role is SentenceRole.CLAIMS and block.item is None and any(prose[index + 1 :])
        return index if candidate and _looks_like_title(text, blocks, index) else None
    return None


def _opens_prose(blocks: tuple[Block, ...], index: int) -> bool:
    """Whether a dateline stands in one line with the prose after it."""
    after = blocks[index + 1] if index + 1 < len(blocks) else None
    return blocks[index].reason == "dateline" and after is not None and not after.gap


def _looks_like_title(text: str, blocks: tuple[Block, ...], index: int) -> bool:
    line = text[blocks[index].body : blocks[index].end]
    if count_words(line) > _MAX_TITLE_WORDS or line.rstrip().endswith((":", ";", ",")):
        return False
    if not has_ended(line):
        return True
    return blocks[index + 1].gap and (line.endswith(("?", "!")) or is_title_case(line))


def _heading(text: str, blocks: tuple[Block, ...], prose: list[bool], index: int) -> str | None:
    """Why the block is a heading, or None."""
    block = blocks[index]
    line = text[block.body : block.end]
    count = count_words(line)
    after = blocks[index + 1] if index + 1 < len(blocks) else None
    if count > _MAX_HEADING_WORDS or block.title or (index and _opens_prose(blocks, index - 1)):
        return None
    if block.item is not None:
        labels = block.item.marker and after is not None and after.item is None and prose[index + 1]
        title_case = count <= _MAX_LABEL_WORDS and is_title_case(line) and not has_ended(line)
        return "heading in the form of a list item" if labels and title_case else None
    if line.endswith((",", ";")):
        return None
    if line.endswith(":"):
        return "heading" if count <= 5 and is_title_case(line) and not has_finite_verb(line) else None
    if has_ended(line):
        label = count <= _MAX_LABEL_WORDS and line.endswith(".") and is_title_case(line)
        alone = block.gap and (after is None or after.gap) and not has_finite_verb(line)
        return "line without a sentence" if label and alone else None
    return "heading" if is_title_case(line) or _leads(text, blocks, prose, index) else None


def _leads(text: str, blocks: tuple[Block, ...], prose: list[bool], index: int) -> bool:
    """Whether a line in small letters is a heading: one alone, before prose, and no sentence by itself."""
    line = text[blocks[index].body : blocks[index].end]
    follows_prose = index == 0 or prose[index - 1] or blocks[index - 1].role is not SentenceRole.CLAIMS
    precedes_prose = index + 1 < len(blocks) and (prose[index + 1] or blocks[index + 1].item is not None)
    verbal = has_finite_verb(line) or _PAST.search(line, 1)
    return bool(follows_prose and precedes_prose and (_ASKING.match(line) or not verbal))
