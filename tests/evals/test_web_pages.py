"""Real pages under free licences, against blocks that a person marked; `evals/web_pages.py` measures others."""

from pathlib import Path

import pytest
from web_pages import article, blocks, score

from claimkb.model import Document
from claimkb.readers import read_inputs

PAGES = Path(__file__).parents[1] / "data" / "pages" / "free"
MARKED = [
    (
        "wikimedia-blog",
        "14-15, 17-20, 22-39 | 12-13, 16, 21, 40-44",
        ("Interactive maps, now in your language", "Joe Matazzoni", "2018-06-28", "Wikimedia Blog"),
    ),
    (
        "creative-commons",
        "53-54, 57, 60, 63, 65 | 51-52, 55-65",
        ("What we do - Creative Commons", None, "2016-05-22", "Creative Commons"),
    ),
]


@pytest.mark.parametrize(("name", "marked", "known"), MARKED)
def test_the_article_of_a_real_page_is_read_and_little_else(
    name: str, marked: str, known: tuple[str | None, ...]
) -> None:
    path = PAGES / f"{name}.html"
    found = score(path, name, marked)
    assert found.precision >= 0.99
    assert found.recall >= 0.96
    (read,) = read_inputs([str(path)])
    assert isinstance(read, Document)
    source = read.source
    assert (source.title, source.author, source.published, source.name) == known


def test_blocks_are_what_block_elements_hold() -> None:
    page = b"<body><nav>Home</nav><div>One <b>bold</b> word<p>Two</p>tail</div><script>x</script><br>Three</body>"
    assert blocks(page) == ["Home", "One bold word", "Two", "tail", "Three"]
    assert article(page, "1-2, 4") == "One bold word\nTwo\nThree"
