"""What takes bytes or words from strangers, as functions of bytes that fail on anything but a sound end.

A sound end is a result that holds together, or a refusal of one line with a
next step. `TARGETS` has them all by name, each with inputs to start from.
Readers that run in a process with limits are called here directly, where
coverage can be followed: libraries may fail in any way they like there, our
own code may not. `make fuzz` runs them under atheris (`guided.py`) and under
hypothesis (`test_fuzz_whole.py`).
"""

import hashlib
import io
import tempfile
import traceback
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from claimkb.errors import ClaimkbError
from claimkb.model import Document, SourceInfo
from claimkb.readers import addresses
from claimkb.readers.base import Collection, Reader, ReadText
from claimkb.readers.feed import read_feed
from claimkb.readers.fetch import Access
from claimkb.readers.formats import COLLECTIONS, READERS
from claimkb.readers.front_matter import front_matter
from claimkb.readers.manifest import read_manifest
from claimkb.readers.options import SourceOptions
from claimkb.readers.sources_file import load_sources
from claimkb.readers.themes_file import load_themes
from claimkb.records import ClaimFilter, RelationFilter
from claimkb.store import queries
from claimkb.store.dumping import dump, load
from claimkb.workflow import check, ingest
from support import ARTICLES, PlainParts, document

DATA = Path(__file__).parents[1] / "data"
OURS = "claimkb"
_DRAWN = b"BT /F1 12 Tf 72 700 Td (The harbour will grow by 2030.) Tj 0 -14 Td (It cost 40 million.) Tj ET"
SMALL_PDF = (
    b"%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
    b"2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
    b"3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>\n"
    b"endobj\n4 0 obj\n<</Length 97>>\nstream\n" + _DRAWN + b"\nendstream\nendobj\n"
    b"5 0 obj\n<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>\nendobj\n"
    b"6 0 obj\n<</Title(Harbour)/Author(Ann)>>\nendobj\ntrailer\n<</Root 1 0 R/Info 6 0 R>>\n%%EOF\n"
)


@dataclass(frozen=True)
class Target:
    """A function of bytes, and bytes to start from."""

    run: Callable[[bytes], None]
    seeds: tuple[bytes, ...]


def ends_soundly(call: Callable[[], object], *, confined: bool = False) -> None:
    """Call; a refusal is sound, and so is what a library raises where it runs `confined`."""
    try:
        call()
    except ClaimkbError as error:
        assert error.problem
        assert error.next_step
        assert "\n" not in str(error)
    except Exception as error:
        if not confined or _raised_by_us(error):
            raise


def _raised_by_us(error: BaseException) -> bool:
    """Whether it was our own code that failed, not a library below it."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return OURS in Path(last.filename).parts


def holds_together(read: ReadText) -> None:
    """What every reader's document must be: text that can be stored, places in order."""
    assert read.text.strip()
    read.text.encode()  # no half characters
    starts = [place.start for place in read.places]
    assert starts == sorted(starts)
    assert all(0 <= start <= len(read.text) for start in starts)


def _read(reader: Reader, data: bytes) -> None:
    ends_soundly(lambda: holds_together(reader.read(data, "a")), confined=reader.confined)


def _collect(collection: Collection, data: bytes) -> None:
    def members() -> None:
        if collection.recognises is not None:
            collection.recognises(data)
        for member in collection.members(io.BytesIO(data), "a.csv"):
            if isinstance(member.content, ReadText) and member.content.text:
                holds_together(member.content)

    ends_soundly(members)


def _feed(data: bytes) -> None:
    ends_soundly(lambda: [entry.text.encode() for entry in read_feed(data)], confined=True)


def _address(data: bytes) -> None:
    url = data.decode("utf-8", "surrogateescape")
    for found in ("127.0.0.1", "8.8.8.8"):
        ends_soundly(lambda found=found: addresses.target_of(url, resolver=lambda h, p: [found]))  # type: ignore[misc]


