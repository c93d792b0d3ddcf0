"""Named periods ("the Great Depression", "9/11") with their dates, from `lexicons/periods.toml`."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from claimkb.lexicon import load_table


@dataclass(frozen=True, slots=True)
class Period:
    """A period that texts refer to by name; `needs_article` when only "the ..." means it."""

    start: date
    end: date
    needs_article: bool


@cache
def periods() -> dict[str, Period]:
    """Every named period by each of its names."""
    return {
        name: Period(
            date.fromisoformat(row["start"]), date.fromisoformat(row["end"]), bool(row.get("the", False))
        )
        for row in load_table("periods")["period"]
        for name in row["names"]
    }


@cache
def opening_words() -> frozenset[str]:
    """The words that an expression of time can begin with, capitalised or not."""
    words = load_table("periods")["opening"]
    return frozenset([*words, *(word.capitalize() for word in words)])


@cache
def words_before_years() -> frozenset[str]:
    """Capitalised words that may stand before a year without making it part of a name."""
    return frozenset(load_table("periods")["before_years"])
