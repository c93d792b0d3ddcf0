"""The pages in a real browser: headless Chromium against a real server.

Needs the extra `claimkb[browser]` and a Chromium on the machine
(`apt-get install chromium`, or $CLAIMKB_BROWSER names one); what a browser
is not needed for stands in `test_web_serve.py`.
"""

import os
import re
import shutil
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from serving import Server, serving

from claimkb.store.queries import Reader

playwright = pytest.importorskip("playwright.sync_api", reason="the extra claimkb[browser] is not installed")
axe = pytest.importorskip(
    "axe_playwright_python.sync_playwright", reason="the extra claimkb[browser] is missing"
)
if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PROGRAM = os.environ.get("CLAIMKB_BROWSER") or next(filter(None, map(shutil.which, NAMES)), None)
pytestmark = pytest.mark.skipif(
    PROGRAM is None, reason="no Chromium is installed; $CLAIMKB_BROWSER names one"
)
# Quiet and alone: no sandbox where it runs as root in a container, no calls home.
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]  # fmt: skip

PAGES = ["/", "/board", "/agreements", "/themes", "/theme/us-aid", "/sources", "/source/002", "/claims?q=aid",
         "/data", "/data/claims_view", "/data/relations_view", "/data/documents/1", "/data/search?words=aid",
         "/data/conflicts", "/data?sql=select+1"]  # fmt: skip
LOOKS = [(1200, "light"), (360, "dark")]


@pytest.fixture(scope="module")
def server(seeds: Path) -> Iterator[Server]:
    with serving(seeds) as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=PROGRAM, args=FLAGS)
        yield started
        started.close()


@pytest.fixture
def said() -> list[str]:
    """What the page wrote to the console, errors of its own among it."""
    return []


@pytest.fixture(params=LOOKS, ids=lambda look: f"{look[0]}-{look[1]}")
def page(request: pytest.FixtureRequest, browser: "Browser", said: list[str]) -> Iterator["Page"]:
    width, scheme = request.param
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    opened = context.new_page()
    opened.on("console", lambda message: said.append(message.text))
    opened.on("pageerror", lambda error: said.append(str(error)))
    yield opened
    context.close()


def everything(seeds: Path) -> list[str]:
    """Every kind of page, with the ids of this base."""
    with Reader(seeds) as reader:
        claim = next(reader.claims()).id
        finding = next(reader.relations()).id
    return [*PAGES, f"/claim/{claim}", f"/finding/{finding}"]


def serious(page: "Page") -> list[tuple[str, str]]:
    """What axe-core finds that keeps people out."""
    found = axe.Axe().run(page).response["violations"]
    return [
        (each["id"], each["nodes"][0]["html"][:200])
        for each in found
        if each["impact"] in ("serious", "critical")
    ]


def test_every_page_is_quiet_fits_and_is_open_to_all(
    page: "Page", said: list[str], server: Server, seeds: Path
) -> None:
    for address in everything(seeds):
        page.goto(server.url + address)
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), address
        assert page.evaluate("document.querySelectorAll('h1').length") == 1, address
        assert serious(page) == [], address
        assert said == [], address


def test_the_report_is_quiet_fits_and_is_open_to_all(
    page: "Page", said: list[str], seeds: Path, tmp_path: Path
) -> None:
    from claimkb.web.report import ReportOptions, build, to_html

    with Reader(seeds) as reader:
        (tmp_path / "report.html").write_text(to_html(build(reader, ReportOptions())), encoding="utf-8")
    page.goto((tmp_path / "report.html").as_uri())
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert page.evaluate("document.querySelectorAll('svg').length") == 3
    assert serious(page) == []
    assert said == []


