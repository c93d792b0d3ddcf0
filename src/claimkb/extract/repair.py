"""Mends the parser's commonest slips before a sentence is split.

Each repair is one function that looks for one pattern the model is known to
get wrong and moves nodes to where a grammar would have them; they stand in
the `repair_` modules named below. Repairs never invent nodes.
"""

from collections.abc import Callable

from claimkb.extract import (
    repair_appositions,
    repair_circumstances,
    repair_clauses,
    repair_contents,
    repair_described,
    repair_garden,
    repair_joined,
    repair_nouns,
    repair_partitives,
    repair_rows,
    repair_sayings,
    repair_speech,
    repair_subjects,
    repair_titles,
    repair_turned,
    repair_verbs,
)
from claimkb.extract.tree import Tree

# In this order: some prepare the ground for later ones.
REPAIRS = (
    repair_nouns.no_is_a_determiner,
    repair_verbs.name_read_as_verb,
    repair_nouns.plural_read_as_verb,
    repair_verbs.verb_lost_in_relative,
    repair_turned.turned_auxiliary,
    repair_turned.denial_of_auxiliary,
    repair_verbs.verb_read_as_auxiliary,
    repair_garden.subject_of_its_auxiliary,
    repair_garden.finite_verb_joined_to_infinitive,
    repair_garden.bare_verb_joined_to_finite,
    repair_garden.gerund_after_but,
    repair_appositions.place_by_distance,
    repair_garden.past_read_as_present,
    repair_garden.clause_read_as_adverbial,
    repair_garden.clause_read_as_relative,
    repair_appositions.state_of_its_noun,
    repair_garden.joined_to_there,
    repair_contents.content_of_missing_evidence,
    repair_contents.saying_read_as_small_clause,
    repair_contents.contact_relative,
    repair_appositions.apposition_before_its_verb,
    repair_appositions.time_of_an_apposition,
    repair_nouns.compound_before_noun,
    repair_nouns.apposition_after_colon,
    repair_verbs.past_verb_of_the_sayer,
    repair_verbs.object_relative,
    repair_verbs.relative_read_as_conjunct,
    repair_clauses.noun_read_as_verb_of_content,
    repair_clauses.second_content,
    repair_contents.quotation_after_its_sayer,
    repair_contents.content_without_subject,
    repair_clauses.noun_split_from_its_first_word,
    repair_rows.row_before_its_verb,
    repair_partitives.partitive_relative,
    repair_subjects.subject_before_participle,
    repair_verbs.result_read_as_adjective,
    repair_subjects.object_is_subject_of_content,
    repair_subjects.two_subjects_are_one,
    repair_verbs.participle_read_as_adjective,
    repair_rows.second_of_not_only,
    repair_rows.clause_after_object,
    repair_rows.sentence_read_as_noun,
    repair_rows.past_verb_of_a_row,
    repair_rows.row_read_as_adverbial,
    repair_garden.participle_before_its_verb,
    repair_garden.clause_read_as_subject,
    repair_rows.verb_before_its_verb,
    repair_rows.condition_read_as_main_verb,
    repair_verbs.that_said,
    repair_nouns.amount_joined_to_verb,
    repair_subjects.subject_joined_to_object,
    repair_subjects.missing_subject,
    repair_nouns.nominal_conjunct_of_participle,
    repair_nouns.adjective_read_as_gerund,
    repair_nouns.second_object_is_apposition,
    repair_verbs.that_after_noun,
    repair_verbs.auxiliary_root,
    repair_rows.verb_of_a_row,
    repair_nouns.object_after_as,
    repair_nouns.adjective_after_article,
    repair_nouns.charge_after_object,
    repair_nouns.name_after_its_role,
    repair_nouns.plural_read_as_infinitive,
    repair_nouns.noun_of_a_row_read_as_verb,
    repair_nouns.past_read_as_participle,
    repair_subjects.noun_of_its_participle,
    repair_subjects.content_of_a_participle,
    repair_verbs.small_clause,
    repair_verbs.verb_joined_to_noun,
    repair_verbs.gerund_as_object,
    repair_sayings.relative_word_of_the_report,
    repair_sayings.bare_verb_of_what_is_said,
    repair_titles.title_cut_from_the_sayer,
    repair_titles.title_before_name,
    repair_sayings.saying_joined_to_what_is_said,
    repair_sayings.report_read_as_noun,
    repair_sayings.content_hung_on_the_listener,
    repair_sayings.circumstance_before_the_sayer,
    repair_sayings.time_before_the_sayer,
    repair_sayings.circumstance_after_the_sayer,
    repair_sayings.second_verb_of_the_sayer,
    repair_contents.warning_joined_to_what_is_said,
    repair_speech.modal_of_what_is_said,
    repair_speech.saying_beside_a_saying,
    repair_speech.quotation_behind_a_circumstance,
    repair_speech.reduced_relative_of_what_is_said,
    repair_speech.went_on_to_say,
    repair_speech.participle_above_the_sayer,
    repair_speech.content_after_a_circumstance,
    repair_speech.aside_before_that,
    repair_rows.passive_joined_to_passive,
    repair_rows.participle_after_its_noun,
    repair_rows.circumstance_with_subject,
    repair_rows.row_of_gerunds,
    repair_subjects.time_read_as_subject,
    repair_clauses.subject_after_as,
    repair_clauses.participle_before_verb_of_condition,
    repair_circumstances.gerund_read_as_noun_of_with,
    repair_circumstances.clause_after_a_time,
    repair_circumstances.amount_read_as_place,
    repair_circumstances.circumstance_read_as_noun,
    repair_clauses.verb_lost_in_restriction,
    repair_clauses.participle_of_the_sayer,
    repair_clauses.second_verb_of_an_occasion,
    repair_clauses.clash_read_as_participle,
    repair_clauses.participle_behind_the_comma,
    repair_circumstances.source_hung_low,
    repair_described.described_as,
    repair_joined.noun_before_report,
    repair_joined.verb_joined_to_existence,
    repair_joined.relative_after_a_distance,
)

