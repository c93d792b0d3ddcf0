"""A claim read as statements: the clause that holds a negator denies its words, the rest is affirmed.

The polarity of a claim tells only of its main verb; two texts that are laid
side by side need to know what else is denied. A second negation leaves the
sense open, and then nothing is read at all.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from claimkb.compare.difference import word_forms
from claimkb.compare.profile import profile
from claimkb.compare.wordbags import core
from claimkb.compare.words import tokens
from claimkb.lexicon.comparing import comparison_words
from claimkb.model import Claim

_BREAK = re.compile(
    r"[;:]|,?\s\b(?:but|although|though|while|whereas|because|which|who|where|when|if|how|whether)\b|,\s(?=and\b)"
)
# "Not by road but by rail" denies the road, not the journey; "No, …" answers and says the rest itself.
_CORRECTED = re.compile(r"(?i)\bnot (?:[\w’'-]+ ){1,6}but\b")
_GOVERNING = frozenset({"with", "of", "for", "by", "about", "at", "despite", "from", "to"})
_ANSWER = re.compile(r"(?i)^(?:oh,? )?no\b,?\s(?=.*\b(?:not|n't|never|no)\b)")


@dataclass(frozen=True, slots=True)
class Statement:
    """What a clause says: the words of its subject, then the words of what is said, denied or not."""

    denied: bool
    subject: tuple[str, ...]
    said: tuple[str, ...]
    partial: str  # "all" in "not all": the denial leaves room
    text: str

    @property
    def words(self) -> frozenset[str]:
        """All words that say something."""
        return frozenset((*self.subject, *self.said))


@lru_cache(maxsize=50_000)
def statements(claim: Claim) -> tuple[Statement, ...]:
    """The statements of a claim; none where a second negation leaves its sense open."""
    text = _without_idioms(claim.text)
    negators = comparison_words().negators
    found = [t for t in tokens(text) if t in negators]
    if not found:
        denied = () if profile(claim).negated else tuple(_unfulfilled(text))
        tail = {w for s in denied for w in s.said}
        rest = tuple(w for w in core(tokens(text)) if w not in tail)
        return (Statement(profile(claim).negated, (), rest, "", text), *denied)
    if found == ["neither", "nor"]:
        return tuple(_neither(text))
    if len(found) > 1 or _denies_untruth(tokens(text)):
        return ()
    return tuple(s for part in _BREAK.split(text) if tokens(part) for s in _clause(part, negators))


def _denies_untruth(words: tuple[str, ...]) -> bool:
    """Whether a negation is of a denial: "no one denied that", "it is not untrue that"."""
    lists = comparison_words()
    at = next(i for i, w in enumerate(words) if w in lists.negators)
    near = words[at + 1 : at + 4]
    failing = near[1:2] == ("to",) and bool(lists.implicatives & set(word_forms(near[0])))
    return bool(set(near) & lists.refuters) or failing  # "did not fail to notice" denies nothing


def _unfulfilled(text: str) -> Iterator[Statement]:
    """What a noun denies that governs it: "a delay in reaching agreement on the budget"."""
    for phrase in comparison_words().unfulfilled:
        _, found, after = text.partition(f" {phrase} ")
        if found:
            yield Statement(True, (), core(tokens(after)), "", after)


def _without_idioms(text: str) -> str:
    """The text without phrases that only look like a negation: "not only", "no doubt"."""
    text = _ANSWER.sub("", _CORRECTED.sub("", text))
    for phrase, pattern in _idioms():
        if phrase in text.lower():
            text = pattern.sub("", text)
    return text


@cache
def _idioms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    phrases = comparison_words().no_negations
    return tuple((phrase, re.compile(rf"(?i)\b{phrase}\b")) for phrase in phrases)


def _clause(text: str, negators: frozenset[str]) -> Iterator[Statement]:
    words = tokens(text)
    at = next((i for i, w in enumerate(words) if w in negators), None)
    if at is None:
        yield Statement(False, (), core(words), "", text)
    elif at and words[at - 1] in _GOVERNING and words[at + 1 : at + 2] and words[at + 1].endswith("ing"):
        # "Fed up with not having a job": what stands before is said, only the rest is denied.
        yield Statement(False, (), core(words[: at - 1]), "", text)
        yield Statement(True, (), core(words[at + 1 :]), "", " ".join(words[at:]))
    else:
        yield _denied(text, words, at)


def _denied(text: str, words: tuple[str, ...], at: int) -> Statement:
    after = words[at + 1 :]
    partial = after[0] if after and after[0] in comparison_words().partial else ""
    while len(after) > 1 and after[0].endswith("ly"):
        after = after[1:]  # "not really work": the predicate is what is denied
    return Statement(True, core(words[:at]), core(after), partial, text)


def _neither(text: str) -> Iterator[Statement]:
    """Each of the two that "neither … nor" denies, with the subject before them."""
    words = tokens(text)
    first, second = words.index("neither"), words.index("nor")
    subject = core(words[:first])
    for said in (words[first + 1 : second], words[second + 1 :]):
        yield Statement(True, subject, core(said), "", text)
