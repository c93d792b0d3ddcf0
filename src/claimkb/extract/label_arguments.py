"""What follows the verb in a label: objects, complements, one closing phrase, a clause in few words.

Everything is offered in whole phrases. What a verb can do without is offered
beside nothing at all; what it says little without costs when it is left out,
so that a shorter subject, or none, is chosen before a label that breaks off.
"""

from claimkb.extract.inflect import past_participle
from claimkb.extract.label_attributes import among, best_of, far_from, restricted
from claimkb.extract.label_choice import BROKEN, NOTHING, Part, Slot, joined, part, ranked
from claimkb.extract.label_needs import lacking_after, unsaid
from claimkb.extract.label_nouns import noun_parts
from claimkb.extract.label_tails import (
    is_infinitive,
    manner,
    moved_by,
    prepositional,
    turns,
)
from claimkb.extract.label_words import Wording
from claimkb.extract.tree import Node, is_amount, subject_of
from claimkb.lexicon.labels import label_words

OBJECT, _AFTER, _EXTRA = 2.8, 2.0, 0.9
_ROOM = 4  # words of a clause inside a label, or of a predicate


def after(verb: Node, view: Wording, *, needed: bool = False, passive: bool = False) -> list[Slot]:
    """Object, second complement and one closing phrase of a verb; the object of a `passive` one stands before it."""
    objects = [] if passive else objects_of(verb, view)
    complement = verb.kid("oprd", "acomp", "attr")
    second = predicate_parts(complement, view) if complement is not None and view.shows(complement) else []
    if complement is not None and (own := complement.kid("nsubj")) is not None and not objects:
        second = [joined(n, s) for n in noun_parts(own, view, OBJECT, tail=False) for s in second]
    bare = not objects and not passive and not verb.kids("auxpass")
    content: list[Part] = []
    if not second:
        done = objects or passive or verb.kids("auxpass")
        content = told(verb, view) if done else inner_clause(verb, view)
    tail = _tail(verb, view, objects, bare=bare, plain=not second and not content)
    given = verb.kid("dative")
    if objects and given is not None and given.is_noun and view.shows(given):
        objects = [joined(g, o) for g in noun_parts(given, view, 1.5) for o in objects]
    if content:
        tail = [*content, *tail]
        lacking = unsaid(verb, bare=bare)
    else:
        lacking = lacking_after(verb, view, bare=bare)
    return [s for s in (objects, second, tail if needed and tail else [*tail, Part((), lacking)]) if s]


def _tail(verb: Node, view: Wording, objects: list[Part], *, bare: bool, plain: bool) -> list[Part]:
    """The closing phrases of a verb: prepositional, adverbial, an amount, a purpose."""
    words = label_words()
    worth = _EXTRA if objects else _AFTER
    worth += 1.4 if not bare and verb.lemma in words.placing | words.taking else 0.0
    worth += 1.0 if objects and verb.lemma in words.light else 0.0
    worth += 2.0 if verb.lemma in words.prepositional and not objects else 0.0
    tail = prepositional(verb, view, worth)
    if not objects and plain:
        tail += manner(verb, view)
        if not tail or verb.lemma in words.thin:
            tail += prepositional(verb, view, _AFTER, adjuncts=True) + _following(verb, view)
        tail = tail or purpose(verb, view)
    return tail + turns(verb, view) + moved_by(verb, view)


def objects_of(verb: Node, view: Wording) -> list[Part]:
    """The forms of a verb's object, of both where it has two; a passive verb has one only if it takes two."""
    obj = shown(verb, view, "dobj")
    if obj is None or (verb.kids("auxpass") and verb.lemma not in label_words().giving):
        return []
    objects = _with_content(obj, noun_parts(obj, view, OBJECT), view)
    second = [c for c in verb.kids("dobj") if c is not obj and view.shows(c)]
    if second and second[0].i > obj.i:  # "handed X a win"
        return [joined(a, b) for a in objects for b in noun_parts(second[0], view, 2.0)]
    return objects


def shown(verb: Node, view: Wording, *deps: str) -> Node | None:
    """A dependent as far as the claim shows it: of coordinated amounts only one is there."""
    return next((n for child in verb.kids(*deps) if (n := shown_member(child, view)) is not None), None)


def shown_member(node: Node, view: Wording) -> Node | None:
    """A noun, or the one of its conjuncts that the claim is about."""
    chain = [node]
    plain = node if (node.is_noun or node.tag == "CD") and view.shows(node) else None
    while chain:
        node = chain.pop(0)
        if view.shows(node) and (
            not is_amount(node) or any(view.amount_at(n) for n in (node, *node.children))
        ):
            return node
        chain += node.kids("conj")
    return plain


