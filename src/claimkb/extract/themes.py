"""Which themes a claim belongs to, and by which of their terms.

A term is matched on word boundaries, in any case, singular, plural or
possessive, hyphenated, spaced or closed up (counter-terrorism, counterterrorism);
an acronym in capitals only in capitals, with or without points. A term inside a
longer one does not count. The context (title, heading) is weaker than the claim:
it can complete a term of several parts, but earns nothing alone.

Only terms whose first letters begin some word of the text are tried, and of
these only those whose longest word, as far as no ending changes it, occurs in
it: of the 1,700 terms of the built-in taxonomy one or two a claim.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from claimkb.model import Theme, ThemeTag

_APOSTROPHES = re.compile("[’‘ʼ`]")
_HYPHENS = re.compile("[‐‑‒–—]")
_WORD = re.compile(r"\w[\w.']*")
_AND = " + "


@dataclass(frozen=True, slots=True)
class _Part:
    """One part of a term, with the theme and term it belongs to (by their positions)."""

    theme: int
    term: int
    number: int
    words: str
    sign: str  # what the text must hold for it to occur, without case or points
    capitals: bool  # whether the sign is an acronym

    @property
    def pattern(self) -> re.Pattern[str]:
        """What finds it; compiled when a text first has its letters, since most terms never occur."""
        return _compiled(self.words)


Found = dict[tuple[int, int], dict[int, list[tuple[int, int]]]]  # theme and term → part → where it occurs


@dataclass(frozen=True, slots=True)
class _Index:
    """The compiled parts of a taxonomy's terms by the letters that their first word begins with."""

    by_prefix: dict[str, tuple[_Part, ...]]

    def found_in(self, text: str) -> Found:
        """What occurs in the text."""
        if not self.by_prefix or not text:
            return {}
        text = _plain(text)
        folded, capitals = _folded(text), text.replace(".", "")
        found: Found = {}
        for prefix in _prefixes(text):
            for part in self.by_prefix.get(prefix, ()):
                if part.sign not in (capitals if part.capitals else folded):
                    continue
                spans = [match.span() for match in part.pattern.finditer(text)]
                if spans:
                    found.setdefault((part.theme, part.term), {})[part.number] = spans
        return found


def tag_themes(text: str, themes: Sequence[Theme], *, context: str = "") -> tuple[ThemeTag, ...]:
    """The themes of a claim's text, in the order of the taxonomy, each with the terms that earned it."""
    return Tagger(themes).tag(text, context)


class Tagger:
    """Tags many claims with one taxonomy; what the last context holds is kept, since neighbours share it."""

    def __init__(self, themes: Sequence[Theme]) -> None:
        self._taxonomy = tuple(themes)
        self._index = _index(self._taxonomy)
        self._context: tuple[str, Found] = ("", {})

    def tag(self, text: str, context: str = "") -> tuple[ThemeTag, ...]:
        """The themes of a text, in the order of the taxonomy, each with the terms that earned it."""
        if context != self._context[0]:
            self._context = (context, self._index.found_in(context))
        in_context = self._context[1]
        earned: dict[int, dict[int, list[tuple[int, int]]]] = {}
        for (theme, term), parts in self._index.found_in(text).items():
            needed = self._taxonomy[theme].terms[term].count(_AND) + 1
            if len(parts.keys() | in_context.get((theme, term), {}).keys()) == needed:
                spans = parts[0] if needed == 1 else []
                earned.setdefault(theme, {})[term] = spans
        tags = []
        for theme in sorted(earned):
            terms = tuple(self._taxonomy[theme].terms[term] for term in _longest(earned[theme]))
            tags.append(ThemeTag(self._taxonomy[theme].slug, terms))
        return tuple(tags)


def _longest(terms: dict[int, list[tuple[int, int]]]) -> list[int]:
    """The terms, in order, without those that occur only inside longer ones; conjunctions (no spans) stay."""
    everywhere = [span for spans in terms.values() for span in spans]
    return [
        term
        for term in sorted(terms)
        if not terms[term] or any(not _inside(span, everywhere) for span in terms[term])
    ]


