"""Biographies of writers and staff: what stands around an article, and reads like one.

"Jane Doe is a professor at X" introduces an expert in the middle of an article
and the writer at its end. So the words alone do not decide: a biography speaks
of someone whom the article does not mention, and stands after it, below a name
card, or below the byline. Once such a section has begun, it goes on over
paragraphs about the same person ("Her areas of interest ...").
"""

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from claimkb.extract.pieces import Block
from claimkb.extract.shapes import count_words, has_ended
from claimkb.lexicon.roles import (
    biography_cues,
    biography_roles,
    honorific_pattern,
    job_pattern,
    name_pattern,
)
from claimkb.model import SentenceRole

_WRITER = re.compile(r"[\W_]*the (?:writer|author|columnist|contributor)s?\b", re.IGNORECASE)
_PRONOUN = re.compile(r"(?:He|She|They|His|Her|Their)\b")
_MAX_CARD_WORDS = 12
_REASON = "biography of a writer or staff member"


@dataclass(frozen=True, slots=True)
class _Page:
    """The blocks with their words."""

    blocks: tuple[Block, ...]
    bodies: tuple[str, ...]

    def is_prose(self, index: int) -> bool:
        """Whether the block gives claims as it stands."""
        return self.blocks[index].role is SentenceRole.CLAIMS

    def goes_on(self, index: int) -> bool:
        """Whether the block could belong to a biography."""
        return _PRONOUN.match(self.bodies[index]) is not None or _cued(self.bodies[index])


def with_biographies(text: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with biographies, and the name cards above them, marked as such."""
    bodies = tuple(text[block.body : block.end] for block in blocks)
    page = _Page(blocks, bodies)
    tail = _tail(page)
    biography: set[int] = set()
    for index in range(len(blocks)):
        if page.is_prose(index) and _is_biography(page, index, tail, biography):
            biography.add(index)
            biography.update(_cards_above(page, index))
    return tuple(
        replace(block, role=SentenceRole.BIOGRAPHY, reason=_REASON) if index in biography else block
        for index, block in enumerate(blocks)
    )


def named_person(text: str) -> str | None:
    """The person a biography or a name card opens with, without the form of address."""
    found = _opening_name().match(text)
    return found["name"] if found else None


def _is_biography(page: _Page, index: int, tail: int, known: set[int]) -> bool:
    body = page.bodies[index]
    if _WRITER.match(body):
        return index > 0 and biography_cues().search(body) is not None
    if _previous(page, index) in known:
        return _continues(page, index, known)
    person = named_person(body)
    if person is None or not _cued(body):
        return False
    placed = index >= tail or _cards_above(page, index) or _below_byline(page, index, person)
    return bool(placed) and not _mentioned(page, index, person)


@lru_cache(maxsize=1024)  # asked several times of the paragraphs at the end, of most others never
def _cued(body: str) -> bool:
    """Whether a paragraph reads like a biography."""
    return biography_cues().search(body) is not None or biography_roles().search(body) is not None


def _continues(page: _Page, index: int, known: set[int]) -> bool:
    """Whether a paragraph goes on about the person of the biography before it, or begins another."""
    body = page.bodies[index]
    person = named_person(body)
    if person is None or page.goes_on(index):
        return page.goes_on(index)
    return any(person.split()[-1] in page.bodies[number] for number in sorted(known)[-2:])


def _tail(page: _Page) -> int:
    """Where the text after the article begins: from here to the end there is no clear prose."""
    first = len(page.blocks)
    for index in reversed(range(len(page.blocks))):
        if page.is_prose(index) and not page.goes_on(index) and has_ended(page.bodies[index]):
            break
        first = index
    # An article is more than its biography: the first block is never one.
    return max(first, 1)


def _mentioned(page: _Page, index: int, person: str) -> bool:
    """Whether the article itself speaks of the person: by name before, by surname after."""
    surname = re.compile(rf"\b{re.escape(person.split()[-1])}\b")
    before = any(page.is_prose(number) and person in page.bodies[number] for number in range(index))
    return before or any(
        page.is_prose(number) and not page.goes_on(number) and surname.search(page.bodies[number])
        for number in range(index + 1, len(page.blocks))
    )


def _cards_above(page: _Page, index: int) -> list[int]:
    """The lines directly above that name the person or a position."""
    person = named_person(page.bodies[index])
    cards: list[int] = []
    for number in reversed(range(max(0, index - 2), index)):
        line = page.bodies[number]
        names = person is not None and person in line
        if not (_is_card(page, number) and (names or _job().search(line))):
            break
        cards.append(number)
        if names:
            return cards
    return []


def _is_card(page: _Page, index: int) -> bool:
    line = page.bodies[index]
    role = page.blocks[index].role in (SentenceRole.HEADING, SentenceRole.CLAIMS, SentenceRole.BYLINE)
    return role and count_words(line) <= _MAX_CARD_WORDS and not has_ended(line)


def _below_byline(page: _Page, index: int, person: str) -> bool:
    return any(
        page.blocks[number].role is SentenceRole.BYLINE and person.lower() in page.bodies[number].lower()
        for number in range(max(0, index - 2), index)
    )


def _previous(page: _Page, index: int) -> int | None:
    """The nearest block above that is not site furniture."""
    for number in reversed(range(index)):
        if page.blocks[number].role is not SentenceRole.BOILERPLATE:
            return number
    return None


@cache
def _opening_name() -> re.Pattern[str]:
    return re.compile(rf"[\W_]*(?:{honorific_pattern()})?(?P<name>{name_pattern()})")


@cache
def _job() -> re.Pattern[str]:
    return re.compile(rf"\b{job_pattern()}s?\b", re.IGNORECASE)
