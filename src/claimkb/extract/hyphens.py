"""Hyphens that stand between spaces, as tokenised text has them ("an anti - piracy patrol").

A dash cuts a sentence, a hyphen joins a word; where a line writes its
compounds with spaces, what stands between two words is a hyphen unless the
next word can only open an insertion.
"""

import re

from claimkb.lexicon.cues import cues

JOINED = "\ue000"  # in the place of a space that is no space; of private use, and no white space itself
_SPACED = re.compile(r"(?<=[\w.]) - (?=\w)")
_WRITTEN_TOGETHER = re.compile(r"[a-z]-[a-z]")
_BEFORE = re.compile(r"[\w.]+$")
_AFTER = re.compile(r"\w+")
_STOP = re.compile(r"[.?!][\"' ]")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


def with_hyphens(line: str) -> str:
    """The line with `JOINED` for the spaces around its hyphens; as long as it was."""
    places = [m.start() for m in _SPACED.finditer(line)]
    if not places or _WRITTEN_TOGETHER.search(line) or not any(_is_compound(line, p) for p in places):
        return line
    letters = list(line)
    is_open = False  # after the dash that opens an insertion, the next one closes it
    last = 0
    for place in places:
        is_open = is_open and _STOP.search(line, last, place) is None
        last = place
        if _is_compound(line, place) or not (is_open or _opens_insertion(line, place)):
            letters[place] = letters[place + 2] = JOINED
        else:
            is_open = not is_open
    return "".join(letters)


def _beside(line: str, place: int) -> tuple[str, str]:
    before, after = _BEFORE.search(line, 0, place), _AFTER.match(line, place + 3)
    return (before[0] if before else ""), (after[0] if after else "")


def _is_compound(line: str, place: int) -> bool:
    """Whether the words on both sides can only be one: a prefix or a number before the second."""
    before, after = _beside(line, place)
    lexicon = cues().hyphens
    first = before.lower()
    counted = (first.isdigit() and not _YEAR.fullmatch(first)) or first in lexicon.numbers
    if counted:
        return after.lower() in lexicon.measures
    if len(before) == 1 and before.isupper() and after.isdigit():
        return True  # "F - 16"
    return first in lexicon.prefixes or (first, after.lower()) == ("no", "one")


def _opens_insertion(line: str, place: int) -> bool:
    before, after = _beside(line, place)
    lexicon = cues().hyphens
    if after.lower() in {"and", "by"}:
        return line[place + 3 + len(after) :][:3] != " - "  # "stop - and - search"
    plural = before.endswith("s") and len(before) > 3 and before.islower()
    return plural or after.lower() in lexicon.openers or before.lower() == after.lower()
