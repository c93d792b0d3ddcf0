"""Real files of each format against hand-made truth: the words, their order, what is left out, and the metadata."""

import json
import re
import subprocess
import sys
import zipfile
from collections import Counter
from difflib import SequenceMatcher
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from claimkb.errors import ReadError
from claimkb.model import Document, Refusal
from claimkb.readers import read_inputs
from claimkb.readers.pdf import read_pdf

DATA = Path(__file__).parent.parent / "data" / "formats"
_WORD = re.compile(r"\w+")


def documents(name: str) -> list[Document]:
    found = list(read_inputs([str(DATA / name)]))
    read = [each for each in found if isinstance(each, Document)]
    assert len(read) == len(found)
    return read


def words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def measured(text: str, truth: str) -> tuple[float, float, float]:
    """Precision and recall of the words, and how much of them stands in the same order."""
    found, wanted = words(text), words(truth)
    shared = sum((Counter(found) & Counter(wanted)).values())
    order = SequenceMatcher(None, found, wanted, autojunk=False).ratio()
    return shared / len(found), shared / len(wanted), order


HARBOUR = ["harbour.pdf", "harbour-columns.pdf", "harbour.docx", "harbour.epub"]


@pytest.mark.parametrize("name", HARBOUR)
def test_the_words_of_an_article_come_through_in_order(name: str) -> None:
    (read,) = documents(name)
    precision, recall, order = measured(read.text, (DATA / "harbour.txt").read_text())
    assert (precision, recall, order) == (1.0, 1.0, 1.0)
    assert read.source.title == "The harbour at Eskvik after the cod"
    assert read.source.author == "Ingrid Solheim"


@pytest.mark.parametrize("name", ["harbour.pdf", "harbour-columns.pdf", "harbour.docx"])
def test_headings_and_items_are_marked(name: str) -> None:
    (read,) = documents(name)
    lines = read.text.splitlines()
    assert "## A quota that nobody wanted" in lines
    assert "- It paid 6 million crowns in 2022." in lines


@pytest.mark.parametrize(
    ("name", "second_page"),
    [("harbour.pdf", "hire again before 2028."), ("harbour-columns.pdf", "larger ships. It will cost")],
)
def test_pages_are_known_and_their_furniture_is_not_read(name: str, second_page: str) -> None:
    (read,) = documents(name)
    assert [place.name for place in read.places] == ["page 1", "page 2"]
    assert "Northern Review" not in read.text
    assert "Page 1 of 2" not in read.text
    assert read.text[read.places[1].start :].startswith(second_page)


PAGES = DATA.parent / "pages"
TRUTH: dict[str, dict[str, Any]] = json.loads((PAGES / "truth.json").read_text())
# Precision of the words: the oldest page has nothing that tells its menu from its text.
FLOORS = {"table-layout": 0.92, "wire": 0.96}


@pytest.mark.parametrize("name", TRUTH)
def test_the_main_text_of_pages_of_many_kinds(name: str) -> None:
    (read,) = documents(f"../pages/{name}.html")
    truth = TRUTH[name]
    precision, _, _ = measured(
        read.text, "\n".join([truth["title"], *truth["text"]])
    )  # it may hold the title
    assert precision >= FLOORS.get(name, 1.0)
    assert measured(read.text, "\n".join(truth["text"]))[1] == 1.0
    assert [paragraph for paragraph in truth["text"] if paragraph not in read.text.splitlines()] == []
    source = read.source
    assert (source.title, source.author, source.published) == (
        truth["title"],
        truth["author"],
        truth["published"],
    )
    assert (source.name, source.inferred) == (truth["name"] or name, frozenset())


def test_a_date_that_only_the_wording_gives_is_inferred(tmp_path: Path) -> None:
    page = (
        (PAGES / "div-soup.html").read_text().replace('property="article:published_time"', "property=other")
    )
    path = tmp_path / "a.html"
    path.write_text(
        page.replace("Daily Ledger</title>", "</title>").replace(
            "<h1>", "<p>Published 14 September 2023</p><h1>"
        )
    )
    (read,) = read_inputs([str(path)])
    assert isinstance(read, Document)
    assert (read.source.published, read.source.inferred) == ("2023-09-14", frozenset({"published"}))


