"""A document cut into passages that a model reads one at a time, along paragraphs and never inside a sentence."""

from collections.abc import Sequence
from dataclasses import dataclass

from claimkb.model import Sentence, SentenceRole

# Some 700 tokens: small models lose the thread beyond, and a passage that fails costs little to ask again.
PASSAGE_CHARACTERS = 2800

_READ = {SentenceRole.CLAIMS, SentenceRole.QUESTION, SentenceRole.FRAGMENT, SentenceRole.HEADING}


@dataclass(frozen=True, slots=True)
class Passage:
    """A span of a document's text."""

    start: int
    end: int


def passages(sentences: Sequence[Sentence], size: int = PASSAGE_CHARACTERS) -> tuple[Passage, ...]:
    """The passages that hold the prose of a document; boilerplate at their ends is left out."""
    prose = [sentence for sentence in sentences if sentence.role in _READ]
    found: list[Passage] = []
    for sentence in prose:
        last = found[-1] if found else None
        if last is not None and sentence.end - last.start <= size:
            found[-1] = Passage(last.start, max(last.end, sentence.end))
        else:
            found.append(Passage(sentence.start, sentence.end))
    return tuple(found)
