"""Runs of capitalised words in a parsed line: the places where names may be.

There is no name recogniser: the tagger's proper nouns, the gazetteer, and
head words ("Ministry", "Agreement") decide how far a name goes, through "of",
"and", hyphens and particles. `entity_mentions` says what a run holds.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claimkb.extract.tokens import Line, Token
from claimkb.lexicon.gazetteer import Place, gazetteer

_GAZETTEER = gazetteer()
_WORDS = _GAZETTEER.words
HEADS = _WORDS["organisation_heads"] | _WORDS["agreement_heads"] | _WORDS["event_heads"]
_LETTERS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Run:
    """Consecutive tokens that may be names."""

    tokens: tuple[Token, ...]

    @property
    def words(self) -> list[str]:
        """The token texts."""
        return [t.text for t in self.tokens]


_NEVER = {
    "I",
    "A",
    *(f"{d}day" for d in ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun")),
    "January",
    "February",
    "March",
}
_NEVER |= {
    "July",
    "September",
    "October",
    "November",
    "December",
    "Jan.",
    "Feb.",
    "Aug.",
    "Sept.",
    "Oct.",
    "Nov.",
    "Dec.",
}


def _by_first_word() -> dict[str, list[str]]:
    table: dict[str, list[str]] = {}
    for surface in sorted(_GAZETTEER.places, key=len, reverse=True):
        if match := _LETTERS.match(surface):
            table.setdefault(match[0], []).append(surface)
    return table


_FIRST = _by_first_word()


def place_at(text: str, start: int) -> tuple[str, Place] | None:
    """The longest gazetteer name that starts here and ends at a word's end."""
    match = _LETTERS.match(text, start)
    for surface in _FIRST.get(match[0], ()) if match else ():
        end = start + len(surface)
        if text.startswith(surface, start) and not (text[end : end + 1].isalnum() and surface[-1].isalnum()):
            return surface, _GAZETTEER.places[surface]
    return None


def is_title_case(line: Line) -> bool:
    """Whether a line is set in title case or capitals, so that capitals say nothing."""
    words = [t.text for t in line.tokens if len(t.text) > 3 and t.text.isalpha()]
    capitals = sum(w[0].isupper() for w in words)
    if line.text.rstrip().rstrip("”\"’'")[-1:] in set(".!?"):
        return len(words) > 7 and capitals > 0.85 * len(words)
    return len(words) > 1 and capitals > 0.7 * len(words)


def runs(line: Line) -> Iterator[Run]:
    """The runs of a line, left to right."""
    tokens = [t for t in line.tokens if not t.is_blank]
    i = 0
    while i < len(tokens):
        if not _is_name_token(tokens, i):
            i += 1
            continue
        end = _run_end(tokens, i)
        yield Run(tuple(tokens[i:end]))
        i = end


def _is_name_token(tokens: list[Token], i: int) -> bool:
    token = tokens[i]
    text = token.text
    if not text[0].isupper() or not any(c.isalpha() for c in text) or text in _NEVER:
        return False
    if token.tag.startswith("NNP") or place_at(token.line.text, token.start):
        return True
    starts = i == 0 or token.opens or tokens[i - 1].text in {"“", '"', "‘", "'", ":", "-", "–", "•"}
    return not starts and token.tag in {"NN", "NNS", "JJ", "VBG", "VBN", "FW", "CD", "ADD"}


def _run_end(tokens: list[Token], start: int) -> int:
    end, opener = start + 1, False
    while end < len(tokens):
        last = tokens[end - 1]
        opener = opener or last.text in _WORDS["organisation_openers"]
        step = _joins(tokens, end, opener)
        if not step:
            break
        end += step
    return end


def _joins(tokens: list[Token], i: int, opener: bool) -> int:
    """How many tokens from `i` on continue the run: 0 for none."""
    token, last = tokens[i], tokens[i - 1]
    following = i + 1 < len(tokens) and _is_name_token(tokens, i + 1)
    if token.text in {"al", "el"} and i + 2 < len(tokens) and tokens[i + 1].text == "-":
        return 3
    if _is_name_token(tokens, i):
        return 1
    if token.text in "-–‑" and not last.space and not token.space:
        return _hyphenated(tokens, i)
    if not last.space or not following:
        two = i + 2 < len(tokens) and _is_name_token(tokens, i + 2)
        return 3 if token.text == "of" and opener and two and tokens[i + 1].text == "the" else 0
    if token.text in {"of", "for"} and opener and not place_at(last.text, 0):
        return 2
    if token.text == "&" or token.text.lower() in _WORDS["particles"]:
        return 2
    if token.text == "and":
        return 2 if _and_is_inside(tokens, i, opener) else 0
    return 0


def _and_is_inside(tokens: list[Token], i: int, opener: bool) -> bool:
    """ "the Belt and Road Initiative", "Department of Arts and Letters": one name with "and" in it."""
    if _is_place(tokens[i + 1]):
        return False
    if opener and any(t.text in {"of", "for"} for t in tokens[max(0, i - 4) : i]):
        return True
    end = i + 2
    while end < len(tokens) and _is_name_token(tokens, end):
        end += 1
    left = i - 1
    while left > 0 and _is_name_token(tokens, left - 1):
        left -= 1
    head = tokens[end - 1].text in _WORDS["organisation_heads"] | _WORDS["agreement_heads"]
    bracket = end < len(tokens) and tokens[end].text == "("
    bare = not any((t.text in HEADS and not bracket) or _is_place(t) for t in tokens[left:i])
    article = left > 0 and (tokens[left - 1].text.lower() == "the" or tokens[left - 1].tag == "POS")
    return bare and head and end > i + 2 and (bracket or article)


def _is_place(token: Token) -> bool:
    return place_at(token.text, 0) is not None


def _hyphenated(tokens: list[Token], i: int) -> int:
    """ "Tehrik-e-Insaf" and "al-Adel" are one name; "US-Iran" is two."""
    if i + 1 >= len(tokens):
        return 0
    if _is_place(tokens[i - 1]) or _is_place(tokens[i + 1]):
        return 2 if _compound_name(tokens, i) else 0
    if tokens[i + 1].text[0].isupper():
        return 2
    inner = i + 3 < len(tokens) and tokens[i + 2].text in "-–" and tokens[i + 3].text[0].isupper()
    return 4 if inner and len(tokens[i + 1].text) <= 3 else 0


def _compound_name(tokens: list[Token], i: int) -> bool:
    """Whether "X-Y" opens one name ("US-Mexico-Canada Agreement"): its last capitalised word is a head."""
    end = i + 1
    while end < len(tokens) and (_is_name_token(tokens, end) or tokens[end].text in "-–"):
        end += 1
    return end > i + 2 and tokens[end - 1].text in _WORDS["agreement_heads"] | _WORDS["organisation_heads"]