@pytest.mark.parametrize("name", ["articles.jsonl", "articles.csv", "feed.rss", "feed.atom"])
def test_formats_of_many_documents(name: str) -> None:
    read = documents(name)
    truth = [TRUTH["news-site"], TRUTH["press-release"], TRUTH["blog"]]
    for document, wanted in zip(read, truth, strict=True):
        assert f"/{name}#" in document.path
        assert document.text == "\n\n".join(wanted["text"])
        source = document.source
        assert (source.title, source.author, source.published, source.name) == (
            *(wanted[field] for field in ("title", "author", "published")),
            "Test Wire",
        )
        assert (source.url or "").startswith("https://wire.example/")
    assert len({document.path for document in read}) == 3


def test_entries_of_one_address_are_told_apart(tmp_path: Path) -> None:
    def feed(*stories: str) -> dict[str, str]:
        items = "".join(
            f"<item><guid>{story[:5]}</guid><link>https://live.example/</link><title>Live</title>"
            f"<description>{story}</description></item>"
            for story in stories
        )
        path = tmp_path / "live.rss"
        path.write_text(f'<rss version="2.0"><channel><title>Post</title>{items}</channel></rss>')
        return {found.path: found.text for found in read_inputs([str(path)]) if isinstance(found, Document)}

    first = feed("Ferry sank in May.", "Nobody was hurt.")
    assert sorted(first.values()) == ["Ferry sank in May.", "Nobody was hurt."]
    later = feed("Divers found the ferry.", "Ferry sank in May.", "Nobody was hurt.")
    assert first.items() <= later.items()  # a feed grows at the front


def test_a_book_names_its_chapters() -> None:
    (read,) = documents("book.epub")
    truth = [TRUTH["news-site"], TRUTH["press-release"], TRUTH["blog"]]
    assert [place.name for place in read.places] == [f"chapter “{each['title'][:80]}”" for each in truth]
    for place, each in zip(read.places, truth, strict=True):
        assert read.text[place.start :].startswith(f"# {each['title']}\n\n{each['text'][0]}")
    assert "Contents" not in read.text
    source = read.source
    assert (source.name, source.title, source.author) == (
        "Test Press",
        "Three reports",
        "Ruth Adeyemi, Jonah Pike",
    )
    assert (source.published, source.language) == ("2024-05-01", "en")


def test_a_newsletter_without_its_furniture() -> None:
    (read,) = documents("newsletter.eml")
    assert read.text == "\n\n".join(TRUTH["blog"]["text"])
    source = read.source
    assert (source.title, source.author, source.published) == (
        TRUTH["blog"]["title"],
        "Jonah Pike",
        "2022-11-03",
    )
    assert source.name == "Lines and Pipes"


def test_a_reply_without_what_it_quotes() -> None:
    (read,) = documents("reply.eml")
    assert read.text == (
        "The clause was signed in 2016 by the former leader. The council has paid nothing so far."
    )
    assert (read.source.name, read.source.published) == ("Mina Rao", "2023-09-15")
    assert "@" not in f"{read.text} {read.source}"  # addresses are not kept


def test_a_zip_is_read_like_a_folder() -> None:
    read = documents("mixed.zip")
    names = [document.path.partition("#")[2] for document in read]
    assert names == ["formats/harbour.docx", "formats/harbour.txt", "formats/reply.eml", "pages/wire.html"]
    assert read[-1].source.author == "Tomas Lindqvist"
    assert read[1].source.name == "harbour"


def test_a_web_archive_gives_the_pages_that_were_there() -> None:
    read = documents("crawl.warc.gz")
    urls = ["https://news-site.example/bridge", "https://reports.example/harbour.pdf"]
    assert [document.path.partition("#")[2] for document in read] == urls
    assert [document.source.url for document in read] == urls
    assert TRUTH["news-site"]["text"][0] in read[0].text


