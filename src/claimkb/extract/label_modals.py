"""The modal and the denial that a label keeps: "may not", "cannot", "needn't", "would".

The claim's own word comes first ("should" is less than "must", "could" than "may").
"""

from claimkb.extract.clauses import Clause
from claimkb.extract.label_words import Wording
from claimkb.extract.tree import Node
from claimkb.model import Modality

MODALS = {
    Modality.PREDICTED: "will",
    Modality.POSSIBLE: "may",
    Modality.NORMATIVE: "must",
    Modality.CONDITIONAL: "would",
    Modality.ASSERTED: "",
}
_ABILITY = frozenset({"can", "ca", "could"})
_WEAKER = {w: w for w in ("can", "could", "may", "might")} | {"ca": "can"}
_OWN = {
    Modality.PREDICTED: {"would": "would", "'d": "would"},
    Modality.POSSIBLE: {w: w for w in ("could", "might", "may")},
    Modality.NORMATIVE: {"should": "should"},
    Modality.CONDITIONAL: _WEAKER,
    Modality.ASSERTED: {"would": "would", "'d": "would"},  # "it would be absurd to wait" is a judgement
}
_FUTURE = frozenset({"will", "wo", "'ll", "would", "shall"})
_SAID = {"would": "would", "'d": "would", "will": "will", "wo": "will"}
_NEEDS = frozenset({"need", "have", "require", "oblige"})
_SCOPING = frozenset(
    [
        *("just", "only", "merely", "simply", "solely", "purely", "necessarily", "always", "entirely"),
        *("fully", "completely", "wholly", "exactly", "quite"),
    ]
)
_NOT = frozenset({"not", "n't", "n’t"})


def denial(clause: Clause, head: Node, view: Wording) -> str:
    """The word that denies the predicate: "not", "never", or ""."""
    own = next((n for n in head.kids("neg") if view.shows(n)), None)
    if own is not None:
        return _scoped(own, clause) if own.lower in _NOT else own.lower
    return (
        "not"
        if view.denied or clause.negated_from_above or any("not" in p.split() for p in clause.prefix)
        else ""
    )


def _scoped(no: Node, clause: Clause) -> str:
    """ "not", or "not just": a denial with the word that it denies alone."""
    only = next((n.lower for n in clause.own if n.i == no.i + 1 and n.lower in _SCOPING), "")
    return f"not {only}" if only else "not"


def modal_words(clause: Clause, modality: Modality, view: Wording) -> list[str]:
    """The modal and the denial before a bare verb; empty where neither is said."""
    no = denial(clause, clause.head, view)
    modal = MODALS[modality]
    if no and modality is Modality.NORMATIVE and is_need(clause.head):
        return ["needn't"]
    able = any(a.lower in _ABILITY for a in (*clause.head.kids("aux"), *clause.governors))
    modal = _own_modal(clause, modality) or modal
    unsure = modality is Modality.PREDICTED and not any(a.lower in _FUTURE for a in clause.head.kids("aux"))
    if no and able and (modal in {"", "can"} or unsure):  # "could not be sure" foretells nothing
        return [_unable(clause)]
    if able and not modal and any(a.lower in {"can", "ca"} for a in clause.head.kids("aux")):
        modal = "can"
    if no and not modal:  # "would not tell" is more than "does not tell"
        modal = next((_SAID[a.lower] for a in clause.head.kids("aux") if a.lower in _SAID), "")
    return [w for w in (modal, no) if modal and w]


def _own_modal(clause: Clause, modality: Modality) -> str:
    """The clause's own modal: "could prompt, if P" is weaker than "would prompt"."""
    auxiliaries = (*clause.head.kids("aux"), *clause.governors)
    own = _OWN[modality]
    return next((own[a.lower] for a in auxiliaries if a.lower in own), "")


def _unable(clause: Clause) -> str:
    """ "cannot", or "couldn't" where the clause says "could not"."""
    auxiliaries = (*clause.head.kids("aux"), *clause.governors)
    return "couldn't" if any(a.lower == "could" for a in auxiliaries) else "cannot"


def is_need(head: Node) -> bool:
    """ "does not need to", "need not": what is not needed is not forbidden."""
    return head.lemma in _NEEDS or any(a.lemma == "need" for a in head.kids("aux"))
