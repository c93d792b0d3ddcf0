"""The headline of a claim: at most five words, as an analyst would jot it down.

An amount that something was done to leads ("$150B lost"), else who does what
("Growth may slow"), or what was done to what where no subject is named ("Aid
suspended"). Negation and modality are never left out; articles are, and the
copula ("Minister unharmed").
"""

from collections.abc import Mapping
from dataclasses import replace
from operator import attrgetter

from claimkb.extract.clauses import Clause
from claimkb.extract.label_amounts import amount_first
from claimkb.extract.label_arguments import after, asked_of
from claimkb.extract.label_choice import BROKEN, MAX_WORDS, Part, Slot, choose, part, ranked
from claimkb.extract.label_form import LINKS, denies, flaws, headline
from claimkb.extract.label_items import item_slots
from claimkb.extract.label_modals import denial
from claimkb.extract.label_nouns import noun_parts
from claimkb.extract.label_predicates import copular, tied, told_of
from claimkb.extract.label_shape import hanging
from claimkb.extract.label_subjects import (
    PRONOUNS,
    SUBJECT,
    shown_ids,
    subject_of_clause,
    subject_parts,
    top_node,
)
from claimkb.extract.label_turned import from_object, turned
from claimkb.extract.label_verbs import complement_frame, verb_complex
from claimkb.extract.label_whole import brief
from claimkb.extract.label_words import NO_NAMES, TextNames, Wording
from claimkb.extract.realise import phrase
from claimkb.extract.tree import Node, is_finite, subject_of
from claimkb.lexicon.cues import cues
from claimkb.lexicon.labels import label_words
from claimkb.model import Modality, Polarity, Quantity

Names = Mapping[int, str]
_MODALITIES = {
    **dict.fromkeys(("will", "'ll"), Modality.PREDICTED),
    **dict.fromkeys(("may", "might", "could"), Modality.POSSIBLE),
    **dict.fromkeys(("must", "should"), Modality.NORMATIVE),
    **dict.fromkeys(("would", "'d"), Modality.CONDITIONAL),
}
_PLURAL = frozenset({"we", "they", "you", "i", "many", "some", "several", "few", "most", "both", "others"})
_SUBJECTLESS = -5.5  # "Destined to fail": who, the reader has to guess
_OPEN = -1.5  # a pronoun that nothing is known of
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
) -> str:
    """A label for a clause; `names` gives the words that stand for a node (pronouns resolved).

    `known` are the document's acronyms and long names, `text` is the claim as it is worded.
    """
    whole = text
    clause, modality = _told(_unwrapped(clause), modality)
    view = Wording(
        shown_ids(clause), names, quantities, known.short, known.bodies, known.persons, known.likely
    )
    text = ""
    if polarity is Polarity.AFFIRMED and modality is Modality.ASSERTED and not clause.template:
        text = _headline(amount_first(clause, view))
    if not text:
        text = _best(clause, modality, view)
        text = brief(whole, text, view) or text
    if len(text.split()) < 2:
        text = _topic(clause, view)
    if len(text.split()) < 2:
        text = _headline([[part(1.0, view.shortened(phrase(clause.own, names)))]]) or _keywords(clause, view)
    return text if polarity is not Polarity.NEGATED or denies(text) else _denied(text, clause, modality, view)


def _denied(text: str, clause: Clause, modality: Modality, view: Wording) -> str:
    """The label of a denied claim whose wording shows no denial.

    Never denied twice ("nobody was not hurt"), and never on another verb than the one that is denied: of "urged
    people not to go" nobody "did not urge". Only what is denied as a whole is denied at its main verb.
    """
    plain = _best(clause, modality, view)
    if denies(plain):
        return plain
    denying = next((n for n in clause.own if view.shows(n) and denies(n.text)), None)
    if denying is not None and denying.head is not clause.head and denying is not clause.head:
        return _at_denial(denying, clause, view) or f"No: {text}"
    text = _best(clause, modality, replace(view, denied=True)) or text
    return text if denies(text) else f"Not: {' '.join(text.split()[: MAX_WORDS - 1])}"


def _at_denial(denying: Node, clause: Clause, view: Wording) -> str:
    """The headline of what is denied below the main verb: "people urged not to go", "not to go to rally"."""
    said = [p for p in _candidates(clause, Modality.ASSERTED, view) if denies(" ".join(p.words))]
    if said:
        return headline(max(said, key=_worth).words)
    words = [view.shortened(n.text) for n in clause.own if n.i >= denying.i and n.dep not in {"det", "punct"}]
    return headline(" ".join(words).split())


