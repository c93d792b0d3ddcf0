"""Labels of list items, which have their predicate or their subject from the sentence that introduces the list."""

from itertools import takewhile

from claimkb.extract.clauses import Clause
from claimkb.extract.inflect import be, present
from claimkb.extract.label_arguments import objects_of
from claimkb.extract.label_choice import Part, Slot, part
from claimkb.extract.label_modals import modal_words
from claimkb.extract.label_nouns import noun_parts
from claimkb.extract.label_subjects import SUBJECT, top_node
from claimkb.extract.label_words import Wording
from claimkb.extract.number import is_plural
from claimkb.extract.tree import Node, subject_of
from claimkb.lexicon.gazetteer import gazetteer
from claimkb.model import Modality


def item_slots(clause: Clause, modality: Modality, view: Wording) -> list[Slot]:
    """A list item with the predicate, or the subject, of the sentence that introduces it."""
    nodes = [n for n in clause.template if isinstance(n, Node)]
    own = {id(n) for n in clause.own}
    top = top_node(clause.own)
    noun = top if top is None or top.is_noun else subject_of(top) or top
    item = [_uncapitalised(p, clause.own[0]) for p in noun_parts(noun, view, SUBJECT)]
    words = modal_words(clause, modality, view)
    takes = isinstance(clause.template[0], str) or (nodes and id(nodes[0]) in own)  # the place of the subject
    verb = [
        *words,
        clause.head.lemma if words else _agreeing(clause.head, noun if takes else None),
    ]
    if takes:
        return [item, [part(3.0, *verb)], objects_of(clause.head, view)]
    before = list(takewhile(lambda n: id(n) not in own, nodes))
    tie = [before[-1].lower] if before and before[-1].dep == "prep" else []
    return [noun_parts(subject_of(clause.head), view, SUBJECT), [part(3.0, *verb, *tie)], item]


def _agreeing(verb: Node, subject: Node | None) -> str:
    """A verb as it is written, or as another subject has it that is singular."""
    if subject is None or is_plural(subject) or verb.tag != "VBP":
        return verb.lower
    return be(plural=False, is_past=False) if verb.lemma == "be" else present(verb.lemma, plural=False)


def _uncapitalised(words: Part, first: Node) -> Part:
    """A list item without the capital of its first word, unless that is a name's."""
    if not words.words or words.words[0] != first.text or first.tag in {"NNP", "NNPS"}:
        return words
    if first.text in gazetteer().places or first.text[1:].lower() != first.text[1:]:
        return words
    return Part((first.lower, *words.words[1:]), words.worth)
