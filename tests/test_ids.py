"""No id is a number to a spreadsheet."""

import pytest

from claimkb.ids import id_from


@pytest.mark.parametrize(
    ("digest", "expected"),
    [
        ("a1234567890bcdef", "a1234567"),
        ("12345678a0bcdef0", "2345678a"),
        ("1234567e890abcde", "1234567e"),
        ("123e4567a0bcdef0", "23e4567a"),
        ("00000000000000000000000f", "0000000f"),
        ("1234567890123456", "12345678"),
        ("e1234567", "e1234567"),
    ],
)
def test_an_id_is_the_first_stretch_that_is_no_number(digest: str, expected: str) -> None:
    assert id_from(digest, 8) == expected
