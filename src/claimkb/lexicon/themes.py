"""The built-in taxonomy (IPTC Media Topics, first level) and the form of a term.

A term is one or more words; `word*` stands for every word that begins so; parts
joined by ` + ` must all occur. Terms ignore case, except that one written wholly
in capitals (WHO, AIDS) is an acronym and matched as such.
"""

import re
from functools import cache

from claimkb.lexicon import load_table
from claimkb.model import Theme

_WORD = r"[\w&.'’]+(?:[-–/][\w&.'’]+)*\*?"
_TERM = re.compile(rf"{_WORD}(?: {_WORD})*(?: \+ {_WORD}(?: {_WORD})*)*")


@cache
def builtin_themes() -> tuple[Theme, ...]:
    """The seventeen subjects of the general taxonomy."""
    return tuple(
        Theme(slug=row["slug"], label=row["label"], terms=tuple(row["terms"]), iptc=row["iptc"])
        for row in load_table("themes")["theme"]
    )


def valid_term(term: str) -> bool:
    """Whether the term has the form that the tagger understands."""
    return _TERM.fullmatch(term) is not None
