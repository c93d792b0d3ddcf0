"""The tutorial and the how-to do what they say, and the site builds from what is here alone."""

import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


def commands(page: str) -> str:
    """The commands of a page as one shell script, in their order."""
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    blocks = re.findall(r"```console\n(.*?)```", text, re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines()]
    assert lines
    assert all(line.startswith("$ ") for line in lines), "only commands stand in console blocks"
    return "\n".join(line.removeprefix("$ ") for line in lines)


@pytest.mark.skipif(sys.platform == "win32", reason="the pages use a POSIX shell")
@pytest.mark.parametrize("page", ["tutorial.md", "howto.md"])
def test_every_command_of_the_page_runs(page: str, tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    program = tmp_path / "bin" / "claimkb"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m claimkb "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    environment = {"PATH": f"{tmp_path / 'bin'}:{os.environ['PATH']}", "HOME": str(tmp_path)}
    # Each line must succeed; -x names the one that did not.
    result = subprocess.run(
        ["bash", "-eux", "-c", commands(page)],
        cwd=tmp_path, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert result.returncode == 0, result.stderr[-2000:]
    assert "claimkb:" not in result.stderr, result.stderr[-2000:]


class Sources(HTMLParser):
    """What a page would fetch."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        wanted = {"script": "src", "img": "src", "link": "href", "iframe": "src"}.get(tag)
        self.found += [value for name, value in attrs if name == wanted and value]


def test_the_site_builds_and_fetches_nothing_from_elsewhere(tmp_path: Path) -> None:
    pytest.importorskip("material", reason="the extra claimkb[docs] is not installed")
    command = [
        sys.executable,
        "-W",
        "ignore",
        "-m",
        "mkdocs",
        "build",
        "--quiet",
        "--site-dir",
        str(tmp_path / "site"),
    ]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr[-2000:]
    pages = sorted((tmp_path / "site").glob("*.html"))
    names = {page.name for page in pages}
    assert names >= {"index.html", "tutorial.html", "howto.html", "limits.html", "cli.html", "model.html"}
    for page in pages:
        fetched = Sources(page.read_text(encoding="utf-8")).found
        assert fetched
        assert not [address for address in fetched if re.match(r"(?:https?:)?//", address)], page.name
    assert (tmp_path / "site" / "img" / "schema.svg").exists()