def _front_matter(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    for fence in ("---", "+++"):
        ends_soundly(lambda fence=fence: front_matter(f"{fence}\n{text}\n{fence}\n"))  # type: ignore[misc]


@cache
def scratch() -> Path:
    """A folder for what has to be a file, in memory where there is such a place; it goes with the process."""
    memory = Path("/dev/shm")
    made = tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None, prefix="claimkb-fuzz-")
    _kept.append(made)
    return Path(made.name)


_kept: list[object] = []


def _file(load_it: Callable[[Path], object], name: str, data: bytes) -> None:
    (scratch() / name).write_bytes(data)
    ends_soundly(lambda: load_it(scratch() / name))


def _listed(path: Path) -> list[object]:
    """All that a manifest leads to; nothing is fetched, since this resolver knows no address that may be."""
    return list(read_manifest(path, SourceOptions(), Access(resolver=lambda host, port: ["127.0.0.1"])))


def _base(name: str, articles: dict[str, str]) -> Path:
    """A small base, made by the stand-in for extraction."""
    plain = PlainParts()
    plain.documents = [document(path, text) for path, text in articles.items()]
    ingest(scratch() / name, [], parts=plain.parts)
    return scratch() / name


@cache
def reader() -> queries.Reader:
    """A small base, open for reading."""
    return queries.Reader(_base("base.db", ARTICLES)).__enter__()


def _words(data: bytes) -> list[str]:
    return data.decode("utf-8", "surrogateescape").split("\n")


def _search(data: bytes) -> None:
    text = "\n".join(_words(data))
    ends_soundly(lambda: list(reader().claims(ClaimFilter(text=text, limit=5))))


def _filter(data: bytes) -> None:
    """Lines of a filter: theme, source, entity, holder, since, until, type."""
    theme, source, entity, holder, since, until, kind, *_ = [*_words(data), *[""] * 7]
    names = ([theme], [source], [entity], [holder])
    themes, sources, entities, holders = (tuple(filter(None, name)) for name in names)
    wanted = ClaimFilter(
        themes=themes,
        sources=sources,
        entities=entities,
        holders=holders,
        since=since or None,
        until=until or None,
    )
    ends_soundly(lambda: list(reader().claims(wanted)))
    found = RelationFilter(themes=themes, sources=sources, types=tuple(filter(None, [kind])))
    ends_soundly(lambda: list(reader().relations(found)))


def _name(data: bytes) -> None:
    name = _words(data)[0]
    for ask in (reader().claim, reader().relation, reader().versions):
        ends_soundly(lambda ask=ask: ask(name))  # type: ignore[misc]


def _import(data: bytes) -> None:
    """A dump that loads is a base that can be checked and asked, whatever its rows say."""
    path = scratch() / "imported.db"
    path.unlink(missing_ok=True)
    lines = data.decode("utf-8", "replace").splitlines()
    ends_soundly(lambda: load(path, lines))
    if path.exists():
        ends_soundly(lambda: check(path, parts=PlainParts().parts))
        ends_soundly(lambda: _ask_everything(path))


def _ask_everything(path: Path) -> None:
    with queries.Reader(path) as asked:
        for answers in (asked.claims(), asked.relation_details(), asked.sources(), asked.themes()):
            list(answers)


@cache
def _dumped() -> bytes:
    """A dump of the smallest base with something in every table that ingest fills."""
    smallest = {
        "a.txt": "The quota was cut to 40 in 2021.",
        "b.txt": "Olsen said the quota was cut to 55 in Oslo.",
    }
    return "\n".join(dump(_base("smallest.db", smallest))).encode()


def _extract(data: bytes) -> None:
    from claimkb.workflow.parts import make_extractor

    global _extractor
    _extractor = _extractor or make_extractor()
    text = data.decode("utf-8", "replace")[:2000]
    digest = hashlib.sha256(text.encode()).hexdigest()

    def claims() -> None:
        found = _extractor.extract(Document("a.txt", text, digest, SourceInfo("a")), ())  # type: ignore[attr-defined]
        for claim in found.claims:
            assert text[claim.start : claim.end] == claim.quote

    if text.strip():
        ends_soundly(claims)


