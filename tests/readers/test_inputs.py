"""What ingest is given becomes documents and refusals."""

import io
import sys
from pathlib import Path

import pytest

from claimkb.errors import UsageError
from claimkb.model import Document, Refusal
from claimkb.readers import MAX_BYTES, SourceOptions, read_inputs

PROSE = "The bridge opened on Monday. It cost 40 million euros.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    made = tmp_path / "news"
    made.mkdir()
    return made


def documents(*paths: str, options: SourceOptions | None = None) -> list[Document]:
    found = list(read_inputs(paths, options=options or SourceOptions()))
    assert not [item for item in found if isinstance(item, Refusal)]
    return [item for item in found if isinstance(item, Document)]


def refusal(*paths: str) -> Refusal:
    found = list(read_inputs(paths))
    assert [type(item) for item in found] == [Refusal]
    assert isinstance(found[0], Refusal)
    return found[0]


def test_a_folder_is_walked_in_sorted_order_with_the_paths_as_given(folder: Path) -> None:
    (folder / "b.txt").write_text(PROSE)
    (folder / "a.md").write_text(PROSE)
    (folder / "2024").mkdir()
    (folder / "2024" / "z.txt").write_text(PROSE)
    paths = [document.path for document in documents("news")]
    assert paths == ["news/a.md", "news/b.txt", "news/2024/z.txt"]
    assert [d.path for d in documents("./news/", str(folder / "b.txt"))] == paths  # each file once


def test_an_absolute_path_below_the_working_folder_becomes_relative(folder: Path) -> None:
    (folder / "a.txt").write_text(PROSE)
    assert documents(str(folder / "a.txt"))[0].path == "news/a.txt"


def test_what_is_no_document_in_a_folder_is_passed_over(folder: Path) -> None:
    (folder / "a.txt").write_text(PROSE)
    (folder / "sources.toml").write_text('[[source]]\nfile = "a.txt"\n')
    for name in ("themes.toml", "aliases.toml", "README.md", ".hidden.txt", "photo.jpg", "table.csv"):
        (folder / name).write_text(PROSE)
    assert [d.path for d in documents("news")] == ["news/a.txt"]


def test_a_readme_is_a_document_where_no_sources_toml_says_otherwise(folder: Path) -> None:
    (folder / "README.md").write_text(PROSE)
    assert [d.path for d in documents("news")] == ["news/README.md"]


def test_links_that_lead_outside_the_folder_are_not_followed(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text(PROSE)
    (folder / "a.txt").write_text(PROSE)
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "loop").symlink_to(folder)
    assert [d.path for d in documents("news")] == ["news/a.txt"]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"\xef\xbb\xbfPrices rose.", "Prices rose."),
        (b"One.\r\nTwo.\rThree.\n", "One.\nTwo.\nThree.\n"),
        ("It’s 5 °C.\u00a0".encode(), "It’s 5 °C.\u00a0"),
    ],
)
def test_canonical_text_drops_the_bom_and_carriage_returns_only(folder: Path, data: bytes, text: str) -> None:
    (folder / "a.txt").write_bytes(data)
    assert documents("news/a.txt")[0].text == text


