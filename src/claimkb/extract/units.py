"""Cuts insertions out of a line before it is parsed.

Dashes and parentheses break the parser more often than anything else in
newspaper prose. So a line is parsed without its insertions, each insertion
is parsed by itself, and a table of offsets leads every character back to
the document.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from claimkb.extract.ages import ages
from claimkb.extract.comments import comments
from claimkb.extract.hyphens import JOINED, with_hyphens
from claimkb.extract.single_quotes import doubled

# Length-preserving: the model was trained on straight quotes and plain spaces.
_PLAIN = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "‛": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "\u00a0": " ",
        "\u2009": " ",
        "\u202f": " ",
        "\t": " ",
        "\n": " ",
        "\r": " ",
        "\u2010": "-",
        "\u2011": "-",
        "‒": "-",
        "–": "-",
        "―": "—",
    }
)
_SENTENCE_END = r"(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})[.?!][\"')\]]*(?=\s+[\"'(]*[A-Z]|\s*$)"
_SOURCED = re.compile(r",\s(?:according to|[^,]{3,50}\s(?:said|says|reported|told [^,]{3,30}))(?=[\s.]|$)")
_DASH = r"(?:\s?—\s?|\s--\s|\s[-–]\s)"
_PAIRED = re.compile(rf"{_DASH}(?P<in>[^—]{{2,300}}?){_DASH}")
_FINAL = re.compile(rf"{_DASH}(?P<in>[^—]{{8,300}}?)(?={_SENTENCE_END})")
# A pair of short dashes without spaces ("the ban–drafted by the board–failed"); others join ("cost–benefit").
_TIGHT = re.compile(
    r"(?<=[a-z])–(?=(?:the|an?|which|who|some|one|both|in|at|on|for|from|like|\w+ed|\w+ing) "
    r"[^–\n]{2,200}?[\w.](–)[a-z])"
)
_BRACKETS = re.compile(r"\s?\((?P<in>[^()]{1,300})\)")
# Within a quotation "the (government) failed" and "said (we) would": the editor's words, as in square brackets.
_EDITED = re.compile(
    r"\b(?i:the|a|an|this|these|our|my|your|his|her|its|their|of|to|for|with|by|that|and)\s\($"
)
_SQUARE = re.compile(r"\[([^\[\]]{1,300})\]")
_ADDITION = re.compile(r"(?:or|nor|and not)\s(?:\S+\s){0,9}\S+")
_REFERENCE = re.compile(r"\s*(?:\d[\d,\s–-]*|sic\.?|…|\.\.\.)\s*", re.IGNORECASE)
_JOINTS = {"—": " ", "-": " ", "–": " ", ")": " ", "]": " "}
_SPEAKER_FOLLOWS = re.compile(
    r"\s*(?:[\w.'-]+\s+){0,8}?(?:said|says|say|reported|reports|told|wrote|announced|added|argued|according)\b"
)
_COMMENT = ":"  # opens what is cut at the head of a sentence: the word after it begins the sentence
_MIN_INSERT = 8  # characters of an insertion at the end of a sentence
_STOP = re.compile(_SENTENCE_END)
_GLUED_QUOTE = re.compile(r"(?<=\w[,:])(?=\"\w)")  # 'said,"We lost': a blank is missing
_GLUED_POSSESSIVE = re.compile(r"(?<=\w) (?='s\b)")


@dataclass(frozen=True, slots=True)
class Unit:
    """A text to parse; `offsets[i]` is the document offset of character i, one more entry for the end.

    `anchor` is the document offset at which an insertion was cut out (None for a main text);
    `opener` tells a dash ("—") from a bracket ("(").
    """

    text: str
    offsets: Sequence[int]
    anchor: int | None = None
    opener: str = ""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The document span of the characters `start`..`end` of this unit."""
        return self.offsets[start], self.offsets[end - 1] + 1


def plain(text: str) -> str:
    """The same text with plain quotes, spaces and hyphens; every character keeps its place."""
    return text.translate(_PLAIN)


def _long_dashes(text: str, line: str) -> str:
    """`line` with the short dashes that set something off in `text` as long ones."""
    for pair in _TIGHT.finditer(text):
        for place in (pair.start(), pair.start(1)):
            line = f"{line[:place]}—{line[place + 1 :]}"
    return line


def _square_cuts(match: re.Match[str]) -> list[tuple[int, int, int, int, str]]:
    """Square brackets hold an editor's words, which belong to the sentence; a reference or "sic" does not."""
    start, end = match.span()
    if _REFERENCE.fullmatch(match[1]):
        return [(start, end, start, start, "[")]
    return [(start, start + 1, start, start, "["), (end - 1, end, end, end, "[")]


