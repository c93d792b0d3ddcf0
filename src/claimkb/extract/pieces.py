"""A line as its pieces: front matter, dateline, list marker and title, prose, a heading glued to its end.

What a piece is by itself is decided here; what only its neighbours show comes later.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from claimkb.extract.datelines import (
    Dateline,
    date_line,
    dateline_before,
    kicker_before,
)
from claimkb.extract.lines import Line, trimmed
from claimkb.extract.shapes import count_words, is_title_case, words_of
from claimkb.lexicon.roles import (
    alternatives,
    job_pattern,
    line_rules,
    name_pattern,
    role_words,
)
from claimkb.model import SentenceRole

_FRONT_MATTER = re.compile(r"\A\ufeff?(---|\+\+\+)[ \t]*\n.*?^(?:\1|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE)
_FRONT_MATTER_KEY = re.compile(r"^[A-Za-z_][\w-]*[ \t]*[:=]", re.MULTILINE)
# A letter with a point is an initial ("J. Smith said") more often than a marker.
_BULLET = re.compile(r"(?:[-*•●▪■◦‣·–—→✓]|\(?\d{1,2}[.)]|\(?(?:[a-zA-Z]|[ivx]{1,4})\))(?=\s)\s*")
_QUOTED = re.compile(r">+\s*")
_FENCE = re.compile(r"(?:```|~~~)")
_TABLE_ROW = re.compile(r"\|.*\|$")
_ATX_HEADING = re.compile(r"#{1,6}\s+(?=\S)")
_GLUED = re.compile(r"[.!?][\"'”’)\]]*(?P<gap>\s+)(?P<dash>[-–—•])\s+(?P<heading>[^.!?:;]{3,80})$")
_ITEM_TITLE = re.compile(r"(?P<title>[^.!?:;\"“”]{2,80}?)(?P<colon>\s?:)\s+(?=[^\s\"“‘'])")
_BOLD_TITLE = re.compile(r"(?:\*\*|__)(?P<title>[^*_\n]{2,80}?)[:.]?(?P<colon>(?:\*\*|__)\s*:?)\s+(?=\S)")
_MAX_TITLE_WORDS = 8
_MAX_BYLINE_WORDS = 16


@dataclass(frozen=True, slots=True)
class ListItem:
    """The marker of a list item ("-", "2.", "(a)"), empty where the items are bare lines."""

    marker: str


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the text with its role, and why in words ("" for claims).

    `body` is where a sentence begins, after list marker and title; `title` is
    the span of a run-in title ("Legacy costs: ..."); `intro` is the index of
    the block that introduces the list; `dateline` is what a dateline says;
    `gap` tells that an empty line precedes; `turn` is the span of the name of
    whoever speaks the whole block.
    """

    start: int
    end: int
    role: SentenceRole
    reason: str
    item: ListItem | None = None
    title: tuple[int, int] | None = None
    intro: int | None = None
    body: int = -1
    dateline: Dateline | None = None
    gap: bool = False
    turn: tuple[int, int] | None = None

    def __post_init__(self) -> None:
        """A block without marker and title is all body."""
        if self.body < 0:
            object.__setattr__(self, "body", self.start)


def pieces_of(text: str, lines: tuple[Line, ...]) -> Iterator[Block]:
    """The lines cut into blocks, each with the role that it shows by itself."""
    front = _front_matter_end(text)
    in_code = False
    for line in lines:
        fence = _FENCE.match(text, line.start, line.end) is not None
        if line.end <= front:
            yield Block(line.start, line.end, SentenceRole.BOILERPLATE, "front matter", gap=line.gap)
        elif fence or in_code:
            yield Block(line.start, line.end, SentenceRole.BOILERPLATE, "code", gap=line.gap)
        elif _TABLE_ROW.match(text, line.start, line.end):
            yield Block(line.start, line.end, SentenceRole.FRAGMENT, "table row", gap=line.gap)
        else:
            yield from _line_pieces(text, line)
        in_code ^= fence


def _front_matter_end(text: str) -> int:
    found = _FRONT_MATTER.match(text)
    return found.end() if found and _FRONT_MATTER_KEY.search(found.group()) else 0


