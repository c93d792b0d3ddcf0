"""The parser's resources: what it keeps of a text, and what it leaves as it was."""

import pytest

from claimkb.extract import Extractor, parse
from claimkb.model import Document, SourceInfo

TEXT = "The port was closed in May. Dockers refused to unload 40 ships, and the mayor said they were right."


def read(extractor: Extractor) -> list[str]:
    document = Document("port.txt", TEXT, "0" * 64, SourceInfo("port"))
    return [claim.text for claim in extractor.extract(document).claims]


def test_a_full_vocabulary_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    extractor = Extractor()
    kept = read(extractor)
    monkeypatch.setattr(parse, "_WORDS", 0)
    assert kept == read(extractor) == read(Extractor())
    assert len(kept) >= 3


def test_a_full_vocabulary_does_not_grow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parse, "_WORDS", 0)
    extractor = Extractor()
    read(extractor)
    strings = extractor._parser._nlp.vocab.strings
    before = len(strings)
    document = Document("new.txt", TEXT.replace("Dockers", "Zwylbrechters"), "1" * 64, SourceInfo("new"))
    assert any("Zwylbrechters" in claim.text for claim in extractor.extract(document).claims)
    assert len(strings) == before


def test_other_libraries_keep_their_threads() -> None:
    from threadpoolctl import ThreadpoolController

    extractor = Extractor()
    read(extractor)
    libraries = ThreadpoolController()
    with libraries.limit(limits=2, user_api="blas"):
        before = [pool["num_threads"] for pool in libraries.info()]
        read(extractor)
        assert [pool["num_threads"] for pool in libraries.info()] == before
