"""Metadata read off the furniture of a text, and marked as inferred."""

import pytest

from claimkb.extract.blocks import find_blocks
from claimkb.extract.metadata import InferredMetadata, infer_metadata, with_inferred
from claimkb.model import SourceInfo

PROSE = "The ministry said on Monday that prices had risen by a tenth since the spring."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (PROSE, InferredMetadata()),
        (f"Prices rise again\n\n{PROSE}", InferredMetadata(title="Prices rise again")),
        (f"# Prices rise again #\n\n{PROSE}", InferredMetadata(title="Prices rise again")),
        (f"By Jane Doe, Staff Writer\n\n{PROSE}", InferredMetadata(author="Jane Doe")),
        (f"BY JANE DOE AND JOHN ROE\n\n{PROSE}", InferredMetadata(author="Jane Doe, John Roe")),
        (
            f"{PROSE}\n\nDr. Jane Doe is a fellow at the Centre for Prices.",
            InferredMetadata(author="Jane Doe"),
        ),
        (f"Published 3 May 2024\n{PROSE}", InferredMetadata(published="2024-05-03")),
        (f"date 2025-01-20 NAIROBI - {PROSE}", InferredMetadata(published="2025-01-20", place="NAIROBI")),
        (
            f"{PROSE}\n\nThis article was published in another form at https://example.org/a/b.\n",
            InferredMetadata(url="https://example.org/a/b"),
        ),
        # A staff list is not a byline, and an address in the article is not its own.
        (
            f"{PROSE}\n\nShare.\n\nDr Jane Doe\n\nDirector\n\nJane Doe is a fellow at the Centre.",
            InferredMetadata(),
        ),
        (f"{PROSE} The figures are at https://example.org/figures.", InferredMetadata()),
        ("May 2024 saw rain. " + PROSE, InferredMetadata()),
    ],
)
def test_inferred_metadata(text: str, expected: InferredMetadata) -> None:
    assert infer_metadata(text, find_blocks(text)) == expected


def test_inference_fills_gaps_only_and_marks_them() -> None:
    source = SourceInfo(name="post", title="Given", published="2024", inferred=frozenset({"published"}))
    found = InferredMetadata(title="Found", author="Jane Doe", published="2023", place="LIMA")
    filled = with_inferred(source, found)
    assert (filled.title, filled.author, filled.published) == ("Given", "Jane Doe", "2024")
    assert filled.inferred == {"author", "published"}