def test_the_printed_report_has_everything_on_its_pages(
    browser: "Browser", seeds: Path, tmp_path: Path
) -> None:
    from pdfminer.high_level import extract_pages
    from pdfminer.layout import LTTextContainer

    from claimkb.web.report import ReportOptions, build, to_html

    with Reader(seeds) as reader:
        report = build(reader, ReportOptions())
    (tmp_path / "report.html").write_text(to_html(report), encoding="utf-8")
    opened = browser.new_page()
    opened.goto((tmp_path / "report.html").as_uri())
    opened.pdf(path=tmp_path / "report.pdf", format="A4")
    opened.close()
    pages = list(extract_pages(tmp_path / "report.pdf"))
    assert 5 < len(pages) < 75
    margin = 30  # points; the style sheet asks for 14 mm
    printed = ""
    for page in pages:
        for box in page:
            if isinstance(box, LTTextContainer):
                assert box.x0 >= margin, box.get_text()
                assert box.x1 <= page.width - margin, box.get_text()
                printed += box.get_text()
    # Which lines make a paragraph is the reader's guess, so words are looked for one by one.
    words = set(re.findall(r"\w+", unicodedata.normalize("NFKC", printed)))  # a printed "fi" is one sign
    findings = (*report.contradictions.shown, *report.tensions.shown, *report.agreements.shown)
    shown = [side.label for finding in findings for side in (finding.a, finding.b)]
    shown += [claim.text for section in report.themes for claim in section.claims]
    assert len(shown) > 100
    for text in shown:
        assert set(re.findall(r"\w+", text)) <= words, text


def test_a_claim_leads_to_its_words_in_the_article(page: "Page", server: Server, seeds: Path) -> None:
    with Reader(seeds) as reader:
        claim = max(reader.claims(), key=lambda each: each.contradictions)
    page.goto(f"{server.url}/claim/{claim.id}")
    page.get_by_role("link", name="In its place in the article").click()
    assert page.url.endswith(f"/article/{quote(claim.document, safe='')}#c-{claim.id}")
    runs = page.locator(f"[data-claims~='{claim.id}']")
    assert "".join(runs.all_text_contents()) == claim.quote
    place = runs.first.bounding_box()
    assert place is not None
    assert -5 <= place["y"] <= 900
    first = runs.first
    assert first.evaluate("run => getComputedStyle(run).borderBottomStyle") in ("solid", "double")
    first.click()
    assert "/claim/" in page.url


def test_filters_work_without_scripts(browser: "Browser", server: Server) -> None:
    context = browser.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(f"{server.url}/board")
    opened.get_by_label("Kind").select_option("tension")
    opened.get_by_role("button", name="Show").click()
    kinds = opened.locator("article.finding .kind").all_text_contents()
    assert kinds
    assert {words.split()[-1] for words in kinds} == {"Tension"}
    opened.locator("article.finding details summary").first.click()
    assert opened.locator("article.finding details dl").first.is_visible()
    context.close()


def test_the_keyboard_reaches_the_content_first(page: "Page", server: Server) -> None:
    page.goto(f"{server.url}/board")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#main"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"


def test_hostile_text_runs_nothing_and_widens_nothing(page: "Page", said: list[str], tmp_path: Path) -> None:
    import subprocess
    import sys

    article = tmp_path / "evil.txt"
    article.write_text(
        "The mill lost 300 jobs <script>document.title='owned'</script> in 2021.\n"
        "The harbour <img src=x onerror=\"document.title='owned'\"> grew by 20% in 2022.\n"
        f"The minister said the {'x' * 10_000} will close in 2023.\n"
        "The \u202edlrow harbour employs 40 people \x1b[31mred\x1b[0m.\n"
        'The =HYPERLINK("http://evil") company cut 90 jobs {{ 7777 * 7 }} in March 2021.\n',
        encoding="utf-8",
    )
    db = tmp_path / "evil.db"
    subprocess.run(
        [sys.executable, "-m", "claimkb", "--db", str(db), "ingest", "--quiet", str(article)], check=True
    )
    with serving(db) as running:
        for address in ("/", "/claims", "/source/evil", "/sources", "/data/claims_view", "/data/documents/1"):
            page.goto(running.url + address)
            assert "owned" not in page.title()
            assert page.evaluate("document.querySelectorAll('script, main img').length") == 0
            assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), address
            assert "54439" not in page.locator("main").inner_text()
    assert said == []
