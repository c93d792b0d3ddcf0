"""What a sentence is when it is no claim: a question, a greeting, or text about the text.

Used after sentences are split. A question at the end of a statement ("Prices
rose again: who pays?") is reported with its own offsets, so that the statement
keeps its claims.
"""

import re
from dataclasses import dataclass

from claimkb.extract.shapes import words_of
from claimkb.lexicon.roles import line_rules, meta_pattern
from claimkb.model import SentenceRole

_ASKED = re.compile(r"\?[\"'”’»)\]*_]*\s*$")
_QUOTED_END = re.compile(r"[\"“‘«][^\"“”«»]*\?[\"”’»]+\s*$")
_QUOTE_FIRST = re.compile(
    r"[\"“‘«](?P<inside>[^\"”»]+)\?,?[\"”’»]+\s+(?P<rest>[^\"“]*)$",
)
_ASKING_VERB = re.compile(
    r"\b(?:ask|wonder|inquir|enquir|quer|demand|sa(?:y|id)|repl|wr(?:i|o)te|tweet)\w*\b", re.I
)
# A stub that only announces the question after its colon or dash.
_STUB = re.compile(
    r"\b(?:questions?|issue|puzzle|query|asks?|asked|wonders?|wondered)(?: \w+){0,3}$", re.IGNORECASE
)
_BREAK = re.compile(r"(?:[:;]|\s[–—-]|[–—])\s*(?=[A-Z\"“‘]?\w)")
_MIN_STATEMENT_WORDS = 4


@dataclass(frozen=True, slots=True)
class SentenceVerdict:
    """The role of `sentence[start:end]` and why; the rest of the sentence, if any, is a statement."""

    role: SentenceRole
    reason: str
    start: int
    end: int


def sentence_role(sentence: str) -> SentenceVerdict | None:
    """What the sentence is if it is no claim, or None."""
    plain = sentence.strip()
    if plain.endswith("?") or _ASKED.search(plain) or _QUOTE_FIRST.fullmatch(plain):
        return _question(sentence)
    if meta_pattern().search(plain.lstrip("*_([“\"' ")):
        return SentenceVerdict(SentenceRole.META, "text about the text", 0, len(sentence))
    for rule in line_rules():
        alone = rule.role is SentenceRole.GREETING or rule.reason == "related reading"
        if alone and len(words_of(plain)) <= rule.max_words and rule.shows_in(plain):
            return SentenceVerdict(rule.role, rule.reason, 0, len(sentence))
    return None


def _question(sentence: str) -> SentenceVerdict | None:
    whole = SentenceVerdict(SentenceRole.QUESTION, "question", 0, len(sentence))
    if quote_first := _QUOTE_FIRST.fullmatch(sentence.strip()):
        rest = quote_first["rest"]
        asked = _ASKING_VERB.search(rest) and len(words_of(rest)) <= 8 and ". " not in quote_first["inside"]
        return whole if asked else None
    quoted = _QUOTED_END.search(sentence)
    if quoted:
        return _after(sentence, quoted.start(), whole)
    for found in reversed(list(_BREAK.finditer(sentence))):
        if len(words_of(sentence[: found.start()])) >= _MIN_STATEMENT_WORDS:
            return _after(sentence, found.end(), whole)
    return whole


def _after(sentence: str, start: int, whole: SentenceVerdict) -> SentenceVerdict:
    """The question from `start`, or the whole sentence where what precedes only announces it."""
    before = sentence[:start].rstrip(' ,:;–—-"“‘')
    words = words_of(before)
    if len(words) < _MIN_STATEMENT_WORDS or _announces(before):
        return whole
    return SentenceVerdict(SentenceRole.QUESTION, "question after a statement", start, len(sentence))


def _announces(before: str) -> bool:
    """Whether the last clause before the question only says that one is asked."""
    last_clause = re.split(r"[,;:–—]", before)[-1]
    return bool(_STUB.search(last_clause))
