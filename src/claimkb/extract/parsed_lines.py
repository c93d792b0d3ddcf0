"""A parsed line of spaCy's as plain tokens, so that no other module needs a Doc."""

from typing import TYPE_CHECKING

from claimkb.extract.tokens import Line, Token

if TYPE_CHECKING:
    from spacy.tokens import Doc

_NAMES: dict[int, str] = {}  # of tags and relations, some hundred, by numbers that are their hashes


def line_of(doc: "Doc", text: str = "") -> Line:
    """A copy of a parsed line, whose text may be given; values are fetched all at once, which is many times cheaper."""
    text = text or doc.text
    line = Line(text)
    add = line.tokens.append
    at = 0
    heads = doc.to_array("HEAD").view("int64").tolist()  # relative, and negative as often as not
    rows = doc.to_array(["LENGTH", "TAG", "DEP", "SPACY", "SENT_START"]).tolist()
    for number in {number for row in rows for number in row[1:3]}.difference(_NAMES):
        _NAMES[number] = doc.vocab.strings[number]
    names = _NAMES
    for i, (head, (length, tag, dep, space, start)) in enumerate(zip(heads, rows, strict=True)):
        end = at + length
        add(Token(i, text[at:end], names[tag], names[dep], i + head, at, space == 1, start == 1, line))
        at = end + space
    return line
