"""A hyphen between spaces joins a word, a dash cuts a sentence."""

import pytest

from claimkb.extract.hyphens import JOINED, with_hyphens

CASES = [
    ("an anti - piracy patrol", "an anti-piracy patrol"),
    ("a 38 - year - old man", "a 38-year-old man"),
    ("a stop - and - search order near an ex - colleague", "a stop-and-search order near an ex-colleague"),
    (
        "a third - floor room - it was locked - was searched",
        "a third-floor room - it was locked - was searched",
    ),
    ("two co - workers - one from Leeds - left", "two co-workers - one from Leeds - left"),
    # plain prose: nothing but dashes
    ("The mayor - a lawyer - resigned", "The mayor - a lawyer - resigned"),
    ("A well-known singer - anti - left", "A well-known singer - anti - left"),
    ("OSLO - The ministry closed two ports", "OSLO - The ministry closed two ports"),
    ("in 1998 - year of the flood", "in 1998 - year of the flood"),
]


@pytest.mark.parametrize(("line", "read"), CASES, ids=[c[0] for c in CASES])
def test_hyphens(line: str, read: str) -> None:
    found = with_hyphens(line)
    assert len(found) == len(line)
    assert found.replace(JOINED, "") == read
