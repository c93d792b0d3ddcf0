"""From a web address to claims that can be traced back: kept pages, changes, and pages of a PDF."""

import shutil
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from claimkb.model import Document, Original, Place
from claimkb.readers import Access
from claimkb.store.queries import Reader
from claimkb.workflow import check, ingest
from support import PlainParts, document

URL = "https://news.example/report"
PAGE = Original(URL, "2024-05-03T10:00:00+00:00", "text/html", b"<p>Cod landed 40 tonnes.", "utf-8", '"1"')


def web_document(text: str, original: Original) -> Document:
    return replace(document(URL, text, name="news.example", url=URL), original=original)


def test_a_page_is_kept_beside_what_was_read_from_it(db: Path, plain: PlainParts) -> None:
    plain.documents = [web_document("Cod landed 40 tonnes.", PAGE)]
    ingest(db, [URL], parts=plain.parts)
    with Reader(db) as reader:
        assert list(reader.originals("report")) == [(URL, PAGE)]
        (claim,) = reader.claims()
        assert reader.claim(claim.id).fetched_at == PAGE.fetched_at
    assert check(db, parts=plain.parts) == ()


def test_every_different_page_is_kept_and_the_last_is_asked_for(db: Path, plain: PlainParts) -> None:
    second = replace(
        PAGE, body=b"<p>Cod landed 55 tonnes.", fetched_at="2024-06-01T10:00:00+00:00", etag='"2"'
    )
    third = replace(second, body=b"<div><p>Cod landed 55 tonnes.", fetched_at="2024-07-01T10:00:00+00:00")
    asked: list[Original | None] = []

    def read(paths: object, options: object, *, access: Access) -> list[Document]:
        asked.append(access.known(URL))
        return plain.documents

    parts = replace(plain.parts, read=read)  # type: ignore[arg-type]
    for text, page, state in (
        ("Cod landed 40 tonnes.", PAGE, "added"),
        ("Cod landed 55 tonnes.", second, "changed"),
        ("Cod landed 55 tonnes.", third, "unchanged"),  # another page, the same text
    ):
        plain.documents = [web_document(text, page)]
        assert ingest(db, [URL], access=Access(), parts=parts).counts == {state: 1}
    assert asked == [None, PAGE, second]
    with Reader(db) as reader:
        assert [page for _, page in reader.originals()] == [PAGE, second, third]


def test_a_claim_names_its_page(db: Path, plain: PlainParts) -> None:
    text = "Cod landed 40 tonnes.\nThe quota was cut.\nThe storm came."
    places = (Place(0, "page 1"), Place(text.index("The quota"), "page 2"))
    plain.documents = [replace(document("report.pdf", text), places=places)]
    ingest(db, ["report.pdf"], parts=plain.parts)
    with Reader(db) as reader:
        assert [reader.claim(claim.id).place for claim in reader.claims()] == ["page 1", "page 2", "page 2"]
    ingest(db, ["report.pdf"], refresh=True, parts=plain.parts)
    connection = sqlite3.connect(db)
    assert connection.execute("SELECT count(*) FROM places").fetchone() == (2,)
    connection.close()


def test_mixed_formats_with_damaged_ones_end_with_exactly_the_damaged_refused(
    db: Path, tmp_path: Path, plain: PlainParts, monkeypatch: pytest.MonkeyPatch
) -> None:
    from claimkb.workflow.parts import read_inputs

    data = Path(__file__).parent.parent / "data"
    sound = [data / "formats" / name for name in ("harbour.pdf", "harbour.docx", "book.epub", "reply.eml")]
    sound += [data / "pages" / name for name in ("wire.html", "blog.html")]
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mixed").mkdir()
    damaged = set()
    for number in range(60):
        source = sound[number % len(sound)]
        target = tmp_path / "mixed" / f"{number:02}{source.suffix}"
        if number % 20 == 19:
            target.write_bytes(b"\0" + source.read_bytes()[2000:2300])
            damaged.add(f"mixed/{target.name}")
        else:
            shutil.copy(source, target)
    report = ingest(db, ["mixed"], parts=replace(plain.parts, read=read_inputs))
    assert {outcome.path for outcome in report.refused} == damaged
    assert report.taken == 57
