import pytest

from claimkb.render.text import counted, escape_controls, fold, safe

HOSTILE = [
    ("\x1b[31mred\x1b[0m", r"\x1b[31mred\x1b[0m"),
    ("\x1b]0;title\x07", r"\x1b]0;title\x07"),
    ("\x9b31mred", r"\x9b31mred"),
    ("over\u202egnp.exe", r"over\u202egnp.exe"),
    ("\u2066hidden\u2069", r"\u2066hidden\u2069"),
    ("back\x08space", r"back\x08space"),
    ("nul\x00", r"nul\x00"),
    ("[red]markup[/red] :smile:", "[red]markup[/red] :smile:"),
    ("<b>bold</b> & more", "<b>bold</b> & more"),
    ("two\r\nlines\tand\u00a0spaces", "two lines and spaces"),
    ("“curly” – naïve – 日本", "“curly” – naïve – 日本"),
]


@pytest.mark.parametrize(("text", "expected"), HOSTILE)
def test_safe_shows_what_a_terminal_would_obey(text: str, expected: str) -> None:
    assert safe(text) == expected


def test_lines_can_be_kept() -> None:
    assert escape_controls("a\tb\nc\x1bd\re", keep_lines=True) == "a\tb\nc\\x1bd\\re"
    assert escape_controls("a\tb\nc") == "a\\tb\\nc"


def test_fold_makes_one_line() -> None:
    assert fold("  a \n b\u00a0 c ") == "a b c"


@pytest.mark.parametrize(
    ("number", "noun", "plural", "expected"),
    [
        (1, "claim", None, "1 claim"),
        (0, "claim", None, "0 claims"),
        (1204, "entity", "entities", "1,204 entities"),
    ],
)
def test_counted(number: int, noun: str, plural: str | None, expected: str) -> None:
    assert counted(number, noun, plural) == expected
