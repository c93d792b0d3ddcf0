"""What follows the verb in a label: objects, complements, one closing phrase, an amount and its fate.

Everything is offered in whole phrases; what a verb can do without is offered
beside nothing at all.
"""

from claimkb.extract.clauses import Clause
from claimkb.extract.inflect import past_participle
from claimkb.extract.label_choice import NOTHING, Part, Slot, joined, part
from claimkb.extract.label_nouns import noun_parts
from claimkb.extract.label_tails import (
    inner_clause,
    is_infinitive,
    manner,
    moved_by,
    prepositional,
    purpose,
    told,
    turns,
)
from claimkb.extract.label_words import Wording, figure
from claimkb.extract.tree import Node, is_amount
from claimkb.lexicon.labels import label_words
from claimkb.model import Quantity

_OBJECT, _AFTER, _EXTRA = 2.8, 2.0, 0.9
_YEAR = 4  # digits


def after(verb: Node, view: Wording, *, needed: bool = False) -> list[Slot]:
    """Object, second complement and one prepositional phrase of a verb."""
    objects = objects_of(verb, view)
    complement = verb.kid("oprd", "acomp", "attr")
    second = predicate_parts(complement, view) if complement is not None and view.shows(complement) else []
    worth = _EXTRA if objects else _AFTER
    worth += 1.4 if objects and verb.lemma in label_words().placing else 0.0
    worth += 2.0 if verb.lemma in label_words().prepositional and not objects else 0.0
    tail = prepositional(verb, view, worth)
    content = inner_clause(verb, view) if not objects and not second else []
    tail += [Part(c.words, c.worth + _AFTER) for c in content]
    if not objects and not second:
        tail += manner(verb, view)
        tail = tail or purpose(verb, view) or prepositional(verb, view, _AFTER, adjuncts=True)
    tail += turns(verb, view) + moved_by(verb, view)
    if objects and not second:
        tail += told(verb, view)
    given = verb.kid("dative")
    if objects and given is not None and given.is_noun and view.shows(given):
        objects = [
            Part((*g.words, *o.words), g.worth + o.worth)
            for g in noun_parts(given, view, 1.5)
            for o in objects
        ]
    return [s for s in (objects, second, tail if needed and tail else [*tail, NOTHING]) if s]


def objects_of(verb: Node, view: Wording) -> list[Part]:
    """The forms of a verb's object, of both where it has two."""
    obj = _shown(verb, view, "dobj")
    if obj is None:
        return []
    objects = noun_parts(obj, view, _OBJECT)
    second = [c for c in verb.kids("dobj") if c is not obj and view.shows(c)]
    if second and second[0].i > obj.i:  # "handed X a win"
        return [joined(a, b) for a in objects for b in noun_parts(second[0], view, 2.0)]
    return objects


def _shown(verb: Node, view: Wording, *deps: str) -> Node | None:
    """A dependent as far as the claim shows it: of coordinated amounts only one is there."""
    return next((n for child in verb.kids(*deps) if (n := _shown_member(child, view)) is not None), None)


def _shown_member(node: Node, view: Wording) -> Node | None:
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
    if node.is_noun or node.tag in {"CD", "$"}:
        parts = [*_among(node, view), *_restricted(node, view), *noun_parts(node, view, 3.0)]
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
        parts = [*_best_of(node, parts, view), *parts]
    hung = [*node.kids("xcomp", "acl", "relcl", "advcl"), *node.head.kids("xcomp", "advcl", "ccomp")]
    inner = next((n for n in hung if is_infinitive(n) and view.shows(n) and n.i > node.i), None)
    if inner is not None and inner.lemma != "be":
        objects = [*noun_parts(inner.kid("dobj"), view, 1.0), NOTHING]
        infinitive = [
            Part((*p.words, "to", inner.lemma, *o.words), p.worth + 1.5 + o.worth)
            for p in parts
            for o in objects
        ]
        return [*infinitive, *parts]
    content = [Part((*p.words, *c.words), p.worth + c.worth) for p in parts for c in _content(node, view)]
    return [*content, *_with_preposition(node, parts, view), *parts]


