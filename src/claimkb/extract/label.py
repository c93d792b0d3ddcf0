"""The headline of a claim: at most five words, as an analyst would jot it down.

An amount leads ("$150B lost"), else what was done to what ("CSF suspended"),
else who does what ("Growth may slow"). Negation and modality are never left
out; articles, possessive pronouns and adverbs are.
"""

import re
from collections.abc import Mapping

from claimkb.extract.clauses import Clause
from claimkb.extract.inflect import past_participle, present
from claimkb.extract.label_words import (
    COPULAS,
    amount,
    complement_words,
    content_verb,
    measured_words,
    noun_words,
    outcome_words,
    subject_node,
    top_node,
    words_after,
)
from claimkb.extract.tree import Node, is_amount
from claimkb.lexicon.cues import cues
from claimkb.model import Modality, Polarity, Quantity

_MAX_WORDS = 5
_MODALS = {
    Modality.PREDICTED: "will",
    Modality.POSSIBLE: "may",
    Modality.NORMATIVE: "must",
    Modality.CONDITIONAL: "would",
    Modality.ASSERTED: "",
}
# Verbs that only frame the verb after them.
Names = Mapping[int, str]


def label_of(
    clause: Clause, quantities: tuple[Quantity, ...], polarity: Polarity, modality: Modality, names: Names
) -> str:
    """A label for a clause; `names` gives the words that stand for a node (pronouns resolved)."""
    negated = polarity is Polarity.NEGATED
    if clause.template:
        return _tidy(
            [
                *noun_words(top_node(tuple(clause.own)), names, 3),
                *_auxiliary(clause, modality),
                clause.head.lemma,
            ]
        )
    words = [] if negated else _amount_first(clause, quantities)
    words = words or _predication(clause, names, _auxiliary(clause, modality))
    return _tidy(words)


def _tidy(words: list[str]) -> str:
    kept = [w for w in words if w]
    while kept and kept[0].lower() in {"and", "or"}:
        kept.pop(0)
    kept = kept[:_MAX_WORDS]
    while kept and kept[-1].lower() in {"and", "or", "to", "with", "for", "in", "by", "as", "from", "on"}:
        kept.pop()
    text = " ".join(kept).strip(" ,.;:'\"")
    return text[:1].upper() + text[1:]


def _auxiliary(clause: Clause, modality: Modality) -> list[str]:
    """The modal and the "not" that the label needs; a denial in its own words ("unlikely", "no") says itself."""
    modal = _MODALS[modality]
    denied = clause.negated_from_above or bool(clause.head.kids("neg")) or clause.reject_of is not None
    if denied and not modal and any(a.lower in {"can", "ca"} for a in clause.head.kids("aux")):
        return ["cannot"]
    return [w for w in (modal, "not" if denied else "") if w]


def _amount_first(clause: Clause, quantities: tuple[Quantity, ...]) -> list[str]:
    """The amount and what was done with it, where it is an argument of the predicate."""
    head = clause.head
    counted = [q for q in quantities if q.unit is not None]
    inside = {id(n) for n in clause.own}
    for child in [head, *head.children]:
        if id(child) not in inside:
            continue
        hit = next(
            (q for q in counted if any(q.start <= n.start < q.end for n in (child, *child.children))), None
        )
        if hit is None or child.dep not in {"dobj", "nsubj", "nsubjpass", "attr", "ROOT", "npadvmod"}:
            continue
        money = re.fullmatch(r"[A-Z]{3}", hit.unit or "") is not None
        lead = [amount(hit)]
        if money and child.is_noun:
            lead += noun_words(child, {}, 3)
        elif money or (not money and hit.unit in {"%", "pp", "times"}):
            lead += measured_words(hit)
        done = outcome_words(clause, is_object=child.dep in {"dobj", "nsubjpass"})
        return [w for part in lead for w in part.split()][: _MAX_WORDS - len(done)] + done
    return []


def _predication(clause: Clause, names: Names, auxiliary: list[str]) -> list[str]:
    head = clause.head
    subject = subject_node(clause)
    if clause.kind in {"apposition", "insertion"} and not head.is_verb:
        return [*noun_words(subject, names, 2), *noun_words(head, names, 3)]
    complement = head.kid("acomp", "attr", "oprd")
    if complement is not None and head.lemma in COPULAS:
        if complement.lower in cues().polarity.negative_predicates | cues().modality.predicted_frames:
            inner = complement.kid("xcomp")
            return [
                *noun_words(subject, names, 2),
                complement.lower,
                *(["to", inner.lemma] if inner is not None else []),
            ]
        linking = ["be"] if auxiliary and auxiliary[0] in {"will", "may", "must", "would"} else []
        return [*noun_words(subject, names, 2), *auxiliary, *linking, *complement_words(complement, names)]
    if head.lemma == "be":
        return [*noun_words(subject, names, 3), *auxiliary, *words_after(head, names)]
    verb = content_verb(head)
    if verb is head and head.kids("auxpass"):
        linking = ["be"] if auxiliary else []
        return [*noun_words(subject, names, 3), *auxiliary, *linking, head.lower, *words_after(head, names)]
    obj = verb.kid("dobj")
    if obj is not None and verb is head and not auxiliary and _reads_from_object(head, obj, names):
        return [*noun_words(obj, names, 3), past_participle(head.lemma)]
    action = _action(clause, verb, subject, bare=bool(auxiliary))
    rest = noun_words(obj, names, 2) if obj is not None and not is_amount(obj) else words_after(verb, names)
    return [*noun_words(subject, names, 2), *auxiliary, action, *rest]


def _action(clause: Clause, verb: Node, subject: Node | None, *, bare: bool) -> str:
    if bare:
        return verb.lemma
    if clause.head is not verb:
        return f"to {verb.lemma}"
    swap = clause.swap.get(id(verb))
    if swap and isinstance(swap[0], str) and len(swap) == 1 and " " not in swap[0]:
        return swap[0]
    if verb.tag == "VB":
        return present(verb.lemma, plural=subject is not None and subject.tag in {"NNS", "NNPS"})
    return verb.lower


def _reads_from_object(head: Node, obj: Node, names: Names) -> bool:
    """Past transitive verbs read best from their object ("aid suspended"), unless that is a pronoun."""
    if head.tag not in {"VBD", "VBN"} or is_amount(obj) or names.get(id(obj)) or obj.kid("poss") is not None:
        return False
    return head.lemma not in cues().attribution.verbs | {
        "have",
        "see",
        "need",
        "want",
        "face",
        "make",
        "take",
    } and obj.tag not in {"PRP", "WDT", "WP"}
