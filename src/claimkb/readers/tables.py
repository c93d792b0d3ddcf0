"""Articles as rows: JSON Lines and CSV or TSV with named columns, one document a row.

The columns are found by the names that data sets use (`text`, `body`,
`content` ...; `title`, `date`, `source` ...). A row without text is refused,
the others go on. Lines are read one by one with a limit, so the size of a file
does not matter.
"""

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from claimkb.errors import ReadError
from claimkb.readers.base import Collection, Member, ReadText
from claimkb.readers.decode import MAX_BYTES, canonical_text
from claimkb.readers.front_matter import SYNONYMS
from claimkb.readers.options import SourceOptions, usable

TEXT_COLUMNS = ("text", "body", "content", "article", "articlebody", "fulltext", "maintext", "story", "claim")
_ID_COLUMNS = ("id", "guid", "uid", "slug")
_OWN_EXPORT = {"quote", "start", "end", "document"}  # what this program wrote itself is no source
_NAME_TEXT = f"Name a column {', '.join(TEXT_COLUMNS[:3])} …"
_DATE_ONLY = re.compile(r"\d{4}-\d\d-\d\d(?=[T ])")


def json_lines(file: BinaryIO, path: str) -> Iterator[Member]:
    """The records of a JSON Lines file."""
    for number, line in _lines(file):
        if isinstance(line, ReadError):
            yield Member(str(number), line)
        elif line.strip():
            yield _json_member(line, number, path)


def _json_member(line: bytes, number: int, path: str) -> Member:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return Member(str(number), ReadError(f"Line {number} is not JSON.", "Correct the line."))
    if not isinstance(record, dict):
        return Member(str(number), ReadError(f"Line {number} is not a JSON object.", "Correct the line."))
    return _member({str(key): value for key, value in record.items()}, number, path)


def separated(file: BinaryIO, path: str) -> Iterator[Member]:
    """The rows of a CSV or TSV file; the first row names the columns."""
    csv.field_size_limit(MAX_BYTES)
    text = io.TextIOWrapper(file, encoding="utf-8-sig", errors="strict", newline="")
    delimiter = "\t" if path.lower().endswith(".tsv") else ","
    rows = csv.reader(_bounded(text), delimiter=delimiter, strict=True)
    try:
        header = [name.strip() for name in next(rows, [])]
        if _text_column(header) is None:
            raise ReadError(f"No column holds articles: {', '.join(header)[:200]}.", _NAME_TEXT)
        for number, row in enumerate(rows, start=1):
            if row:
                yield _member(dict(zip(header, row, strict=False)), number, path)
    except UnicodeDecodeError as error:
        raise ReadError("The table is not UTF-8.", "Save it as UTF-8.") from error
    except csv.Error as error:
        raise ReadError(f"Line {rows.line_num} is not CSV ({error}).", "Correct the line.") from error
    finally:
        text.detach()  # the file is the caller's to close


def _bounded(text: io.TextIOWrapper) -> Iterator[str]:
    while line := text.readline(MAX_BYTES + 1):
        if len(line) > MAX_BYTES:
            raise ReadError(f"A line is longer than {MAX_BYTES // 1_000_000} MB.", "Split it.")
        yield line


def _lines(file: BinaryIO) -> Iterator[tuple[int, bytes | ReadError]]:
    """The numbered lines of a file; one that is too long is passed over in pieces."""
    number = 0
    while line := file.readline(MAX_BYTES + 1):
        number += 1
        if len(line) <= MAX_BYTES:
            yield number, line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
            continue
        while line and not line.endswith(b"\n"):
            line = file.readline(MAX_BYTES)
        problem = f"Line {number} is longer than {MAX_BYTES // 1_000_000} MB."
        yield number, ReadError(problem, "Split it.")


def _member(record: Mapping[str, Any], number: int, path: str) -> Member:
    """One row as a document, named by its id or its number."""
    values = {key.casefold().replace("-", "_"): _said(value) for key, value in record.items()}
    part = next((values[name] for name in _ID_COLUMNS if values.get(name)), str(number))[:200]
    column = _text_column(list(values))
    if column is None:
        return Member(part, ReadError(f"Line {number} has no text.", _NAME_TEXT))
    try:
        text = canonical_text(values[column].encode("utf-8", "replace"), path)
    except ReadError as error:
        return Member(part, error)
    return Member(part, ReadText(text, _metadata(values, column)))


def _metadata(values: Mapping[str, str], text_column: str) -> SourceOptions:
    found: dict[str, Any] = {
        field: next((values[n] for n in names if n != text_column and values.get(n)), None)
        for field, names in SYNONYMS.items()
        if field != "themes"
    }
    return usable(SourceOptions(**found))


def _text_column(columns: list[str]) -> str | None:
    """The column that holds the articles, by its own name."""
    folded = {name.casefold().replace("_", ""): name for name in columns}
    if {name.casefold() for name in columns} >= _OWN_EXPORT:
        return None
    return next((folded[name] for name in TEXT_COLUMNS if name in folded), None)


def _said(value: Any) -> str:
    """A value as text; lists of names are joined, other structures say nothing."""
    if isinstance(value, list):
        return ", ".join(item for item in value if isinstance(item, str))
    return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def _first_line(head: bytes) -> str:
    return head.removeprefix(b"\xef\xbb\xbf").split(b"\n", 1)[0].decode("utf-8", "replace").strip()


def _has_text_column(head: bytes) -> bool:
    line = _first_line(head)
    try:
        headers = [row for delimiter in ",\t" for row in csv.reader([line], delimiter=delimiter)]
    except csv.Error:
        return False
    return any(_text_column([name.strip() for name in row]) is not None for row in headers)


def _has_text_field(head: bytes) -> bool:
    names = re.findall(r'"([A-Za-z_-]{1,40})"\s*:', _first_line(head))
    return _text_column(names) is not None


JSON_LINES = Collection(
    "JSON Lines", (".jsonl", ".ndjson"), json_lines, _has_text_field, ("application/x-ndjson",)
)
TABLE = Collection("table", (".csv", ".tsv"), separated, _has_text_column, ("text/csv",))
