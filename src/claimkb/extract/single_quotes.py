"""Speech between single quotation marks, as British outlets print it: 'We lost,' she said. 'We were tired.'

A single mark is also an apostrophe, so only what must be speech is taken: it
ends with a stop or a comma inside the mark, and begins with a capital letter,
or goes on after a comma. Paragraphs that have double marks are left alone,
and so are headings ('All Bets Are Off.').
"""

import re

_DOUBLE = re.compile(r"[\"“”„«»]|''|‘‘|’’|``")
_SPEECH = re.compile(
    r"(?:(?<=[\s(\[—–])|^)(?P<open>['‘])(?=(?P<first>\[?\w))(?P<said>[^\n]{2,1200}?[.,!?…])(?P<close>['’])(?=[\s).,;:—–-]|$)"
)
_TITLE = 9  # longer words of a title at most
_BEFORE = re.compile(r"[,:—–]\s$")


def doubled(paragraph: str) -> str:
    """The paragraph with double marks around speech between single ones; every character keeps its place."""
    if not ("'" in paragraph or "‘" in paragraph) or _DOUBLE.search(paragraph):
        return paragraph
    letters, place = list(paragraph), 0
    while (found := _SPEECH.search(paragraph, place)) is not None:
        begins = found["first"].lstrip("[")[:1].isupper() or _BEFORE.search(paragraph, 0, found.start("open"))
        if not begins or _is_heading(paragraph, found):
            place = found.start("open") + 1  # "in the '90s", "the workers' pay"
            continue
        letters[found.start("open")] = letters[found.start("close")] = '"'
        place = found.end()
    return "".join(letters)


def _is_heading(paragraph: str, found: re.Match[str]) -> bool:
    """Whether a paragraph is nothing but a title, its longer words in capitals."""
    if paragraph.strip() != found[0].strip():
        return False
    words = re.findall(r"[^\W\d_]{4,}", found["said"])
    return len(words) < _TITLE and all(w[0].isupper() for w in words)