def _unwrapped(clause: Clause) -> Clause:
    """ "It turns out that P" and "it is worth noting that P" by P, where P has a subject of its own."""
    head = clause.head
    subject = subject_of(head)
    modal = any(a.tag == "MD" for a in head.kids("aux"))
    if subject is None or subject.lower != "it" or head.kids("neg", "auxpass") or modal or clause.prefix:
        return clause
    quality = head.kid("acomp")
    if quality is not None and quality.lower in label_words().evident and not quality.kids("neg"):
        told = head.kid("ccomp") or quality.kid("ccomp")
        if told is not None and told.i > quality.i and _is_stated(told):
            return replace(clause, head=told, subject=None)
    if head.kids("aux"):
        return clause
    worth = next((c for c in head.kids("acomp") if c.lower == "worth"), None)
    holder = worth.kid("xcomp") if worth is not None and head.lemma == "be" else head
    content = holder.kid("ccomp") if holder is not None else None
    open_verb = worth is not None or head.lemma in label_words().presenting
    if content is None or not open_verb or not content.is_verb or subject_of(content) is None:
        return clause
    return replace(clause, head=content, subject=None)


def _is_stated(clause: Node) -> bool:
    """Whether a clause states something, with a subject of its own, and asks nothing."""
    asks = any(c.tag in {"WRB", "WP"} or c.lower in {"if", "whether"} for c in clause.children)
    return clause.is_verb and subject_of(clause) is not None and not asks


def _told(clause: Clause, modality: Modality) -> tuple[Clause, Modality]:
    """A doubtful clause by its first finite verb with a subject, where its root is none, and that verb's modality."""
    if not clause.doubtful or clause.template or _is_told(clause.head):
        return clause, modality
    verb = next((n for n in clause.own if _is_told(n)), None)
    if verb is None:
        return clause, modality
    told = next((_MODALITIES[a.lower] for a in verb.kids("aux") if a.lower in _MODALITIES), modality)
    return replace(clause, head=verb, subject=None), told


def _is_told(node: Node) -> bool:
    subject = subject_of(node)
    open_subject = subject is None or subject.tag in {"WP", "WDT", "EX"}
    return node.is_verb and is_finite(node) and not open_subject and node.dep not in {"relcl", "advcl"}


def _best(clause: Clause, modality: Modality, view: Wording) -> str:
    """The headline that says most in few words and reads well, among the ways to headline a clause."""
    found = _candidates(clause, modality, view)
    return headline(max(found, key=_worth).words) if found else ""


def _candidates(clause: Clause, modality: Modality, view: Wording) -> list[Part]:
    """The headlines of a clause with what each is worth."""
    slots = _predication(clause, modality, view)
    found = _readable(slots, 0.0, clause, view)
    lacking = any(p.worth < 0 and not p.words for slot in slots for p in slot)
    if slots and slots[0] and (not found or (lacking and found[0].worth < _WHOLE)):
        found += _otherwise(clause, slots, modality, view)
    return [*found, *_readable(_unknown(clause, view), _OPEN, clause, view)]


def _unknown(clause: Clause, view: Wording) -> list[Slot]:
    """ "We do not know where it came from": "Unknown where it came from"."""
    who = subject_of_clause(clause)
    open_subject = who is not None and who.lower in PRONOUNS and not view.names.get(id(who))
    if clause.head.lemma != "know" or not open_subject or denial(clause, clause.head, view) != "not":
        return []
    asked = asked_of(clause.head, view)
    return [[part(7.0, "unknown")], asked] if asked else []


def _otherwise(clause: Clause, slots: list[Slot], modality: Modality, view: Wording) -> list[Part]:
    """The headlines without the subject, and those that begin with the object, each with what it loses."""
    said = " ".join(w for p in slots[0] for w in p.words).lower()
    if denies(said) or "only" in said.split():
        return []  # "No argument should prevent it" says the opposite without its subject
    opening = [_without_link(p) for p in slots[1]] if len(slots) > 1 else []
    bare = _readable([opening, *slots[2:]], _OPEN if said in PRONOUNS else _SUBJECTLESS, clause, view)
    return bare + _readable(turned(clause, modality, view), _TURNED, clause, view)


def _without_link(verb: Part) -> Part:
    """A verb without the "were" before it that only ties it to its subject."""
    return Part(verb.words[1:], verb.worth) if len(verb.words) > 1 and verb.words[0] in LINKS else verb


def _readable(slots: list[Slot], bonus: float, clause: Clause, view: Wording) -> list[Part]:
    """The best phrases of a plan, best first, less what they lose by how they read."""
    found = [
        Part(p.words, p.worth + bonus - flaws(p.words) - hanging(p.words, clause.own, view))
        for p in ranked(slots)[:_TRIED]
        if p.words
    ]
    return sorted(found, key=_worth, reverse=True)


def _headline(slots: list[Slot]) -> str:
    return headline(choose(slots))


def _topic(clause: Clause, view: Wording) -> str:
    """What a clause speaks of, where its parse bears no headline: its fullest noun phrase."""
    nouns = [
        n for n in clause.own if n.is_noun and n.dep not in {"compound", "poss", "nmod"} and view.shows(n)
    ]
    best = [choose([noun_parts(n, view, 1.0)]) for n in nouns]
    return _headline([[part(1.0, *max(best, key=len))]]) if best else ""


def _keywords(clause: Clause, view: Wording) -> str:
    """The nouns of a clause in a row, where nothing else can be said of it in five words."""
    nouns = [n for n in clause.own if n.is_noun and n.dep not in {"compound", "poss", "nmod"}]
    words = list(dict.fromkeys(view.shortened(n.text) for n in nouns if view.shows(n)))[:3]
    words = words or [n.text for n in clause.own if n.dep not in {"punct", "det"}][:MAX_WORDS]
    text = ", ".join(words) if nouns else " ".join(words)
    return text[:1].upper() + text[1:]