def predicate_parts(node: Node, view: Wording) -> list[Part]:
    """A predicate noun or adjective with what it needs."""
    if kept := far_from(node, view):
        return kept
    if node.is_noun or node.tag in {"CD", "$"}:
        named = _with_content(node, noun_parts(node, view, 3.0), view)
        parts = [*among(node, view), *restricted(node, view), *named]
    elif (amount := next((c for c in node.kids("npadvmod", "dobj") if view.amount_at(c)), None)) is not None:
        figure = noun_parts(amount, view, 1.0, tail=False)[-1].words[:1]
        parts = [Part((*figure, node.text) if amount.i < node.i else (node.text, *figure), 4.0)]
    else:
        before = [c.text for c in node.kids("advmod", "neg") if c.i < node.i and view.shows(c)]
        strong = [
            b
            for b in before
            if b.lower() in label_words().near_negators | {"not", "more", "most", "too", "least"}
        ]
        parts = [part(3.2, *before, node.text), part(3.0, *strong, node.text)]
        fellow = node.kid("conj")
        plain = not node.kids("neg") and not node.head.kids("neg")  # of "not A but B" only B is said
        if plain and fellow is not None and fellow.tag.startswith("JJ") and view.shows(fellow):
            denied = ["not"] if any(c.lower in {"not", "n't"} for c in fellow.children) else []
            parts.insert(0, part(4.0 if denied else 3.6, f"{node.text},", *denied, fellow.text))
    if node.tag == "JJS" or any(c.tag in {"JJS", "RBS"} for c in node.kids("amod", "advmod")):
        parts = [*best_of(node, parts, view), *parts]
    hung = [*node.kids("xcomp", "acl", "relcl", "advcl"), *node.head.kids("xcomp", "advcl", "ccomp")]
    inner = next((n for n in hung if is_infinitive(n) and view.shows(n) and n.i > node.i), None)
    if inner is not None and inner.lemma != "be":
        infinitives = ranked([[part(1.5, "to", *_base(inner))], *after(inner, view)], _ROOM)
        missing = 0.0 if node.is_noun else BROKEN  # "able", but to do what?
        return [
            *(joined(p, i) for p in parts for i in infinitives),
            *(Part((*p.words, "to", *_base(inner)), p.worth + missing / 2) for p in parts),
            *(Part(p.words, p.worth + missing) for p in parts),
        ]
    content = [Part((*p.words, *c.words), p.worth + c.worth) for p in parts for c in _content(node, view)]
    return [*content, *_with_preposition(node, parts, view), *parts]


def _with_content(noun: Node, parts: list[Part], view: Wording) -> list[Part]:
    """ "Evidence that the dam leaks" is "evidence dam leaks"; such a noun says little without its clause."""
    inner = next((c for c in noun.kids("acl", "ccomp", "relcl", "appos") if _is_content(c, noun)), None)
    if inner is None or not view.shows(inner) or noun.lemma not in label_words().content_nouns:
        return parts
    said = _clause_words(inner, view)
    full = [Part((*p.words, *c.words), p.worth + c.worth) for p in parts for c in said]
    return [*full, *(Part(p.words, p.worth - 3.0) for p in parts)]


def _is_content(clause: Node, noun: Node) -> bool:
    """Whether a clause after a noun tells what the noun is about ("the fear that prices rise")."""
    own = subject_of(clause)
    marked = any(c.lower == "that" and c.tag == "IN" for c in clause.children)
    return clause.is_verb and clause.i > noun.i and marked and own is not None and own.lower != "that"


def _content(node: Node, view: Wording) -> list[Part]:
    """What is clear, possible or true: the clause after the adjective in its subject and verb."""
    if node.is_noun or any(c.lower == "so" for c in node.kids("advmod")):
        return []  # "so vast (that) it is laughable"
    return inner_clause(node, view) or inner_clause(node.head, view)


def _with_preposition(node: Node, parts: list[Part], view: Wording) -> list[Part]:
    if node.is_noun or node.tag == "CD":
        return []
    return [
        Part((*p.words, *t.words), p.worth + t.worth)
        for p in parts
        for t in prepositional(node, view, 1.2)
        if t.words
    ]


def inner_clause(verb: Node, view: Wording, *, subject: bool = True) -> list[Part]:
    """ "saw tensions escalate", "allows tenants to sue landlords": the clause a verb takes, in few words."""
    inner = verb.kid("ccomp")
    if inner is None or not inner.is_verb or not view.shows(inner) or inner.i < verb.i:
        return []
    return _clause_words(inner, view, subject=subject)


