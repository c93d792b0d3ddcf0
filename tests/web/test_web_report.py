"""The report is one harmless page that says what the base holds, the same way every time."""

import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from claimkb.records import RelationFilter
from claimkb.store.queries import Reader

FETCHING = {"script", "link", "iframe", "img", "object", "embed", "base", "form", "audio", "video", "image"}


def claimkb(*arguments: str | Path, expect: int = 0) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "claimkb", *map(str, arguments)]
    result = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert result.returncode == expect, result.stderr
    return result


class Page(HTMLParser):
    """What a browser would see: elements, attributes, headings, text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return re.sub(r"\s+", " ", "".join(self.words))


@pytest.fixture(scope="module")
def report(seeds: Path) -> str:
    return claimkb("--db", seeds, "report").stdout


def test_it_needs_nothing_from_elsewhere_and_runs_nothing(report: str) -> None:
    page = Page(report)
    assert not FETCHING & set(page.tags)
    assert [
        value for _, name, value in page.attributes if name in ("src", "href", "xlink:href", "action")
    ] == [value for _, name, value in page.attributes if name == "href" and value.startswith("#")]
    assert not [name for _, name, _ in page.attributes if name.startswith("on")]
    assert "@import" not in report
    assert "url(" not in report
    assert "default-src 'none'" in report


def test_every_part_is_there_with_its_heading_and_every_link_leads_to_one(report: str) -> None:
    page = Page(report)
    ids = [value for _, name, value in page.attributes if name == "id"]
    assert len(ids) == len(set(ids))
    targets = {value[1:] for _, name, value in page.attributes if name == "href"}
    assert targets <= set(ids)
    expected = {
        "contradictions",
        "tensions",
        "agreements",
        "heat",
        "network",
        "timeline",
        "claims",
        "sources",
    }
    assert expected <= targets
    assert page.tags.count("svg") == 3
    assert "@media print" in report


def test_it_shows_the_strongest_contradiction_with_both_quotes_and_its_reason(
    report: str, seeds: Path
) -> None:
    with Reader(seeds) as reader:
        strongest = next(reader.contradictions(RelationFilter()))
    text = Page(report).text
    folded = re.sub(r"\s+", " ", strongest.relation.a_quote)
    assert folded in text
    assert re.sub(r"\s+", " ", strongest.relation.b_quote) in text
    assert strongest.relation.reason in text
    assert all(f"<mark>{mark}</mark>" in report for mark in strongest.a_marks)


def test_the_numbers_are_those_of_the_base(report: str, seeds: Path) -> None:
    with Reader(seeds) as reader:
        summary = reader.summary()
        matrix = reader.theme_matrix()
    text = Page(report).text
    for kind in ("contradiction", "tension", "agreement"):
        assert re.search(rf"\b{summary.findings[kind]} \S {kind}s", text), kind
    table = report[report.index('<table class="heat">') : report.index('id="network"')]
    rows = [re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", row) for row in table.split("<tr>")[2:]]
    shown = [[str(count or "·") for count in row] + [str(sum(row))] for row in matrix.counts]
    assert [row[1:] for row in rows] == shown
    assert len(rows) == len(matrix.themes)


@pytest.mark.parametrize("form", ["html", "md"])
def test_two_runs_give_the_same_bytes(form: str, seeds: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        claimkb("--db", seeds, "report", "-o", tmp_path / f"{name}.{form}")
    assert (tmp_path / f"one.{form}").read_bytes() == (tmp_path / f"two.{form}").read_bytes()


def test_filters_are_those_of_the_queries_and_are_named(mill: Path) -> None:
    everything = claimkb("--db", mill, "report", "--format", "md").stdout
    assert "1 contradiction, 1 tension, 1 agreement" in everything
    none = claimkb("--db", mill, "report", "--format", "md", "--no-tension").stdout
    assert "1 contradiction, 0 tensions, 1 agreement" in none
    amounts = claimkb("--db", mill, "report", "--format", "md", "--has-quantity").stdout
    assert "3 claims from 3 articles" in amounts
    assert "restricted to claims with an amount: 1 contradiction, 0 tensions, 1 agreement" in amounts
    ledger = claimkb("--db", mill, "report", "--source", "town-ledger", "--format", "md").stdout
    assert "0 contradictions, 0 tensions, 1 agreement" in ledger
    sure = claimkb("--db", mill, "report", "--min-confidence", "0.88", "--format", "md").stdout
    assert "0 contradictions, 1 tension, 1 agreement" in sure


def test_what_does_not_fit_is_counted(seeds: Path) -> None:
    text = Page(claimkb("--db", seeds, "report", "--limit", "2").stdout).text
    with Reader(seeds) as reader:
        summary = reader.summary()
    assert f"These are the 2 strongest of {summary.findings['contradiction']}." in text
    assert re.search(r"\d+ more claims; claimkb claims --theme", text)


def test_text_of_strangers_is_harmless_in_html_and_markdown(mill: Path) -> None:
    html = claimkb("--db", mill, "report").stdout
    assert "<script" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "\x1b" not in html
    assert "\u202e" not in html
    markdown = claimkb("--db", mill, "report", "--format", "md").stdout
    assert "<script" not in re.sub(r"\\<", "", markdown)
    assert "\x1b" not in markdown
    assert "\u202e" not in markdown


def test_without_the_plotting_library_the_tables_tell_the_same(mill: Path) -> None:
    script = (
        "import sys\nsys.modules['vl_convert'] = None\n"
        f"from claimkb.cli import main\nmain(['--db', {str(mill)!r}, 'report'])"
    )
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    page = Page(result.stdout)
    assert "svg" not in page.tags
    assert page.tags.count("table") == 3
    assert "How many claims" not in page.text
    assert "Claims by theme and source" in page.text


def test_a_file_appears_whole_or_not_at_all(mill: Path, tmp_path: Path) -> None:
    target = tmp_path / "report.html"
    target.write_text("before", encoding="utf-8")
    claimkb("--db", mill, "report", "-o", target, "--theme", "nowhere", expect=1)
    assert target.read_text(encoding="utf-8") == "before"
    claimkb("--db", mill, "report", "-o", target)
    assert target.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert [path.name for path in tmp_path.iterdir()] == ["report.html"]


def test_an_empty_choice_is_a_page_that_says_so(mill: Path) -> None:
    text = Page(claimkb("--db", mill, "report", "zeppelin").stdout).text
    assert "0 claims from 0 articles; restricted to words: zeppelin" in text
    assert "None was found." in text
