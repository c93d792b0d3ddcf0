"""The canonical text as blocks with roles, found before anything is parsed.

Every non-blank character belongs to exactly one block. A block is a line (or a
paragraph cut into lines), a heading glued to one, or the dateline before one.
Only blocks with the role CLAIMS are parsed. The stages run in a fixed order:
lines, pieces of lines, roles that a piece shows by itself, then the roles that
only its neighbours show (lists of other articles, title, headings, biographies, lists). In doubt a block
keeps its claims: a lost paragraph costs more than a heading too many.
"""

from claimkb.extract.biographies import with_biographies
from claimkb.extract.datelines import Dateline
from claimkb.extract.enumerations import with_enumerations
from claimkb.extract.headings import with_headings
from claimkb.extract.lines import text_lines
from claimkb.extract.lists import with_lists
from claimkb.extract.pieces import Block, ListItem, pieces_of
from claimkb.extract.related import with_related
from claimkb.extract.turns import with_turns

__all__ = ["Block", "Dateline", "ListItem", "find_blocks"]

_STAGES = (with_related, with_turns, with_headings, with_biographies, with_enumerations, with_lists)


def find_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a text in order, covering all that is not blank."""
    blocks = tuple(pieces_of(text, text_lines(text)))
    for stage in _STAGES:
        blocks = stage(text, blocks)
    return blocks
