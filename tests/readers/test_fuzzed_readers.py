"""Whatever the bytes, a reader gives documents or refuses: no other error, no hang, no broken process.

Real files are cut, overwritten and stuffed at random, which gets deeper into a
format than random bytes do. A short run is part of the tests; `make fuzz` sets
CLAIMKB_FUZZ to the number of inputs a target.
"""

import io
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimkb.errors import ConfigError, ReadError
from claimkb.readers import addresses, confine
from claimkb.readers.base import Member, ReadText
from claimkb.readers.feed import TASK, is_feed
from claimkb.readers.formats import COLLECTIONS, READERS
from claimkb.readers.front_matter import front_matter
from claimkb.readers.options import one_line
from claimkb.readers.sources_file import load_sources
from claimkb.readers.themes_file import load_themes
from claimkb.readers.web import read_bytes

DATA = Path(__file__).parent.parent / "data"
EXAMPLES = int(os.environ.get("CLAIMKB_FUZZ", "10"))
FUZZ = settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=EXAMPLES < 1000,
    database=None,
    suppress_health_check=list(HealthCheck),
)
PAGE = b"BT /F1 12 Tf 72 700 Td (The harbour will grow by 2030.) Tj 0 -14 Td (It cost 40 million.) Tj ET"
SMALL_PDF = (
    b"%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
    b"2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
    b"3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>\n"
    b"endobj\n4 0 obj\n<</Length 97>>\nstream\n" + PAGE + b"\nendstream\nendobj\n"
    b"5 0 obj\n<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>\nendobj\n"
    b"6 0 obj\n<</Title(Harbour)/Author(Ann)>>\nendobj\ntrailer\n<</Root 1 0 R/Info 6 0 R>>\n%%EOF\n"
)
SEEDS = {
    "plain text": b"\xef\xbb\xbfThe harbour will grow.\r\nIt cost 40 million.\n",
    "Markdown": b"---\ntitle: 'Harbour: growth'\ndate: 2024-05-03\ntags: [a, b]\n---\n# Harbour\n\nIt will grow.\n",
    "web page": (DATA / "pages" / "blog.html").read_bytes(),
    "PDF": SMALL_PDF,
    "Word document": (DATA / "formats" / "harbour.docx").read_bytes(),
    "e-book": (DATA / "formats" / "book.epub").read_bytes(),
    "e-mail": (DATA / "formats" / "newsletter.eml").read_bytes(),
    "saved web page": b"Content-Type: text/html\n\n" + (DATA / "pages" / "wire.html").read_bytes(),
}
COLLECTED = {
    "JSON Lines": (DATA / "formats" / "articles.jsonl").read_bytes(),
    "table": (DATA / "formats" / "articles.csv").read_bytes(),
    "feed": (DATA / "formats" / "feed.rss").read_bytes(),
    "web archive": b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/\r\n"
    b"Content-Length: 60\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>It will grow.\r\n\r\n",
    "ZIP archive": (DATA / "formats" / "mixed.zip").read_bytes(),
}
PIECES = [b"<", b">", b"&", b"\0", b"\xff", b"\r\n", b'"', b"'", b"=", b"<!--", b"]]>", b"endobj", b"%%EOF"]
PIECES += [
    b"\x1b[31m",
    b"PK\x01\x02",
    b"99999999999",
    b"-1",
    b"\xe2\x80\xae",
    b"\xed\xa0\x80",
    b"<svg>",
    b"[[",
]
PIECES += [b"&#x110000;", b"{" * 99]


@st.composite
def damaged(draw: st.DrawFn, seed: bytes) -> bytes:
    """The seed after a few cuts, insertions and overwritings; now and then nothing but random bytes."""
    if draw(st.integers(0, 9)) == 0:
        return draw(st.binary(max_size=200))
    data = bytearray(seed)
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(data)))
        to = min(len(data), at + draw(st.integers(0, 60)))
        data[at:to] = draw(st.one_of(st.just(b""), st.sampled_from(PIECES), st.binary(max_size=8)))
    return bytes(data)


def soundly(read: Callable[[], object]) -> None:
    """Call; a refusal with its next step is a sound end, any other error is not."""
    try:
        read()
    except (ReadError, ConfigError) as error:
        assert error.problem
        assert error.next_step
        assert "\n" not in error.problem


def checked(text: ReadText) -> None:
    assert text.text.strip()
    text.text.encode()  # no half characters
    starts = [place.start for place in text.places]
    assert starts == sorted(starts)
    assert all(0 <= start <= len(text.text) for start in starts)


@pytest.mark.parametrize("name", SEEDS)
def test_readers(name: str) -> None:
    (reader,) = (reader for reader in READERS if reader.name == name)

    @FUZZ
    @given(damaged(SEEDS[name]))
    def any_bytes(data: bytes) -> None:
        soundly(lambda: checked(read_bytes(reader, data, "a")))

    any_bytes()


@pytest.mark.parametrize("name", COLLECTED)
def test_collections(name: str) -> None:
    (collection,) = (collection for collection in COLLECTIONS if collection.name == name)

    def members(data: bytes) -> None:
        if collection.recognises is not None:
            collection.recognises(data)
        for member in collection.members(io.BytesIO(data), "a.csv"):
            assert isinstance(member, Member)
            if isinstance(member.content, ReadText) and member.content.text:
                checked(member.content)

    @FUZZ
    @given(damaged(COLLECTED[name]))
    def any_bytes(data: bytes) -> None:
        soundly(lambda: members(data))

    any_bytes()


@FUZZ
@given(damaged(COLLECTED["feed"]))
def test_feeds(data: bytes) -> None:
    is_feed(data)
    soundly(lambda: confine.read_confined(TASK, data, "a"))


@pytest.mark.parametrize(
    ("load", "seed"),
    [
        (load_sources, b'[[source]]\nfile = "a.txt"\nname = "A"\npublished = 2024-05-03\nthemes = ["x"]\n'),
        (
            load_themes,
            b'[[theme]]\nslug = "a-b"\nlabel = "A"\niptc = "medtop:11000000"\nterms = ["x", "y+z"]\n',
        ),
    ],
)
def test_settings_files(load: Callable[[Path], object], seed: bytes, tmp_path: Path) -> None:
    @FUZZ
    @given(damaged(seed))
    def any_bytes(data: bytes) -> None:
        (tmp_path / "a.toml").write_bytes(data)
        try:
            load(tmp_path / "a.toml")
        except ConfigError as error:
            assert error.next_step

    any_bytes()


@FUZZ
@given(
    st.one_of(
        st.text(max_size=80),
        st.text(max_size=40).map("https://{}/".format),
        st.from_regex(r"https?://[\d.xa-f:\[\]@#%]{1,30}/"),
    )
)
def test_web_addresses(url: str) -> None:
    soundly(lambda: addresses.target_of(url, resolver=lambda host, port: ["127.0.0.1"]))
    soundly(lambda: addresses.target_of(url, resolver=lambda host, port: ["8.8.8.8"]))


@FUZZ
@given(st.text())
def test_front_matter_and_values(text: str) -> None:
    soundly(lambda: front_matter(f"---\n{text}\n---\n"))
    soundly(lambda: front_matter(f"+++\n{text}\n+++\n"))
    assert one_line(one_line(text)) == one_line(text)
