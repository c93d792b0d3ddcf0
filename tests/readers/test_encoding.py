"""What a file says of its encoding is believed if there is such an encoding of texts, and never ends a reading."""

import pytest

from claimkb.readers.encoding import html_text

COFFEE = "Café".encode()


@pytest.mark.parametrize(
    "name",
    ["quopri", "base64", "hex", "rot13", "zlib", "idna", "punycode", "undefined", "x-none", "a\0b", ""],
)
def test_what_is_no_encoding_of_texts_is_passed_over(name: str) -> None:
    assert html_text(COFFEE, name) == "Café"


@pytest.mark.parametrize(
    ("data", "charset", "text"),
    [
        ("Café".encode("cp1252"), "iso-8859-1", "Café"),
        ("Café".encode("cp1252"), None, "Café"),
        ("Жар".encode("windows-1251"), "windows-1251", "Жар"),
        (
            b'<meta charset="windows-1251">' + "Жар".encode("windows-1251"),
            None,
            '<meta charset="windows-1251">Жар',
        ),
        ("Café".encode("utf-16"), "utf-8", "Café"),
        (b"Caf\xff", "utf-8", "Caf\ufffd"),
    ],
)
def test_what_is_declared_is_read(data: bytes, charset: str | None, text: str) -> None:
    assert html_text(data, charset) == text