def _line_pieces(text: str, line: Line) -> Iterator[Block]:
    """One line: a role for the whole of it, or what stands before the prose, the prose, a glued heading."""
    whole = line_role(text[line.start : line.end])
    if whole is not None:
        role, reason, said = whole
        yield Block(line.start, line.end, role, reason, dateline=said, gap=line.gap)
        return
    start, gap = line.start, line.gap
    for leading in _leading(text, line):
        yield leading
        start, gap = trimmed(text, leading.end, line.end)[0], False
    glued = _GLUED.search(text, start, line.end)
    if glued and len(words_of(glued["heading"])) <= _MAX_TITLE_WORDS and is_title_case(glued["heading"]):
        yield _prose(text, start, glued.start("gap"), gap)
        marker = ListItem(glued["dash"])
        heading = glued.start("heading")
        reason = "heading glued to the paragraph before it"
        yield Block(glued.start("dash"), line.end, SentenceRole.HEADING, reason, marker, body=heading)
    else:
        yield _prose(text, start, line.end, gap)


def _leading(text: str, line: Line) -> Iterator[Block]:
    """A kicker and a dateline before the first sentence."""
    start = line.start
    if kicker := kicker_before(text, start, line.end):
        _, end = trimmed(text, start, kicker)
        yield Block(start, end, SentenceRole.HEADING, "label before the sentence", gap=line.gap)
        start = trimmed(text, end, line.end)[0]
    if found := dateline_before(text, start, line.end):
        end, said = found
        gap = line.gap and start == line.start
        start, end = trimmed(text, start, end)
        # A day without a dash is a collector's and may stand before a title; a dateline stands before prose.
        reason = "date before the text" if said.place is None and text[end - 1].isdigit() else "dateline"
        yield Block(start, end, SentenceRole.DATELINE, reason, dateline=said, gap=gap)


def line_role(line: str) -> tuple[SentenceRole, str, Dateline | None] | None:
    """The role that a whole line shows by itself, with its reason; None for prose and headings."""
    plain = _ATX_HEADING.sub("", line, count=1).strip('*_> \t"“”')
    count = count_words(line)
    if said := date_line(plain):
        return SentenceRole.DATELINE, "date line", said
    for rule in line_rules():
        if count <= rule.max_words and rule.shows_in(plain or line):
            return rule.role, rule.reason, None
    if count <= _MAX_BYLINE_WORDS and _byline().fullmatch(plain):
        return SentenceRole.BYLINE, "byline", None
    return None


@cache
def _byline() -> re.Pattern[str]:
    """ "By Jane Doe", "Jane Doe, Staff Writer", "Written by Jane Doe | 3 May 2024", "Jane Doe|2024-05-03"."""
    name, job = name_pattern(), job_pattern()
    names = rf"{name}(?:(?:,| and|, and| &) {name}){{0,4}}"
    tail = r"(?:\s*[,|/·•–—(-]\s*[^.!?]{1,80})?"
    lead = r"(?:(?:written|words|story|report|text|posted|published|authored|op-ed) )?by|authors?|writer"
    outlet = rf"(?:{job}|{alternatives(role_words().agencies)})"
    named = rf"{names}\s*[,|]\s*[^.!?]{{0,40}}\b{outlet}s?\b[^.!?]{{0,40}}"
    dated = rf"{names}\s*\|\s*\d{{4}}-\d\d-\d\d"
    return re.compile(rf"(?:{lead}):? {names}{tail}|{named}|{dated}", re.IGNORECASE)


def _prose(text: str, start: int, end: int, gap: bool) -> Block:
    """A stretch of prose with its list marker and run-in title cut off."""
    body, item, title = start, None, None
    if quoted := _QUOTED.match(text, start, end):
        body = quoted.end()
    if heading := _ATX_HEADING.match(text, start, end):
        return Block(start, end, SentenceRole.HEADING, "heading", body=heading.end(), gap=gap)
    if marker := _BULLET.match(text, body, end):
        spelled = _ordinal().match(text, marker.end(), end)
        item, body = ListItem(marker.group().strip()), (spelled or marker).end()
    found = _BOLD_TITLE.match(text, body, end) or (item and _ITEM_TITLE.match(text, body, end))
    if found and _is_title(found["title"]):
        title, body = found.span("title"), found.end()
    return Block(start, end, SentenceRole.CLAIMS, "", item, title, body=body, gap=gap)


@cache
def _ordinal() -> re.Pattern[str]:
    """ "Second," after the marker of a list item, which says no more than that."""
    return re.compile(rf"(?:{alternatives(role_words().ordinals)})(?:ly)?,\s+", re.IGNORECASE)


def _is_title(words: str) -> bool:
    """Whether the words before a colon name a topic rather than a speaker's sentence."""
    parts = words_of(words)
    lower = [part.lower() for part in parts]
    if not parts or len(parts) > _MAX_TITLE_WORDS or not words[0].isupper():
        return False
    if role_words().finite.intersection(lower):
        return False
    return is_title_case(words) or len(parts) <= 4
