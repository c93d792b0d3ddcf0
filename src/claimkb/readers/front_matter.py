"""Front matter: the `---` (YAML-like) or `+++` (TOML) block at the head of a Markdown file.

Only the flat fields of a source are read: `key: value`, quoted or not, lists as
`[a, b]` or as `- a` lines, texts folded over indented lines. That is deliberately
not all of YAML. Titles with a colon and unquoted dates, which strict YAML refuses
or turns into other types, are the everyday case here; nested tables belong to
other tools and are passed over. A field whose value is unusable is a `ReadError`.
"""

import re
import tomllib
from collections.abc import Iterable
from datetime import date

from claimkb.errors import ReadError
from claimkb.readers.options import SOURCE_FIELDS, SourceOptions, checked_value, one_line

# How site generators and data sets call our fields.
SYNONYMS = {
    "name": ("name", "outlet", "source", "site", "publication", "publisher"),
    "title": ("title", "headline"),
    "author": ("author", "authors", "byline", "by"),
    "published": ("published", "date", "pubdate", "published_at", "publishdate", "datepublished"),
    "url": ("url", "link", "canonical", "canonical_url", "source_url"),
    "reliability": ("reliability",),
    "language": ("language", "lang"),
    "themes": ("themes", "theme"),
}
_YAML_BLOCK = re.compile(r"\A---[ \t]*\n(?P<body>.*?)^(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE)
_TOML_BLOCK = re.compile(r"\A\+\+\+[ \t]*\n(?P<body>.*?)^\+\+\+[ \t]*$", re.DOTALL | re.MULTILINE)
_KEY = re.compile(r"(?P<key>[A-Za-z_][\w-]*)[ \t]*:(?:[ \t]+(?P<value>.*)|[ \t]*)$")
_ITEM = re.compile(r"[ \t]*-[ \t]+(?P<value>.*)$")


def front_matter(text: str) -> SourceOptions:
    """What the front matter says of the source; empty options where there is none."""
    if found := _TOML_BLOCK.match(text):
        return _options(_toml_values(found["body"]))
    if found := _YAML_BLOCK.match(text):
        return _options(_yaml_values(found["body"].splitlines()))
    return SourceOptions()


def _options(values: dict[str, list[str]]) -> SourceOptions:
    """The known fields, checked; of two synonyms the more specific, which stands first, wins."""
    chosen: dict[str, str] = {}
    themes: tuple[str, ...] = ()
    inferred = frozenset(values.get("inferred", ())) & frozenset(SOURCE_FIELDS)
    for field, synonyms in SYNONYMS.items():
        parts = next((values[name] for name in synonyms if any(values.get(name, ()))), [])
        if field == "themes":
            themes = tuple(one_line(part) for part in parts if part)
        elif parts:
            try:
                chosen[field] = checked_value(field, ", ".join(part for part in parts if part))
            except ValueError as error:
                raise ReadError(
                    f"Its front matter cannot be used: {error}.", "Correct the front matter."
                ) from error
    return SourceOptions(**chosen, themes=themes, inferred=inferred)


def _toml_values(body: str) -> dict[str, list[str]]:
    try:
        table = tomllib.loads(body)
    except tomllib.TOMLDecodeError as error:
        raise ReadError(f"Its front matter is not TOML: {error}.", "Correct the front matter.") from error
    values: dict[str, list[str]] = {}
    for key, value in table.items():
        parts = value if isinstance(value, list) else [value]
        values[key.lower()] = [str(part) for part in parts if isinstance(part, str | int | date)]
    return values


def _yaml_values(lines: Iterable[str]) -> dict[str, list[str]]:
    """Top-level keys with their values; what is indented belongs to the key above it."""
    values: dict[str, list[str]] = {}
    current: list[str] = []
    folded = False
    for line in lines:
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if found := _KEY.match(line):
            value = (found["value"] or "").strip()
            folded = value in (">", "|", ">-", "|-", ">+", "|+")
            current = [] if folded else _parts(value)
            values.setdefault(found["key"].lower().replace("-", "_"), current)
        elif not folded and (found := _ITEM.match(line)):
            current.append(_unquoted(found["value"].strip()))
        elif folded and line[0] in " \t":
            current[:] = [" ".join([*current, line.strip()])]
    return values


def _parts(value: str) -> list[str]:
    """A scalar as a list of one, `[a, b]` as its items."""
    if not value.startswith("["):
        return [_unquoted(value)] if value else []
    inner = value.strip().removeprefix("[").removesuffix("]")
    return [
        _unquoted(part.strip())
        for part in re.findall(r'\s*("[^"]*"|\'[^\']*\'|[^,]+)', inner)
        if part.strip()
    ]


def _unquoted(value: str) -> str:
    """The value without its quotes, or without a trailing comment where it has none."""
    if len(value) >= 2 and value[0] in "\"'" and value.find(value[0], 1) > 0:
        return value[1 : value.rfind(value[0])]
    return re.sub(r"\s+#.*$", "", value)
