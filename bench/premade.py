"""Claims for the benchmark of growth, made once and varied: no parser runs while a base grows.

Extracting a hundred thousand articles takes days, so growth is measured on
claims that were extracted before. Each sentence of `corpus.py` (the seeds and
the templates of our own) is extracted some times with other numbers and
dates; an article then draws sentences, and exchanges names and long words
throughout its claims, as `corpus.py` does in texts. Documents, claims
and what is compared are therefore as in an ingest; what a parser would have
made of the exchanged words is not asked again.

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
            found = extractor.extract(_document("piece", text, "bench"), themes).claims
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
        change = _exchange(rng)
        drawn: list[Piece] = []
        length = 0
        while length < self.words:
            drawn.append(rng.choice(self.pieces))
            length += len(drawn[-1].text.split())
        texts = [change(piece.text) for piece in drawn]
        text = "\n".join(texts) + "\n"
        day = f"20{rng.randint(5, 24):02}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"
        document = _document(f"{number:07}.txt", text, f"outlet {rng.randrange(OUTLETS)}", day)
        return _assembled(document, drawn, texts, change)

    def extract(self, document: Document, themes: object) -> Extraction:
        """The same, as an extractor gives it."""
        return self.extraction(int(Path(document.path).stem))

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


def _document(path: str, text: str, source: str, day: str | None = None) -> Document:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(path, text, digest, SourceInfo(source, published=day))


def _exchange(rng: random.Random) -> Words:
    """What exchanges the longer words and half of the names of an article for others, the same throughout.

    A word becomes one of many that do not exist, by a law like Zipf's, so that
    the vocabulary of a base grows with it as that of a language does; one in
    eleven stays. The first letters decide, so that a verb and its lemma go together.
    """
    places = dict(zip(corpus._COUNTRIES, rng.sample(corpus._COUNTRIES, len(corpus._COUNTRIES)), strict=True))
    others = {place.lower(): other.lower() for place, other in places.items() if rng.random() < 0.5}
    others.update((name.lower(), rng.choice(corpus._FIRST).lower()) for name in corpus._FIRST)
    surnames = [corpus.surname(rng).lower() for _ in range(2)]
    signs: dict[str, str] = {}
    known: dict[str, str] = {}  # what became of a word; a text has most of its words several times

    def changed(match: re.Match[str]) -> str:
        word = match[0]
        if word not in known:
            known[word] = other_of(word)
        return known[word]

    def other_of(word: str) -> str:
        small = word.lower()
        if _SURNAME.fullmatch(word):
            other = surnames[len(word) % 2]
        elif small in others:
            other = others[small]
        elif len(word) < _LONG or word[0].isupper():
            return word
        else:
            return word + signs.setdefault(small[:_LONG], _sign(int(_VOCABULARY ** rng.random())))
        return other.capitalize() if word[0].isupper() else other

    texts: dict[str, str] = {}  # the same words stand in several fields of a claim

    def change(text: str) -> str:
        if text not in texts:
            texts[text] = _WORD.sub(changed, text)
        return texts[text]

    return change


def _sign(number: int) -> str:
    """What makes another word of a word: nothing for the first, else letters."""
    letters = ""
    while number > 1:
        number, digit = divmod(number, 20)
        letters += "bcdfghjklmnpqrstvwxz"[digit]
    return letters


_LONG = 5  # letters: shorter words are mostly not what a claim is found by
_VOCABULARY = 3000  # words for each word of the sentences
_WORD = re.compile(r"[A-Za-z]{3,}")
_PARTS_OF_NAMES = ("|".join(parts) for parts in (corpus._ONSETS, corpus._CORES, corpus._ENDS))
_SURNAME = re.compile("".join(f"(?:{part})" for part in _PARTS_OF_NAMES), re.IGNORECASE)


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
