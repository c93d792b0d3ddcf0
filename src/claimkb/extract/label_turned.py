"""Labels that begin with the object: "Aid suspended", "Landlords urged to cut rents".

A headline turns a clause where nobody worth naming does it, and where what
follows the object is the news.
"""

from claimkb.extract.clauses import Clause
from claimkb.extract.inflect import gerund, past, past_participle, present
from claimkb.extract.label_arguments import OBJECT, after, inner_clause
from claimkb.extract.label_choice import Part, Slot, part
from claimkb.extract.label_complements import predicate_parts
from claimkb.extract.label_heads import shown
from claimkb.extract.label_modals import denial, modal_words
from claimkb.extract.label_nouns import noun_parts
from claimkb.extract.label_words import Wording
from claimkb.extract.number import is_plural
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
    target = (
        subject_of(inner)
        if inner is not None and moved
        else shown(verb, view, "dobj") or view.objects.get(id(verb))
    )
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


def _is_told(verb: Node) -> bool:
    """Whether what follows a verb is what its object does, and its participle does not read as if it did that."""
    words = label_words()
    told = words.steering | words.advising | words.placing | words.taking | words.naming | words.perceiving
    return verb.lemma in told and verb.lemma not in words.reversible


def by_agent(clause: Clause, modality: Modality, view: Wording) -> list[Slot]:
    """ "Democrats would reject vote" for a passive that has no room for who does it; none without an agent."""
    verb = clause.head
    agent = next((a.kid("pobj") for a in verb.kids("agent") if view.shows(a)), None)
    target = subject_of(verb)
    if agent is None or target is None or not agent.is_noun or not verb.kids("auxpass") or clause.subject:
        return []
    if verb.kids("xcomp", "oprd", "dobj", "prt") or denial(clause, verb, view) or clause.prefix:
        return []
    words = modal_words(clause, modality, view)
    now = any(a.lower in {"is", "are"} for a in verb.kids("auxpass")) and not verb.kids("aux")
    said = verb.lemma if words else present(verb.lemma, plural=is_plural(agent)) if now else past(verb.lemma)
    return [
        noun_parts(agent, view, OBJECT, tail=False),
        [part(3.0, *words, said)],
        noun_parts(target, view, OBJECT),
    ]


def judged(clause: Clause, modality: Modality, view: Wording) -> list[Slot]:
    """ "Finding work is hard" for "it is hard to find work"; none without such an "it"."""
    verb = clause.head
    own, quality, deed = subject_of(verb), verb.kid("acomp"), verb.kid("xcomp")
    if own is None or own.lower != "it" or view.names.get(id(own)) or quality is None or deed is None:
        return []
    if (
        deed.tag != "VB"
        or deed.kids("auxpass", "neg", "mark", "nsubj")
        or not view.shows(deed)
        or deed.lemma == "be"
    ):
        return []
    words = modal_words(clause, modality, view)
    no = denial(clause, verb, view)
    link = [*words, "be"] if words else ["was" if verb.tag == "VBD" else "is", no]
    objects = noun_parts(deed.kid("dobj"), view, OBJECT, tail=False)
    if not objects:
        return []
    return [
        [Part((gerund(deed.lemma), *o.words), 3.0 + o.worth) for o in objects],
        [part(2.0, *link, quality.text)],
    ]


def raised(clause: Clause, view: Wording) -> list[Slot]:
    """ "Group appeared ill equipped" for "it appeared that the group was ill equipped"."""
    verb, told = clause.head, clause.head.kid("ccomp")
    own = subject_of(verb)
    if own is None or own.lower != "it" or view.names.get(id(own)) or told is None or not view.shows(told):
        return []
    subject = subject_of(told)
    if verb.tag not in {"VBD", "VBZ"} or verb.kids("aux", "neg") or subject is None or told.kids("neg"):
        return []
    if any(a.tag == "MD" for a in told.kids("aux")) or not told.is_verb:
        return []
    nouns = noun_parts(subject, view, OBJECT)
    how = [c.lower for c in told.kids("advmod") if c.lower in label_words().near_negators and c.i < told.i]
    if told.kids("auxpass"):
        return [nouns, [part(3.0, verb.lower, *how, told.lower)], *after(told, view)]
    if (quality := told.kid("acomp", "attr")) is not None:
        return [nouns, [part(2.0, verb.lower)], predicate_parts(quality, view)]
    return [nouns, [part(3.0, verb.lower, *how, "to", told.lemma)], *after(told, view)]


def endangered(clause: Clause, modality: Modality, view: Wording) -> list[Slot]:
    """ "Millions may be at risk" for what could put them there; none for another verb than "put"."""
    verb = clause.head
    target, prep = shown(verb, view, "dobj"), verb.kid("prep")
    words = modal_words(clause, modality, view)
    if verb.lemma != "put" or target is None or prep is None or not words or not view.shows(prep):
        return []
    noun = prep.kid("pobj")
    if noun is None or prep.lower not in {"at", "in", "under"} or prep.i < target.i:
        return []
    where = noun_parts(noun, view, 2.0, tail=False)
    return [
        noun_parts(target, view, OBJECT),
        [part(1.0, *words, "be")],
        [Part((prep.lower, *p.words), p.worth) for p in where],
    ]


_FRAMES = frozenset({"appear", "seem", "continue", "begin"})
_SWAPPED = 2  # pieces: more than another form of the verb
_QUESTIONS = [(w,) for w in ("whether", "if", "what", "who", "why", "when", "where")]


def _stated(inner: Part) -> Part:
    """What "shows how P" says: P."""
    return Part(inner.words[1:], inner.worth) if inner.words[0] == "how" else inner


def told_by(clause: Clause, modality: Modality, view: Wording) -> list[Slot]:
    """ "Documents: Berg met Ivers" for "court documents appear to show that Berg met Ivers"."""
    verb = clause.head
    below = verb.kid("xcomp") if verb.lemma in _FRAMES else None
    teller = below if below is not None else verb
    if teller.lemma not in label_words().reporting or modality is not Modality.ASSERTED:
        return []
    own = subject_of(verb)
    if own is None or not own.is_noun or clause.subject or denial(clause, verb, view) or teller.kids("neg"):
        return []
    nouns = noun_parts(own, view, OBJECT, tail=False)
    return [
        [Part((*p.words[:-1], f"{p.words[-1]}:"), p.worth) for p in nouns if p.words],
        [
            _stated(p)
            for p in inner_clause(teller, view)
            if len(p.words) > 1 and p.words[:1] not in _QUESTIONS
        ],
    ]


def _turns(clause: Clause, verb: Node, target: Node | None, view: Wording) -> bool:
    """Whether a verb can be told from its object."""
    if target is None or not view.shows(target):
        return False
    if not (target.is_noun or target.tag == "CD" or view.names.get(id(target))):
        return False
    if not verb.is_verb or (verb.kids("auxpass", "xcomp") and not verb.kids("dobj")):
        return False
    return (
        verb.lemma not in label_words().unturned
        and (not verb.kids("xcomp") or _is_told(verb))
        and clause.event is None
        and not clause.prefix
        and (len(clause.swap.get(id(verb), ())) < _SWAPPED or id(verb) in view.objects)
        and id(target) not in clause.swap
    )