def _clause_words(inner: Node, view: Wording, *, subject: bool = True) -> list[Part]:
    """A clause inside a label: its subject, its verb with what denies it, and what it needs."""
    nouns = (noun_parts(subject_of(inner), view, 1.5, tail=False) if subject else []) or [NOTHING]
    asked = (*inner.children, *(g for c in inner.kids("prep", "acomp", "attr", "dobj") for g in c.children))
    own = subject_of(inner)
    if (
        own is not None
        and (many := next((c for c in own.kids("amod") if c.kids("advmod")), None)) is not None
    ):
        counted = [c.lower for c in many.kids("advmod") if c.tag == "WRB"]  # "how many shots"
        nouns = [Part((*counted, many.lower, own.text), 2.0)] if counted else nouns
    opening = [c.lower for c in asked if c.tag in {"WRB", "WP"} or c.lower in {"whether", "if"}][:1]
    lead = [part(0.0, *opening)] if opening else []
    verb_words, content = _governed(inner, _inner_verb(inner), view)
    return ranked([lead, nouns, [part(_AFTER + 1.0, *verb_words)], *after(content, view)], _ROOM)


def _governed(verb: Node, words: list[str], view: Wording) -> tuple[list[str], Node]:
    """The words of a verb with the infinitive it governs ("attempt to remove"), and the verb below it."""
    inner = next((c for c in verb.kids("xcomp") if is_infinitive(c) and view.shows(c)), None)
    if inner is None or verb.kids("dobj"):
        return words, verb
    return [*words, "to", *_base(inner)], inner


def _inner_verb(inner: Node) -> list[str]:
    """The verb of an inner clause with what denies it and its modal; the copula is left out."""
    denying = [
        c.lower
        for c in inner.kids("neg", "advmod")
        if c.lower in label_words().near_negators or c.dep == "neg"
    ]
    no = ["not" if d in {"n't", "n’t"} else d for d in denying]
    if "longer" in no:
        no = ["no", "longer"]
    modal = [a.lower for a in inner.kids("aux") if a.tag == "MD"]
    support = next((a for a in inner.kids("aux") if a.lemma == "do"), None)
    if no == ["not"] and support is not None:
        return [f"{support.lower}n't", inner.lower]
    to = ["to"] if inner.tag == "VB" and any(a.lower == "to" for a in inner.kids("aux")) else []
    passive = ["be"] if (to or modal) and inner.kids("auxpass") else []
    if inner.lemma == "be" and inner.kid("acomp", "attr") is not None:
        return [*modal, *no, *(["be"] if modal else [])]
    return [*no, *to, *passive, inner.lower] if to else [*modal, *no, *passive, inner.lower]


def told(verb: Node, view: Wording) -> list[Part]:
    """ "urged leaders to act", "kept rivals guessing": what the object of a verb is to do, or does."""
    inner = next(
        (
            c
            for c in verb.kids("xcomp", "advcl" if verb.lemma in label_words().steering else "xcomp")
            if c.is_verb and view.shows(c) and c.i > verb.i and (c.tag != "VB" or is_infinitive(c))
        ),
        None,
    )
    if inner is None or inner.kids("mark"):
        return []
    words = ["to", *_base(inner)] if inner.tag == "VB" else [inner.lower]
    words, inner = _governed(inner, words, view)
    return ranked([[part(_AFTER, *words)], *after(inner, view)], _ROOM)


def purpose(verb: Node, view: Wording) -> list[Part]:
    """The infinitive after a verb that has nothing else ("looked to extend gains")."""
    inner = next(
        (c for c in verb.kids("advcl", "ccomp") if is_infinitive(c) and view.shows(c) and c.i > verb.i), None
    )
    if inner is None:
        return []
    return ranked([[part(1.0, "to", *_base(inner))], *after(inner, view)], _ROOM)


def _base(verb: Node) -> list[str]:
    """A verb's base form with its particle."""
    return [verb.lemma, *(c.lower for c in verb.kids("prt"))]


def _following(verb: Node, view: Wording) -> list[Part]:
    """ "came after workers died": the clause of time that is all the news of a thin verb."""
    for inner in verb.kids("advcl"):
        mark = inner.kid("mark")
        if mark is None or mark.lower not in {"after", "as", "before"} or not view.shows(inner):
            continue
        nouns = noun_parts(subject_of(inner), view, 1.5, tail=False) or [NOTHING]
        said = [part(_AFTER, mark.lower)]
        told = ranked([said, nouns, [part(1.0, *_inner_verb(inner))], *after(inner, view)], _ROOM)
        obj = shown(inner, view, "dobj")
        if inner.tag == "VBD" and obj is not None and inner.lemma not in label_words().unturned:
            done = [part(1.0, past_participle(inner.lemma))]  # "after death announced"
            told += ranked([said, noun_parts(obj, view, 1.0, tail=False), done], _ROOM)
        return told
    return []
