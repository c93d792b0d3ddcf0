"""How a claim is put forward: asserted, predicted, possible, normative or conditional.

The strongest qualification wins: a condition makes the whole claim
conditional, a norm outranks a possibility, a possibility a forecast.
"""

from claimkb.extract.clauses import Clause
from claimkb.extract.tree import AUXILIARIES, Node
from claimkb.lexicon.cues import cues
from claimkb.model import Modality

_FORECAST_CUES = frozenset({"predict", "forecast", "project", "expect", "anticipate"})


def modality(clause: Clause) -> tuple[Modality, tuple[str, ...]]:
    """The modality of a clause and the words that decided it."""
    head = clause.head
    for kind, test in _TESTS:
        words = test(clause, head)
        if words:
            return kind, tuple(words)
    if clause.voice is not None and _cue_is_forecast(clause.voice.cue):
        return Modality.PREDICTED, (clause.voice.cue,)
    return Modality.ASSERTED, ()


def _cue_is_forecast(cue: str) -> bool:
    stem = cue.rstrip("s")
    return any(cue.startswith(f) or stem == f for f in _FORECAST_CUES) or cue.startswith(
        ("forecast", "prediction", "expectation", "projection")
    )


def _auxiliaries(clause: Clause, head: Node) -> list[Node]:
    own = list(head.kids(*AUXILIARIES))
    event = clause.event
    return (
        own
        + list(clause.governors)
        + (_auxiliaries(event, event.head) if event is not None and not own else [])
    )


def _conditional(clause: Clause, head: Node) -> list[str]:
    marks = cues().modality.conditional_marks
    inside = {id(n) for n in clause.own} | {id(n) for n in clause.front}
    for child in head.children:
        if child.dep != "advcl" or id(child) not in inside:
            continue
        found = [m.text for m in child.children if m.dep in {"mark", "advmod", "prep"} and m.lower in marks]
        inverted = (
            child.kids("aux")
            and child.kids("aux")[0].lower in {"should", "had", "were"}
            and _comes_first(child)
        )
        if found or inverted:
            return found or [child.kids("aux")[0].text]
    return [n.text for n in clause.front[:2] if n.lower in {"if", "unless"}]


def _comes_first(clause: Node) -> bool:
    subject = clause.kid("nsubj", "nsubjpass")
    return subject is not None and clause.kids("aux")[0].i < subject.i


def _normative(clause: Clause, head: Node) -> list[str]:
    words = cues().modality
    found = [
        a.text
        for a in _auxiliaries(clause, head)
        if a.lemma in words.normative_modals or a.lower in words.normative_modals
    ]
    infinitive = any(any(a.lower == "to" for a in x.kids("aux")) for x in head.kids("xcomp"))
    if infinitive and head.lemma in words.normative_verbs and head.tag != "VBG":
        found.append(head.text)
    if infinitive and head.tag == "VBN" and head.kids("auxpass") and head.lemma in words.normative_frames:
        found.append(head.text)
    return found


def _possible(clause: Clause, head: Node) -> list[str]:
    words = cues().modality
    found = [a.text for a in _auxiliaries(clause, head) if a.lower in words.possible_modals]
    found += [c.text for c in head.kids("advmod") if c.lower in words.possible_adverbs]
    if not found and clause.event is None:
        found += [
            c.text
            for c in head.kids("advmod")
            if c.lower in words.predicted_adverbs
            and head.tag in {"VBD", "VBN"}
            and not _has_future(clause, head)
        ]
    return found


def _has_future(clause: Clause, head: Node) -> bool:
    return any(a.lower in cues().modality.predicted_modals for a in _auxiliaries(clause, head))


def _predicted(clause: Clause, head: Node) -> list[str]:
    words = cues().modality
    found = [a.text for a in _auxiliaries(clause, head) if a.lower in words.predicted_modals]
    found += [c.text for c in head.kids("advmod", "amod") if c.lower in words.predicted_adverbs]
    infinitive = head.kids("xcomp")
    if (
        infinitive
        and head.lemma in words.predicted_frames
        and ((head.tag == "VBN" and head.kids("auxpass")) or head.lower == "going")
    ):
        found.append(head.text)
    found += [
        c.text
        for c in head.kids("acomp", "prep")
        if c.lower in words.predicted_frames
        and (c.kids("xcomp", "ccomp", "prep") or c.lower in {"likely", "unlikely"})
    ]
    if (
        head.lemma == "be"
        and any(any(a.lower == "to" for a in x.kids("aux")) for x in infinitive)
        and head.tag in {"VBZ", "VBP"}
    ):
        found.append("is to")
    return found


_TESTS = (
    (Modality.CONDITIONAL, _conditional),
    (Modality.NORMATIVE, _normative),
    (Modality.POSSIBLE, _possible),
    (Modality.PREDICTED, _predicted),
)
