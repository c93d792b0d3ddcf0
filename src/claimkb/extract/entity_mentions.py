"""Which names a run of capitalised words holds.

A run may hold several: "US Ambassador Jane Roe" is a country and a person.
Titles, places at the head and what kind of name the rest is (`entity_kinds`) decide.
"""

import re
from collections.abc import Iterator

from claimkb.extract.entity_kinds import kind_of, kind_of_heads
from claimkb.extract.entity_runs import HEADS, Run, place_at
from claimkb.extract.tokens import Token
from claimkb.lexicon.cues import cues
from claimkb.lexicon.firstnames import gender_of
from claimkb.lexicon.gazetteer import Place, gazetteer
from claimkb.model import EntityMention

_GAZETTEER = gazetteer()
_WORDS = _GAZETTEER.words
_CORPORATE = frozenset({"CEO", "Spokesman", "Spokeswoman", "Spokesperson"})  # of what is named before them


def mentions_of(run: Run, text: str, offset: int) -> Iterator[EntityMention]:
    """The names of a run; `text` is the line's document text and `offset` what is added to its positions."""
    tokens = list(run.tokens)
    while tokens:
        place = place_at(text, tokens[0].start)
        taken = _covered(tokens, tokens[0].start + len(place[0])) if place else 0
        if place and (taken >= len(tokens) or _splits(place[1], tokens, taken)):
            if place[1].name:
                yield _mention(
                    place[1].name,
                    place[1].kind,
                    text,
                    tokens[0].start,
                    tokens[0].start + len(place[0]),
                    offset,
                )
            rest = tokens[taken:]
            if (
                rest
                and place[1].kind == "country"
                and kind_of_heads(rest) == "organisation"
                and not _title_length(rest)
            ):
                yield _national(place[1].name, rest, text, offset)
                return
            tokens = rest
            continue
        yield from _names(tokens, text, offset)
        return


def _covered(tokens: list[Token], end: int) -> int:
    return sum(t.start < end for t in tokens)


def _splits(place: Place, tokens: list[Token], taken: int) -> bool:
    """Whether a place at the head of a run stands apart: "Indian Minister ..." does, "China Daily" not."""
    rest = tokens[taken:]
    if kind_of_heads(rest) == "agreement" and place.form == "adjective" and not _title_length(rest):
        return False
    if rest[0].text in "-–‑":
        return False
    short = "".join(t.text for t in tokens[:taken]).replace(".", "").isupper()
    return place.form == "adjective" or short or place.kind == "organisation" or _title_length(rest) > 0


def _national(country: str, tokens: list[Token], text: str, offset: int) -> EntityMention:
    """A country's own body: named with its country, except where the gazetteer knows it by itself."""
    start, end = tokens[0].start, tokens[-1].end
    name = text[start:end]
    known = _GAZETTEER.places.get(name)
    if known and country == "United States":
        return _mention(known.name, known.kind, text, start, end, offset)
    return _mention(f"{country} {name}", "organisation", text, start, end, offset)


def _title_length(tokens: list[Token]) -> int:
    """How many leading tokens are a title ("Prime Minister", "Secretary of State"): 0 for none."""
    length = 0
    for i, token in enumerate(tokens):
        if token.text in _WORDS["title_heads"]:
            length = i + 1
        elif token.text not in _WORDS["titles"] and token.text not in {"of", "the", "for", "-", "and"}:
            break
        elif length and token.text == "State" and i > 1:
            length = i + 1
    return length


def _names(tokens: list[Token], text: str, offset: int) -> Iterator[EntityMention]:
    title = _title_length(tokens) or _inner_title(tokens)
    if title and (body := _before_title(tokens[:title])):
        yield from _names(body, text, offset)
    rest = tokens[title:]
    if len(rest) == 2 and rest[-1].text in _WORDS["governments"]:
        rest = rest[:1]  # "the Roe Administration" names Roe
        title = title or not place_at(rest[0].text, 0)
    if not rest or (len(rest) > 1 and rest[-1].text in _WORDS["title_heads"] and not _is_surname(rest)):
        return
    start, end = rest[0].start, rest[-1].end
    name = (
        text[start:end].rstrip(".")
        if not text[start:end].endswith((".A.", "Jr.", "Sr.", "Inc.", "Corp."))
        else text[start:end]
    )
    end = start + len(name)
    titled = title and not kind_of_heads(rest) and len(rest) <= 5
    surnamed = len(rest) > 1 and rest[-1].text in _WORDS["title_heads"]  # "Amy Bishop"
    kind = "person" if titled or surnamed else kind_of(rest, name)
    if re.match(r"[RDI]-[A-Z]", name):
        return
    if name.isupper() and len(name) > 3 and (city := _GAZETTEER.places.get(name.title())):
        yield _mention(
            name.title() if city.form == "capital" else city.name,
            "city" if city.form == "capital" else city.kind,
            text,
            start,
            end,
            offset,
        )
    elif kind and name not in _WORDS["not_entities"] and len(name) > 1:
        yield _mention(_plain(name), kind, text, start, end, offset)


def _is_surname(tokens: list[Token]) -> bool:
    """Whether a title ends a person's name: "Amy Bishop", "Tishana King"."""
    first, *others = (t.text for t in tokens)
    if not 1 <= len(others) <= 2 or place_at(first, 0) is not None:
        return False
    named = tokens[0].tag == "NNP" and first not in HEADS and not first.isupper()
    common = first.lower() in cues().pronouns.lifeless_nouns or first.lower() in cues().pronouns.group_nouns
    return bool(gender_of(first)) or (
        len(others) == 1 and named and not common and others[0] in _WORDS["title_surnames"]
    )


def _inner_title(tokens: list[Token]) -> int:
    """Where the name begins behind a body and a title: "City Attorney Jane Roe"; 0 when there is none."""
    heads = [i for i, t in enumerate(tokens) if t.text in _WORDS["title_heads"] and i > 0]
    rest = tokens[heads[-1] + 1 :] if heads else []
    return (
        len(tokens) - len(rest)
        if 1 <= len(rest) <= 4 and not any(t.text in HEADS or t.text in {"of", "for"} for t in rest)
        else 0
    )


def _before_title(tokens: list[Token]) -> list[Token]:
    """The body before a title, if it is one by its head: "Supreme Court" of "Supreme Court Justice"."""
    end = len(tokens)
    while end and tokens[end - 1].text in _WORDS["titles"] | _WORDS["title_heads"]:
        end -= 1
    body = tokens[:end]
    if len(body) == 1:
        return body if _is_short_for_body(body[0].text) or tokens[end].text in _CORPORATE else []
    return body if body and kind_of_heads(body) == "organisation" else []


def _mention(name: str, kind: str, text: str, start: int, end: int, offset: int) -> EntityMention:
    return EntityMention(name, kind, text[start:end], start + offset, end + offset)


def _is_short_for_body(word: str) -> bool:
    return word.isupper() and 2 <= len(word) <= 6 and word.isalpha() and word not in HEADS


def _plain(name: str) -> str:
    return " ".join(name.replace("‑", "-").replace("–", "-").split())