def test_a_library_that_writes_to_the_terminal_is_not_heard(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.warc"
    page = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nPrices rose."
    head = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/\r\n"
    path.write_bytes(
        (head + b"Content-Length: %d\r\n\r\n" % len(page) + page + b" \x1b[31m more\r\n\r\n") * 2
    )
    list(read_inputs([str(path)]))
    assert capfd.readouterr() == ("", "")


def test_a_page_saved_by_a_browser_without_its_folder() -> None:
    (read,) = documents("saved")
    assert read.path.endswith("saved/Report.html")
    assert read.source.url == "https://old.example/reports/measles"


def test_single_file_archives_of_browsers(tmp_path: Path) -> None:
    message = EmailMessage()
    message["Snapshot-Content-Location"] = "https://portal.example/measles"
    page = (PAGES / "wire.html").read_text().replace("wire.example", "portal.example")
    message.set_content(page, subtype="html", cte="quoted-printable")
    path = tmp_path / "page.mhtml"
    path.write_bytes(message.as_bytes())
    (read,) = read_inputs([str(path)])
    assert isinstance(read, Document)
    assert TRUTH["wire"]["text"][0] in read.text
    assert read.source.name == "Portal One"


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.csv", "town,height\nLanmouth,12\n", "No column holds articles: town, height."),
        ("a.csv", 'title,text\nA,"never closed\n', "is not CSV"),
        ("a.jsonl", '{"town": "Lanmouth"}\n', "Line 1 has no text."),
        ("a.jsonl", "[1]\n", "Line 1 is not a JSON object."),
        ("a.jsonl", "{\n", "Line 1 is not JSON."),
        ("a.rss", "<html></html>", "no RSS or Atom feed"),
        ("a.eml", "", "no e-mail message"),
        ("a.mhtml", "Subject: a\n\ntext", "no web page"),
        ("a.zip", "PK", "no ZIP file"),
        ("a.warc", "WARC/1.0\r\nnonsense", "no documents in it"),
        ("a.epub", "PK", "no ZIP file"),
    ],
)
def test_what_is_refused(tmp_path: Path, name: str, content: str, reason: str) -> None:
    (tmp_path / name).write_text(content)
    (found,) = read_inputs([str(tmp_path / name)])
    assert isinstance(found, Refusal)
    assert reason in found.reason
    assert found.next_step


def test_tables_in_a_folder_are_read_if_they_hold_articles(tmp_path: Path) -> None:
    (tmp_path / "articles.csv").write_text("title,body\nA,Prices rose.\n")
    (tmp_path / "heights.csv").write_text("town,height\nLanmouth,12\n")
    (tmp_path / "claims.csv").write_text("id,text,quote,start,end,document\n1,a,a,0,1,a.txt\n")
    (tmp_path / "sitemap.xml").write_text("<urlset></urlset>")
    (read,) = read_inputs([str(tmp_path)])
    assert isinstance(read, Document)
    assert (read.text, read.source.name) == ("Prices rose.", "articles")


def test_paths_in_archives_are_only_names(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    names = [
        "../../etc/evil.txt",
        "/etc/evil.txt",
        "a\\..\\..\\evil.txt",
        "C:/evil.txt",
        "fine/a.txt",
        "nameless",
    ]
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(name, "Prices rose.")
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = 0o120777 << 16  # a symbolic link: its content is the path it leads to
        archive.writestr(link, "/etc/passwd")
    path.write_bytes(path.read_bytes().replace(b"nameless", b"\0ameless"))  # a name ends at its first zero
    before = sorted(tmp_path.rglob("*"))
    found = list(read_inputs([str(path)]))
    read = [each for each in found if isinstance(each, Document)]
    assert [each.path.partition("#")[2] for each in read] == ["fine/a.txt"]
    assert len(found) == 7
    assert sorted(tmp_path.rglob("*")) == before


def test_terminal_escapes_do_not_come_out_of_names_or_metadata(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"title": "\x1b[31mred\x07", "text": "Prices rose."}) + "\n")
    (read,) = read_inputs([str(tmp_path)])
    assert isinstance(read, Document)
    assert read.source.title == "[31mred"


def test_a_missing_library_names_the_extra_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pdfminer", None)
    monkeypatch.setitem(sys.modules, "pdfminer.high_level", None)
    with pytest.raises(ReadError, match=r'pip install "claimkb\[pdf\]"'):
        read_pdf(b"%PDF-1.7", "a.pdf")


def test_nothing_heavy_is_imported_for_plain_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Prices rose.")
    script = (
        "import sys\nfrom claimkb.readers import read_inputs\n"
        f"list(read_inputs([{str(tmp_path)!r}]))\nprint(*sys.modules)"
    )
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    heavy = {"trafilatura", "lxml", "pdfminer", "mammoth", "feedparser", "warcio", "urllib3", "htmldate"}
    assert not heavy & set(loaded.stdout.split())
