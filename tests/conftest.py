"""The fixtures that several layers' tests share; what they are made of stands in `support.py`."""

import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from claimkb.model import (
    Document,
)
from support import ARTICLES, PlainParts, document, exported
from website import Site, running


def pytest_configure(config: pytest.Config) -> None:
    """Warnings are errors, but for the one that importing spaCy brings: its typer asks click for an old name."""
    config.addinivalue_line("filterwarnings", "ignore:'click\\.utils\\.:DeprecationWarning")
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        # A shell starts what it runs in the background deaf to interrupts, and so would be all that the tests start.
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture
def articles() -> list[Document]:
    """Three articles that agree once and contradict each other three times."""
    return [document(path, text) for path, text in ARTICLES.items()]


@pytest.fixture
def plain(articles: list[Document]) -> PlainParts:
    """The stand-in parts, with the three articles to read."""
    parts = PlainParts()
    parts.documents = articles
    return parts


@pytest.fixture
def new_document() -> Callable[..., Document]:
    """Makes a document: path, text, and what is known of its source."""
    return document


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """A path at which there is no database yet."""
    return tmp_path / "claims.db"


@pytest.fixture
def export() -> Callable[[Path], str]:
    """Everything a base exports, as one text to compare."""
    return exported


@pytest.fixture
def site() -> Iterator[Site]:
    """A web server on this machine."""
    with running() as site:
        yield site
