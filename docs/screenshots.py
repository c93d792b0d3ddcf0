"""Photographs every kind of page that `claimkb serve` has, and the report, for docs/browser.md.

    python docs/screenshots.py

Needs the extra `claimkb[browser]` and a Chromium, as the tests of the pages
do; both use the same server, pages and flags. The pictures show the articles
in seeds/, on a desktop in light colours and on a phone in dark ones.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "tests" / "web"), str(ROOT / "tests" / "cli")]

from playwright.sync_api import Browser, sync_playwright  # noqa: E402
from serving import serving  # noqa: E402
from test_web_browser import FLAGS, PROGRAM  # noqa: E402

from claimkb.store.queries import Reader  # noqa: E402

OUT = ROOT / "docs" / "img"
SMALL = ("home", "board", "article", "claim", "sources", "report")  # what is photographed on the phone too
LOOKS = {"desktop": ((1000, 760), "light"), "phone": ((375, 700), "dark")}
PAGES = {
    "home": "/",
    "board": "/board",
    "agreements": "/agreements",
    "themes": "/themes",
    "theme": "/theme/us-aid",
    "sources": "/sources",
    "article": "/source/002",
    "claims": "/claims?q=aid",
    "claim": "/claim/{claim}",
    "finding": "/finding/{finding}",
    "data": "/data",
    "table": "/data/claims_view",
    "question": "/data/conflicts",
    "sql": "/data?sql=select+label,+source+from+claims_view+limit+5",
}


def photograph(browser: Browser, addresses: dict[str, str], look: str) -> None:
    """Open each address and write what is seen without scrolling."""
    (width, height), scheme = LOOKS[look]
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
    page = context.new_page()
    for name, address in addresses.items():
        page.goto(address)
        path = OUT / f"page-{name}-{look}.png"
        page.screenshot(path=path)
        print(path.relative_to(ROOT))
    context.close()


def main() -> None:
    """Make a base, serve it, and photograph it."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        base, report = Path(folder) / "claims.db", Path(folder) / "report.html"
        for command in (("ingest", "seeds", "--quiet"), ("report", "-o", str(report))):
            subprocess.run(
                [sys.executable, "-m", "claimkb", "--db", str(base), *command], check=True, cwd=ROOT
            )
        with Reader(base) as reader:
            finding = next(iter(reader.contradictions())).relation
        names = {"claim": finding.a_id, "finding": finding.id}
        browser = driver.chromium.launch(executable_path=PROGRAM, args=FLAGS)
        with serving(base) as server:
            addresses = {name: server.url + path.format(**names) for name, path in PAGES.items()}
            addresses["report"] = report.as_uri()
            photograph(browser, addresses, "desktop")
            photograph(browser, {name: addresses[name] for name in SMALL}, "phone")
        browser.close()


if __name__ == "__main__":
    main()
