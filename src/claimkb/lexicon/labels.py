"""What headlines shorten and leave out, from `labels.toml`."""

from dataclasses import dataclass
from functools import cache

from claimkb.lexicon import load_table

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class LabelWords:
    """The word lists of labels.

    `short` maps a name to the form in which headlines print it, `linked` a phrase to the preposition it amounts to.
    """

    short: dict[str, str]
    linked: dict[str, str]
    dropped: Words
    pale: Words
    unreal: Words
    titles: Words
    inseparable: Words
    hollow: Words
    vague_heads: Words
    copulas: Words
    modal_frames: Words
    phase_verbs: Words
    active_only: Words
    adjuncts: Words
    near_negators: Words
    bare_owners: Words
    scales: Words
    denials: Words
    turns: Words
    directions: Words
    when: Words
    listing: Words
    prepositional: Words
    placing: Words
    taking: Words
    empty_nouns: Words
    levels: Words
    purposeful: Words
    content_nouns: Words
    perceiving: Words
    giving: Words
    steering: Words
    unfinished: Words
    light: Words
    light_objects: Words
    thin: Words
    presenting: Words
    naming: Words
    collective: Words
    implicative: Words
    ordinal: Words
    dangling: Words
    unturned: Words
    reversible: Words
    supplying: Words
    limits: Words
    asides: Words
    facets: Words
    required: Words
    making: Words
    advising: Words
    reporting: Words
    compounding: Words
    moving: Words
    bodies: Words
    needy: Words
    enduring: Words
    measures: Words
    clock: Words
    linking: Words
    periods: Words
    phrasal: Words
    belonging: Words
    evident: Words
    telling: Words
    settings: Words
    branded: Words


@cache
def label_words() -> LabelWords:
    """The lists of `lexicons/labels.toml`."""
    table = load_table("labels")
    words = {name: frozenset(values) for name, values in table["words"].items()}
    return LabelWords(short=table["short"], linked=table["linked"], **words)
