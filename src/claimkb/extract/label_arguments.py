"""What follows the verb in a label: objects, complements, phrases, a clause in few words.

Each is a slot: its forms, beside nothing at all. What a verb can do without
costs little to leave out; what it says nothing without costs more than a
missing subject, so that a shorter subject, or none, is chosen before a label
that breaks off. What is lost inside a clause counts less than the clause.
"""

from claimkb.extract.inflect import past_participle, present
from claimkb.extract.label_adverbs import adverb_slots
from claimkb.extract.label_choice import BROKEN, NOTHING, Part, Slot, joined, part, ranked
from claimkb.extract.label_complements import predicate_parts
from claimkb.extract.label_heads import shown
from claimkb.extract.label_inner import asking, base, governed, inner_subject, inner_verb, is_content
from claimkb.extract.label_needs import unsaid
from claimkb.extract.label_nouns import noun_parts
from claimkb.extract.label_phrases import Placed, is_infinitive, is_time, phrase_slots
from claimkb.extract.label_supplied import supplied
from claimkb.extract.label_words import Wording
from claimkb.extract.number import is_plural
from claimkb.extract.tree import Node, subject_of
from claimkb.lexicon.labels import label_words

OBJECT, _CLAUSE = 2.8, 2.0
_ROOM = 4  # words of a clause inside a label
_ASKED = frozenset({"why", "where", "when", "who"})  # "police couldn't say why"
_DOUBTED = frozenset({"if", "whether"})
_INSIDE = 0.45  # what a loss inside a clause counts for
_OBJECTLESS = -2.5  # "residents asked not to drink"


def after(verb: Node, view: Wording, *, needed: bool = False, passive: bool = False) -> list[Slot]:
    """What follows a verb; `passive` says that its object stands before it, `needed` that it says nothing alone."""
    if verb.lemma in label_words().supplying and (given := supplied(verb, view)):
        return given
    passive = passive or bool(verb.kids("auxpass"))
    objects = [] if verb.kids("auxpass") and verb.lemma not in label_words().giving else _objects(verb, view)
    if passive and objects:
        objects = [] if not verb.kids("auxpass") else objects
    complements = _complements(verb, view, alone=not objects)
    bare = not objects and not passive
    placed = [*objects, *complements]
    content = None if complements else _content(verb, view, done=not bare)
    if content is not None:
        placed.append((content[0], [*content[1], Part((), unsaid(verb, bare=bare))]))
    told = content is not None or bool(complements)
    phrases = phrase_slots(verb, view, bare=bare, aside=told)
    alone = not told and not phrases
    if not told:
        phrases += adverb_slots(verb, view, bare=bare, alone=alone)
        if alone and not objects:
            phrases += _following(verb, view)
    else:
        phrases += [p for p in adverb_slots(verb, view, bare=False, alone=False) if objects]
    if needed and phrases:
        first = min(i for i, _ in phrases)
        phrases = [(i, [p for p in slot if p.words] if i == first else slot) for i, slot in phrases]
    placed += phrases
    return [slot for _, slot in sorted(placed, key=lambda p: p[0])]


def _objects(verb: Node, view: Wording) -> list[Placed]:
    """The slot of a verb's object, or of whom and what ("handed X a win")."""
    obj = shown(verb, view, "dobj") or view.objects.get(id(verb))
    if obj is None or (is_time(obj) and any(c.lower in {"that", "this"} for c in obj.children)):
        return []  # "won that year" has no object
    objects = with_content(obj, noun_parts(obj, view, OBJECT), view)
    second = next((c for c in verb.kids("dobj") if c is not obj and c.i > obj.i and view.shows(c)), None)
    given = verb.kid("dative")
    if second is not None and not is_time(second):
        objects = [joined(a, b) for a in objects for b in noun_parts(second, view, 2.0)]
    elif given is not None and given.is_noun and view.shows(given):
        objects = [joined(g, o) for g in noun_parts(given, view, 1.5) for o in objects]
    return [(obj.i, objects)]


def objects_of(verb: Node, view: Wording) -> list[Part]:
    """The forms of a verb's object."""
    return next((list(slot) for _, slot in _objects(verb, view)), [])


def _complements(verb: Node, view: Wording, *, alone: bool) -> list[Placed]:
    """The slots of what a verb makes of its object or its subject ("held executives liable")."""
    node = verb.kid("oprd", "acomp", "attr")
    if node is None and verb.lemma in label_words().making and alone:  # "makes the plan a success"
        node = next((c for c in verb.kids("ccomp") if not c.is_verb and c.kids("nsubj")), None)
    if node is None or not view.shows(node):
        return []
    parts = predicate_parts(node, view)
    own = node.kid("nsubj")
    if own is not None and alone:
        parts = [joined(n, s) for n in noun_parts(own, view, OBJECT, tail=False) for s in parts]
    if not alone:
        parts = [*parts, Part((), BROKEN)]
    return [(node.i, parts), *clause_of(node, view)]


