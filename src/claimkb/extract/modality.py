"""How a claim is put forward: asserted, predicted, possible, normative or conditional.

The strongest qualification wins: a condition makes the whole claim
conditional, a norm outranks a possibility, a possibility a forecast. What a
modal says depends on its company: "could not" denies an ability, "must have
known" infers, "would have risen" tells of what did not happen.
"""

from functools import cache

from claimkb.extract.clauses import Clause
from claimkb.extract.conditions import conditional
from claimkb.extract.holders import agent_of
from claimkb.extract.modals import auxiliaries, infinitive, is_denied, is_perfect
from claimkb.extract.tree import Node, subject_of
from claimkb.lexicon.cues import cues
from claimkb.model import Modality


def modality(clause: Clause) -> tuple[Modality, tuple[str, ...]]:
    """The modality of a clause and the words that decided it."""
    head = clause.head
    for kind, test in _TESTS:
        words = test(clause, head)
        if words:
            return kind, tuple(words)
    aside = clause.kind in {"relative", "apposition", "insertion"}
    if clause.voice is not None and not aside and _is_forecast(clause.voice.cue):
        return Modality.PREDICTED, (clause.voice.cue,)
    return Modality.ASSERTED, ()


def _is_forecast(cue: str) -> bool:
    """Whether a verb or noun of saying makes a forecast of what it hands over, in any of its forms."""
    return cue in _forecasting_forms()


@cache
def _forecasting_forms() -> frozenset[str]:
    endings = ("", "s", "ed", "d", "ing", "es")
    stems = cues().modality.forecasting
    return frozenset(form + e for stem in stems for form in (stem, stem.removesuffix("e")) for e in endings)


def _normative(clause: Clause, head: Node) -> list[str]:
    words = cues().modality
    found = [
        a.text
        for a in auxiliaries(clause, head)
        if a.dep != "nsubj" and (a.lemma in words.normative_modals or a.lower in words.normative_modals)
    ]
    if head.tag == "VB":  # "had better leave", "they better leave"
        found += [c.text for c in head.kids("advmod") if c.lower == "better" and c.i < head.i]
    found += [p for pieces in clause.swap.values() for p in pieces if p == "should"]
    if found and is_perfect(head) and found[0].lower() == "must":
        return []  # "must have known" infers, it does not oblige
    if _is_front_condition(clause, head):
        return []
    duty = infinitive(head)
    if any(a.lower in words.possible_modals for a in auxiliaries(clause, head)):
        return found  # "may need to" says that a need is possible
    must = head.lemma in words.normative_verbs or _has_got(head)
    if duty is not None and must and _obliges(clause, head):
        found.append(head.text)
    if (
        duty is not None
        and head.tag == "VBN"
        and head.kids("auxpass")
        and head.lemma in words.normative_frames
    ):
        found.append(head.text)
    return found or _normative_predicate(head)


def _has_got(head: Node) -> bool:
    """ "have got to" is "have to"."""
    return head.lower == "got" and any(a.lower in {"have", "has", "'ve", "'s"} for a in head.kids("aux"))


def _is_front_condition(clause: Clause, head: Node) -> bool:
    """Whether the "should" of a sentence opens it in the place of "if"."""
    subject = subject_of(head)
    first = min(clause.own, key=lambda n: n.i, default=None)
    return first is not None and first.lower == "should" and subject is not None and first.head is not head


def _obliges(clause: Clause, head: Node) -> bool:
    """ "has to" obliges; "has yet to" does not; "had to" tells what happened, unless it is reported speech."""
    if head.tag == "VBG" or any(c.lower == "yet" for c in head.kids("advmod")):
        return False
    past = head.tag == "VBD" or head.lower == "had" or any(a.lower == "did" for a in head.kids("aux"))
    return not past or clause.voice is not None or head.lemma == "need"


def _normative_predicate(head: Node) -> list[str]:
    """ "It is essential to vaccinate", "it is important that hospitals hire"."""
    subject = subject_of(head)
    complement = head.kid("acomp")
    if head.lemma not in {"be", "become", "remain", "seem"} or subject is None or complement is None:
        return []
    if subject.lower != "it" or complement.lemma not in cues().modality.normative_predicates:
        return []
    duty = infinitive(head) or infinitive(complement) or head.kid("ccomp") or complement.kid("ccomp")
    return [complement.text] if duty is not None else []


