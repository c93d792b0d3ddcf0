"""Lists: which lines are items, and which block introduces them.

An item often has no predicate of its own; it takes it from its introduction
("Success demands concrete steps:"), so each item knows that block's index.
"""

from dataclasses import replace

from claimkb.extract.pieces import Block, ListItem
from claimkb.extract.shapes import count_words, has_ended
from claimkb.model import SentenceRole

_MAX_BARE_WORDS = 20
_BREAKS = (SentenceRole.TITLE, SentenceRole.HEADING)


def with_bare_items(text: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Unmarked lines after a colon as list items: at least two in a row, none closed like a sentence."""
    marked = list(blocks)
    index = 0
    while index < len(blocks):
        run = _bare_run(text, blocks, index + 1) if _introduces(text, blocks[index]) else []
        if len(run) >= 2:
            for number in run:
                marked[number] = replace(blocks[number], item=ListItem(""))
        index += len(run) + 1
    return tuple(marked)


def with_lists(text: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Every list item with the index of the block that introduces its list."""
    marked = []
    intro: int | None = None
    under_item = False  # prose below an item that is a heading belongs to the list
    for index, block in enumerate(blocks):
        if block.item is not None:
            block = replace(block, intro=intro)
            under_item = block.role is SentenceRole.HEADING
        elif _introduces(text, block):
            intro, under_item = index, False
        elif block.role in _BREAKS or (block.role is SentenceRole.CLAIMS and not under_item):
            intro = None
        marked.append(block)
    return tuple(marked)


def _introduces(text: str, block: Block) -> bool:
    return block.role is SentenceRole.CLAIMS and block.item is None and text[block.end - 1] == ":"


def _bare_run(text: str, blocks: tuple[Block, ...], first: int) -> list[int]:
    run = []
    for index in range(first, len(blocks)):
        line = text[blocks[index].body : blocks[index].end]
        bare = blocks[index].role is SentenceRole.CLAIMS and blocks[index].item is None
        if not bare or has_ended(line) or line.endswith(":") or count_words(line) > _MAX_BARE_WORDS:
            break
        run.append(index)
    return run
