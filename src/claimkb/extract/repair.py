"""Mends the parser's commonest slips before a sentence is split.

Each repair is one function that looks for one pattern the model is known to
get wrong and moves nodes to where a grammar would have them; they stand in
the `repair_` modules named below. Repairs never invent nodes.
"""

from claimkb.extract import (
    repair_circumstances,
    repair_clauses,
    repair_nouns,
    repair_partitives,
    repair_rows,
    repair_sayings,
    repair_speech,
    repair_subjects,
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
    repair_nouns.compound_before_noun,
    repair_nouns.apposition_after_colon,
    repair_verbs.past_verb_of_the_sayer,
    repair_verbs.object_relative,
    repair_verbs.relative_read_as_conjunct,
    repair_clauses.noun_read_as_verb_of_content,
    repair_clauses.second_content,
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
    repair_sayings.title_cut_from_the_sayer,
    repair_sayings.title_before_name,
    repair_sayings.saying_joined_to_what_is_said,
    repair_sayings.report_read_as_noun,
    repair_sayings.content_hung_on_the_listener,
    repair_sayings.circumstance_before_the_sayer,
    repair_sayings.time_before_the_sayer,
    repair_sayings.circumstance_after_the_sayer,
    repair_sayings.second_verb_of_the_sayer,
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
    repair_circumstances.circumstance_read_as_noun,
    repair_clauses.verb_lost_in_restriction,
    repair_clauses.participle_of_the_sayer,
    repair_clauses.second_verb_of_an_occasion,
    repair_clauses.clash_read_as_participle,
    repair_clauses.participle_behind_the_comma,
    repair_circumstances.source_hung_low,
)


def repair(tree: Tree) -> Tree:
    """Apply every repair; nodes are moved in place, the root is found anew after each."""
    for mend in REPAIRS:
        mend(tree)
        if tree.root.head is not tree.root:  # most repairs find nothing to do, and none leaves two roots
            tree = Tree(tree.nodes, next((n for n in tree.nodes if n.head is n), tree.root))
    return tree
