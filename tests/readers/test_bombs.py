"""Files made to exhaust whoever reads them are refused, or read within bounds, and the next file is read."""

import io
import resource
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from claimkb.model import Document, Refusal
from claimkb.readers import confine, read_inputs

PROSE = "The bridge opened on Monday, and it cost 40 million euros."
LAUGHS = (
    '<!DOCTYPE l [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)


@pytest.fixture(autouse=True)
def tight_limits(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(confine, "CPU_SECONDS", 2)
    confine.stop()
    yield
    confine.stop()


def read(path: Path) -> list[Document | Refusal]:
    """What is read, with a sound page after it to show that the batch goes on."""
    sound = path.with_name("sound.html")
    sound.write_text(f"<html><body><article><p>{PROSE}</p></article></body></html>")
    found = list(read_inputs([str(path), str(sound)]))
    assert isinstance(found[-1], Document)
    assert PROSE in found[-1].text
    return found[:-1]


def refusal(path: Path) -> str:
    (found,) = read(path)
    assert isinstance(found, Refusal)
    assert found.next_step
    return found.reason


def zipped(members: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()


def test_html_of_a_hundred_thousand_levels(tmp_path: Path) -> None:
    path = tmp_path / "deep.html"
    path.write_text("<html><body>" + "<div>" * 100_000 + PROSE + "</div>" * 100_000)
    (found,) = read(path)
    assert isinstance(found, Refusal) or PROSE in found.text


def test_html_of_a_million_elements(tmp_path: Path) -> None:
    path = tmp_path / "many.html"
    path.write_text("<html><body>" + "<p>a" * 1_000_000)
    assert "too many elements" in refusal(path)


def test_a_sparse_file_of_two_gigabytes_is_not_read(tmp_path: Path) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for name in ("sparse.txt", "sparse.html", "sparse.pdf"):
        with (tmp_path / name).open("wb") as file:
            file.truncate(2_000_000_000)
        assert "larger than" in refusal(tmp_path / name)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 400_000  # kilobytes


@pytest.mark.parametrize("name", ["line.txt", "line.jsonl", "line.csv"])
def test_a_line_of_fifty_megabytes(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"text\n" * name.endswith("csv") + b"a" * 50_000_000)
    assert "20 MB" in refusal(path)


def test_a_long_line_is_passed_over_and_the_next_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": "' + b"a" * 30_000_000 + b'"}\n{"text": "Prices rose."}\n')
    first, second = read(path)
    assert isinstance(first, Refusal)
    assert isinstance(second, Document)
    assert (second.path, second.text) == (f"{path}#2", "Prices rose.")


def test_a_zip_inside_a_zip_is_not_opened(tmp_path: Path) -> None:
    inner = zipped({"a.txt": PROSE.encode()})
    for _ in range(10):
        inner = zipped({"inner.zip": inner})
    path = tmp_path / "nested.zip"
    path.write_bytes(zipped({"a.txt": PROSE.encode(), "inner.zip": inner}))
    first, second = read(path)
    assert isinstance(first, Document)
    assert isinstance(second, Refusal)
    assert "inside an archive" in second.reason


def test_members_that_unpack_to_gigabytes_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    path.write_bytes(zipped({f"{n}.txt": b"0" * 30_000_000 for n in range(3)}))
    found = read(path)
    assert [isinstance(each, Refusal) and "larger than 20 MB" in each.reason for each in found] == [True] * 3
    path.write_bytes(zipped({f"{n}.txt": b"" for n in range(20_001)}))
    assert "more than 20,000 files" in refusal(path)


def test_a_zip_that_understates_its_sizes_is_refused(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": b"0" * 1_000_000}))
    central = data.index(b"PK\x01\x02")
    data[central + 24 : central + 28] = (10).to_bytes(4, "little")
    path = tmp_path / "lying.zip"
    path.write_bytes(data)
    (found,) = read(path)
    assert isinstance(found, Refusal) or len(found.text) <= 10


@pytest.mark.parametrize("name", ["a.docx", "a.epub", "a.rss"])
def test_entities_that_multiply_are_not_expanded(tmp_path: Path, name: str) -> None:
    body = {
        "a.docx": zipped({"word/document.xml": f"{LAUGHS}<document>&i;</document>".encode()}),
        "a.epub": zipped({"META-INF/container.xml": f"{LAUGHS}<container>&i;</container>".encode()}),
        "a.rss": f"{LAUGHS}<rss version='2.0'><channel><title>&i;</title></channel></rss>".encode(),
    }
    path = tmp_path / name
    path.write_bytes(body[name])
    assert refusal(path)


def test_a_word_document_that_unpacks_to_much_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(zipped({"word/document.xml": b"<w:p>" + b" " * 50_000_000}))
    assert "larger than 20 MB" in refusal(path)


def test_a_pdf_of_a_million_objects(tmp_path: Path) -> None:
    path = tmp_path / "objects.pdf"
    objects = b"".join(b"%d 0 obj\n<</A %d 0 R>>\nendobj\n" % (n, n + 1) for n in range(3, 1_000_000))
    head = b"%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
    pages = b"2 0 obj\n<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>\nendobj\n"
    path.write_bytes(head + pages + objects + b"trailer\n<</Root 1 0 R>>\n%%EOF")
    assert refusal(path)


def test_a_reader_that_never_ends_is_stopped(tmp_path: Path) -> None:
    # A form that draws itself twice, and so on: more drawing than any machine can do.
    forms = b"".join(
        b"%d 0 obj\n<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</A %d 0 R>>>>/Length 11>>\n"
        b"stream\n/A Do /A Do\nendstream\nendobj\n" % (n, n + 1)
        for n in range(5, 60)
    )
    path = tmp_path / "forms.pdf"
    path.write_bytes(
        b"%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
        b"2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
        b"3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R"
        b"/Resources<</XObject<</A 5 0 R>>>>>>\nendobj\n"
        b"4 0 obj\n<</Length 5>>\nstream\n/A Do\nendstream\nendobj\n"
        + forms
        + b"trailer\n<</Root 1 0 R>>\n%%EOF"
    )
    assert "more than 2 seconds" in refusal(path)


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.jsonl"])
def test_a_paragraph_that_would_fill_the_memory_when_parsed(tmp_path: Path, name: str) -> None:
    text = "The mill closed. " * 10_000
    body = {"a.txt": text, "a.html": f"<p>{text}</p>", "a.jsonl": f'{{"text": "{text}"}}'}
    (tmp_path / name).write_text(body[name])
    assert "longer than 100,000 characters" in refusal(tmp_path / name)
