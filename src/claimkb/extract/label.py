"""The headline of a claim: at most five words, as an analyst would jot it down.

An amount that something was done to leads ("$150B lost"), else who does what
("Growth may slow"), or what was done to what where that says more ("Aid
suspended"). Negation and modality are never left out; articles are, and the
copula ("Minister unharmed").
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from claimkb.extract.clauses import Clause
from claimkb.extract.inflect import past_participle
from claimkb.extract.label_choice import MAX_WORDS, NOTHING, Part, Slot, choose, part
from claimkb.extract.label_verbs import complement_frame, denial, gerund, modal_words, verb_complex
from claimkb.extract.label_words import Wording, figure, measured_words, noun_parts
from claimkb.extract.tree import Node, descend, subject_of
from claimkb.lexicon.cues import cues
from claimkb.lexicon.labels import label_words
from claimkb.model import EntityMention, Modality, Polarity, Quantity

Names = Mapping[int, str]
_DENIALS = frozenset({"not", "no", "never", "cannot", "nothing", "nobody", "none", "without", "neither", "nor", "hardly"}) | (
    cues().polarity.negative_predicates
)
_PRONOUNS = frozenset({"it", "he", "she", "they", "this", "that", "these", "those", "we", "i", "you"})
_SUBJECT, _OBJECT, _AFTER, _EXTRA = 3.0, 2.8, 2.0, 0.9


def label_of(
    clause: Clause,
    quantities: tuple[Quantity, ...],
    polarity: Polarity,
    modality: Modality,
    names: Names,
    entities: Iterable[EntityMention] = (),
) -> str:
    """A label for a clause; `names` gives the words that stand for a node (pronouns resolved).

    `entities` are the document's, for the acronyms it introduces.
    """
    view = Wording(_inside(clause), names, quantities, acronyms(entities))
    text = ""
    if polarity is Polarity.AFFIRMED and modality is Modality.ASSERTED and not clause.template:
        text = _headline(_amount_first(clause, view))
    text = text or _headline(_predication(clause, modality, view))
    if polarity is Polarity.NEGATED and not denies(text):
        text = _headline(_predication(clause, modality, replace(view, denied=True)))
    return text


def denies(text: str) -> bool:
    """Whether a label says "no" in some word."""
    return any(w in _DENIALS or w.startswith(("fail", "refus", "den", "unable", "unlikely")) for w in text.lower().split())


def _headline(slots: list[Slot]) -> str:
    text = " ".join(choose([s for s in slots if s])).strip(" ,.;:'\"")
    return text[:1].upper() + text[1:]


def acronyms(entities: Iterable[EntityMention]) -> dict[str, str]:
    """The acronyms that a text uses for its own long names."""
    found: dict[str, str] = {}
    for mention in entities:
        initials = "".join(w[0] for w in mention.name.split() if w[:1].isupper())
        if re.fullmatch(r"[A-Z]{2,6}s?", mention.text) and mention.text == initials:
            found[mention.name] = mention.text
    return found


def _inside(clause: Clause) -> frozenset[int]:
    pieces = [n for swap in clause.swap.values() for n in swap if isinstance(n, Node)]
    shown = [*clause.own, *(clause.subject or ()), *pieces]
    shown += [n for n in clause.template if isinstance(n, Node)]
    gone = {k for k, swap in clause.swap.items() if not swap}
    return frozenset(id(n) for n in shown if id(n) not in gone)


def _predication(clause: Clause, modality: Modality, view: Wording) -> list[Slot]:
    head = clause.head
    if clause.template:
        return _completed(clause, modality, view)
    if not head.is_verb:
        return [_subject(clause, view), [part(1.0, *filter(None, [denial(clause, head, view)]))], _predicate(head, view)]
    frame = complement_frame(head)
    if head.lemma in label_words().copulas and frame is None and not head.kids("dobj"):
        return _copular(clause, modality, view)
    if frame is not None and modality is Modality.ASSERTED or (frame is not None and frame.lower == "unlikely"):
        inner = frame.kid("xcomp")
        assert inner is not None  # complement_frame saw it
        no = denial(clause, head, view)
        verb = [part(3.0, no, frame.lower, "to", inner.lemma)]
        return [_subject(clause, view), verb, *_after(inner, view)]
    subject_node = subject_of_clause(clause)
    plural = subject_node is not None and (
        subject_node.tag in {"NNS", "NNPS"} or bool(subject_node.kids("conj"))
    )
    verb = verb_complex(clause, modality, view, plural=plural)
    subject = _subject(clause, view)
    after = _after(verb.content, view)
    if verb.passive and verb.content is not head:
        return [subject, verb.forms, *after]
    turned = _from_object(clause, verb.content, modality, view)
    if turned and not subject:
        return turned
    return [subject, verb.forms, *after]


def _completed(clause: Clause, modality: Modality, view: Wording) -> list[Slot]:
    """A list item with the predicate, or the subject, of the sentence that introduces it."""
    nodes = [n for n in clause.template if isinstance(n, Node)]
    own = {id(n) for n in clause.own}
    item = noun_parts(top_node(clause.own), view, _SUBJECT)
    words = modal_words(clause, modality, view)
    verb = [part(3.0, *words, clause.head.lemma if words else clause.head.lower)]
    if nodes and id(nodes[0]) in own:
        return [item, verb, _objects(clause.head, view)]
    return [noun_parts(subject_of(clause.head), view, _SUBJECT), verb, item]


def _from_object(clause: Clause, verb: Node, modality: Modality, view: Wording) -> list[Slot]:
    """ "Aid suspended": what was done to the object, where there is no subject worth naming."""
    obj = verb.kid("dobj")
    if obj is None or modality is not Modality.ASSERTED or verb is not clause.head:
        return []
    if verb.tag not in {"VBD", "VBN"} or verb.lemma in label_words().active_only or denial(clause, verb, view):
        return []
    return [noun_parts(obj, view, _OBJECT), [part(3.0, past_participle(verb.lemma))]]


def _subject(clause: Clause, view: Wording) -> list[Part]:
    if clause.event is not None:
        return _event_subject(clause.event, view)
    node = subject_of_clause(clause)
    if node is None:
        return []
    if node.lower == "it" and not view.names.get(id(node)) and _is_empty_subject(clause.head):
        return []
    return noun_parts(node, view, _SUBJECT)


def _is_empty_subject(head: Node) -> bool:
    return head.lemma == "be" and head.kid("attr", "acomp") is not None and head.kid("ccomp", "xcomp", "advcl") is not None


def _event_subject(event: Clause, view: Wording) -> list[Part]:
    """An event as a subject: "slashed aid", "persisting accusations"; "this" where it has no such form."""
    head = event.head
    inner = Wording(_inside(event), view.names, view.quantities, view.short)
    obj, subject = head.kid("dobj"), subject_of_clause(event)
    if head.tag in {"VBD", "VBN"} and (obj is not None or head.kids("auxpass")) and not denial(event, head, inner):
        target = obj if obj is not None else subject
        if target is not None and (target.is_noun or inner.amount_at(target)) and head.lemma not in label_words().active_only:
            nouns = noun_parts(target, inner, _SUBJECT, tail=False)
            return [Part((past_participle(head.lemma), *n.words), n.worth) for n in nouns]
    if head.is_verb and obj is None and head.lemma not in label_words().copulas and not denial(event, head, inner):
        nouns = noun_parts(subject, inner, _SUBJECT, tail=False)
        if nouns and subject is not None and subject.is_noun and not head.kids("ccomp", "xcomp"):
            return [Part((gerund(head.lemma), *n.words), n.worth) for n in nouns]
    return [part(_SUBJECT, "this")]


def subject_of_clause(clause: Clause) -> Node | None:
    """The head of the subject a clause has or borrows."""
    if clause.subject:
        return top_node(clause.subject)
    if clause.event is not None:
        return None
    own = subject_of(clause.head)
    if own is None:
        return None
    swap = clause.swap.get(id(own))
    if swap:
        return top_node([p for p in swap if isinstance(p, Node)])
    return own


def top_node(nodes: Sequence[Node]) -> Node | None:
    """The node of a phrase whose head lies outside it."""
    inside = {id(n) for n in nodes}
    return next((n for n in nodes if (id(n.head) not in inside or n.head is n) and n.dep != "punct"), None)


def _copular(clause: Clause, modality: Modality, view: Wording) -> list[Slot]:
    head = clause.head
    auxiliary = modal_words(clause, modality, view)
    no = denial(clause, head, view)
    lead = [*auxiliary, "be" if head.lemma == "be" else head.lemma] if auxiliary else [no] if no else []
    if not auxiliary and head.lemma not in {"be", "remain", "become"}:
        lead = [no, head.lower]
    there = head.kid("expl")
    complement = next((c for c in head.kids("attr", "acomp", "oprd") if view.shows(c)), None)
    if there is not None and there.lower == "there":
        noun = complement or next((c for c in head.kids("nsubj") if c is not there), None)
        return [[part(1.0, *lead)] if auxiliary else [NOTHING], noun_parts(noun, view, 4.0), _adjuncts(head, view)]
    subject = _subject(clause, view)
    if complement is None:
        return [subject, [part(1.0, *lead)] if lead else [NOTHING], *_after(head, view, needed=True)]
    if complement.kids("relcl") and not subject:
        return _cleft(complement, clause, modality, view)
    return [subject, _link(head, lead, subject), _predicate(complement, view), _adjuncts(head, view)]


def _link(head: Node, lead: list[str], subject: list[Part]) -> list[Part]:
    """The copula: left out where space is short, kept after a pronoun."""
    if [w for w in lead if w]:
        return [part(2.0, *lead)]
    pronoun = any(p.words and p.words[0].lower() in _PRONOUNS for p in subject)
    said = part(0.3, head.lower) if head.lower not in {"be", "been", "being", "'s", "'re"} else part(0.3, "is")
    return [said] if pronoun else [said, NOTHING]


def _cleft(noun: Node, clause: Clause, modality: Modality, view: Wording) -> list[Slot]:
    """ "It is only X that can play a role": X is the subject."""
    inner = noun.kids("relcl")[0]
    only = [c.lower for c in clause.head.kids("advmod") if c.lower in {"only", "not"}][:1]
    subject = [Part((*only, *p.words), p.worth) for p in noun_parts(noun, view, _SUBJECT, tail=False)]
    made = Clause(inner, "main", [n for n in clause.own if n in set(descend(inner))])
    words = modal_words(made, modality, view)
    can = [a.lower for a in inner.kids("aux") if a.tag == "MD"][:1] if not words else []
    verb = [part(3.0, *words, *can, inner.lemma if words or can else inner.lower)]
    return [subject, verb, *_after(inner, view)]


def _predicate(node: Node, view: Wording) -> list[Part]:
    """A predicate noun or adjective with what it needs."""
    if node.is_noun or node.tag in {"CD", "$"}:
        parts = noun_parts(node, view, 3.0)
    else:
        before = [c.text for c in node.kids("advmod", "neg") if c.i < node.i and view.shows(c)]
        strong = [b for b in before if b.lower() in label_words().near_negators | {"not", "more", "most", "too", "least"}]
        parts = [part(3.2, *before, node.text), part(3.0, *strong, node.text)]
    inner = node.kid("xcomp", "acl", "relcl") or node.head.kid("xcomp")
    if inner is not None and inner.tag == "VB" and view.shows(inner):
        objects = noun_parts(inner.kid("dobj"), view, 1.0) or [NOTHING]
        infinitive = [Part((*p.words, "to", inner.lemma, *o.words), p.worth + 1.5 + o.worth) for p in parts for o in objects]
        return [*infinitive, *parts]
    return [*_with_preposition(node, parts, view), *parts]


def _with_preposition(node: Node, parts: list[Part], view: Wording) -> list[Part]:
    if node.is_noun:
        return []
    return [
        Part((*p.words, *t.words), p.worth + t.worth) for p in parts for t in _prepositional(node, view, 1.2) if t.words
    ]


def _after(verb: Node, view: Wording, *, needed: bool = False) -> list[Slot]:
    """Object, second complement and one prepositional phrase of a verb."""
    objects = _objects(verb, view)
    complement = verb.kid("oprd", "acomp", "attr")
    second = _predicate(complement, view) if complement is not None and view.shows(complement) else []
    worth = _EXTRA if objects else _AFTER
    tail = _prepositional(verb, view, worth)
    if not objects and not second and not tail:
        tail = _inner_clause(verb, view) or _prepositional(verb, view, _AFTER, adjuncts=True) or _manner(verb, view)
    return [s for s in (objects, second, tail if needed and tail else [*tail, NOTHING]) if s]


def _objects(verb: Node, view: Wording) -> list[Part]:
    obj = verb.kid("dobj")
    if obj is None or not view.shows(obj):
        return []
    return noun_parts(obj, view, _OBJECT)


def _inner_clause(verb: Node, view: Wording) -> list[Part]:
    """ "saw tensions escalate": the clause a verb takes, in its subject and verb."""
    inner = verb.kid("ccomp")
    if inner is None or not inner.is_verb or not view.shows(inner):
        return []
    subject = subject_of(inner)
    nouns = noun_parts(subject, view, 1.5, tail=False) or [NOTHING]
    return [Part((*n.words, inner.lower), n.worth + 1.0) for n in nouns]


def _manner(verb: Node, view: Wording) -> list[Part]:
    """The adverb after a verb that has nothing else ("thinks positively")."""
    adverbs = [c for c in verb.kids("advmod") if c.i > verb.i and view.shows(c) and not c.children]
    return [part(0.8, adverbs[0].text)] if adverbs else []


def _adjuncts(verb: Node, view: Wording) -> list[Part]:
    return [*_prepositional(verb, view, 0.6), NOTHING]


def _prepositional(verb: Node, view: Wording, worth: float, *, adjuncts: bool = False) -> list[Part]:
    """The prepositional phrases after a verb, in their forms; "as" and "by" phrases say most."""
    found: list[Part] = []
    strong = {"as", "by"} if verb.kids("dobj", "auxpass") else {"by"}
    for index, prep in enumerate(verb.kids("prep", "agent", "dative")):
        if prep.i < verb.i or not view.shows(prep) or (prep.lower in label_words().adjuncts and not adjuncts):
            continue
        noun = prep.kid("pobj")
        value = worth + (1.0 if prep.lower in strong else 0.0) - 0.2 * index
        if noun is not None and view.shows(noun):
            value -= 1.2 if _is_time(noun) else 0.0
            found += [Part((prep.lower, *p.words), p.worth) for p in noun_parts(noun, view, value) if p.words]
            continue
        gerund = prep.kid("pcomp")
        if gerund is not None and gerund.tag == "VBG" and view.shows(gerund):
            found += [Part((prep.lower, *p.words), p.worth) for p in noun_parts(gerund, view, value)]
    return found


def _is_time(noun: Node) -> bool:
    return noun.lemma.lower() in cues().pronouns.time_nouns or noun.tag == "CD"


def _amount_first(clause: Clause, view: Wording) -> list[Slot]:
    """ "$150B lost", "70,000 lives lost": an amount and what became of it."""
    head = clause.head
    for child in [head, *head.children]:
        if not view.shows(child) or child.dep not in {"dobj", "nsubjpass", "ROOT"} or child.is_verb:
            continue
        hit = next((q for n in (child, *child.children) if (q := view.amount_at(n)) and q.unit is not None), None)
        if hit is None:
            continue
        done = _outcome(clause, child)
        if not done and child is not head:
            continue
        lead = noun_parts(child, view, 4.0, tail=False)
        money = re.fullmatch(r"[A-Z]{3}", hit.unit or "") is not None
        if money and not child.is_noun:
            lead = [part(4.5, figure(hit), *measured_words(hit)), part(4.0, figure(hit))]
        return [lead, [part(3.0, *done)] if done else [NOTHING]]
    return []


def _outcome(clause: Clause, amount: Node) -> list[str]:
    """What became of an amount: "lost", "suspended"."""
    head = clause.head
    participle = next((c for c in amount.children if c.dep == "acl" and c.tag == "VBN"), None)
    if participle is not None:
        return [participle.lower]
    if not head.is_verb or head is amount:
        return []
    if amount.dep == "nsubjpass":
        return [head.lower]
    past = head.tag in {"VBD", "VBN"} and head.lemma not in label_words().active_only
    return [past_participle(head.lemma)] if past else []


__all__ = ["MAX_WORDS", "acronyms", "label_of"]
