"""`themes.toml`: the taxonomy of a corpus, else the built-in general one.

Looked for in each folder given (beside each file given); `--themes FILE` goes
before it. A theme may name a broader one of the same file or of the built-in
taxonomy.
"""

import re
from collections.abc import Sequence
from pathlib import Path

from claimkb.errors import ConfigError
from claimkb.lexicon.themes import builtin_themes, valid_term
from claimkb.model import Theme
from claimkb.readers.options import one_line
from claimkb.readers.toml_file import TomlTables

FILE_NAME = "themes.toml"
_KEYS = ("slug", "label", "broader", "iptc", "terms")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_IPTC = re.compile(r"medtop:\d{8}")


def themes_for(paths: Sequence[str], explicit: str | None = None) -> tuple[Theme, ...]:
    """The themes that go with the inputs: of `explicit`, else of their folders, else the built-in ones."""
    files = [Path(explicit)] if explicit is not None else _beside(paths)
    themes: dict[str, Theme] = {}
    for path in files:
        for theme in load_themes(path):
            if themes.setdefault(theme.slug, theme) != theme:
                problem = f"{path.as_posix()}: the theme '{theme.slug}' is defined twice, differently."
                raise ConfigError(problem, "Ingest the folders one by one, or name one file with --themes.")
    return tuple(themes.values()) or builtin_themes()


def load_themes(path: Path) -> tuple[Theme, ...]:
    """Read and check a themes file; raises `ConfigError` for anything that cannot be meant."""
    toml = TomlTables(path, "theme")
    themes: dict[str, Theme] = {}
    for index in range(len(toml.tables)):
        theme = _theme(toml, index)
        if theme.slug in themes:
            toml.fail(f"the slug '{theme.slug}' is used twice", table=index, key="slug")
        themes[theme.slug] = theme
    if not themes:
        toml.fail("it defines no [[theme]]")
    known = themes.keys() | {theme.slug for theme in builtin_themes()}
    for index, theme in enumerate(themes.values()):
        if theme.broader is not None and (theme.broader not in known or theme.broader == theme.slug):
            toml.fail(f"broader names no other theme: '{theme.broader}'", table=index, key="broader")
    return tuple(themes.values())


def _beside(paths: Sequence[str]) -> list[Path]:
    """The themes files of the folders given and of the folders of the files given, each once."""
    folders = [Path(path) if Path(path).is_dir() else Path(path).parent for path in paths if path != "-"]
    found = {(folder / FILE_NAME).resolve(): folder / FILE_NAME for folder in folders}
    return [path for path in found.values() if path.is_file()]


def _theme(toml: TomlTables, index: int) -> Theme:
    toml.check_keys(index, _KEYS)
    slug = toml.text(index, "slug") or ""
    if not _SLUG.fullmatch(slug):
        toml.fail(
            "slug must be lower-case letters, digits and hyphens, as in 'foreign-aid'",
            table=index,
            key="slug",
        )
    iptc = toml.text(index, "iptc")
    if iptc is not None and not _IPTC.fullmatch(iptc):
        toml.fail("iptc must be a Media Topics code such as 'medtop:11000000'", table=index, key="iptc")
    return Theme(
        slug=slug,
        label=one_line(toml.text(index, "label") or "") or slug.replace("-", " ").capitalize(),
        terms=_terms(toml, index),
        broader=toml.text(index, "broader"),
        iptc=iptc,
    )


def _terms(toml: TomlTables, index: int) -> tuple[str, ...]:
    terms = tuple(one_line(term) for term in toml.texts(index, "terms"))
    if not terms:
        toml.fail("a theme needs terms, the words that earn it", table=index, key="terms")
    for term in terms:
        if not valid_term(term):
            toml.fail(
                f"not a term: '{term}' (words, joined by + where all must occur)", table=index, key="terms"
            )
    return terms