def _cuts(text: str) -> list[tuple[int, int, int, int, str]]:
    """The insertions of a plain line as (outer start, outer end, inner start, inner end, opener)."""
    found: list[tuple[int, int, int, int, str]] = []
    for m in _BRACKETS.finditer(text):
        if _EDITED.search(text, 0, m.start("in")) and text.count('"', 0, m.start()) % 2:
            found += [
                (m.start("in") - 1, m.start("in"), m.start("in"), m.start("in"), "["),
                (m.end() - 1, m.end(), m.end(), m.end(), "["),
            ]
            continue
        found.append((m.start(), m.end(), m.start("in"), m.end("in"), "("))
    for m in _SQUARE.finditer(text):
        found += _square_cuts(m)
    found += ages(text)
    found += ((start, end, start, start, _COMMENT if opens else "[") for start, end, opens in comments(text))
    spans = [(s, e) for s, e, *_ in found]
    position = 0
    while (pair := _PAIRED.search(text, position)) is not None:
        if _STOP.search(pair["in"]) or any(s < pair.start() < e for s, e in spans):
            position = pair.start() + 1
            continue
        found.append((pair.start(), pair.end(), pair.start("in"), pair.end("in"), "—"))
        position = pair.end()
    spans = [(s, e) for s, e, *_ in found]
    for m in _FINAL.finditer(text):
        inside = any(s <= m.start() < e or m.start() <= s < m.end() for s, e in spans)
        if not inside and not _STOP.search(m["in"]):
            sourced = _SOURCED.search(text, m.start("in") + _MIN_INSERT, m.end("in"))
            end = sourced.start() if sourced else m.end("in")
            found.append((m.start(), end, m.start("in"), end, "—"))
    return sorted(cut for cut in found if not _is_addition(text, cut))


def _is_addition(text: str, cut: tuple[int, int, int, int, str]) -> bool:
    """ "anger at the firms — or at the minister": between dashes, but no statement without what precedes."""
    return cut[4] == "—" and _ADDITION.fullmatch(text, cut[2], cut[3]) is not None


def cut_units(text: str, offset: int) -> tuple[Unit, tuple[Unit, ...]]:
    """The main unit of a line and its insertions; `offset` is the document offset of the line."""
    line = with_hyphens(_long_dashes(text, plain(doubled(text))))
    inserts: list[Unit] = []
    kept: list[int] = []
    commas: set[int] = set()
    capitals: set[int] = set()
    last = 0
    cuts = _cuts(line)
    if not cuts:
        return _unit(line, range(len(line)), offset, None, ""), ()
    for start, end, inner_start, inner_end, opener in cuts:
        if start < last:
            continue
        kept.extend(range(last, start))
        if opener == "—" and _SPEAKER_FOLLOWS.match(line, end):
            kept.append(_dash_at(line, start))  # the dash stands for the comma before "he said"
            commas.add(kept[-1])
        if inner_end > inner_start:
            inserts.append(_unit(line, range(inner_start, inner_end), offset, offset + start, opener))
        # The white space around an insertion stands for it, so that words don't run together.
        if opener == _COMMENT:
            capitals.add(end)
        elif opener != "[" and end < len(line) and line[end].isalnum() and start > 0:
            kept.append(max(start, end - 1))
        last = end
    kept.extend(range(last, len(line)))
    return _unit(line, kept, offset, None, "", commas, capitals), tuple(inserts)


def _dash_at(line: str, start: int) -> int:
    """The place of the dash in the white space at `start`."""
    return next((i for i in range(start, min(start + 3, len(line))) if line[i] in "—-"), start)


def _unit(
    line: str,
    kept: "range | list[int]",
    offset: int,
    anchor: int | None,
    opener: str,
    commas: Collection[int] = (),
    capitals: Collection[int] = (),
) -> Unit:
    if isinstance(kept, range) and " 's" not in line and JOINED not in line:
        made = Unit(
            line[kept.start : kept.stop], range(offset + kept.start, offset + kept.stop + 1), anchor, opener
        )
        return _with_blanks(made)
    cut = {m.start() for m in _GLUED_POSSESSIVE.finditer(line)}
    cut |= {i for i, letter in enumerate(line) if letter == JOINED}
    places = [i for i in kept if i not in cut]
    joint = {b for a, b in pairwise(places) if b != a + 1 and line[a + 1] != JOINED and not line[b].isalnum()}
    letters = [_JOINTS.get(line[i], line[i]) if i in joint else line[i] for i in places]
    letters = ["," if i in commas else letter for i, letter in zip(places, letters, strict=True)]
    letters = [
        _capital(letter) if i in capitals else letter for i, letter in zip(places, letters, strict=True)
    ]
    offsets = [offset + i for i in places]
    offsets.append(offsets[-1] + 1 if offsets else offset)
    return _with_blanks(Unit("".join(letters), tuple(offsets), anchor, opener))


def _with_blanks(unit: Unit) -> Unit:
    """The unit with a blank before each quotation that is glued to the word that introduces it."""
    if '"' not in unit.text or _GLUED_QUOTE.search(unit.text) is None:
        return unit
    text, offsets = unit.text, list(unit.offsets)
    for place in reversed([m.start() for m in _GLUED_QUOTE.finditer(unit.text)]):
        text = f"{text[:place]} {text[place:]}"
        offsets.insert(place, offsets[place])
    return Unit(text, tuple(offsets), unit.anchor, unit.opener)


def _capital(letter: str) -> str:
    """The capital of a letter, where that is one letter."""
    return letter.upper() if len(letter.upper()) == 1 else letter
