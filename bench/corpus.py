"""Synthetic news for the benchmarks: real sentences recombined, with names, amounts and dates varied.

The sentences are those of the articles in seeds/ and the templates of
templates.txt. An article takes its paragraphs from both, in an order of its
own; the names of the seeds' sentences are exchanged for others, one by one
throughout the article, and so are their numbers, and nine in ten of the
common nouns of both, so that claims have about as many others to be compared
with as those of real articles (docs/performance.md). So articles speak of the same kinds
of things in the same kinds of sentences without being copies, and claims of
different articles meet as those of a real corpus do. Article `n` is always
the same, however many are made; nothing is kept in memory.

    python bench/corpus.py FOLDER --articles 1000 [--words 900]
"""

import argparse
import random
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import cycle
from pathlib import Path

HERE = Path(__file__).parent
SEEDS = HERE.parent / "seeds"
IN_A_FOLDER = 1000

_SENTENCE_END = re.compile(r"(?<=[a-z\d)][.?!])[\"”’]?\s+(?=[\"“‘A-Z])")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}(?: [A-Z][a-z]{3,})?")
_NUMBER = re.compile(r"(?<![\w.,])\d{1,3}(?:,\d{3})*(?![\w,])")
_SLOT = re.compile(r"\{(\w+)\}")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MIN_WORDS, _MAX_WORDS = 8, 45
_NAMES_VARIED = 30  # the most frequent ones of the seeds: the rest is rare, and stays

_NAMES = tomllib.loads((HERE / "names.toml").read_text(encoding="utf-8"))
_COUNTRIES, _FIRST, _MONTHS, _ONSETS, _CORES, _ENDS = (
    _NAMES[kind].split() for kind in ("countries", "first", "months", "onsets", "cores", "ends")
)
_NOUNS = _NAMES["nouns"].split()
_NOUN = re.compile(rf"\b({'|'.join(_NOUNS)})(s?)\b")
_KEPT = 0.1  # of the nouns in an article stand for themselves
_ORGANISATIONS = _NAMES["organisations"].split("|")
_UNITS = ("million", "billion")


def surname(rng: random.Random) -> str:
    """An invented surname."""
    return rng.choice(_ONSETS) + rng.choice(_CORES) + rng.choice(_ENDS)


@cache
def seed_sentences() -> tuple[str, ...]:
    """The sentences of the seeds that stand in paragraphs."""
    found: list[str] = []
    for path in sorted(SEEDS.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            for sentence in _SENTENCE_END.split(line.strip()):
                if _MIN_WORDS <= len(sentence.split()) <= _MAX_WORDS and sentence.endswith("."):
                    found.append(sentence)
    return tuple(found)


@cache
def templates() -> tuple[str, ...]:
    """The sentences of our own, with slots for what varies."""
    lines = (HERE / "templates.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


@cache
def seed_names() -> tuple[str, ...]:
    """The names that the seeds' sentences use most, longest first."""
    counts = Counter(name for sentence in seed_sentences() for name in _NAME.findall(sentence))
    return tuple(sorted((n for n, _ in counts.most_common(_NAMES_VARIED)), key=len, reverse=True))


class Cast:
    """The names, places and bodies of one article, and numbers as they come."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        places = rng.sample(_COUNTRIES, 4 + _NAMES_VARIED)
        self._countries = cycle(places[:4])
        self._persons = cycle([f"{rng.choice(_FIRST)} {surname(rng)}" for _ in range(4)])
        self._bodies = cycle(rng.sample(_ORGANISATIONS, 4))
        # Every other name of the seeds stays: a corpus speaks of the same things again and again.
        self._renamed = {
            name: next(self._persons) if " " in name else place
            for name, place in zip(seed_names(), places[4:], strict=False)
            if rng.random() < 0.5
        }

        # Likewise of nouns: a corpus that says the same of the same things has far more to compare than a real one.
        self._nouns = {
            noun: noun if rng.random() < _KEPT else other
            for noun, other in zip(_NOUNS, rng.sample(_NOUNS, len(_NOUNS)), strict=True)
        }

    def filled(self, template: str) -> str:
        """A template with its slots filled."""
        text = _SLOT.sub(lambda slot: str(getattr(self, slot[1])), self._of_own_things(template))
        return text[0].upper() + text[1:]

    def varied(self, sentence: str) -> str:
        """A sentence of the seeds with this article's names and things, and other numbers."""
        sentence = self._of_own_things(sentence)
        for name, other in self._renamed.items():
            sentence = re.sub(rf"\b{name}\b", other, sentence)
        sentence = _YEAR.sub(lambda year: str(int(year[0]) + self._rng.randint(-3, 3)), sentence)
        return _NUMBER.sub(self._number, sentence)

    def _of_own_things(self, sentence: str) -> str:
        return _NOUN.sub(lambda noun: self._nouns[noun[1]] + noun[2], sentence)

    def _number(self, match: re.Match[str]) -> str:
        value = int(match[0].replace(",", ""))
        return match[0] if 1900 < value < 2100 else f"{max(2, round(value * self._rng.uniform(0.5, 2))):,}"

    country = property(lambda self: next(self._countries))
    person = property(lambda self: next(self._persons))
    body = property(lambda self: next(self._bodies))
    number = property(lambda self: f"{self._rng.randint(2, 9000):,}")
    percent = property(lambda self: f"{self._rng.randint(1, 60)} percent")
    year = property(lambda self: str(self._rng.randint(2005, 2024)))
    month = property(lambda self: self._rng.choice(_MONTHS))
    day = property(lambda self: str(self._rng.randint(1, 28)))

    @property
    def money(self) -> str:
        """An amount of dollars."""
        return f"${self._rng.randint(1, 900)} {self._rng.choice(_UNITS)}"


def article(number: int, words: int = 900) -> str:
    """The text of one article: a headline, a dateline, paragraphs of two to four sentences."""
    rng = random.Random(f"article {number}")
    cast = Cast(rng)
    sentences: list[str] = []
    length = 0
    own: list[str] = []
    others: list[str] = []
    while length < words:
        own = own or rng.sample(templates(), len(templates()))
        others = others or rng.sample(seed_sentences(), len(seed_sentences()))
        sentences.append(cast.varied(others.pop()) if rng.random() < 0.5 else cast.filled(own.pop()))
        length += len(sentences[-1].split())
    title = cast.filled(f"{{country}} weighs its options as {surname(rng)} report {number} appears")
    paragraphs = [title]
    while sentences:
        size = rng.randint(2, 4)
        paragraphs.append(" ".join(sentences[:size]))
        del sentences[:size]
    return "\n\n".join(paragraphs) + "\n"


def articles(count: int, words: int = 900, first: int = 0) -> Iterator[tuple[str, str]]:
    """Names of files and texts, one at a time; a thousand files a folder."""
    for number in range(first, first + count):
        yield f"{number // IN_A_FOLDER:04}/{number:07}.txt", article(number, words)


def write(folder: Path, count: int, words: int = 900) -> int:
    """Write a corpus; returns its number of words."""
    total = 0
    for name, text in articles(count, words):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        total += len(text.split())
    return total


def main() -> None:
    """Write a corpus into a folder."""
    parser = argparse.ArgumentParser(description="Write a synthetic corpus.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--words", type=int, default=900, help="words an article")
    options = parser.parse_args()
    print(f"{write(options.folder, options.articles, options.words)} words")


if __name__ == "__main__":
    main()