_extractor: object = None


def _data(*names: str) -> tuple[bytes, ...]:
    return tuple((DATA / name).read_bytes() for name in names)


_SAVED = b"Content-Type: text/html\n\n" + _data("pages/wire.html")[0]
_WARC = (
    b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/\r\n"
    b"Content-Length: 60\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>It will grow.\r\n\r\n"
)
_SEEDS = {
    "plain text": (b"\xef\xbb\xbfThe harbour will grow.\r\nIt cost 40 million.\n",),
    "Markdown": (
        b"---\ntitle: 'Harbour: growth'\ndate: 2024-05-03\ntags: [a, b]\n---\n# Harbour\n\nIt will grow.\n",
    ),
    "web page": _data("pages/blog.html", "pages/table-layout.html"),
    "PDF": (SMALL_PDF,),
    "Word document": _data("formats/harbour.docx"),
    "e-book": _data("formats/book.epub"),
    "e-mail": _data("formats/newsletter.eml", "formats/reply.eml"),
    "saved web page": (_SAVED,),
    "JSON Lines": _data("formats/articles.jsonl"),
    "table": _data("formats/articles.csv"),
    "feed": _data("formats/feed.rss", "formats/feed.atom"),
    "web archive": (_WARC,),
    "ZIP archive": _data("formats/mixed.zip"),
}
_SOURCES = b'[[source]]\nfile = "a.txt"\nname = "A"\npublished = 2024-05-03\nthemes = ["x"]\n'
_THEMES = b'[[theme]]\nslug = "a-b"\nlabel = "A"\niptc = "medtop:11000000"\nterms = ["x", "y+z"]\n'
_LIST = b"path,name,published,url,themes\na.txt,Post,2024,http://x.example/,a; b\n../a.txt,,,,\n"
_PROSE = (
    "Officials said the “port” would not close before 2030, but 300 jobs – a third – went.\n".encode(),
    b'Neither the union nor the company, which lost $1.2 billion in May, denied it. "We won\'t pay," she said.',
)

TARGETS: dict[str, Target] = {
    **{each.name: Target(partial(_read, each), _SEEDS[each.name]) for each in READERS},
    **{
        each.name: Target(partial(_collect, each), _SEEDS[each.name])
        for each in COLLECTIONS
        if each.name != "feed"
    },
    "feed": Target(_feed, _SEEDS["feed"]),
    "address": Target(_address, (b"https://user@news.example:8443/a?b#c", b"http://[::ffff:7f00:1]/")),
    "front matter": Target(
        _front_matter, (b"title: 'A: b'\ndate: 2024-05-03\ntags:\n- a\n- b", b'title = "A"')
    ),
    "sources.toml": Target(partial(_file, load_sources, "sources.toml"), (_SOURCES,)),
    "themes.toml": Target(partial(_file, load_themes, "themes.toml"), (_THEMES,)),
    "manifest": Target(partial(_file, _listed, "list.csv"), (_LIST,)),
    "manifest in TOML": Target(
        partial(_file, _listed, "list.toml"), (_SOURCES.replace(b"source", b"document"),)
    ),
    "search": Target(_search, (b'"cod fleet" OR (quota NOT storm*) NEAR(a b, 2)', b"text:cod - ^x")),
    "filters": Target(_filter, (b"fishing\nharbour\nOlsen\nofficials\n2020-01\n2024\nquantity",)),
    "ids": Target(_name, (b"a1b2c3", b"harbour.txt", b"100%_\\")),
    "import": Target(_import, (b"",)),
    "extraction": Target(_extract, _PROSE),
}


def seeds_of(name: str) -> tuple[bytes, ...]:
    """What a target starts from; a dump is made of the small base."""
    return (_dumped(),) if name == "import" else TARGETS[name].seeds


def run(name: str, data: bytes) -> None:
    """One input to one target, with warnings let be as in the process with limits."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        TARGETS[name].run(data)
