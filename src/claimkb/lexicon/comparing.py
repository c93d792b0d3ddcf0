"""What comparison must know of single words: generic words, stand-ins, periods, dimensions, measures.

One typed view of `lexicons/comparison.toml`; every list is explained there.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any

from claimkb.lexicon import load_table
from claimkb.lexicon.wordclasses import canonical


@dataclass(frozen=True, slots=True)
class SlotRule:
    """A predicate with a slot that one thing only can fill; `role` is the frame role of the slot."""

    label: str
    predicates: frozenset[str]
    role: str


@dataclass(frozen=True, slots=True)
class ComparisonWords:
    """The lists of `comparison.toml`, words as lemmas unless said otherwise."""

    light_verbs: frozenset[str]
    generic: frozenset[str]
    around_dates: frozenset[str]
    months: frozenset[str]
    weekdays: frozenset[str]
    metonyms: frozenset[str]
    offices: frozenset[str]
    instances: dict[str, str]  # word → which instance it picks
    instance_nouns: frozenset[str]
    dimensions: dict[str, str]  # word → dimension
    parts: frozenset[str]
    measures: dict[str, str]  # word → what is measured
    around_amounts: frozenset[str]
    directions: dict[str, int]  # word → up, down or level
    charges: frozenset[str]
    part_cues: tuple[str, ...]  # as written
    rate_cues: tuple[str, ...]  # as written
    counts: frozenset[str]
    changes: frozenset[str]
    slots: tuple[SlotRule, ...]
    once: frozenset[str]
    repeatable: frozenset[str]
    numbers: frozenset[str]
    numerals: dict[str, str]  # the words for two to twenty → figures
    negators: frozenset[str]
    removable: frozenset[str]
    refuters: frozenset[str]  # word forms
    adverbial: frozenset[str]
    implicatives: frozenset[str]
    raising: frozenset[str]
    fields: dict[str, str]  # word → field of trouble
    credits: frozenset[str]
    places: frozenset[str]
    general: frozenset[str]
    untrue: frozenset[str]
    told: frozenset[str]
    function_words: frozenset[str]
    no_negations: tuple[str, ...]  # phrases
    mild_denials: tuple[str, ...]  # patterns over tokens
    partial: frozenset[str]
    degrees: frozenset[str]
    grown_up: frozenset[str]
    young: frozenset[str]
    formerly: frozenset[str]
    kin: tuple[frozenset[str], ...]
    converted: dict[str, tuple[str, float]]  # unit → the unit it is compared in, and how many of these it is
    serving: frozenset[str]
    earning: frozenset[str]
    losing: frozenset[str]
    pricing: frozenset[str]
    unfulfilled: tuple[str, ...]  # phrases
    ordinals: frozenset[str]
    happenings: frozenset[str]
    negative_prefixes: tuple[str, ...]
    no_negatives: frozenset[str]
    exclusive: tuple[frozenset[str], ...]
    one_way: tuple[
        tuple[str, frozenset[str], frozenset[str]], ...
    ]  # name, words of who is above, of who is below
    irregular: dict[str, str]  # word form → base
    persons: dict[str, str]  # word form → man, woman or person


# Fields that are lists as they stand in the file, by where they stand: sets, tuples, and words by their group.
_SETS = {
    "light_verbs": "light_verbs",
    "generic": "generic",
    "around_dates": "around_dates",
    "months": "months",
    "weekdays": "weekdays",
    "offices": "offices",
    "instance_nouns": "instances_of.nouns",
    "parts": "scope.parts",
    "around_amounts": "amounts.around",
    "counts": "amounts.counts",
    "changes": "amounts.change",
    "once": "once.predicates",
    "repeatable": "once.repeatable",
    "numbers": "difference.numbers",
    "negators": "difference.negators",
    "adverbial": "difference.adverbial",
    "refuters": "difference.refuters",
    "removable": "difference.removable",
    "implicatives": "implicatives.negative",
    "raising": "raising.verbs",
    "credits": "credits",
    "places": "places",
    "general": "general",
    "untrue": "difference.untrue",
    "told": "difference.told",
    "function_words": "wording.function_words",
    "partial": "wording.partial",
    "degrees": "wording.degrees",
    "grown_up": "wording.grown_up",
    "young": "wording.young",
    "formerly": "wording.formerly",
    "serving": "wording.serving",
    "earning": "wording.earning",
    "losing": "wording.losing",
    "pricing": "wording.pricing",
    "ordinals": "wording.ordinals",
    "happenings": "wording.happenings",
    "no_negatives": "wording.no_negatives",
}
_TUPLES = {
    "part_cues": "amounts.part",
    "rate_cues": "amounts.rate",
    "no_negations": "wording.no_negations",
    "mild_denials": "wording.mild_denials",
    "unfulfilled": "wording.unfulfilled",
    "negative_prefixes": "wording.negative_prefixes",
}
_GROUPED = {
    "instances": "instances",
    "dimensions": "dimensions",
    "measures": "measures",
    "fields": "fields",
    "irregular": "wording.irregular",
    "persons": "wording.persons",
}


def _at(table: dict[str, Any], path: str) -> Any:  # noqa: ANN401 (a list or a table, as the file has it)
    """What stands at a dotted path."""
    for part in path.split("."):
        table = table[part]
    return table


@cache
def comparison_words() -> ComparisonWords:
    """The lists, read once."""
    table = load_table("comparison")
    as_listed: dict[str, Any] = {
        **{name: frozenset(_at(table, path)) for name, path in _SETS.items()},
        **{name: tuple(_at(table, path)) for name, path in _TUPLES.items()},
        **{name: _inverted(_at(table, path)) for name, path in _GROUPED.items()},
    }
    return ComparisonWords(
        **as_listed,
        metonyms=frozenset(table["metonyms"]) | {canonical(w) for w in table["metonyms"]},
        directions={
            word: sign
            for name, sign in (("up", 1), ("down", -1), ("level", 0))
            for word in table["amounts"]["directions"][name]
        },
        charges=frozenset(map(canonical, table["amounts"]["charges"])),
        slots=tuple(
            SlotRule(row["label"], frozenset(row["predicates"]), row.get("role", "")) for row in table["slot"]
        ),
        numerals={word: str(n) for n, word in enumerate(table["difference"]["numbers"][:19], 2)},
        converted={unit: (row[0], float(row[1])) for unit, row in table["units"].items()},
        kin=tuple(map(frozenset, table["wording"]["kin"])),
        exclusive=tuple(map(frozenset, table["wording"]["exclusive"])),
        one_way=tuple(
            (row["name"], frozenset(row["above"]), frozenset(row["below"]))
            for row in table["wording"]["one_way"]
        ),
    )


def _inverted(groups: dict[str, Any]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, words in groups.items():
        for word in words:
            found.setdefault(word, name)
    return found
