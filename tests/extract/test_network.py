"""Our arithmetic against spaCy's own: the same tags, heads, labels and sentences, word by word."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import spacy

from claimkb.extract import Extractor, encoder, network
from claimkb.extract.network import Network
from claimkb.extract.parse import Parser
from claimkb.model import Document, SourceInfo

if TYPE_CHECKING:
    from spacy.tokens import Doc

SEEDS = Path(__file__).parents[2] / "seeds"
ODD_LINES = [
    "  ",
    "Yes.",
    "£5m—or €6.2m?",
    "naïve Zürich’s «œuvre» 中文 🙂",
    "a " * 300,
    ".",
    "He can't; she won't.",
]


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser()


@pytest.fixture(scope="module")
def lines() -> list[str]:
    texts = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    return [line for text in texts for line in text.splitlines() if line.strip()] + ODD_LINES


def marks(doc: "Doc") -> list[tuple[str, str, int, bool]]:
    return [(token.tag_, token.dep_, token.head.i, token.is_sent_start) for token in doc]


def ours(parser: Parser, lines: list[str]) -> list[list[tuple[str, str, int, bool]]]:
    assert parser._network is not None
    return [marks(doc) for doc in parser._parsed([parser._nlp.make_doc(line) for line in lines])]


def theirs(parser: Parser, lines: list[str]) -> list[list[tuple[str, str, int, bool]]]:
    return [marks(doc) for doc in parser._nlp.pipe(lines)]


@pytest.mark.parametrize("together", [0, 3, 10_000])
def test_every_word_is_read_as_spacy_reads_it(
    parser: Parser, lines: list[str], together: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(network, "_TOGETHER", together)
    assert ours(parser, lines) == theirs(parser, lines)


def test_forgotten_words_are_learnt_again(
    parser: Parser, lines: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    few = lines[:20]
    before = ours(parser, few)
    monkeypatch.setattr(encoder, "_KNOWN_WORDS", 0)
    assert ours(parser, few[:5]) + ours(parser, few[5:]) == before


def test_nothing_is_nothing(parser: Parser) -> None:
    assert ours(parser, []) == []
    assert ours(parser, [""]) == [[]]


def test_an_unknown_kind_of_pipeline_is_left_to_spacy(monkeypatch: pytest.MonkeyPatch) -> None:
    assert Network.of(spacy.blank("en")) is None
    text = "The port was closed in May. Dockers refused to unload 40 ships, and the mayor backed them."
    document = Document("port.txt", text, "0" * 64, SourceInfo("port"))
    found = Extractor().extract(document)
    monkeypatch.setattr(encoder, "_ENCODE", "another kind of layer")
    other = Extractor()
    assert other.extract(document) == found
    assert other._parser._network is None
