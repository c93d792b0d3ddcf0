"""The headline of a claim: at most five words, as an analyst would jot it down.

An amount that something was done to leads ("$150B lost"), else who does what
("Growth may slow"), or what was done to what where no subject is named ("Aid
suspended"). Negation and modality are never left out; articles are, and the
copula ("Minister unharmed").
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from operator import attrgetter

from claimkb.extract.clauses import Clause
from claimkb.extract.label_amounts import amount_first
from claimkb.extract.label_arguments import asked_of
from claimkb.extract.label_choice import MAX_WORDS, Part, Slot, choose, part, ranked
from claimkb.extract.label_fallback import keywords, topic, what_there_is
from claimkb.extract.label_form import LINKS, denies, flaws, headline
from claimkb.extract.label_modals import denial
from claimkb.extract.label_news import told_clause, unwrapped
from claimkb.extract.label_plan import plan_of
from claimkb.extract.label_shape import Index, by_word, hanging
from claimkb.extract.label_subjects import (
    PRONOUNS,
    owners_named,
    relative_objects,
    shown_ids,
    subject_of_clause,
)
from claimkb.extract.label_turned import by_agent, endangered, judged, raised, told_by, turned
from claimkb.extract.label_whole import brief
from claimkb.extract.label_words import NO_NAMES, TextNames, Wording
from claimkb.extract.realise import phrase
from claimkb.extract.tree import Node
from claimkb.lexicon.cues import cues
from claimkb.lexicon.labels import label_words
from claimkb.model import Modality, Polarity, Quantity

Names = Mapping[int, str]
_ARTICLES = frozenset({"the", "a", "an"})
_SUBJECTLESS = -7.9  # "Destined to fail": who, the reader has to guess
_OPEN = -1.5  # a pronoun that nothing is known of
_RAISED = 7.0  # "group appeared ill equipped" before "it appeared group ill equipped"
_TURNED = -0.5  # "Landlords urged to cut rents"
_TRIED = 6  # phrases of a plan
_WHOLE = 8.0  # what a headline is worth that surely breaks off nowhere
_worth = attrgetter("worth")


def label_of(
    clause: Clause,
    quantities: tuple[Quantity, ...],
    polarity: Polarity,
    modality: Modality,
    names: Names,
    known: TextNames = NO_NAMES,
    text: str = "",
    denials: Sequence[str] = (),
) -> str:
    """A label for a clause; `names` gives the words that stand for a node (pronouns resolved).

    `known` are the document's acronyms and long names, `text` is the claim as it is worded, `denials`
    are the words that deny it.
    """
    whole = text
    clause, modality = told_clause(unwrapped(clause), modality)
    if clause.swap:
        names = owners_named(clause, names)
    persons = known.persons | known.likely if _names_somebody(clause) else known.persons
    objects = relative_objects(clause) if clause.swap else {}
    view = Wording(
        shown_ids(clause), names, quantities, known.short, known.bodies, persons, known.likely, objects
    )
    text = ""
    if polarity is Polarity.AFFIRMED and modality is Modality.ASSERTED and not clause.template:
        text = _headline(amount_first(clause, view))
    if not text:
        text = _best(clause, modality, view)
        text = brief(whole, text, view) or text
    if len(text.split()) < 2:
        text = what_there_is(clause, view) or topic(clause, view)
    if len(text.split()) < 2:
        text = headline(
            view.shortened(" ".join(w for w in whole.split() if w.lower() not in _ARTICLES)).split()
        )
    if len(text.split()) < 2:
        text = _headline([[part(1.0, view.shortened(phrase(clause.own, names)))]]) or keywords(clause, view)
    if polarity is not Polarity.NEGATED or denies(text):
        return text
    said = frozenset(w for denial in denials for w in denial.lower().split())
    return text if _says(text, said) else _denied(text, clause, modality, view, said)


def _names_somebody(clause: Clause) -> bool:
    """Whether a clause says of somebody what he is: "Mamata Banerjee is chief minister"."""
    said = (
        clause.head.kid("attr") if clause.head.lemma == "be" else None if clause.head.is_verb else clause.head
    )
    return said is not None and said.lemma in cues().pronouns.person_nouns


def _says(text: str, words: frozenset[str]) -> bool:
    """Whether a headline has one of some words."""
    return any(w.strip(",:") in words for w in text.lower().split())


def _denied(text: str, clause: Clause, modality: Modality, view: Wording, no: frozenset[str]) -> str:
    """The label of a denied claim whose wording shows no denial.

    Never denied twice ("nobody was not hurt"), and never on another verb than the one that is denied: of "urged
    people not to go" nobody "did not urge". Only what is denied as a whole is denied at its main verb, and never
    what is denied by a word of its own (`no`: who "stopped short" did not "not stop short").
    """
    plain = _best(clause, modality, view)
    if denies(plain) or _says(plain, no):
        return plain
    denying = next((n for n in clause.own if view.shows(n) and (n.lower in no or denies(n.text))), None)
    if denying is not None and not denies(denying.text):
        return _at_denial(denying, clause, view, no)
    if denying is not None and denying.head is not clause.head and denying is not clause.head:
        return _at_denial(denying, clause, view, no) or f"No: {text}"
    text = _best(clause, modality, replace(view, denied=True)) or text
    if denies(text):
        return text
    said = _at_denial(denying, clause, view, no) if denying is not None else ""
    return said if denies(said) else f"Not: {' '.join(text.split()[: MAX_WORDS - 1])}"


def _at_denial(denying: Node, clause: Clause, view: Wording, no: frozenset[str]) -> str:
    """The headline of what is denied below the main verb: "people urged not to go", "not to go to rally"."""
    tried = [(p, " ".join(p.words)) for p in _candidates(clause, Modality.ASSERTED, view)]
    said = [p for p, text in tried if denies(text) or _says(text, no)]
    if said:
        return headline(max(said, key=_worth).words)
    modal = [a.i for a in denying.head.kids("aux") if a.i == denying.i - 1]
    first = modal[0] if modal else denying.i
    words = [view.shortened(n.text) for n in clause.own if n.i >= first and n.dep not in {"det", "punct"}]
    return headline(" ".join(words).split())


def _best(clause: Clause, modality: Modality, view: Wording) -> str:
    """The headline that says most in few words and reads well, among the ways to headline a clause."""
    found = _candidates(clause, modality, view)
    return headline(max(found, key=_worth).words) if found else ""


def _candidates(clause: Clause, modality: Modality, view: Wording) -> list[Part]:
    """The headlines of a clause with what each is worth."""
    slots = plan_of(clause, modality, view)
    index = by_word(clause.own, view)
    found = _readable(slots, 0.0, index, view)
    lacking = any(p.worth < 0 and not p.words for slot in slots for p in slot)
    open_ended = not found or (lacking and found[0].worth < _WHOLE) or _may_turn(clause.head)
    if slots and slots[0] and open_ended:
        found += _otherwise(clause, slots, modality, view, index)
    if (
        clause.head.lemma == "be"
        and clause.head.kid("acomp") is not None
        and clause.head.kid("xcomp") is not None
    ):
        found += _readable(judged(clause, modality, view), 0.0, index, view)
    if clause.head.lemma in {"appear", "seem"} and clause.head.kid("ccomp") is not None:
        found += _readable(raised(clause, view), _RAISED, index, view)
    return [*found, *_readable(_unknown(clause, view), _OPEN, index, view)]


def _may_turn(verb: Node) -> bool:
    """Whether a headline of a verb may read better from its object: what it is called, what it is told to do."""
    return verb.lemma in label_words().naming or (
        verb.kid("xcomp") is not None and verb.kid("dobj") is not None
    )


def _unknown(clause: Clause, view: Wording) -> list[Slot]:
    """ "We do not know where it came from": "Unknown where it came from"."""
    who = subject_of_clause(clause)
    open_subject = who is not None and who.lower in PRONOUNS and not view.names.get(id(who))  # also "it"
    if clause.head.lemma != "know" or not open_subject or denial(clause, clause.head, view) != "not":
        return []
    asked = asked_of(clause.head, view)
    return [[part(10.0, "unknown")], asked] if asked else []


def _otherwise(
    clause: Clause, slots: list[Slot], modality: Modality, view: Wording, index: Index
) -> list[Part]:
    """The headlines without the subject, and those that begin with the object, each with what it loses."""
    said = " ".join(w for p in slots[0] for w in p.words).lower()
    if denies(said) or "only" in said.split():
        return []  # "No argument should prevent it" says the opposite without its subject
    opening = [_without_link(p) for p in slots[1]] if len(slots) > 1 else []
    bare = _readable([opening, *slots[2:]], _OPEN if said in PRONOUNS else _SUBJECTLESS, index, view)
    found = bare + _readable(turned(clause, modality, view), _TURNED, index, view)
    if clause.head.kids("agent"):
        found += _readable(by_agent(clause, modality, view), _TURNED, index, view)
    if clause.head.kids("ccomp", "xcomp"):
        found += _readable(told_by(clause, modality, view), _TURNED, index, view)
    return found + _readable(endangered(clause, modality, view), _TURNED, index, view)


def _without_link(verb: Part) -> Part:
    """A verb without the "were" before it that only ties it to its subject."""
    return Part(verb.words[1:], verb.worth) if len(verb.words) > 1 and verb.words[0] in LINKS else verb


def _readable(slots: list[Slot], bonus: float, index: Index, view: Wording) -> list[Part]:
    """The best phrases of a plan, best first, less what they lose by how they read.

    How a phrase reads is looked at best first, and only as long as it can still change which is best: the others
    are left out.
    """
    found: list[Part] = []
    best = float("-inf")
    for p in ranked(slots)[:_TRIED]:
        if p.worth + bonus <= best:
            break
        if not p.words:
            continue
        worth = p.worth + bonus - flaws(p.words)
        if worth > best:
            worth -= hanging(p.words, index, view)
            best = max(best, worth)
        found.append(Part(p.words, worth))
    return sorted(found, key=_worth, reverse=True)


def _headline(slots: list[Slot]) -> str:
    return headline(choose(slots))
