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
from claimkb.extract.label_words import Wording, noun_parts
from claimkb.extract.tree import Node, descend, subject_of
from claimkb.lexicon.cues import cues
from claimkb.lexicon.gazetteer import gazetteer
from claimkb.lexicon.labels import label_words
from claimkb.model import EntityMention, Modality, Polarity, Quantity

Names = Mapping[int, str]
_INNER = re.compile(r" (?:and|for|&) ")
_WHEN = frozenset({"again", "now", "then", "recently", "today", "yesterday", "tomorrow", "ago", "early", "late", "first", "also", "here", "there", "too", "instead"})
_TURNS = frozenset({"forward", "back", "ahead", "away", "down", "up", "out", "together", "apart", "backwards", "further"})
_DENIALS = frozenset({"not", "no", "never", "cannot", "nothing", "nobody", "none", "without", "neither", "nor", "hardly"}) | (
    cues().polarity.negative_predicates
)
_LISTING = frozenset({"include", "comprise", "involve", "total"})
_PRONOUNS = frozenset({"it", "he", "she", "they", "this", "that", "these", "those", "we", "i", "you"})
_SUBJECT, _OBJECT, _AFTER, _EXTRA = 3.0, 2.8, 2.0, 0.9


def label_of(
    clause: Clause,
    quantities: tuple[Quantity, ...],
    polarity: Polarity,
    modality: Modality,
    names: Names,
    entities: Sequence[EntityMention] = (),
) -> str:
    """A label for a clause; `names` gives the words that stand for a node (pronouns resolved).

    `entities` are the document's, for the acronyms it introduces.
    """
    bodies = [m for m in entities if m.kind == "organisation" and _INNER.search(m.text)]
    view = Wording(_inside(clause), names, quantities, acronyms(entities), bodies)
    text = ""
    if polarity is Polarity.AFFIRMED and modality is Modality.ASSERTED and not clause.template:
        text = _headline(_amount_first(clause, view))
    text = text or _headline(_predication(clause, modality, view))
    if len(text.split()) < 2:
        text = _topic(clause, view) or text
    if polarity is Polarity.NEGATED and not denies(text):
        text = _headline(_predication(clause, modality, replace(view, denied=True)))
    return text


def _topic(clause: Clause, view: Wording) -> str:
    """What a clause speaks of, where its parse bears no headline: its fullest noun phrase."""
    nouns = [n for n in clause.own if n.is_noun and n.dep not in {"compound", "poss", "nmod"} and view.shows(n)]
    best = [choose([noun_parts(n, view, 1.0)]) for n in nouns]
    return _headline([[part(1.0, *max(best, key=len))]]) if best else ""


def denies(text: str) -> bool:
    """Whether a label says "no" in some word."""
    return any(w in _DENIALS or w.endswith("n't") or w.startswith(("fail", "refus", "den", "unable", "unlikely")) for w in text.lower().split())


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
    linked = head.lemma == "be" or head.kids("attr", "acomp", "oprd")
    if head.lemma in label_words().copulas and linked and frame is None and not head.kids("dobj"):
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
    subject = _subject(clause, view)
    if clause.event is not None and subject and subject[0].words[-1].endswith("s"):
        plural = subject[0].words[0] != "this"
    bound = subject_node is not None and subject_node.lower in _PRONOUNS and not view.names.get(id(subject_node))
    verb = verb_complex(clause, modality, view, plural=plural, bound=bound)
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
    item = [_uncapitalised(p, clause.own[0]) for p in noun_parts(top_node(clause.own), view, _SUBJECT)]
    words = modal_words(clause, modality, view)
    verb = [part(3.0, *words, clause.head.lemma if words else clause.head.lower)]
    if nodes and id(nodes[0]) in own:
        return [item, verb, _objects(clause.head, view)]
    return [noun_parts(subject_of(clause.head), view, _SUBJECT), verb, item]


