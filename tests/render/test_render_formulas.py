import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimkb.render.formulas import guard, unguard

RISKY = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", " ", "'", "a", "1"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("=SUM(A1:A9)", "'=SUM(A1:A9)"),
        ("+1 800 555", "'+1 800 555"),
        ("-5 degrees were measured", "'-5 degrees were measured"),
        ("@mention", "'@mention"),
        ("\t=1+1", "'\t=1+1"),
        ("\r=1+1", "'\r=1+1"),
        ("  =1+1", "'  =1+1"),
        ("＝1+1", "'＝1+1"),
        ("'=1+1", "''=1+1"),
        ("'t was never so", "'t was never so"),
        ("prices fell - again", "prices fell - again"),
        ("a=b", "a=b"),
        ("", ""),
    ],
)
def test_guard(text: str, expected: str) -> None:
    assert guard(text) == expected
    assert unguard(expected) == text


@given(st.one_of(st.text(), st.text(st.sampled_from(RISKY), max_size=6)))
def test_the_guard_is_reversible_and_no_guarded_cell_starts_a_formula(text: str) -> None:
    guarded = guard(text)
    assert unguard(guarded) == text
    assert guarded.lstrip(" \u00a0")[:1] not in {"=", "+", "-", "@", "\t", "\r"}
