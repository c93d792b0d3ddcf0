"""Documents of mixed formats, one in twenty damaged: exactly the damaged ones are refused."""

import io
import random
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from faulty import SOAK, word

from claimkb.workflow import check, ingest
from claimkb.workflow.parts import read_inputs
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


WHOLE: tuple[Callable[[random.Random], Made], ...] = (text, markdown, html, mail, docx, zipped)


def damaged(chance: random.Random) -> Made:
    """A file that holds no article any more."""
    kind = chance.randrange(5)
    if kind == 0:
        return ".txt", b""
    if kind == 1:
        return ".txt", bytes(chance.randrange(256) for _ in range(2_000)) + b"\0" * 50
    if kind == 2:
        return ".html", b"<html><body><script>var x = 1;</script></body></html>"
    suffix, data = chance.choice((docx, zipped))(chance)
    return suffix, data[: len(data) // 2]


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
    plain = PlainParts()
    report = ingest(db, [str(folder)], parts=replace(plain.parts, read=read_inputs))
    assert {outcome.path for outcome in report.refused} == bad
    assert all(outcome.reason and outcome.next_step for outcome in report.refused)
    assert report.counts["added"] == DOCUMENTS - len(bad)
    again = ingest(db, [str(folder)], parts=replace(plain.parts, read=read_inputs))
    assert again.counts == {"unchanged": DOCUMENTS - len(bad), "refused": len(bad)}
    assert check(db, parts=plain.parts) == ()
