"""The words by which pronouns and bare descriptions are known and resolved: a section of the cue words."""

from dataclasses import dataclass

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class PronounCues:
    """Words that stand for something named elsewhere."""

    person: Words
    thing: Words
    plural: Words
    first_plural: Words
    second: Words
    content_verbs: Words
    thing_verbs: Words
    first_singular: Words
    demonstrative: Words
    pleonastic_predicates: Words
    country_nouns: Words
    group_nouns: Words
    group_generic: Words
    firm_nouns: Words
    group_closed: Words
    group_named: Words
    group_hypernyms: Words
    common_nouns: Words
    city_nouns: Words
    judging_verbs: Words
    evidence_verbs: Words
    plural_bodies: Words
    undertakings: Words
    principals: Words
    spot_nouns: Words
    spot_general: Words
    plain_spots: Words
    pair_words: Words
    police_nouns: Words
    counting_nouns: Words
    lifeless_nouns: Words
    male_nouns: Words
    female_nouns: Words
    male_titles: Words
    female_titles: Words
    short_titles: Words
    offices: Words
    informers: Words
    articled_bodies: Words
    ranks: Words
    respect: Words
    motion_verbs: Words
    age_nouns: Words
    anybody_nouns: Words
    naming_verbs: Words
    telling_verbs: Words
    charging_verbs: Words
    harming_verbs: Words
    event_nouns: Words
    pair_nouns: Words
    person_nouns: Words
    blaming_verbs: Words
    empty_modifiers: Words
    kinds: Words
    vague_nouns: Words
    judged_nouns: Words
    time_nouns: Words
