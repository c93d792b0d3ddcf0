"""The named things of a document under one name each.

`EntityFinder.find` reads one parsed line; `EntityFinder.link` then looks at
the whole document, so that surnames, acronyms, clipped forms and ambiguous
names get the name the document gives them. Capitals stand for governments
("Beijing rejected"), unless the words around say it is the place.
Mentions never overlap, and `text[start:end] == mention.text` after linking.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from claimkb.extract.entity_index import EntityIndex, canonical_name, name_key
from claimkb.extract.entity_mentions import mentions_of
from claimkb.extract.entity_runs import is_title_case, place_at, runs
from claimkb.extract.tokens import Line
from claimkb.lexicon.gazetteer import Place, gazetteer
from claimkb.model import EntityMention

__all__ = ["EntityFinder", "EntityIndex", "canonical_name", "name_key"]

_GAZETTEER = gazetteer()
_WORDS = _GAZETTEER.words
_TITLES = _WORDS["titles"] | _WORDS["title_heads"]
_CAPITAL_WORD = re.compile(r"(?<![\w@#/])[A-Z]")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;]|[\n•]|[“\"‘'(])[\s“\"‘'(-]*$")
Lines = Sequence[tuple[EntityMention, ...]]


class EntityFinder:
    """Finds entities. `aliases` maps a surface form to a canonical name, `kinds` that name to its kind."""

    def __init__(
        self, aliases: Mapping[str, str] | None = None, kinds: Mapping[str, str] | None = None
    ) -> None:
        kinds = kinds or {}
        self._aliases: dict[str, tuple[str, str]] = {}
        for surface, name in (aliases or {}).items():
            place = _GAZETTEER.places.get(name)
            self._aliases[surface] = (name, kinds.get(name) or (place.kind if place else "other"))
        surfaces = sorted(self._aliases, key=len, reverse=True)
        self._alias_pattern = (
            re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, surfaces))})(?!\w)") if surfaces else None
        )

    def find(self, line: Line, *, offset: int) -> tuple[EntityMention, ...]:
        """The entities of one parsed line, whose text starts at `offset` of the document."""
        text = line.text
        found: list[EntityMention] = []
        if not is_title_case(line):
            for run in runs(line):
                found.extend(mentions_of(run, text, offset))
        taken = [(m.start - offset, m.end - offset) for m in found]
        found.extend(_places(text, offset, taken))
        found = [_as_place(m, text, offset) for m in found]
        return _without_overlaps([*self._alias_mentions(text, offset), *found])

    def _alias_mentions(self, text: str, shift: int) -> list[EntityMention]:
        if self._alias_pattern is None:
            return []
        return [
            EntityMention(*self._aliases[m[0]], m[0], m.start() + shift, m.end() + shift)
            for m in self._alias_pattern.finditer(text)
        ]

    def index(self, lines: Lines, text: str) -> EntityIndex:
        """The names of a document, for `canonical_name`."""
        return EntityIndex.of([m for line in lines for m in line], text, self._aliases)

    def link(self, lines: Lines, text: str) -> tuple[tuple[EntityMention, ...], ...]:
        """The mentions of each line under the names that hold across the document."""
        index = self.index(lines, text)
        proper = {
            m.text
            for line in lines
            for m in line
            if not _SENTENCE_START.search(text[max(0, m.start - 6) : m.start])
        }
        linked = []
        for line in lines:
            mentions = [m for mention in line if (m := _link(mention, index, text, proper)) is not None]
            linked.append(mentions)
        _add_clipped(linked, index, text)
        linked.append(_titled_surnames(linked, text))
        return tuple(_without_overlaps([_spelt(m, text[m.start : m.end]) for m in line]) for line in linked)


def _spelt(mention: EntityMention, written: str) -> EntityMention:
    """The mention as it is written at its place."""
    return mention if mention.text == written else replace(mention, text=written)


def _titled_surnames(linked: Sequence[Sequence[EntityMention]], text: str) -> list[EntityMention]:
    """The surnames that are titles as well, alone ("King" where the text tells of Tishana King)."""
    taken = [(m.start, m.end) for line in linked for m in line]
    full = {m.name for line in linked for m in line if m.kind == "person" and m.text == m.name}
    titled = {n.split()[-1]: n for n in sorted(full) if " " in n and n.split()[-1] in _TITLES}
    found: list[EntityMention] = []
    for surname, name in titled.items():
        alone = re.compile(rf"(?<![\w’'-])(?<!the )(?<!The ){re.escape(surname)}\b(?!-| [A-Z])")
        for match in alone.finditer(text):
            if all(match.end() <= a or b <= match.start() for a, b in taken):
                found.append(EntityMention(name, "person", surname, match.start(), match.end()))
    return found


def _places(text: str, shift: int, taken: list[tuple[int, int]]) -> list[EntityMention]:
    """Gazetteer names that no run holds, such as those in headings and compounds."""
    found: list[EntityMention] = []
    for match in _CAPITAL_WORD.finditer(text):
        at = match.start()
        if any(a <= at < b for a, b in taken) or (found and at < found[-1].end - shift):
            continue
        if (hit := place_at(text, at)) and hit[1].name:
            found.append(
                EntityMention(hit[1].name, hit[1].kind, hit[0], at + shift, at + shift + len(hit[0]))
            )
    return found


def _without_overlaps(mentions: list[EntityMention]) -> tuple[EntityMention, ...]:
    """In order of position; of two that overlap the first given wins."""
    kept: list[EntityMention] = []
    for mention in mentions:
        if all(mention.end <= k.start or mention.start >= k.end for k in kept):
            kept.append(mention)
    return tuple(sorted(kept, key=lambda m: m.start))


# --- the place or its government ---

_LEFT = re.compile(r"(?:(\w+)\W+)?(\w+)\W*$")
_DATELINE = re.compile(r"\s*(?:\([A-Z][\w ]+\)\s*)?[-–—]\s")


def _as_place(mention: EntityMention, text: str, shift: int) -> EntityMention:
    """A capital as a city when the words around it speak of the place."""
    place = _GAZETTEER.places.get(mention.text)
    if place is None or place.form != "capital" or mention.name != place.name:
        return mention
    start, end = mention.start - shift, mention.end - shift
    if _is_the_city(text, start, end, place):
        return replace(mention, name=mention.text, kind="city")
    return mention


def _is_the_city(text: str, start: int, end: int, place: Place) -> bool:
    left = _LEFT.search(text[max(0, start - 40) : start])
    before, second = (left[2].lower(), (left[1] or "").lower()) if left else ("", "")
    following = re.match(r"\s([a-z]+)|,\s([A-Z][\w ]+)", text[end : end + 30])
    if following and following[1] in _WORDS["place_nouns"]:
        return True
    if following and following[2] and following[2].startswith(place.name):
        return True
    if _DATELINE.match(text, end) and not text[:start].rpartition("\n")[2].strip():
        return True
    if text[max(0, start - 2) : start] == ", " and text[end : end + 1] in ".;)\n,":
        return False if text[end : end + 1] == "," else second not in _WORDS["speech"]
    if before in _WORDS["place_prepositions"]:
        return True
    return before in {"to", "from", "of", "for"} and second in _WORDS["motion"]


# --- linking ---


def _link(mention: EntityMention, index: EntityIndex, text: str, proper: set[str]) -> EntityMention | None:
    """The mention under its document name; None when nothing supports it."""
    place = _GAZETTEER.places.get(mention.text)
    if place and place.ambiguous and mention.kind != "person":
        return _ambiguous(mention, place, index)
    if mention.text in index.names and mention.kind in {"organisation", "other", "person"}:
        name, kind = index.names[mention.text]
        return replace(mention, name=name, kind=kind)
    if mention.text in index.clipped:
        return replace(mention, name=index.clipped[mention.text], kind="country")
    if mention.text.split()[0] in index.clipped and " " in mention.text:
        return _without_prefix(mention, text)
    if mention.kind in {"person", "other"} and (full := index.person(mention.name)):
        return replace(mention, name=full, kind="person")
    if mention.text.isupper() and len(mention.text) > 3 and (full := index.person(mention.text.title())):
        return replace(mention, name=full, kind="person")
    if mention.kind == "other" and " " not in mention.text and index.is_surname(mention.text):
        return replace(mention, kind="person")
    if mention.kind == "other" and " " not in mention.text and not _is_supported(mention, text, proper):
        return None
    return mention


_ABSTRACT = re.compile(r"(?:tion|sion|ment|ity|ness|ism|ance|ence|ship|logy|ing)s?$")


def _is_supported(mention: EntityMention, text: str, proper: set[str]) -> bool:
    """Whether a lone capitalised word is a name: it stands inside sentences, and nowhere in lower case."""
    word = mention.text
    if word.isupper():
        return len(word) <= 6 or word in proper
    return (
        word in proper
        and not _ABSTRACT.search(word)
        and not (
            word.lower() in text and re.search(rf"(?<!\w){re.escape(word.lower())}(?!\w)", text) is not None
        )
    )


def _without_prefix(mention: EntityMention, text: str) -> EntityMention:
    """A person behind a clipped country name and a title: the name alone."""
    words = mention.text.split()[1:]
    while len(words) > 1 and words[0] in _WORDS["titles"]:
        words = words[1:]
    start = text.find(" ".join(words), mention.start, mention.end)
    return (
        replace(mention, name=" ".join(words), text=" ".join(words), start=start)
        if words and start >= 0
        else mention
    )


def _ambiguous(mention: EntityMention, place: Place, index: EntityIndex) -> EntityMention | None:
    """A name that is also a person's, a state's or a word: settled by what else the document names."""
    others = sum(n for name, n in index.counts.items() if name in _GAZETTEER.states and name != place.name)
    if person := index.person(mention.text):
        return replace(mention, name=person, kind="person")
    if mention.text in _GAZETTEER.states and others and index.counts[place.name] < 3 + others:
        return replace(mention, name=f"{mention.text} (US state)", kind="region")
    if place.form == "capital" and mention.kind == "country":
        return mention if index.counts[place.name] > 1 else replace(mention, name=mention.text, kind="city")
    return mention


def _add_clipped(lines: list[list[EntityMention]], index: EntityIndex, text: str) -> None:
    """Clipped country names that no line's run found, added to the line they stand in."""
    if not index.clipped:
        return
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, index.clipped))})(?!\w)")
    taken = {m.start for line in lines for m in line}
    starts = [min((m.start for m in line), default=None) for line in lines]
    for match in pattern.finditer(text):
        if match.start() in taken:
            continue
        mention = EntityMention(index.clipped[match[0]], "country", match[0], match.start(), match.end())
        line_start = text.rfind("\n", 0, match.start()) + 1
        line_end = text.find("\n", match.start())
        for line, start in zip(lines, starts, strict=True):
            if start is not None and line_start <= start < (line_end if line_end >= 0 else len(text)):
                line.append(mention)
                break
