"""The words that a model's claim must share with the quote it rests on."""

from dataclasses import dataclass, fields
from functools import cache

from claimkb.lexicon import load_table


@dataclass(frozen=True, slots=True)
class GroundingWords:
    """Closed classes that change what a sentence says."""

    pronouns: frozenset[str]
    roles: frozenset[str]
    quantifiers: frozenset[str]
    alleged: frozenset[str]
    saying: frozenset[str]
    negators: frozenset[str]
    turning: frozenset[str]
    qualifiers: frozenset[str]
    definite: frozenset[str]
    single: frozenset[str]
    relatives: frozenset[str]


@cache
def grounding_words() -> GroundingWords:
    """The words of `lexicons/grounding.toml`."""
    table = load_table("grounding")
    return GroundingWords(**{field.name: frozenset(table[field.name]) for field in fields(GroundingWords)})
