"""Whatever is typed or found in a file, the answer is a result or one line, never a traceback.

Here inputs are put together from the words that mean something to FTS5, SQL,
TOML and CSV; `test_fuzz_targets.py` damages whole ones.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fuzzing import MORE
from hypothesis import given
from hypothesis import strategies as st

from claimkb.errors import ClaimkbError
from claimkb.model import Modality, Polarity, Status
from claimkb.readers import Access, SourceOptions
from claimkb.readers.manifest import read_manifest
from claimkb.readers.sources_file import load_sources
from claimkb.readers.themes_file import load_themes
from claimkb.records import ClaimFilter, RelationFilter
from claimkb.store.filters import SORTS
from claimkb.store.queries import Reader
from claimkb.workflow import ingest
from support import ARTICLES, PlainParts, document

# What FTS5, SQL and LIKE give a meaning to, among words that are there.
PIECES = st.sampled_from(
    ("AND", "OR", "NOT", "NEAR(", "NEAR/2", ")", "(", '"', "'", "*", "^", ":", "{", "}", "-", "+", ",", ";")
) | st.sampled_from(
    ("text:", "label :", "rowid", "--", "%", "_", "\\", "\0", "\ud800", "é", "quota", "fleet", "12", "")
)
TEXTS = st.one_of(
    st.text(max_size=40), st.lists(PIECES, max_size=12).map(" ".join), st.lists(PIECES).map("".join)
)
NAMES = st.lists(TEXTS, max_size=3).map(tuple)
DATES = st.none() | st.dates().map(str) | TEXTS


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """A small base, open for reading."""
    db = tmp_path_factory.mktemp("fuzz") / "claims.db"
    plain = PlainParts()
    plain.documents = [document(path, text) for path, text in ARTICLES.items()]
    ingest(db, [], parts=plain.parts)
    with Reader(db) as reader:
        yield reader


def answered(ask: Callable[[], object]) -> None:
    """The question has an answer, or a refusal of one line that says what to do."""
    try:
        ask()
    except ClaimkbError as error:
        assert error.problem
        assert error.next_step


@MORE
@given(text=TEXTS, sort=st.sampled_from(sorted(SORTS)))
def test_search_terms(reader: Reader, text: str, sort: str) -> None:
    answered(lambda: list(reader.claims(ClaimFilter(text=text, sort=sort, limit=5))))


@MORE
@given(data=st.data())
def test_filters(reader: Reader, data: st.DataObject) -> None:
    chosen = ClaimFilter(
        text=data.draw(st.none() | TEXTS),
        themes=data.draw(NAMES),
        sources=data.draw(NAMES),
        entities=data.draw(NAMES),
        holders=data.draw(NAMES),
        modalities=data.draw(st.lists(st.sampled_from(Modality), max_size=2).map(tuple)),
        polarities=data.draw(st.lists(st.sampled_from(Polarity), max_size=2).map(tuple)),
        since=data.draw(DATES),
        until=data.draw(DATES),
        has_quantity=data.draw(st.booleans()),
        limit=data.draw(st.none() | st.integers(0, 9)),
    )
    answered(lambda: list(reader.claims(chosen)))
    found = RelationFilter(
        themes=chosen.themes,
        sources=chosen.sources,
        types=data.draw(NAMES),
        statuses=data.draw(st.lists(st.sampled_from(Status), max_size=2).map(tuple)),
        min_confidence=data.draw(st.floats(allow_nan=True)),
    )
    answered(lambda: list(reader.relations(found)))


@MORE
@given(name=TEXTS)
def test_ids_and_names(reader: Reader, name: str) -> None:
    for ask in (reader.claim, reader.relation, reader.versions):
        answered(lambda ask=ask: ask(name))  # type: ignore[misc]


TOML_LINES = st.sampled_from(
    [
        "[[source]]",
        "[[theme]]",
        "[[document]]",
        "[source]",
        'file = "a.txt"',
        'path = "a.txt"',
        'slug = "a"',
        'terms = ["cod", "a + b"]',
        "published = 2024-05-01",
        "published = 9999999",
        'url = "http://x"',
        "a = 1",
        "terms = [[1]]",
        'inferred = ["file"]',
        "[",
        '"""',
    ]
)
CSV_LINES = st.sampled_from(
    ("path,name,published,url", "file,themes", "url", "a.txt,Post,2024,", '"a.txt', "../a.txt", "a.txt,,,,,,")
) | st.sampled_from(("http://127.0.0.1:1/", "\0,\0", "\ufeff"))
LINES = TOML_LINES | CSV_LINES
FILES = st.one_of(
    st.binary(max_size=200),
    st.lists(LINES | st.text(max_size=20), max_size=12).map(
        lambda lines: "\n".join(lines).encode("utf-8", "surrogatepass")
    ),
)


@MORE
@given(content=FILES)
def test_settings_and_manifests(content: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.getbasetemp()
    for name, read in (
        ("sources.toml", load_sources),
        ("themes.toml", load_themes),
        ("list.toml", listed),
        ("list.csv", listed),
        ("list.tsv", listed),
    ):
        (folder / name).write_bytes(content)
        answered(lambda path=folder / name, read=read: read(path))  # type: ignore[misc]


def listed(path: Path) -> list[object]:
    """All that a manifest leads to; nothing is fetched, since private addresses are refused."""
    return list(read_manifest(path, SourceOptions(), Access()))