def _predication(clause: Clause, modality: Modality, view: Wording) -> list[Slot]:
    head = clause.head
    if clause.template:
        return item_slots(clause, modality, view)
    described = top_node([n for n in clause.appended if isinstance(n, Node)])
    if described is not None and not head.is_verb:  # "the governor, Anna Berg," names whom it describes
        return [
            *tied(noun_parts(head, view, SUBJECT), [part(0.7, "is"), part(0.0)]),
            told_of(described, view),
        ]
    if not head.is_verb:
        no = denial(clause, head, view)
        return [*tied(subject_parts(clause, view), _apposed(clause, no)), told_of(head, view)]
    frame = complement_frame(head)
    planned = modality is Modality.PREDICTED and head.kids("xcomp") and not head.kids("attr", "acomp", "oprd")
    linked = (head.lemma == "be" and not planned) or head.kids("attr", "acomp", "oprd")
    if head.lemma in label_words().copulas and linked and frame is None and not head.kids("dobj"):
        return copular(clause, modality, view)
    if frame is not None and (modality is Modality.ASSERTED or frame.lower == "unlikely"):
        return _framed(clause, frame, view)
    subject_node = subject_of_clause(clause)
    plural = subject_node is not None and _is_plural(subject_node, view)
    subject = subject_parts(clause, view)
    if subject_node is not None and _needs_both(subject_node, head):
        subject = [p for p in subject if any(w.endswith(",") for w in p.words)] or subject
    if clause.event is not None and subject and subject[0].words[-1].endswith("s"):
        plural = subject[0].words[0] != "this"
    bound = (
        subject_node is not None and subject_node.lower in PRONOUNS and not view.names.get(id(subject_node))
    )
    person = subject_node is not None and _is_somebody(subject_node)
    verbs = verb_complex(clause, modality, view, plural=plural, bound=bound, person=person)
    done = [] if subject else from_object(clause, verbs.content, modality, view)
    if done:
        return done
    slots = after(_sharing(verbs.content, view), view)
    if verbs.content is not head and slots and verbs.content.kid("dobj") is not None:
        slots[0] = [*slots[0], Part((), BROKEN)]  # "hopes to soften" where no object fits
    return [subject, verbs.forms, *slots]


def _needs_both(subject: Node, verb: Node) -> bool:
    """Whether a verb is plural only because of what its subject is joined to: "Peru and Chile share a border"."""
    many = verb.tag == "VBP" or any(a.lower == "were" for a in verb.kids("auxpass"))
    return many and subject.tag in {"NN", "NNP"} and bool(subject.kids("conj"))


def _sharing(verb: Node, view: Wording) -> Node:
    """The verb that an object stands with: of "sold and closed its branch" the claim that it was sold has it too."""
    if verb.kids("dobj", "attr", "acomp", "oprd", "ccomp", "xcomp", "auxpass"):
        return verb
    for other in verb.kids("conj"):
        if not view.shows(other) and any(view.shows(o) for o in other.kids("dobj")):
            return other
    return verb


def _apposed(clause: Clause, no: str) -> list[Part]:
    """The copula of an apposition made a claim ("Anna Berg is 32"), with what denies it."""
    if no:
        return [part(1.0, no)]
    subject = subject_of_clause(clause)
    if subject is None:
        return [part(0.0)]
    last = clause.subject[-1] if clause.subject else subject  # "the half-brothers Andrew Lopez" is one
    return [part(0.7, "are" if last.tag in {"NNS", "NNPS"} else "is"), part(0.0)]


def _is_somebody(subject: Node) -> bool:
    """Whether a subject may be a person, who can both sue and be sued."""
    named = subject.tag == "NNP" and not subject.text.isupper()
    return named or subject.lemma in cues().pronouns.person_nouns or subject.lower == "police"


def _is_plural(subject: Node, view: Wording) -> bool:
    """Whether the verb of a label is plural; a speaker named in the place of "I" is not."""
    if view.names.get(id(subject)) and subject.lower in {"i", "you"}:
        return False
    counted = subject.lemma in label_words().collective or (subject.tag == "CD" and subject.lower != "one")
    if counted and any(p.lower == "of" and p.kid("pobj") is not None for p in subject.kids("prep")):
        return True  # "a group of lawmakers" is "lawmakers"
    many = subject.tag in {"NNS", "NNPS"} or subject.lower in _PLURAL
    return many or bool(subject.kids("conj"))


def _framed(clause: Clause, frame: Node, view: Wording) -> list[Slot]:
    """ "unlikely to revive", "unable to pay"."""
    inner = frame.kid("xcomp") or frame
    no = denial(clause, clause.head, view)
    said = ["cannot" if no else "can"] if frame.lower == "able" else [no, frame.lower, "to"]
    verb = [part(3.0, *said, inner.lemma)]
    return [subject_parts(clause, view), verb, *after(inner, view)]
