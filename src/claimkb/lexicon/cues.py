"""The cue words of attribution, stance, modality, polarity and discourse, as sets of lemmas or phrases."""

from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from claimkb.lexicon import load_table
from claimkb.lexicon.pronoun_cues import PronounCues, Words


@dataclass(frozen=True, slots=True)
class AttributionCues:
    """Words that hand a clause to a holder."""

    verbs: Words
    quoting: Words
    citing: Words
    addressing: Words
    findings: Words
    speaking: Words
    factive: Words
    denying: Words
    volition: Words
    with_listener: Words
    judging: Words
    perceiving: Words
    evidential: Words
    telling: Words
    raising: Words
    nouns: Words
    expressing: Words
    sending: Words
    signs: Words
    collections: Words
    hearsay: Words
    speaking_of: Words
    contacting: Words
    describing: Words
    view_phrases: Words
    neg_raising: Words
    mandating: Words
    occasions: Words
    disclosing: Words


@dataclass(frozen=True, slots=True)
class StanceCues:
    """Words with which an author endorses or rejects a view."""

    reject_verbs: Words
    reject_adjectives: Words
    untrue_adjectives: Words
    true_adjectives: Words
    view_nouns: Words
    endorse_verbs: Words
    endorse_adverbs: Words
    reject_adverbs: Words
    endorsing_as: Words


@dataclass(frozen=True, slots=True)
class ModalityCues:
    """Words that make a claim a forecast, a possibility, a norm or a condition."""

    predicted_modals: Words
    possible_modals: Words
    normative_modals: Words
    predicted_frames: Words
    forecasting: Words
    purpose_nouns: Words
    possible_adverbs: Words
    possible_predicates: Words
    predicted_adverbs: Words
    normative_verbs: Words
    normative_frames: Words
    normative_predicates: Words
    committing: Words
    withholding: Words
    conditional_marks: Words
    conditional_phrases: Words
    asking: Words
    open_adjectives: Words


@dataclass(frozen=True, slots=True)
class PolarityCues:
    """Words that deny the proposition of their clause."""

    negators: Words
    no_one: Words
    near_negators: Words
    near_quantities: Words
    achieving_verbs: Words
    withholding_verbs: Words
    failing_verbs: Words
    lasting_verbs: Words
    transparent_verbs: Words
    lifting_verbs: Words
    negative_predicates: Words
    negative_phrases: Words
    certainty_nouns: Words


@dataclass(frozen=True, slots=True)
class DiscourseCues:
    """Words that link sentences and add nothing to a claim."""

    openers: Words
    comments: Words
    ties: Words


@dataclass(frozen=True, slots=True)
class ClauseCues:
    """Words that decide whether a subordinate clause is a claim of its own."""

    contrastive: Words
    causal: Words
    prepositional: Words
    judged_deeds: Words
    deeds: Words
    commenting: Words
    temporal: Words
    partisans: Words
    transitive: Words
    with_event: Words
    collective: Words
    possessing: Words
    for_deeds: Words
    adverbial_adjectives: Words
    calling: Words
    describing: Words
    unique_roles: Words
    calendar: Words
    spans: Words
    pointing: Words
    result_verbs: Words
    undergoing: Words
    intransitive: Words
    gerund_verbs: Words


@dataclass(frozen=True, slots=True)
class HyphenCues:
    """Words that tell a hyphen between spaces from a dash."""

    prefixes: Words
    numbers: Words
    measures: Words
    openers: Words


@dataclass(frozen=True, slots=True)
class Cues:
    """All cue words."""

    attribution: AttributionCues
    stance: StanceCues
    modality: ModalityCues
    polarity: PolarityCues
    discourse: DiscourseCues
    clauses: ClauseCues
    pronouns: PronounCues
    hyphens: HyphenCues


def _section(kind: type[Any], table: dict[str, list[str]]) -> Any:  # noqa: ANN401 - the section's own type, by construction
    return kind(**{f.name: frozenset(table[f.name]) for f in fields(kind)})


@cache
def cues() -> Cues:
    """The cue words of `lexicons/cues.toml`."""
    table = load_table("cues")
    return Cues(
        attribution=_section(AttributionCues, table["attribution"]),
        stance=_section(StanceCues, table["stance"]),
        modality=_section(ModalityCues, table["modality"]),
        polarity=_section(PolarityCues, table["polarity"]),
        discourse=_section(DiscourseCues, table["discourse"]),
        clauses=_section(ClauseCues, table["clauses"]),
        pronouns=_section(PronounCues, table["pronouns"]),
        hyphens=_section(HyphenCues, table["hyphens"]),
    )


def denies_through(verb: str, *, is_passive: bool) -> bool:
    """Whether a "not" before the infinitive that a verb governs denies the whole: "seems not to care"."""
    words = cues()
    lifting = words.attribution.raising | words.modality.predicted_frames | words.polarity.lifting_verbs
    return (is_passive and verb in lifting) or verb in words.polarity.transparent_verbs