def _inside(span: tuple[int, int], others: list[tuple[int, int]]) -> bool:
    return any(start <= span[0] and span[1] <= end and (start, end) != span for start, end in others)


def _plain(text: str) -> str:
    """The text with one kind of apostrophe, hyphen and space."""
    return " ".join(_HYPHENS.sub("-", _APOSTROPHES.sub("'", text)).split())


def _folded(text: str) -> str:
    """The text without case, a dotless i as i: what the patterns make no difference between."""
    return text.lower() if text.isascii() else text.casefold().replace("ı", "i")


def _sign(term: str) -> tuple[str, bool]:
    """The longest stretch of a term that is written one way, and whether that is an acronym; "" if there is none."""
    fixed = [stem for word in _plain(term).split(" ") if not _is_acronym(word) for stem in _stems(word)]
    if fixed:
        longest = max(fixed, key=len)
        return (longest if longest.isascii() else ""), False
    return max(_plain(term).split(" "), key=len), True


def _stems(word: str) -> list[str]:
    """The parts of a word between its hyphens, without what endings change."""
    *heads, tail = word.lower().split("-")
    return [*heads, tail.removesuffix("*") if tail.endswith("*") else tail.removesuffix("y")]


def _prefixes(text: str) -> set[str]:
    """What the words of the text begin with: their first one, two and three letters."""
    words = {word.group().replace(".", "").replace("'", "").lower() for word in _WORD.finditer(text)}
    return {word[:length] for word in words for length in (1, 2, 3)}


def _prefix(term: str) -> str:
    """The letters under which a term is filed: those that no ending changes (fly, flies)."""
    word = _WORD.match(_plain(term))
    letters = word.group().replace(".", "").replace("'", "").lower() if word else ""
    return letters[:2] if len(letters) == 3 and letters.endswith("y") else letters[:3]


@lru_cache(maxsize=16)
def _index(themes: tuple[Theme, ...]) -> _Index:
    by_prefix: dict[str, list[_Part]] = {}
    for theme, record in enumerate(themes):
        for term, written in enumerate(record.terms):
            for number, words in enumerate(written.split(_AND)):
                by_prefix.setdefault(_prefix(words), []).append(
                    _Part(theme, term, number, words, *_sign(words))
                )
    return _Index({prefix: tuple(parts) for prefix, parts in by_prefix.items()})


@lru_cache(maxsize=16_384)
def _compiled(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_pattern(words)})(?!\w)")


def _pattern(term: str) -> str:
    """The words of a term with anything between them that writers put there."""
    words = _plain(term).split(" ")
    return "[ -]".join(_word_pattern(word, last=index == len(words) - 1) for index, word in enumerate(words))


def _word_pattern(word: str, *, last: bool) -> str:
    if _is_acronym(word):
        letters = r"\.?".join(re.escape(letter) for letter in word)
        return rf"{letters}\.?(?:'?s)?"
    *heads, tail = word.split("-")
    closed_up = "".join(f"{re.escape(head)}[ -]?" for head in heads)
    return f"(?i:{closed_up}{_inflected(tail, last=last)})"


def _is_acronym(word: str) -> bool:
    return len(word) >= 2 and word.isalpha() and word.isupper()


def _inflected(word: str, *, last: bool) -> str:
    """`word*` as a prefix; the last word of a term also in the plural, any word with a possessive."""
    if word.endswith("*"):
        return re.escape(word[:-1]) + r"[\w'-]*"
    if not last:
        return re.escape(word) + r"(?:'s?)?"
    if word.endswith("y") and len(word) > 2 and word[-2] not in "aeiou":
        return re.escape(word[:-1]) + r"(?:y|ies)(?:'s?)?"
    return re.escape(word) + r"(?:e?s)?(?:'s?)?"
