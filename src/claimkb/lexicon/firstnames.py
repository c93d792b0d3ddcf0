"""Whether a first name is a man's or a woman's, as far as one use clearly prevails."""

from enum import StrEnum
from functools import cache

from claimkb.lexicon import load_table


class Gender(StrEnum):
    """Which pronoun of the third person a text uses for somebody."""

    MALE = "he"
    FEMALE = "she"
    UNKNOWN = ""


@cache
def _names() -> dict[str, Gender]:
    table = load_table("firstnames")
    found: dict[str, Gender] = {}
    for section in ("census", "world"):
        found.update(dict.fromkeys(table[section]["male"].split(), Gender.MALE))
        found.update(dict.fromkeys(table[section]["female"].split(), Gender.FEMALE))
    return found


def gender_of(first_name: str) -> Gender:
    """The gender that a first name tells, UNKNOWN where it does not."""
    return _names().get(first_name, Gender.UNKNOWN)