def _uncapitalised(words: Part, first: Node) -> Part:
    """A list item without the capital of its first word, unless that is a name's."""
    if not words.words or words.words[0] != first.text or first.tag in {"NNP", "NNPS"}:
        return words
    if first.text in gazetteer().places or first.text[1:].lower() != first.text[1:]:
        return words
    return Part((first.lower, *words.words[1:]), words.worth)


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
    complement = head.kid("attr", "acomp")
    if head.lemma != "be" or complement is None:
        return False
    hung = [*head.kids("ccomp", "xcomp", "advcl"), *complement.kids("xcomp", "acl", "relcl", "advcl", "ccomp")]
    return any(_is_infinitive(n) or n.dep == "ccomp" for n in hung)


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
        said = [part(1.0, *lead)] if auxiliary or no else [NOTHING]
        return [said, _predicate(noun, view) if noun is not None else [], _adjuncts(head, view)]
    subject = _subject(clause, view)
    content = head.kid("ccomp")
    if complement is None and content is not None and view.shows(content) and not lead:
        return [noun_parts(subject_of(content), view, _SUBJECT), [part(3.0, content.lower)], *_after(content, view)]
    if complement is None:
        return [subject, [part(1.0, *lead)] if lead else [NOTHING], *_after(head, view, needed=True)]
    told = _cleft_verb(complement, head)
    if told is not None:
        return _cleft(complement, told, clause, modality, view)
    return [subject, _link(head, lead, subject, complement), _predicate(complement, view), _adjuncts(head, view)]


def _link(head: Node, lead: list[str], subject: list[Part], complement: Node) -> list[Part]:
    """The copula: left out where space is short, kept after a pronoun."""
    if [w for w in lead if w]:
        return [part(2.0, *lead)]
    if not subject:
        return [NOTHING]
    if head.lower in {"are", "were"} and any(p.words and p.words[0].endswith("ing") for p in subject):
        return [NOTHING]
    pronoun = any(p.words and p.words[0].lower() in _PRONOUNS for p in subject)
    form = "is" if head.lower in {"be", "been", "being", "'s", "'re"} else head.lower
    said = part(0.8 if complement.is_noun else 0.3, form)
    return [said] if pronoun else [said, NOTHING]


def _cleft_verb(noun: Node, head: Node) -> Node | None:
    """The verb of "it is X that does"."""
    subject = subject_of(head)
    if subject is None or subject.lower != "it" or not noun.is_noun:
        return None
    for verb in (*noun.kids("relcl"), *head.kids("ccomp", "advcl")):
        own = subject_of(verb)
        if own is not None and own.tag in {"WDT", "WP"}:
            return verb
    return None


def _cleft(noun: Node, told: Node, clause: Clause, modality: Modality, view: Wording) -> list[Slot]:
    """ "It is only X that can play a role": X is the subject."""
    only = [c.lower for n in (clause.head, noun) for c in n.kids("advmod", "neg") if c.lower in {"only", "not"}][:1]
    subject = [Part((*only, *p.words), p.worth) for p in noun_parts(noun, view, _SUBJECT, tail=False)]
    subject = [p for p in subject if p.words[:2] != ("only", "only")]
    made = Clause(told, "main", list(clause.own))
    words = modal_words(made, modality, view)
    verb = [part(3.0, *words, told.lemma if words else told.lower)]
    return [subject, verb, *_after(told, view)]


def _predicate(node: Node, view: Wording) -> list[Part]:
    """A predicate noun or adjective with what it needs."""
    if node.is_noun or node.tag in {"CD", "$"}:
        parts = noun_parts(node, view, 3.0)
    elif (amount := next((c for c in node.kids("npadvmod", "dobj") if view.amount_at(c)), None)) is not None:
        parts = [Part((node.text, *a.words[:1]), 4.0) for a in noun_parts(amount, view, 1.0, tail=False)[-1:]]
    else:
        before = [c.text for c in node.kids("advmod", "neg") if c.i < node.i and view.shows(c)]
        strong = [b for b in before if b.lower() in label_words().near_negators | {"not", "more", "most", "too", "least"}]
        parts = [part(3.2, *before, node.text), part(3.0, *strong, node.text)]
    hung = [*node.kids("xcomp", "acl", "relcl", "advcl"), *node.head.kids("xcomp", "advcl", "ccomp")]
    inner = next((n for n in hung if _is_infinitive(n) and view.shows(n) and n.i > node.i), None)
    if inner is not None and inner.lemma != "be":
        objects = noun_parts(inner.kid("dobj"), view, 1.0) or [NOTHING]
        infinitive = [Part((*p.words, "to", inner.lemma, *o.words), p.worth + 1.5 + o.worth) for p in parts for o in objects]
        return [*infinitive, *parts]
    return [*_with_preposition(node, parts, view), *parts]


def _is_infinitive(node: Node) -> bool:
    return node.tag == "VB" and any(a.lower == "to" for a in node.kids("aux")) and not node.kids("nsubj", "auxpass")


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
    content = _inner_clause(verb, view) if not objects and not second else []
    tail += [Part(c.words, c.worth + _AFTER) for c in content]
    if not objects and not second:
        tail += _manner(verb, view)
        tail = tail or _purpose(verb, view) or _prepositional(verb, view, _AFTER, adjuncts=True)
    tail += _turns(verb, view)
    given = verb.kid("dative")
    if objects and given is not None and given.is_noun and view.shows(given):
        objects = [Part((*g.words, *o.words), g.worth + o.worth) for g in noun_parts(given, view, 1.5) for o in objects]
    return [s for s in (objects, second, tail if needed and tail else [*tail, NOTHING]) if s]