_THAT = frozenset({"that"})
_WITH = frozenset({"with"})
# Repairs that can only find something in a sentence with one of these words, which no repair changes. Tags and
# relations would tell of more, but repairs change those, and to look again after each costs what asking saves.
ONLY_WITH: dict[Callable[[Tree], None], frozenset[str]] = {
    repair_nouns.no_is_a_determiner: frozenset({"no"}),
    repair_turned.turned_auxiliary: frozenset({"only", "never", "not", "no"}),
    repair_turned.denial_of_auxiliary: repair_turned.DRAWN,
    repair_garden.gerund_after_but: frozenset({"but"}),
    repair_nouns.apposition_after_colon: frozenset({":"}),
    repair_clauses.noun_read_as_verb_of_content: _THAT,
    repair_clauses.second_content: _THAT,
    repair_partitives.partitive_relative: frozenset({"whom", "which"}),
    repair_rows.second_of_not_only: frozenset({"only"}),
    repair_rows.condition_read_as_main_verb: frozenset({"should"}),
    repair_verbs.that_said: frozenset({"said"}),
    repair_verbs.that_after_noun: _THAT,
    repair_nouns.object_after_as: frozenset({"as"}),
    repair_nouns.adjective_after_article: frozenset({"a", "an"}),
    repair_sayings.content_hung_on_the_listener: _THAT,
    repair_speech.modal_of_what_is_said: frozenset(
        {"would", "could", "might", "will", "should", "may", "must", "can"}
    ),
    repair_speech.went_on_to_say: frozenset({"to"}),
    repair_speech.quotation_behind_a_circumstance: frozenset({'"', "''", "``"}),
    repair_described.described_as: frozenset({"as"}),
    repair_speech.content_after_a_circumstance: _THAT,
    repair_speech.aside_before_that: _THAT,
    repair_rows.circumstance_with_subject: _WITH,
    repair_subjects.time_read_as_subject: repair_subjects.AFTERWARDS,
    repair_clauses.subject_after_as: repair_clauses.TIMES,
    repair_circumstances.gerund_read_as_noun_of_with: _WITH,
    repair_circumstances.circumstance_read_as_noun: _WITH,
    repair_clauses.participle_behind_the_comma: frozenset({"to"}),
    repair_circumstances.source_hung_low: frozenset({"according"}),
}
_PLAN = tuple((mend, ONLY_WITH.get(mend)) for mend in REPAIRS)


def repair(tree: Tree) -> Tree:
    """Apply every repair; nodes are moved in place, the root is found anew after each."""
    words = {n.lower for n in tree.nodes}
    for mend, needed in _PLAN:
        if needed is not None and needed.isdisjoint(words):
            continue
        mend(tree)
        if tree.root.head is not tree.root:  # most repairs find nothing to do, and none leaves two roots
            tree = Tree(tree.nodes, next((n for n in tree.nodes if n.head is n), tree.root))
    return tree
