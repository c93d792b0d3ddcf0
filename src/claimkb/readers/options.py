"""What is known of a source before its text is read, and how the layers of that knowledge combine.

Four layers say where a document comes from: the options of the command,
`sources.toml`, front matter, and (elsewhere) the text itself. Each is a
`SourceOptions`; for every field the first layer that has a value wins. A value
that its layer calls inferred stays marked, so that a guess never passes as a fact.
"""

import re
import unicodedata
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from claimkb.model import SourceInfo

TEXT_FIELDS = ("name", "title", "author", "published", "url", "reliability", "language")
SOURCE_FIELDS = (*TEXT_FIELDS, "themes")

MAX_VALUE = 1000  # characters of a value that a document gives itself

_ISO_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:[T ]\d{2}:\d{2}.*)?")
_HTTP_URL = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SourceOptions:
    """Metadata of a source from one layer; None or () where the layer is silent."""

    name: str | None = None
    title: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None
    reliability: str | None = None
    language: str | None = None
    themes: tuple[str, ...] = ()
    inferred: frozenset[str] = frozenset()


def merge(*layers: SourceOptions) -> SourceOptions:
    """The layers as one: for each field the value of the first layer that has it."""
    values: dict[str, Any] = {}
    inferred: set[str] = set()
    for name in SOURCE_FIELDS:
        for layer in layers:
            value = getattr(layer, name)
            if value:
                values[name] = value
                inferred |= {name} & layer.inferred
                break
    return SourceOptions(**values, inferred=frozenset(inferred))


def source_info(options: SourceOptions, *, default_name: str) -> SourceInfo:
    """The record a document carries; an unnamed source is called by its file's stem."""
    return SourceInfo(
        name=options.name or default_name,
        title=options.title,
        author=options.author,
        published=options.published,
        url=options.url,
        reliability=options.reliability,
        language=options.language,
        themes=options.themes,
        inferred=options.inferred,
    )


def checked(options: SourceOptions) -> SourceOptions:
    """The options with every value in its normal form; raises ValueError with what is wrong with which."""
    values: dict[str, Any] = {}
    for field in fields(options):
        value = getattr(options, field.name)
        if value and field.name in TEXT_FIELDS:
            value = checked_value(field.name, value)
        values[field.name] = value
    return SourceOptions(**values)


def usable(options: SourceOptions) -> SourceOptions:
    """The options without values that cannot be meant: what a page says of itself is no reason to refuse it."""
    values: dict[str, Any] = {}
    for name in TEXT_FIELDS:
        value = getattr(options, name)
        if value:
            try:
                values[name] = checked_value(name, value)[:MAX_VALUE]
            except ValueError:
                continue
    inferred = frozenset(options.inferred & values.keys())
    return SourceOptions(**values, themes=options.themes, inferred=inferred)


def checked_value(field: str, value: str) -> str:
    """One metadata value in its normal form; raises ValueError naming what the field must be."""
    line = one_line(value)
    if not line:
        raise ValueError(f"{field} is empty")
    if field == "published":
        return _iso_date(line)
    if field == "url" and not _HTTP_URL.fullmatch(line):
        raise ValueError("url must start with http:// or https:// and hold no spaces")
    return line


def one_line(value: str) -> str:
    """The value without control and format characters, its white space collapsed."""
    visible = "".join(c if not unicodedata.category(c).startswith("C") else " " for c in value)
    return " ".join(visible.split())


def _iso_date(value: str) -> str:
    """An ISO 8601 year, month or day that exists; a time of day is dropped."""
    found = _ISO_DATE.fullmatch(value)
    if not found:
        raise ValueError("published must be an ISO date such as 2024-05-03, 2024-05 or 2024")
    year, month, day = found.groups()
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError as error:
        raise ValueError(f"published is not a date that exists ({error})") from error
    return "-".join(part for part in (year, month, day) if part)
