"""What a writer says of his own saying: "Strictly speaking,", "Let's be honest:", "Not only that, but".

Such words state nothing, and a parser makes subjects and verbs of them: prices
that speak, and a "that" that raises a fee. So they are cut out of a line before
it is parsed, at the head of a sentence or between commas within it.
"""

import re
from functools import cache

from claimkb.lexicon.cues import cues

_STARTS = r"(?:^|(?<=[.!?]\s)|(?<=[.!?][\"')]\s)|(?<=\"))"
# Between a subject and its verb both commas go; elsewhere the second one parts what follows.
_ASIDE = re.compile(
    r",\s\w+ly speaking"
    r"(?:,(?=\s(?:is|are|was|were|has|have|had|will|would|can|could|may|might|does|do|did)\b)|(?=[,.;]))"
)


@cache
def _opening() -> re.Pattern[str]:
    """A comment at the head of a sentence, with the mark after it; one that ends in "but" or "that" needs none."""
    listed = sorted(cues().discourse.comments, key=lambda words: (-len(words), words))
    own = "|".join(re.escape(words) for words in listed)
    return re.compile(
        rf"{_STARTS}(?:(?:{own}|\w+ly speaking)[,:]|(?:{own})(?<=but|hat))\s(?=\w)", re.IGNORECASE
    )


def comments(line: str) -> list[tuple[int, int, bool]]:
    """Where comments stand in a line of plain text: start, end with their marks, whether a sentence begins there."""
    opening = [(*match.span(), True) for match in _opening().finditer(line)]
    return opening + [(*match.span(), False) for match in _ASIDE.finditer(line)]