def clause_of(node: Node, view: Wording) -> list[Placed]:
    """The slot of the clause that a complement needs: "able to pay", "clear (that) the dam leaks"."""
    hung = [*node.kids("xcomp", "acl", "relcl", "advcl"), *node.head.kids("xcomp", "advcl", "ccomp")]
    inner = next((n for n in hung if is_infinitive(n) and view.shows(n) and n.i > node.i), None)
    if inner is not None and inner.lemma != "be" and not inner.kids("auxpass"):
        missing = 0.0 if node.is_noun else BROKEN  # "able", but to do what?
        return [(inner.i, [*_infinitive(inner, view, 1.5), Part((), missing)])]
    if node.is_noun or any(c.lower == "so" for c in node.kids("advmod")):
        return []  # "so vast (that) it is laughable"
    found = inner_clause(node, view) or inner_clause(node.head, view)
    own = subject_of(node.head)
    empty = own is not None and own.lower == "it"  # "it was unclear whether"
    return [(node.i + 1, [*found, part(-5.0 if empty else 0.0)])] if found else []


def _infinitive(verb: Node, view: Wording, worth: float) -> list[Part]:
    """ "to cut taxes", "not to go", in at most four words."""
    tried = verb.kid("xcomp") if verb.lemma == "try" and not verb.kids("neg") else None
    if tried is not None and is_infinitive(tried) and view.shows(tried):
        verb = tried  # "urged to try to cut fares"
    no = ["not"] if any(view.shows(n) for n in verb.kids("neg")) else []
    words, content = governed(verb, [*no, "to", *base(verb)], view)
    slots = _inside(content, view)
    if (
        len(slots) == 1
        and content.kids("dobj")
        and not content.kids("prt", "oprd", "acomp", "ccomp", "xcomp")
    ):
        lost = BROKEN if content.lemma in label_words().unfinished else _OBJECTLESS  # "pressed to force"
        slots = [[*slots[0], Part((), lost)]]
    return ranked([[part(worth, *words)], *slots], _ROOM)


def _inside(verb: Node, view: Wording) -> list[Slot]:
    """What follows the verb of a clause inside a label: what it lacks counts less than the clause."""
    return [
        [p if p.words or p.worth >= 0 else Part((), p.worth * _INSIDE) for p in slot]
        for slot in after(verb, view)
    ]


def _content(verb: Node, view: Wording, *, done: bool) -> tuple[int, list[Part]] | None:
    """The clause that is the news of a verb, with its place."""
    found = told(verb, view) if done else inner_clause(verb, view) or purpose(verb, view)
    if not found:
        return None
    inner = next(c for c in verb.kids("ccomp", "xcomp", "advcl") if c.i > verb.i)
    return inner.i, found


def with_content(noun: Node, parts: list[Part], view: Wording) -> list[Part]:
    """ "Evidence that the dam leaks" is "evidence dam leaks"; such a noun says little without its clause."""
    inner = next((c for c in noun.kids("acl", "ccomp", "relcl", "appos") if is_content(c, noun)), None)
    if inner is None or not view.shows(inner) or noun.lemma not in label_words().content_nouns:
        return parts
    said = _clause_words(inner, view)
    full = [Part((*p.words, *c.words), p.worth + c.worth) for p in parts for c in said]
    return [*full, *(Part(p.words, p.worth - 3.0) for p in parts)]


def inner_clause(verb: Node, view: Wording, *, subject: bool = True) -> list[Part]:
    """ "saw tensions escalate", "allows tenants to sue landlords": the clause a verb takes, in few words."""
    doubted = {"whether", "if"} if verb.kids("acomp") else {"whether"}  # "unclear if"
    asked = [c for c in verb.kids("advcl") if c.kids("nsubj", "nsubjpass") and asking(c) in doubted]
    inner = next(iter((*verb.kids("ccomp"), *asked)), None)
    if inner is None or not inner.is_verb or not view.shows(inner) or inner.i < verb.i:
        return []
    return _clause_words(inner, view, subject=subject)


