"""Claims for the benchmark of growth, made once and varied: no parser runs while a base grows.

Extracting a hundred thousand articles takes days, so growth is measured on
claims that were extracted before. Each sentence of `corpus.py` (the seeds and
the templates of our own) is extracted some times with other numbers and
dates; an article then draws sentences, and exchanges their names and content
words throughout its claims. Documents, claims and what is compared are
therefore as in an ingest; what a parser would have made of the exchanged
words is not asked again.

What grows with a real corpus grows here: words and names follow a law like
Zipf's, so that there are ever new ones (Heaps), and so do events. An article
takes up the event of an earlier one more often than not, whichever it is, so
that few events have many articles and most have one or two (Yule, Simon);
articles on one event share most of its names, and half of its words and of
what they tell. Set
beside 354 public news articles in `docs/scale.md`.

A claim stands in its document where it should; the places of names and
amounts within it are those before the exchange.
"""

import hashlib
import pickle
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import Enum
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import corpus

from claimkb.extract import Extractor
from claimkb.extract.identity import id_of
from claimkb.lexicon.comparing import comparison_words
from claimkb.model import Claim, Document, Extraction, Frame, Holder, Sentence, SentenceRole, SourceInfo
from claimkb.readers.themes_file import themes_for

VARIANTS = 8  # of each sentence, in its numbers, dates and names
OUTLETS = 500

Words = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence with its claims, which stand where they do in the sentence alone."""

    text: str
    claims: tuple[Claim, ...]


def make_pieces(cache: Path | None = None) -> tuple[Piece, ...]:
    """All variants of all sentences that give claims; kept in `cache`, since it takes a minute."""
    if cache is not None and cache.exists():
        return pickle.loads(cache.read_bytes())  # our own file
    extractor, themes = Extractor(), themes_for([], None)
    pieces: list[Piece] = []
    for variant in range(VARIANTS):
        rng = random.Random(f"variant {variant}")
        cast = corpus.Cast(rng)
        texts = [cast.filled(each) for each in corpus.templates()]
        texts += [cast.varied(each) for each in corpus.seed_sentences()]
        for text in texts:
            found = extractor.extract(document("piece", text, "bench"), themes).claims
            if found:
                pieces.append(Piece(text, found))
    if cache is not None:
        cache.write_bytes(pickle.dumps(tuple(pieces)))
    return tuple(pieces)


@dataclass(frozen=True)
class Premade:
    """Articles without end: what a reader and an extractor give of the article of a number, always the same."""

    pieces: tuple[Piece, ...]
    words: int = 900

    def extraction(self, number: int) -> Extraction:
        """An article and its claims."""
        rng = random.Random(f"growth {number}")
        event = event_of(number)
        change = _exchange(number, event, self.names)
        told = random.Random(f"told {event}").choices(self.pieces, k=_TOLD)
        drawn: list[Piece] = []
        length = 0
        while length < self.words:
            drawn.append(rng.choice(told if rng.random() < _SHARED_SENTENCES else self.pieces))
            length += len(drawn[-1].text.split())
        texts = [change(piece.text) for piece in drawn]
        text = "\n".join(texts) + "\n"
        day = f"20{rng.randint(5, 24):02}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"
        made = document(f"{number:07}.txt", text, f"outlet {rng.randrange(OUTLETS)}", day)
        return _assembled(made, drawn, texts, change)

    def extract(self, document: Document, themes: object) -> Extraction:
        """The same, as an extractor gives it."""
        return self.extraction(int(Path(document.path).stem))

    @cached_property
    def names(self) -> frozenset[str]:
        """The words that names are made of."""
        mentions = (mention for piece in self.pieces for claim in piece.claims for mention in claim.entities)
        words = (word for each in mentions for word in _WORD.findall(f"{each.name} {each.text}"))
        return frozenset(word for word in words if word[0].isupper())

    @cached_property
    def claims_a_piece(self) -> float:
        """How many claims a sentence gives."""
        return sum(len(piece.claims) for piece in self.pieces) / len(self.pieces)


def documents(made: Premade, first: int, last: int) -> Iterator[Document]:
    """The articles from one number up to another."""
    return (made.extraction(number).document for number in range(first, last))


def _assembled(document: Document, drawn: list[Piece], texts: list[str], change: Words) -> Extraction:
    sentences, claims = [], []
    start = 0
    for index, (piece, text) in enumerate(zip(drawn, texts, strict=True)):
        sentences.append(Sentence(index, start, start + len(text), SentenceRole.CLAIMS, ""))
        for claim in piece.claims:
            quote = change(claim.quote)
            place = text.find(quote)
            if place < 0:  # a name that is exchanged only beyond the quote's end
                quote, place = text, 0
            moved = replace(
                _varied(claim, change),
                quote=quote,
                start=start + place,
                end=start + place + len(quote),
                sentence=index,
            )
            claims.append(replace(moved, id=id_of(document.hash, moved)))
        start += len(text) + 1
    each_once = {claim.id: claim for claim in claims}
    return Extraction(document, tuple(sentences), tuple(each_once.values()), "premade")


def document(path: str, text: str, source: str, day: str | None = None) -> Document:
    """A document of these words."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(path, text, digest, SourceInfo(source, published=day))