def _possible(clause: Clause, head: Node) -> list[str]:
    words = cues().modality
    found = [a.text for a in auxiliaries(clause, head) if a.lower in words.possible_modals]
    if found == ["could"] and is_denied(clause, head):
        found = []  # "could not be saved" denies an ability
    if found == ["could"] and head.tag == "VBN" and head.lemma in {"see", "hear"} and head.kids("auxpass"):
        found = []  # "could be seen entering" tells what was seen
    found += [c.text for c in head.kids("advmod") if c.lower in words.possible_adverbs]
    found += [
        c.text
        for c in head.kids("acomp")
        if c.lower in words.possible_predicates and infinitive(head) is None and not is_denied(clause, head)
    ]
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
    return any(a.lower in cues().modality.predicted_modals for a in auxiliaries(clause, head))


def _would_not_tell(clause: Clause, head: Node) -> bool:
    """ "Police would not name the man": what they refused in the telling, not what they will do.

    In somebody's words it is a plan ("Lee said he would not comment"), unless it stands beside what had happened.
    """
    words = cues().attribution
    if head.lemma not in words.disclosing and head.lemma not in words.speaking:
        return False
    if not any(a.lower == "would" for a in head.kids("aux")) or not is_denied(clause, head):
        return False
    above = [head.head] if head.dep == "conj" else head.head.kids("ccomp") if head.dep == "ccomp" else []
    return clause.voice is None or any(v.tag == "VBD" for v in (*above, *head.kids("conj")))


def _would_be_judged(head: Node) -> bool:
    """ "It would be absurd to wait": whoever says so judges, and foretells nothing."""
    quality = head.kid("acomp") if head.lemma == "be" else None
    if quality is None or (infinitive(head) or infinitive(quality)) is None:
        return False
    subject = subject_of(head)
    would = any(a.lower in {"would", "'d"} for a in head.kids("aux"))
    return would and subject is not None and subject.lower == "it"


def _predicted(clause: Clause, head: Node) -> list[str]:
    words = cues().modality
    if _would_not_tell(clause, head) or _would_be_judged(head):
        return []
    found = [a.text for a in auxiliaries(clause, head) if a.lower in words.predicted_modals]
    found += [c.text for c in head.kids("advmod", "amod") if c.lower in words.predicted_adverbs]
    passive = head.tag == "VBN" and bool(head.kids("auxpass"))
    if head.kids("xcomp") and head.lemma in words.predicted_frames and (passive or _is_going(head)):
        found.append(head.text)
    if passive and head.lemma in words.forecasting and not head.kids("xcomp", "ccomp") and not agent_of(head):
        found.append(head.text)  # "more rain is expected"
    found += [
        c.text
        for c in head.kids("acomp", "prep")
        if c.lower in words.predicted_frames
        and (c.dep == "acomp" or head.lemma == "be" or c.lower != "due")
        and (c.kids("xcomp", "ccomp", "prep") or c.lower in {"likely", "unlikely"})
        and (c.lower not in {"certain", "sure"} or c.kids("xcomp"))  # who is certain that P believes it
    ]
    return found or _is_to(head)


def _is_going(head: Node) -> bool:
    """ "is going to fall"; who "is going on to contrast" the plans, or went to see, does so."""
    return head.lower == "going" and not any(c.lower == "on" and c.i == head.i + 1 for c in head.children)


def _is_to(head: Node) -> list[str]:
    """ "The president is to visit Berlin"; not "the aim is to win", "it is hard to say", "who is to blame"."""
    if head.lemma != "be" or head.tag not in {"VBZ", "VBP", "VBD"} or head.kids("acomp", "attr"):
        return []
    subject, infinitive = head.kid("nsubj", "nsubjpass"), head.kid("xcomp")
    if subject is None or infinitive is None or not any(a.lower == "to" for a in infinitive.kids("aux")):
        return []
    if (
        infinitive.lemma == "blame"
        or subject.is_verb
        or subject.lower in {"it", "this", "that", "what", "all"}
    ):
        return []
    best = any(c.tag == "JJS" for c in subject.children)  # "the worst mistake is to wait"
    return [] if best or subject.lemma in cues().modality.purpose_nouns else ["is to"]


_TESTS = (
    (Modality.CONDITIONAL, conditional),
    (Modality.NORMATIVE, _normative),
    (Modality.POSSIBLE, _possible),
    (Modality.PREDICTED, _predicted),
)
