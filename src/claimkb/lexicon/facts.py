"""What a fact has only one of: a value, a place, somebody in an office. One typed view of `lexicons/facts.toml`."""

from dataclasses import dataclass
from functools import cache

from claimkb.lexicon import load_table
from claimkb.lexicon.wordclasses import canonical


@dataclass(frozen=True, slots=True)
class FactWords:
    """The lists of `facts.toml`, all lemmas."""

    level_verbs: dict[str, str]  # verb → the role of the thing whose value it tells
    level_nouns: frozenset[str]  # with the names of their classes
    costing: frozenset[str]
    placed: tuple[frozenset[str], ...]  # verbs that tell of one event in one place
    place_roles: frozenset[str]
    appointing: frozenset[str]
    holding: frozenset[str]
    newly: frozenset[str]
    plan_ends: frozenset[str]
    contests: frozenset[str]  # names of classes
    declaring: frozenset[str]


@cache
def fact_words() -> FactWords:
    """The lists, read once."""
    table = load_table("facts")
    level = table["level"]
    return FactWords(
        level_verbs={verb: role for role in ("subject", "object") for verb in level[role]},
        level_nouns=frozenset(level["nouns"]) | {canonical(noun) for noun in level["nouns"]},
        costing=frozenset(level["costing"]),
        placed=tuple(map(frozenset, table["place"]["events"])),
        place_roles=frozenset(table["place"]["roles"]),
        appointing=frozenset(table["office"]["appointing"]),
        holding=frozenset(table["office"]["holding"]),
        newly=frozenset(table["office"]["newly"]),
        plan_ends=frozenset(table["plan"]["ends"]),
        contests=frozenset(table["contest"]["contests"]),
        declaring=frozenset(table["contest"]["declaring"]),
    )