def _clause_words(inner: Node, view: Wording, *, subject: bool = True) -> list[Part]:
    """A clause inside a label: its subject, its verb with what denies it, and what it needs."""
    own = inner_subject(inner)
    nouns = (noun_parts(own, view, 1.5, tail=False) if subject else []) or [NOTHING]
    many = None if own is None else next((c for c in own.kids("amod") if c.kids("advmod")), None)
    if own is not None and many is not None:
        counted = [c.lower for c in many.kids("advmod") if c.tag == "WRB"]  # "how many shots"
        nouns = [Part((*counted, many.lower, own.text), 2.0)] if counted else nouns
    lead = [part(0.0, asked)] if (asked := asking(inner)) else []
    verb_words, content = governed(inner, inner_verb(inner), view)
    verb = [part(_CLAUSE + 1.0, *verb_words)]
    if not verb_words:
        verb.append(part(_CLAUSE + 1.2, inner.lower))  # "view (that) dam is safe"
    if asked and inner.kids("auxpass") and "will" in verb_words:
        verb.append(part(_CLAUSE + 0.4, inner.lower))  # "unknown how long road closed"
    if asked in _DOUBTED and verb_words[:1] in (["would"], ["will"]) and len(verb_words) == 2:
        plural = own is not None and is_plural(own)  # "unclear whether bill sees vote"
        verb.append(part(_CLAUSE + 0.4, verb_words[1] if plural else present(verb_words[1], plural=False)))
    told = ranked([lead, nouns, verb, *_inside(content, view)], _ROOM)
    alone = next((p for p in (*lead, *nouns) if p.words and p.words[0] in _ASKED), None)
    return [*told, Part(alone.words[:2], 0.5)] if alone is not None else told


def told(verb: Node, view: Wording) -> list[Part]:
    """ "urged leaders to act", "kept rivals guessing": what the object of a verb is to do, or does."""
    purposeful = verb.lemma in label_words().steering or verb.lower in label_words().needy
    deps = ("xcomp", "advcl") if purposeful else ("xcomp",)
    inner = next(
        (
            c
            for c in verb.kids(*deps)
            if c.is_verb and view.shows(c) and c.i > verb.i and (c.tag != "VB" or is_infinitive(c))
            if c.dep == "xcomp" or not c.kids("nsubj", "nsubjpass", "mark")
            if c.tag != "VBG" or c.lemma not in label_words().reporting
        ),
        None,
    )
    if inner is None or inner.kids("mark"):
        return inner_clause(verb, view)
    if inner.tag == "VB" and not inner.kids("auxpass"):
        return _infinitive(inner, view, _CLAUSE)
    no = ["not"] if inner.kids("neg") else []
    words, content = governed(inner, [*no, inner.lower], view)
    return ranked([[part(_CLAUSE, *words)], *_inside(content, view)], _ROOM)


def asked_of(verb: Node, view: Wording) -> list[Part]:
    """The indirect question after "do not know": "where it came from", "how to cure it"."""
    inner = next((c for c in verb.kids("xcomp") if view.shows(c) and asking(c)), None)
    if inner is None:
        return inner_clause(verb, view) if any(asking(c) for c in verb.kids("ccomp")) else []
    return [Part((asking(inner), *p.words), p.worth) for p in _infinitive(inner, view, _CLAUSE)]


def purpose(verb: Node, view: Wording) -> list[Part]:
    """The infinitive after a verb that has nothing else ("looked to extend gains")."""
    later = (c for c in verb.kids("prep", "prt", "agent", "xcomp") if c.i > verb.i and view.shows(c))
    if any((noun := c.kid("pobj")) is None or noun.lemma not in label_words().asides for c in later):
        return []
    inner = next(
        (c for c in verb.kids("advcl", "ccomp") if is_infinitive(c) and view.shows(c) and c.i > verb.i), None
    )
    return _infinitive(inner, view, 1.0) if inner is not None and not inner.kids("auxpass") else []


def _following(verb: Node, view: Wording) -> list[Placed]:
    """ "came after workers died": the clause of time that is all the news of a thin verb."""
    for inner in verb.kids("advcl"):
        mark = inner.kid("mark")
        if mark is None or mark.lower not in {"after", "as", "before"} or not view.shows(inner):
            continue
        nouns = noun_parts(subject_of(inner), view, 1.5, tail=False) or [NOTHING]
        said = [part(_CLAUSE, mark.lower)]
        told = ranked([said, nouns, [part(1.0, *inner_verb(inner))], *_inside(inner, view)], _ROOM)
        obj = shown(inner, view, "dobj")
        if inner.tag == "VBD" and obj is not None and inner.lemma not in label_words().unturned:
            done = [part(1.0, past_participle(inner.lemma))]  # "after death announced"
            told += ranked([said, noun_parts(obj, view, 1.0, tail=False), done], _ROOM)
        lost = BROKEN if verb.lemma in label_words().thin else 0.0
        return [(mark.i, [*told, Part((), lost)])]
    return []
