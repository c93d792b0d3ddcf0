"""What a page was asked for: the query string as filters, with plain errors for what cannot be.

Empty fields of a form restrict nothing. Pages are counted from 1.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar
from urllib.parse import parse_qs, urlencode

from claimkb.errors import UsageError
from claimkb.model import Modality, Polarity, RelationKind
from claimkb.records import ClaimFilter, RelationFilter

PAGE_SIZE = 25
MAX_PAGE = 4000
SORTS = ("position", "date", "source", "agreements", "contradictions", "relevance")

Choice = TypeVar("Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Arguments:
    """The fields of a query string, read one by one."""

    fields: Mapping[str, Sequence[str]]

    @classmethod
    def of(cls, query: str) -> "Arguments":
        """The arguments of a query string."""
        return cls(parse_qs(query, max_num_fields=50))

    def one(self, name: str) -> str:
        """A field's words, "" if there are none."""
        return next(iter(self.fields.get(name, ())), "").strip()

    def several(self, name: str) -> tuple[str, ...]:
        """All the words given for a field."""
        return tuple(value.strip() for value in self.fields.get(name, ()) if value.strip())

    @property
    def page(self) -> int:
        """Which page."""
        words = self.one("page") or "1"
        if not words.isascii() or not words.isdigit() or not 1 <= int(words[:9]) <= MAX_PAGE:
            raise UsageError(f"There is no page '{words}'.", "Begin with the first.")
        return int(words)

    def share(self, name: str) -> float:
        """A number from 0 to 1."""
        try:
            value = float(self.one(name) or 0)
        except ValueError:
            value = -1.0
        if not 0 <= value <= 1:
            raise UsageError(f"'{self.one(name)}' is no confidence.", "Give a number from 0 to 1.")
        return value

    def turned(self, page: int) -> str:
        """The query string of another page of the same list."""
        kept = [(name, value) for name, values in self.fields.items() if name != "page" for value in values]
        return "?" + urlencode([*kept, ("page", str(page))])


def claim_filter(asked: Arguments) -> ClaimFilter:
    """The filter of a list of claims, one claim more than the page holds."""
    text = asked.one("q") or None
    sort = asked.one("sort") or ("relevance" if text else "position")
    if sort not in SORTS:
        raise UsageError(f"Claims cannot be sorted by '{sort}'.", f"Choose one of {', '.join(SORTS)}.")
    return ClaimFilter(
        text=text,
        themes=asked.several("theme"),
        sources=asked.several("source"),
        entities=asked.several("entity"),
        holders=asked.several("holder"),
        modalities=_choices(Modality, asked, "modality"),
        polarities=_choices(Polarity, asked, "polarity"),
        since=asked.one("since") or None,
        until=asked.one("until") or None,
        has_quantity=bool(asked.one("has_quantity")),
        sort=sort,
        limit=PAGE_SIZE + 1,
        skip=(asked.page - 1) * PAGE_SIZE,
    )


def relation_filter(asked: Arguments, kinds: tuple[RelationKind, ...]) -> RelationFilter:
    """The filter of a list of findings of these kinds, one finding more than the page holds."""
    named = _choices(RelationKind, asked, "kind")
    return RelationFilter(
        kinds=tuple(kind for kind in kinds if not named or kind in named) or kinds,
        themes=asked.several("theme"),
        sources=asked.several("source"),
        types=asked.several("type"),
        min_confidence=asked.share("min_confidence"),
        limit=PAGE_SIZE + 1,
        skip=(asked.page - 1) * PAGE_SIZE,
    )


def _choices(kind: type[Choice], asked: Arguments, name: str) -> tuple[Choice, ...]:
    try:
        return tuple(kind(value) for value in asked.several(name))
    except ValueError as error:
        known = ", ".join(each.value for each in kind)
        raise UsageError(f"'{asked.one(name)}' is no {name}.", f"Choose one of {known}.") from error
