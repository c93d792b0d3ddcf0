"""Documents of mixed formats, one in twenty damaged: exactly the damaged ones are refused."""

import io
import json
import random
import zipfile
from collections.abc import Callable
from dataclasses import replace
from itertools import islice
from pathlib import Path

from faulty import SOAK, word

from claimkb.workflow import check, ingest
from claimkb.workflow.parts import Parts, read_inputs
from support import PlainParts

DOCUMENTS = 2_000 if SOAK else 100
DAMAGED = 20  # one in so many

Made = tuple[str, bytes]


def lines(chance: random.Random) -> list[str]:
    return [
        f"The {word(chance)} of {word(chance)} met the {word(chance)} in {word(chance)}, and it was said "
        f"that the {word(chance)} had been taken to {word(chance)} by the people of {word(chance)}."
        for _ in range(4)
    ]


def text(chance: random.Random) -> Made:
    return ".txt", "\n".join(lines(chance)).encode()


def markdown(chance: random.Random) -> Made:
    return ".md", ("---\ntitle: A report\n---\n\n" + "\n\n".join(lines(chance))).encode()


def html(chance: random.Random) -> Made:
    body = "".join(f"<p>{line}</p>" for line in lines(chance))
    page = f"<html><head><title>Report</title></head><body><article>{body}</article></body></html>"
    return ".html", page.encode()


def mail(chance: random.Random) -> Made:
    head = "From: a@example.org\nSubject: Report\nContent-Type: text/plain; charset=utf-8\n\n"
    return ".eml", (head + "\n\n".join(lines(chance))).encode()


def docx(chance: random.Random) -> Made:
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines(chance))
    space = "http://schemas.openxmlformats.org"
    word_space = f"{space}/wordprocessingml/2006/main"
    relation = f"{space}/officeDocument/2006/relationships/officeDocument"
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{space}/package/2006/content-types">'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{main}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{space}/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{relation}" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{word_space}"><w:body>{body}</w:body></w:document>',
    }
    return ".docx", archive_of(parts)


def archive_of(parts: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def zipped(chance: random.Random) -> Made:
    return ".zip", archive_of({"inner.txt": "\n".join(lines(chance))})


def pdf(chance: random.Random) -> Made:
    words = iter(" ".join(lines(chance)).split())
    rows = iter(lambda: " ".join(islice(words, 10)), "")
    drawn = ("BT /F1 12 Tf 14 TL 72 700 Td " + " ".join(f"({row}) Tj T*" for row in rows) + " ET").encode()
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>\nstream\n%s\nendstream" % (len(drawn), drawn),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % numbered for numbered in enumerate(objects, start=1))
    return ".pdf", b"%PDF-1.4\n" + body + b"trailer\n<</Root 1 0 R>>\n%%EOF\n"


def epub(chance: random.Random) -> Made:
    body = "".join(f"<p>{line}</p>" for line in lines(chance))
    parts = {
        "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
        '<rootfiles><rootfile full-path="book.opf"/></rootfiles></container>',
        "book.opf": '<package xmlns="http://www.idpf.org/2007/opf"><metadata/><manifest>'
        '<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest>'
        '<spine><itemref idref="a"/></spine></package>',
        "a.xhtml": f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{body}</body></html>',
    }
    return ".epub", archive_of(parts)


def rows(chance: random.Random) -> Made:
    return ".jsonl", (json.dumps({"id": "a", "text": "\n".join(lines(chance))}) + "\n").encode()


def feed(chance: random.Random) -> Made:
    story = " ".join(lines(chance))
    item = f"<item><guid>a</guid><title>Report</title><description>{story}</description></item>"
    return ".rss", f'<rss version="2.0"><channel><title>Post</title>{item}</channel></rss>'.encode()


WHOLE: tuple[Callable[[random.Random], Made], ...] = (
    *(text, markdown, html, mail, docx, zipped),
    *(pdf, epub, rows, feed),
)


def damaged(chance: random.Random) -> Made:
    """A file that holds no article any more."""
    kind = chance.randrange(8)
    if kind == 0:
        return ".txt", b""
    if kind == 1:
        return ".txt", bytes(chance.randrange(256) for _ in range(2_000)) + b"\0" * 50
    if kind == 2:
        return ".html", b"<html><body><script>var x = 1;</script></body></html>"
    if kind == 3:
        return ".jsonl", rows(chance)[1][:-20]
    if kind == 4:
        return ".rss", b"<rss><channel>" + bytes(100)
    suffix, data = chance.choice((docx, zipped, epub, pdf))(chance)
    return suffix, data[: len(data) // 2 if suffix != ".pdf" else 200]


def test_exactly_the_damaged_ones_are_refused(db: Path, tmp_path: Path) -> None:
    folder = tmp_path / "mixed"
    folder.mkdir()
    bad = set()
    for number in range(DOCUMENTS):
        chance = random.Random(number)
        is_bad = number % DAMAGED == 7
        suffix, data = damaged(chance) if is_bad else WHOLE[number % len(WHOLE)](chance)
        path = folder / f"{number:04}{suffix}"
        path.write_bytes(data)
        if is_bad:
            bad.add(path.as_posix())
    # The real extractor takes minutes for two thousand; the stand-in is enough to see what is refused.
    parts = Parts() if SOAK else replace(PlainParts().parts, read=read_inputs)
    report = ingest(db, [str(folder)], parts=parts)
    assert {outcome.path.partition("#")[0] for outcome in report.refused} == bad
    assert all(outcome.reason and outcome.next_step for outcome in report.refused)
    assert report.counts["added"] == DOCUMENTS - len(bad)
    again = ingest(db, [str(folder)], parts=parts)
    assert again.counts == {"unchanged": DOCUMENTS - len(bad), "refused": len(bad)}
    assert check(db, parts=parts) == ()
