"""Lists of other articles below their heading ("Most read", "Editor's picks"): boilerplate, item by item.

Their items are headlines, so each would make a fine claim, of another article.
"""

import re
from dataclasses import replace

from claimkb.extract.pieces import Block
from claimkb.model import SentenceRole

_REASON = "related reading"  # of the line rules in roles.toml
_SAYS_MORE = re.compile(r":\s*\S")  # "Read more: Five things to know" is all there is


def with_related(text: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The items that follow a heading of related articles share its role."""
    marked = []
    below = False
    for block in blocks:
        if block.reason == _REASON:
            below = not _SAYS_MORE.search(text, block.start, block.end)
        elif below and block.item is not None:
            block = replace(block, role=SentenceRole.BOILERPLATE, reason=_REASON)
        else:
            below = False
        marked.append(block)
    return tuple(marked)
