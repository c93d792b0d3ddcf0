"""Who speaks a whole paragraph: the turns of a transcript, and quotations signed at their end.

"WALLACE: Let us begin." names the speaker before a colon, and he goes on
until the next name; one such line alone is a headline or a label, so a text
needs several. "“It was a mess.” ― Ana Ruiz" names the speaker after a dash.
Either name is cut off the prose and kept as the block's `turn`.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from claimkb.extract.pieces import Block
from claimkb.lexicon.roles import role_words
from claimkb.model import SentenceRole

_CAPITALS = r"(?:[A-Z][A-Z.'’-]*[A-Z]\.?|[A-Z]\.)(?:\s(?:[A-Z][A-Z.'’-]*[A-Z]\.?|[A-Z]\.)){0,4}"
_NAME = r"(?:[A-Z][\w.'’-]*)(?:\s[A-Z][\w.'’-]*){0,3}"
_LABEL = re.compile(
    rf"[\"“”']?(?P<name>{_CAPITALS}|{_NAME})(?:\s?\([^()\n:]{{1,40}}\)|,\s[^:.!?\n]{{1,60}})?:\s+(?=\S)"
)
_SIGNED = re.compile(
    rf"[.!?…,]?[\"”]\s*(?P<dash>[―—–]|--|-\s)\s*(?P<name>{_NAME})(?:,[^.!?\n]{{1,80}})?[\s.]*$"
)
_MIN_TURNS = 3  # of one text, by at least two speakers
_TRANSCRIPT = 0.5  # of the prose: what follows the last name is still the last speaker's


def with_turns(text: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with the names of their speakers cut off and kept."""
    signed = tuple(piece for block in blocks for piece in _signed(text, block))
    labels = [_label(text, block) for block in signed]
    names = Counter(text[m.start("name") : m.end("name")] for m in labels if m is not None)
    turns = sum(names.values())
    repeated = max(names.values(), default=0) > 1
    if turns < _MIN_TURNS or len(names) < 2 or not repeated:
        return signed
    prose = sum(b.role is SentenceRole.CLAIMS for b in signed)
    return tuple(_spoken(text, signed, labels, whole=turns >= prose * _TRANSCRIPT))


def _label(text: str, block: Block) -> re.Match[str] | None:
    if block.role is not SentenceRole.CLAIMS or block.item is not None or block.turn is not None:
        return None
    found = _LABEL.match(text, block.body, block.end)
    return found if found and found["name"].upper() not in role_words().kickers else None


def _spoken(
    text: str, blocks: tuple[Block, ...], labels: list[re.Match[str] | None], *, whole: bool
) -> Iterator[Block]:
    """Each turn with its speaker, and the paragraphs until the next one."""
    last = max(i for i, label in enumerate(labels) if label is not None)
    turn: tuple[int, int] | None = None
    for index, (block, label) in enumerate(zip(blocks, labels, strict=True)):
        if label is not None:
            turn = label.span("name")
            yield replace(block, body=label.end(), turn=turn)
        elif block.role is SentenceRole.CLAIMS and block.turn is None and (index < last or whole):
            yield replace(block, turn=turn)
        else:
            yield block


def _signed(text: str, block: Block) -> Iterator[Block]:
    """A paragraph that is one quotation with a name after it, in two: what is said, and by whom."""
    quoted = block.role is SentenceRole.CLAIMS and text.startswith(('"', "“", "”"), block.body)
    found = _SIGNED.search(text, block.body, block.end) if quoted else None
    if found is None or len(found["name"].split()) < 2:
        yield block
        return
    end = found.start("dash")
    while text[end - 1].isspace():
        end -= 1
    yield replace(block, end=end, turn=found.span("name"))
    yield Block(found.start("dash"), block.end, SentenceRole.BYLINE, "who said the quotation")
