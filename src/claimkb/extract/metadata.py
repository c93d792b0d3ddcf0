"""What a text says of its own origin: title, author, date, address, place.

Read off the blocks that are no claims (title line, byline, date line, reprint
notice, the biography below the article). All of it is inference, and is marked
as such when it fills a gap that the owner's metadata left; it never overrides.
"""

import re
from dataclasses import dataclass, replace
from functools import cache
from itertools import takewhile

from claimkb.extract.biographies import named_person
from claimkb.extract.blocks import Block
from claimkb.lexicon.roles import honorific_pattern, job_pattern, name_pattern
from claimkb.model import SentenceRole, SourceInfo

_URL = re.compile(r"https?://[^\s<>\"')\]]+", re.IGNORECASE)
_ATX_MARKS = re.compile(r"^#+\s*|\s*#+$")
_BY = re.compile(r"^(?:[\w-]+ )?by:?\s+|^(?:authors?|writer):\s+", re.IGNORECASE)
_BETWEEN_NAMES = re.compile(r"\s*(?:,|\||/|;|·|•|\(|\s[–—-]\s|\band\b|&)\s*", re.IGNORECASE)
_DATELINE_BLOCKS = 6  # a dateline further down belongs to another item
_FIELDS = ("title", "author", "published", "url")


@dataclass(frozen=True, slots=True)
class InferredMetadata:
    """What could be read off a text; None where it does not say."""

    title: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None
    place: str | None = None


def infer_metadata(text: str, blocks: tuple[Block, ...]) -> InferredMetadata:
    """The metadata that the text's own furniture gives."""
    return InferredMetadata(
        title=_title(text, blocks),
        author=_byline(text, blocks) or _biography(text, blocks),
        published=_published(blocks),
        url=_url(text, blocks),
        place=_place(blocks),
    )


def with_inferred(source: SourceInfo, found: InferredMetadata) -> SourceInfo:
    """The source with its gaps filled from the text, each filled field marked as inferred."""
    values = {
        field: value
        for field in _FIELDS
        if getattr(source, field) is None and (value := getattr(found, field)) is not None
    }
    return replace(source, **values, inferred=source.inferred | frozenset(values))


def _title(text: str, blocks: tuple[Block, ...]) -> str | None:
    for block in blocks:
        if block.role is SentenceRole.TITLE:
            return " ".join(_ATX_MARKS.sub("", text[block.body : block.end]).strip("*_ ").split())
    return None


def _byline(text: str, blocks: tuple[Block, ...]) -> str | None:
    """The names of the first byline, without "by", position and outlet."""
    for block in blocks:
        if block.role is SentenceRole.BYLINE:
            parts = _BETWEEN_NAMES.split(_BY.sub("", text[block.start : block.end].strip("*_ ")))
            people = list(takewhile(_is_person, (part.strip() for part in parts)))
            return ", ".join(_proper(person) for person in people) or None
    return None


def _is_person(part: str) -> bool:
    return _name().fullmatch(part) is not None and _job().search(part) is None


def _biography(text: str, blocks: tuple[Block, ...]) -> str | None:
    """The person of the first biography, if it is the writer's: right below the article."""
    for index, block in enumerate(blocks):
        if block.role is SentenceRole.BIOGRAPHY:
            above = [other for other in blocks[:index] if other.role is not SentenceRole.BOILERPLATE]
            written = bool(above) and above[-1].role is SentenceRole.CLAIMS
            between = index > 0 and blocks[index - 1].reason not in ("", "reprint notice", "separator")
            return named_person(text[block.body : block.end]) if written and not between else None
    return None


def _published(blocks: tuple[Block, ...]) -> str | None:
    dates = (block.dateline.published for block in blocks[:_DATELINE_BLOCKS] if block.dateline)
    return next((date for date in dates if date), None)


def _place(blocks: tuple[Block, ...]) -> str | None:
    places = (block.dateline.place for block in blocks[:_DATELINE_BLOCKS] if block.dateline)
    return next((place for place in places if place), None)


def _url(text: str, blocks: tuple[Block, ...]) -> str | None:
    for block in blocks:
        if block.reason == "reprint notice" and (found := _URL.search(text, block.start, block.end)):
            return found.group().rstrip(".,;:")
    return None


def _proper(names: str) -> str:
    """Names in capitals (JANE DOE) as names are written."""
    return names.title() if names.isupper() else names


@cache
def _name() -> re.Pattern[str]:
    return re.compile(rf"(?:{honorific_pattern()})?{name_pattern()}")


@cache
def _job() -> re.Pattern[str]:
    return re.compile(rf"\b{job_pattern()}s?\b", re.IGNORECASE)
