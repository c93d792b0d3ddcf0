"""Counts and overviews: themes, entities, time, the base as a whole, its journal."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ThemeRecord:
    """One theme: the columns of `export themes`; `sources` counts the sources that have claims in it."""

    slug: str
    label: str
    broader: str | None
    iptc: str | None
    claims: int
    sources: int


@dataclass(frozen=True, slots=True)
class ThemeMatrix:
    """Themes × sources: `counts[i][j]` claims of theme i in source j."""

    themes: tuple[ThemeRecord, ...]
    sources: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class EntityRecord:
    """One entity with its counts, and the spellings it was found under."""

    name: str
    kind: str
    claims: int
    sources: int
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TimelineRecord:
    """A time that a claim speaks of; an unknown end is None, `words` are those of the text."""

    start: str | None
    end: str | None
    precision: str
    words: str
    id: str
    label: str
    text: str
    source: str
    published: str | None
    attributed_to: str | None


@dataclass(frozen=True, slots=True)
class StatRecord:
    """One number about the base."""

    group: str
    name: str
    number: int


@dataclass(frozen=True, slots=True)
class JournalRecord:
    """One step of what people decided: `number` is what `undo` takes; `undone` is when it was taken back."""

    number: int
    at: str
    what: str
    undone: str | None
