"""Labels that begin with the object: "Aid suspended", "Landlords urged to cut rents".

A headline turns a clause where nobody worth naming does it, and where what
follows the object is the news.
"""

from claimkb.extract.clauses import Clause
from claimkb.extract.inflect import past_participle
from claimkb.extract.label_arguments import OBJECT, after, inner_clause
from claimkb.extract.label_choice import Slot, part
from claimkb.extract.label_heads import shown
from claimkb.extract.label_modals import denial, modal_words
from claimkb.extract.label_nouns import noun_parts
from claimkb.extract.label_words import Wording
from claimkb.extract.tree import Node, subject_of
from claimkb.lexicon.labels import label_words
from claimkb.model import Modality


def from_object(clause: Clause, verb: Node, modality: Modality, view: Wording) -> list[Slot]:
    """ "Aid suspended": what was done to the object, where there is no subject worth naming."""
    obj = verb.kid("dobj")
    if obj is None or modality is not Modality.ASSERTED or verb is not clause.head:
        return []
    if (
        verb.tag not in {"VBD", "VBN"}
        or verb.lemma in label_words().active_only
        or denial(clause, verb, view)
    ):
        return []
    return [
        noun_parts(obj, view, OBJECT),
        [part(3.0, past_participle(verb.lemma))],
        *after(verb, view, passive=True),
    ]


def turned(clause: Clause, modality: Modality, view: Wording) -> list[Slot]:
    """ "Landlords urged to cut rents": the object first, where what follows it is the news; none without such."""
    verb = clause.head
    inner = verb.kid("ccomp")
    moved = inner is not None and inner.tag == "VB" and inner.kid("nsubj") is not None
    target = subject_of(inner) if inner is not None and moved else shown(verb, view, "dobj")
    if not _turns(clause, verb, target, view):
        return []
    words = modal_words(clause, modality, view)
    no = denial(clause, verb, view)
    said = [*words, "be"] if words else [no] if no else []
    rest = inner_clause(verb, view, subject=False) if moved else []
    slots = [rest] if rest else after(verb, view, passive=True)
    phrases = [[p for p in slot if p.words] for slot in slots]
    if not any(phrases):
        return []
    return [
        noun_parts(target, view, OBJECT),
        [part(3.0, *said, past_participle(verb.lemma), *(c.text for c in verb.kids("prt")))],
        *phrases,
    ]


def _turns(clause: Clause, verb: Node, target: Node | None, view: Wording) -> bool:
    """Whether a verb can be told from its object."""
    if target is None or not (target.is_noun or target.tag == "CD") or not view.shows(target):
        return False
    if not verb.is_verb or (verb.kids("auxpass", "xcomp") and not verb.kids("dobj")):
        return False
    return (
        verb.lemma not in label_words().unturned
        and clause.event is None
        and not clause.prefix
        and not any(id(n) in clause.swap for n in (verb, target))
    )