def _objects(verb: Node, view: Wording) -> list[Part]:
    obj = _shown(verb, view, "dobj")
    return noun_parts(obj, view, _OBJECT) if obj is not None else []


def _shown(verb: Node, view: Wording, *deps: str) -> Node | None:
    """A dependent as far as the claim shows it: of coordinated amounts only one is there."""
    for child in verb.kids(*deps):
        chain = [child]
        while chain:
            node = chain.pop(0)
            if view.shows(node):
                return node
            chain += node.kids("conj")
    return None


def _inner_clause(verb: Node, view: Wording) -> list[Part]:
    """ "saw tensions escalate": the clause a verb takes, in its subject and verb."""
    inner = verb.kid("ccomp")
    if inner is None or not inner.is_verb or not view.shows(inner):
        return []
    subject = subject_of(inner)
    nouns = noun_parts(subject, view, 1.5, tail=False) or [NOTHING]
    return [Part((*n.words, inner.lower), n.worth + 1.0) for n in nouns]


def _manner(verb: Node, view: Wording) -> list[Part]:
    """The amount or the adverb after a verb that has no object ("fell 6%", "thinks positively")."""
    after = [c for c in verb.children if c.i > verb.i and view.shows(c)]
    amounts = [c for c in after if c.dep == "npadvmod" and view.amount_at(c) and not _is_time(c)]
    adverbs = [c for c in after if c.dep == "advmod" and c.tag in {"RB", "RBR"} and c.lower not in _WHEN]
    found = [p for c in amounts for p in noun_parts(c, view, _AFTER + 1.0)]
    return [*found, *(part(1.2 if c.tag == "RBR" else 0.8, c.text) for c in adverbs[:1])]


def _purpose(verb: Node, view: Wording) -> list[Part]:
    """The infinitive after a verb that has nothing else ("looked to extend gains")."""
    inner = next((c for c in verb.kids("advcl", "ccomp") if _is_infinitive(c) and view.shows(c) and c.i > verb.i), None)
    if inner is None:
        return []
    objects = noun_parts(inner.kid("dobj"), view, 1.0) or [NOTHING]
    return [Part(("to", inner.lemma, *o.words), 1.0 + o.worth) for o in objects]


def _turns(verb: Node, view: Wording) -> list[Part]:
    """Where an action goes ("took a step forward")."""
    turns = [c for c in verb.kids("advmod") if c.lower in _TURNS and c.i > verb.i and view.shows(c)]
    return [part(1.2, turns[0].lower)] if turns else []


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
            if _is_time(noun) and prep.lower != "by":
                value = -0.1
            elif prep.lower in {"to", "by", "at"} and view.amount_at(noun) is not None:
                value += 0.8
            forms = [p for p in noun_parts(noun, view, value) if p.words]
            found += [Part((prep.lower, *p.words), value + 0.4 * (p.worth - value)) for p in forms]
            continue
        gerund = prep.kid("pcomp")
        if gerund is not None and gerund.tag == "VBG" and view.shows(gerund):
            found += [Part((prep.lower, *p.words), p.worth) for p in noun_parts(gerund, view, value)]
    return found


def _is_time(noun: Node) -> bool:
    return noun.lemma.lower() in cues().pronouns.time_nouns or re.fullmatch(r"(?:1[5-9]|20)\d\ds?", noun.text) is not None


def _amount_first(clause: Clause, view: Wording) -> list[Slot]:
    """ "$150B lost", "70,000 lives lost": an amount and what became of it."""
    head = clause.head
    if head.kids("prt") or head.kid("xcomp"):
        return []
    shown = [_shown(head, view, "dobj"), _shown(head, view, "nsubjpass"), None if head.is_verb else head]
    for child in shown:
        if child is None:
            continue
        counting = [child, *child.kids("nummod", "quantmod", "compound", "nmod")]
        hit = next((q for n in counting if n.tag in {"CD", "$"} and (q := view.amount_at(n)) and q.unit), None)
        if hit is None:
            continue
        done = _outcome(clause, child)
        if not done and child is not head and head.lemma not in _LISTING:
            continue
        lead = [p for p in noun_parts(child, view, 4.0, tail=False) if any(ch.isdigit() for w in p.words for ch in w)]
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
