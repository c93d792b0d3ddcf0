"""What the tests of extraction share: texts run through the real extractor, its model loaded once."""

import hashlib
from collections.abc import Callable

import pytest

from claimkb.extract.extractor import Extractor
from claimkb.model import Claim, Document, Extraction, SourceInfo

ClaimsOf = Callable[..., tuple[Claim, ...]]


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    """The real extractor."""
    return Extractor()


@pytest.fixture(scope="session")
def extract(extractor: Extractor) -> Callable[..., Extraction]:
    """`extract(text, published=None)`: all that extraction finds in a text."""

    def run(text: str, published: str | None = None) -> Extraction:
        digest = hashlib.sha256(text.encode()).hexdigest()
        source = SourceInfo("test", published=published)
        return extractor.extract(Document("test.txt", text, digest, source))

    return run


@pytest.fixture(scope="session")
def claims_of(extract: Callable[..., Extraction]) -> ClaimsOf:
    """`claims_of(text, published=None)`: the claims of a text, in its order."""

    def run(text: str, published: str | None = None) -> tuple[Claim, ...]:
        claims: tuple[Claim, ...] = extract(text, published).claims
        return claims

    return run