def event_of(number: int) -> int:
    """The article that was the first on the event of an article."""
    while number:
        rng = random.Random(f"event {number}")
        if rng.random() < NEW_EVENTS:
            break
        number = rng.randrange(number)
    return number


def _exchange(article: int, event: int, names: frozenset[str]) -> Words:
    """What exchanges the names and the longer words of an article for others, the same throughout.

    A word becomes one of many that do not exist; the first, which is the word itself, is the most frequent. The
    first letters decide, so that a verb and its lemma go together. Which it becomes is decided for the event or for
    the article alone.
    """
    kept = _function_words()

    @cache
    def other_of(word: str) -> str:
        name = word in names
        small = word.lower()
        if small in kept or len(word) < (_SHORTEST_NAME if name else _LONG):
            return word
        stem = small[:_LONG]
        shared = _drawn(f"{article} {stem}") < (_SHARED_NAMES if name else _SHARED_WORDS)
        return word + _sign(int(_VOCABULARY ** _drawn(f"{event if shared else -article} {stem}!")))

    @cache  # the same words stand in several fields of a claim
    def change(text: str) -> str:
        return _WORD.sub(lambda match: other_of(match[0]), text)

    return change


def _drawn(seed: str) -> float:
    """A number between 0 and 1, always the same for a seed."""
    return int.from_bytes(hashlib.blake2b(seed.encode(), digest_size=4).digest()) / 2**32


@cache
def _function_words() -> frozenset[str]:
    words = comparison_words()
    return words.generic | words.function_words | words.negators | words.months | words.numbers


def _sign(number: int) -> str:
    """What makes another word of a word: nothing for the first, else letters."""
    letters = ""
    while number > 1:
        number, digit = divmod(number, 20)
        letters += "bcdfghjklmnpqrstvwxz"[digit]
    return letters


NEW_EVENTS = 0.3  # of the articles
_SHARED_NAMES, _SHARED_WORDS = 0.8, 0.6  # of an article are those of its event
_TOLD, _SHARED_SENTENCES = 30, 0.65  # what there is to tell of an event, and how much of an article does
_LONG = 5  # letters: shorter words are mostly not what a claim is found by
_SHORTEST_NAME = 3
_VOCABULARY = 2000  # words for each word of the sentences
_WORD = re.compile(r"[A-Za-z]{3,}")


def _varied(value: Any, change: Words) -> Any:  # noqa: ANN401 - a record of whatever kind
    """A record with its words exchanged."""
    if isinstance(value, str):
        return value if isinstance(value, Enum) else change(value)
    if isinstance(value, tuple):
        return tuple([_varied(each, change) for each in value]) if value else value
    names = _fields(type(value))
    if not names:
        return value
    held = ((name, getattr(value, name)) for name in names)
    return replace(value, **{name: _varied(each, change) for name, each in held if isinstance(each, _WORDED)})


@cache
def _fields(kind: type) -> tuple[str, ...]:
    """The fields of a record in which words may stand."""
    kept = ("id", "unit", "start", "end", "precision", "role", "slug", "kind")
    return tuple(each.name for each in fields(kind) if each.name not in kept) if is_dataclass(kind) else ()


_WORDED = (str, tuple, Holder, Frame)
