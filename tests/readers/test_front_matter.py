"""Front matter as site generators write it."""

import pytest

from claimkb.errors import ReadError
from claimkb.readers.front_matter import front_matter
from claimkb.readers.options import SourceOptions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("No front matter here.\n", SourceOptions()),
        ("---\nNot closed: x\n", SourceOptions()),
        ("---\ntitle: Dams: the next crisis\n---\n", SourceOptions(title="Dams: the next crisis")),
        ("---\ntitle: \"Say 'no'\" # draft\n---\n", SourceOptions(title="Say 'no'")),
        ("---\ndate: 2024-05-03T10:00:00Z\n---\n", SourceOptions(published="2024-05-03")),
        ("---\nauthors: [Jane Doe, 'Roe, John']\n---\n", SourceOptions(author="Jane Doe, Roe, John")),
        ("---\nauthors:\n  - Jane Doe\n  - John Roe\n---\n", SourceOptions(author="Jane Doe, John Roe")),
        (
            "---\ntitle: >\n  A long\n  headline\noutlet: The Post\n---\n",
            SourceOptions("The Post", "A long headline"),
        ),
        ("---\nthemes: [health, economy]\n---\n", SourceOptions(themes=("health", "economy"))),
        (
            "---\nimage:\n  title: Not ours\nurl: https://example.org/a\n...\n",
            SourceOptions(url="https://example.org/a"),
        ),
        (
            "+++\ntitle = 'Rain'\ndate = 2024-05-03\n+++\n",
            SourceOptions(title="Rain", published="2024-05-03"),
        ),
        (
            "---\npublished: 2024\ninferred: [published]\n---\n",
            SourceOptions(published="2024", inferred=frozenset({"published"})),
        ),
    ],
)
def test_front_matter(text: str, expected: SourceOptions) -> None:
    assert front_matter(text) == expected


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("---\ndate: May\n---\n", "published must be an ISO date"),
        ("---\nurl: ftp://example.org\n---\n", "url must start with http"),
        ("+++\ntitle = \n+++\n", "not TOML"),
    ],
)
def test_unusable_front_matter_is_a_read_error(text: str, problem: str) -> None:
    with pytest.raises(ReadError, match=problem):
        front_matter(text)