def _restricted(node: Node, view: Wording) -> list[Part]:
    """ "a state we have to win": a predicate noun with the clause that says which."""
    inner = node.kid("relcl")
    subject = inner.kid("nsubj") if inner is not None and view.shows(inner) else None
    if inner is None or subject is None or subject.tag in {"WDT", "WP"} or inner.kids("neg"):
        return []
    verb = inner.kid("xcomp") or inner
    between = ["to"] if verb is not inner else []
    modal = [c.text for c in inner.kids("aux", "auxpass")]
    nouns = noun_parts(subject, view, 1.0, tail=False)
    before = [inner.lower] if verb is not inner else []
    return [Part((node.text, *n.words, *modal, *before, *between, verb.text), 4.0 + n.worth) for n in nouns]


def _best_of(node: Node, parts: list[Part], view: Wording) -> list[Part]:
    """ "best since 2020", "worst in a decade": what a superlative is compared with."""
    found: list[Part] = []
    for prep in (*node.kids("prep"), *node.head.kids("prep")):
        noun = prep.kid("pobj")
        if (
            prep.lower in {"since", "in", "among"}
            and noun is not None
            and prep.i > node.i
            and view.shows(prep)
        ):
            compared = noun_parts(noun, view, 1.0, tail=False)
            compared += [part(1.0, c.text) for c in noun.kids("nummod") if len(c.text) == _YEAR]
            found += [
                Part((*p.words, prep.lower, *c.words), p.worth + c.worth) for p in parts for c in compared
            ]
    return found


def _among(node: Node, view: Wording) -> list[Part]:
    """ "one of its closest allies" is "among closest allies"."""
    if node.lower != "one":
        return []
    wholes = [p.kid("pobj") for p in node.kids("prep") if p.lower == "of"]
    return [Part(("among", *p.words), p.worth) for w in wholes for p in noun_parts(w, view, 4.0, tail=False)]


def _content(node: Node, view: Wording) -> list[Part]:
    """What is clear, possible or true: the clause after the adjective in its subject and verb."""
    if node.is_noun:
        return []
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


def amount_first(clause: Clause, view: Wording) -> list[Slot]:
    """ "$150B lost", "70,000 lives lost": an amount and what became of it."""
    head = clause.head
    if head.kids("prt") or head.kid("xcomp"):
        return []
    shown = [
        _shown(head, view, "dobj"),
        _shown(head, view, "nsubjpass"),
        None if head.is_verb else _shown_member(head, view),
    ]
    for child in shown:
        if child is None:
            continue
        counting = [child, *child.kids("nummod", "quantmod", "compound", "nmod")]
        hit = next(
            (q for n in counting if n.tag in {"CD", "$"} and (q := view.amount_at(n)) and q.unit), None
        )
        if hit is None:
            continue
        done = _outcome(clause, child)
        if not done and head.is_verb and head.lemma not in label_words().listing:
            continue
        lead = [
            p
            for p in noun_parts(child, view, 4.0, tail=False)
            if any(ch.isdigit() for w in p.words for ch in w)
        ]
        if not done:
            return [lead]
        place = _place(head, child, hit)
        if place is None:
            return [lead, [part(3.0, *done)]]
        plain = [part(4.0, figure(hit))]
        return [plain, [part(3.0, *done)], [p for p in prepositional(head, view, 1.0) if p.words[0] == place]]
    return []


def _place(verb: Node, amount: Node, quantity: Quantity) -> str | None:
    """The preposition of "invested $10 million in a mine", where what follows is no measure of the amount."""
    for prep in verb.kids("prep"):
        noun = prep.kid("pobj")
        if prep.i > amount.i and noun is not None and noun.text in (quantity.of or "").split():
            return prep.lower
    return None


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
