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


@cache
def comparison_words() -> ComparisonWords:
    """The lists, read once."""
    table = load_table("comparison")
    return ComparisonWords(
        light_verbs=frozenset(table["light_verbs"]),
        generic=frozenset(table["generic"]),
        around_dates=frozenset(table["around_dates"]),
        months=frozenset(table["months"]),
        weekdays=frozenset(table["weekdays"]),
        metonyms=frozenset(table["metonyms"]) | {canonical(w) for w in table["metonyms"]},
        offices=frozenset(table["offices"]),
        instances=_inverted(table["instances"]),
        instance_nouns=frozenset(table["instances_of"]["nouns"]),
        dimensions=_inverted(table["dimensions"]),
        parts=frozenset(table["scope"]["parts"]),
        measures=_inverted(table["measures"]),
        directions={
            word: sign
            for name, sign in (("up", 1), ("down", -1), ("level", 0))
            for word in table["amounts"]["directions"][name]
        },
        charges=frozenset(map(canonical, table["amounts"]["charges"])),
        around_amounts=frozenset(table["amounts"]["around"]),
        part_cues=tuple(table["amounts"]["part"]),
        rate_cues=tuple(table["amounts"]["rate"]),
        counts=frozenset(table["amounts"]["counts"]),
        changes=frozenset(table["amounts"]["change"]),
        slots=tuple(
            SlotRule(row["label"], frozenset(row["predicates"]), row.get("role", "")) for row in table["slot"]
        ),
        once=frozenset(table["once"]["predicates"]),
        repeatable=frozenset(table["once"]["repeatable"]),
        numbers=frozenset(table["difference"]["numbers"]),
        numerals={word: str(n) for n, word in enumerate(table["difference"]["numbers"][:19], 2)},
        negators=frozenset(table["difference"]["negators"]),
        adverbial=frozenset(table["difference"]["adverbial"]),
        refuters=frozenset(table["difference"]["refuters"]),
        removable=frozenset(table["difference"]["removable"]),
        implicatives=frozenset(table["implicatives"]["negative"]),
        raising=frozenset(table["raising"]["verbs"]),
        fields=_inverted(table["fields"]),
        credits=frozenset(table["credits"]),
        places=frozenset(table["places"]),
        general=frozenset(table["general"]),
        untrue=frozenset(table["difference"]["untrue"]),
        told=frozenset(table["difference"]["told"]),
        function_words=frozenset(table["wording"]["function_words"]),
        no_negations=tuple(table["wording"]["no_negations"]),
        mild_denials=tuple(table["wording"]["mild_denials"]),
        partial=frozenset(table["wording"]["partial"]),
        degrees=frozenset(table["wording"]["degrees"]),
        grown_up=frozenset(table["wording"]["grown_up"]),
        young=frozenset(table["wording"]["young"]),
        formerly=frozenset(table["wording"]["formerly"]),
        converted={unit: (row[0], float(row[1])) for unit, row in table["units"].items()},
        kin=tuple(map(frozenset, table["wording"]["kin"])),
        serving=frozenset(table["wording"]["serving"]),
        earning=frozenset(table["wording"]["earning"]),
        losing=frozenset(table["wording"]["losing"]),
        pricing=frozenset(table["wording"]["pricing"]),
        unfulfilled=tuple(table["wording"]["unfulfilled"]),
        ordinals=frozenset(table["wording"]["ordinals"]),
        happenings=frozenset(table["wording"]["happenings"]),
        negative_prefixes=tuple(table["wording"]["negative_prefixes"]),
        no_negatives=frozenset(table["wording"]["no_negatives"]),
        exclusive=tuple(map(frozenset, table["wording"]["exclusive"])),
        one_way=tuple(
            (row["name"], frozenset(row["above"]), frozenset(row["below"]))
            for row in table["wording"]["one_way"]
        ),
        irregular=_inverted(table["wording"]["irregular"]),
        persons=_inverted(table["wording"]["persons"]),
    )


def _inverted(groups: dict[str, Any]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, words in groups.items():
        for word in words:
            found.setdefault(word, name)
    return found