@pytest.mark.parametrize(
    ("name", "data", "reason", "next_step"),
    [
        ("a.txt", b"", "no text", "holds text"),
        ("a.txt", b" \n\xc2\xa0\n", "no text", "holds text"),
        ("a.txt", b"GIF89a\x00\x01", "binary", "plain text"),
        ("a.txt", b"caf\xe9 prices rose", "byte 3 (0xe9)", "iconv -f ISO-8859-1"),
        ("a.txt", b"\x93Prices rose\x94", "byte 0 (0x93)", "iconv -f WINDOWS-1252"),
        ("a.txt", "Prices rose".encode("utf-16"), "UTF-16", "iconv -f UTF-16"),
        ("a.txt", b"a" * (MAX_BYTES + 1), "larger than 20 MB", "Split"),
        ("a.odt", b"PK", "type .odt", ".md, .mht"),
        ("notes", b"Prices rose.", "without an ending", ".md, .mht"),
        ("a.docx", b"PK", "no ZIP file", "anew"),
        ("a.pdf", b"%PDF-1.7", "PDF is damaged", ".txt"),
        ("a.pdf", b"GIF89a", "no PDF", "Check"),
        ("a.html", b"<html><body><img src=a.png></body></html>", "no main text", ".txt"),
        ("a.md", b"---\ndate: last week\n---\nPrices rose.", "published must be an ISO date", "front matter"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_next_step(
    folder: Path, name: str, data: bytes, reason: str, next_step: str
) -> None:
    (folder / name).write_bytes(data)
    refused = refusal(f"news/{name}")
    assert refused.path == f"news/{name}"
    assert reason in refused.reason
    assert next_step in refused.next_step


@pytest.mark.parametrize(
    ("argument", "reason"),
    [
        ("missing.txt", "no such file"),
        ("ftp://a.example/b.txt", "Only http and https"),
        ("file:///etc/passwd", "Only http and https"),
        ("news", "no documents"),
        ("http://user:word@example.org/a", "user name or password"),
        ("/dev/null", "without an ending"),
    ],
)
def test_arguments_that_lead_to_no_document(folder: Path, argument: str, reason: str) -> None:
    assert reason in refusal(argument).reason


def test_one_bad_file_does_not_stop_the_batch(folder: Path) -> None:
    (folder / "a.txt").write_bytes(b"\xff\xfe\xfd")
    (folder / "b.txt").write_text(PROSE)
    (folder / "c.pdf").write_bytes(b"%PDF-1.7")
    found = list(read_inputs(["news", "gone.txt"]))
    assert [(type(item), item.path) for item in found] == [
        (Refusal, "news/a.txt"),
        (Document, "news/b.txt"),
        (Refusal, "news/c.pdf"),
        (Refusal, "gone.txt"),
    ]


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("Prices rose’s.".encode())))
    document = documents("-")[0]
    assert (document.path, document.text, document.source.name) == ("-", "Prices rose’s.", "standard input")


def test_options_go_before_sources_toml_before_front_matter(folder: Path) -> None:
    (folder / "a.md").write_text(
        "---\nname: Front\ntitle: 'Front: title'\nauthor: Front Author\n---\n" + PROSE
    )
    (folder / "sources.toml").write_text(
        '[[source]]\nfile = "a.md"\nname = "Settings"\ntitle = "Settings title"\n'
        'published = "2024-05"\ninferred = ["published"]\n'
    )
    source = documents("news", options=SourceOptions(name="Options"))[0].source
    assert (source.name, source.title, source.author) == ("Options", "Settings title", "Front Author")
    assert (source.published, source.inferred) == ("2024-05", {"published"})


def test_an_option_that_overrides_an_inferred_date_is_not_inferred(folder: Path) -> None:
    (folder / "a.txt").write_text(PROSE)
    (folder / "sources.toml").write_text(
        '[[source]]\nfile = "a.txt"\npublished = "2024"\ninferred = ["published"]\n'
    )
    source = documents("news/a.txt", options=SourceOptions(published="2023-01-02"))[0].source
    assert (source.published, source.inferred, source.name) == ("2023-01-02", frozenset(), "a")


def test_an_entry_further_up_describes_files_in_subfolders(folder: Path) -> None:
    (folder / "may").mkdir()
    (folder / "may" / "a.txt").write_text(PROSE)
    (folder / "sources.toml").write_text('[[source]]\nfile = "may/a.txt"\nname = "The Harbour Post"\n')
    assert documents("news")[0].source.name == "The Harbour Post"


def test_an_entry_for_a_file_that_is_not_there_is_told(folder: Path) -> None:
    (folder / "a.txt").write_text(PROSE)
    (folder / "sources.toml").write_text('[[source]]\nfile = "typo.txt"\n')
    found = list(read_inputs(["news"]))
    assert [item.path for item in found] == ["news/a.txt", "news/sources.toml"]
    assert "typo.txt" in getattr(found[1], "reason", "")


@pytest.mark.parametrize("published", ["yesterday", "2024-13", "2024-02-30", "24-05-03"])
def test_a_date_option_that_is_no_date_is_wrong_usage(published: str) -> None:
    with pytest.raises(UsageError, match="published"):
        list(read_inputs([], options=SourceOptions(published=published)))


def test_a_script_address_is_no_url() -> None:
    with pytest.raises(UsageError, match="url must start with http"):
        list(read_inputs([], options=SourceOptions(url="javascript:alert(1)")))


def test_control_characters_do_not_reach_metadata(folder: Path) -> None:
    (folder / "a.md").write_text('---\ntitle: "Red \x1b[31m alert"\n---\n' + PROSE)
    assert documents("news/a.md")[0].source.title == "Red [31m alert"


def test_a_malformed_sources_toml_stops_what_it_may_describe_and_nothing_else(folder: Path) -> None:
    (folder / "a.txt").write_text(PROSE)
    (folder / "sources.toml").write_text("[[source]\n")
    refused = refusal("news")
    assert refused.path == "news/sources.toml"
    assert refused.reason.startswith("news/sources.toml: not valid TOML: ")
    assert refused.reason.endswith("Files it may describe, left out: 1.")
    (folder / "deep").mkdir()
    (folder / "sources.toml").rename(folder / "deep" / "sources.toml")
    (folder / "deep" / "b.txt").write_text(PROSE)
    assert [item.path for item in read_inputs(["news"])] == ["news/deep/sources.toml", "news/a.txt"]
