"""Who or what a label is about: the subject a clause has or borrows, or the event that is its subject."""

from collections.abc import Mapping, Sequence

from claimkb.extract.clauses import Clause
from claimkb.extract.inflect import gerund, past_participle
from claimkb.extract.label_choice import Part, part
from claimkb.extract.label_modals import denial
from claimkb.extract.label_nouns import noun_parts
from claimkb.extract.label_phrases import is_infinitive
from claimkb.extract.label_words import Wording
from claimkb.extract.tree import Node, is_finite, subject_of
from claimkb.lexicon.labels import label_words

SUBJECT = 3.0
_WITH_OBJECT = 2  # pieces: the verb, and what it is done to
_PLACED = frozenset(
    [
        "pobj",
        "compound",
        "poss",
        "nmod",
        "npadvmod",
        "conj",
        "appos",
        "dobj",
        "attr",
        "amod",
        "dative",
        "oprd",
    ]
)
_EMPTY = frozenset({"be", "become", "remain", "seem", "appear"})  # "it remains unclear"
PRONOUNS = frozenset({"it", "he", "she", "they", "this", "that", "these", "those", "we", "i", "you"})


def subject_parts(clause: Clause, view: Wording) -> list[Part]:
    """The forms of a clause's subject; empty where it names none."""
    if clause.event is not None:
        return _event_subject(clause.event, view)
    node = subject_of_clause(clause)
    if node is None:
        return []
    if node.lower == "it" and not view.names.get(id(node)) and _is_empty_subject(clause.head):
        return []
    return noun_parts(node, view, SUBJECT)


def _is_empty_subject(head: Node) -> bool:
    complement = head.kid("attr", "acomp")
    if head.lemma not in _EMPTY or complement is None:
        return False
    hung = [
        *head.kids("ccomp", "xcomp", "advcl"),
        *complement.kids("xcomp", "acl", "relcl", "advcl", "ccomp"),
    ]
    asks = complement.tag.startswith("JJ")  # "it is unclear if"
    return any(is_infinitive(n) or n.dep == "ccomp" or (asks and _is_question(n)) for n in hung)


def _is_question(clause: Node) -> bool:
    mark = clause.kid("mark")
    return mark is not None and mark.lower in {"if", "whether"}


def _event_subject(event: Clause, view: Wording) -> list[Part]:
    """An event as a subject: "slashed aid", "persisting accusations"; "this" where it has no such form."""
    head = event.head
    inner = Wording(shown_ids(event), view.names, view.quantities, view.short)
    obj, subject = head.kid("dobj"), subject_of_clause(event)
    if (
        head.tag in {"VBD", "VBN"}
        and (obj is not None or head.kids("auxpass"))
        and not denial(event, head, inner)
    ):
        target = obj if obj is not None else subject
        if (
            target is not None
            and (target.is_noun or inner.amount_at(target))
            and head.lemma not in label_words().active_only
        ):
            nouns = noun_parts(target, inner, SUBJECT, tail=False)
            return [Part((past_participle(head.lemma), *n.words), n.worth) for n in nouns]
    if (
        head.is_verb
        and obj is None
        and head.lemma not in label_words().copulas
        and not denial(event, head, inner)
    ):
        nouns = noun_parts(subject, inner, SUBJECT, tail=False)
        if nouns and subject is not None and subject.is_noun and not head.kids("ccomp", "xcomp"):
            return [Part((gerund(head.lemma), *n.words), n.worth) for n in nouns]
    return [part(SUBJECT, "this")]


def subject_of_clause(clause: Clause) -> Node | None:
    """The head of the subject a clause has or borrows."""
    if clause.subject:
        return top_node(clause.subject)
    if clause.event is not None:
        return None
    own = subject_of(clause.head) or ((clause.doubtful and _noun_before(clause)) or _stray(clause))
    if own is None:
        return None
    if own.kids("conj") and all(n is not own for n in clause.own):
        own = next((c for c in own.kids("conj") if any(n is c for n in clause.own)), own)  # the one shown
    if own.tag == "VBG" and (doer := own.kid("nsubj")) is not None:
        own = doer  # "rescuers sifting through houses have found"
    swap = clause.swap.get(id(own))
    if swap:
        return top_node([p for p in swap if isinstance(p, Node)])
    return own


def _stray(clause: Clause) -> Node | None:
    """A noun before a finite verb without a subject that is part of nothing else: the parser lost what it is."""
    verb = clause.head
    if verb.tag not in {"VBD", "VBZ"} or verb.kids("expl") or clause.template or clause.event is not None:
        return None
    before = [n for n in clause.own if n.i < verb.i and n.is_noun]
    return next((n for n in before if n.dep not in _PLACED), None)


def _noun_before(clause: Clause) -> Node | None:
    """The noun right before a finite verb whose subject the parser missed, or the first of those joined."""
    verb = clause.head
    if not verb.is_verb or not is_finite(verb):
        return None
    group = {verb.i, *(n.i for n in verb.kids("aux", "auxpass", "neg", "advmod") if n.i < verb.i)}
    first = verb.i
    while first - 1 in group:
        first -= 1
    found = next((n for n in clause.own if n.i == first - 1 and n.is_noun), None)
    while found is not None and found.dep == "conj" and found.head.i < found.i:
        found = found.head
    return found


def top_node(nodes: Sequence[Node]) -> Node | None:
    """The node of a phrase whose head lies outside it."""
    inside = {id(n) for n in nodes}
    return next((n for n in nodes if (id(n.head) not in inside or n.head is n) and n.dep != "punct"), None)


def shown_ids(clause: Clause) -> frozenset[int]:
    """The ids of the nodes that a claim shows."""
    pieces = [n for swap in clause.swap.values() for n in swap if isinstance(n, Node)]
    shown = [*clause.own, *(clause.subject or ()), *pieces]
    shown += [n for n in (*clause.template, *clause.appended) if isinstance(n, Node)]
    gone = {k for k, swap in clause.swap.items() if not swap}
    return frozenset(id(n) for n in shown if id(n) not in gone)


def owners_named(clause: Clause, names: Mapping[int, str]) -> Mapping[int, str]:
    """The names with whom a "whose" means, where the claim says it."""
    said: dict[int, str] = {}
    for node in clause.own:
        if node.tag == "WP$" and (pieces := clause.swap.get(id(node))):
            said[id(node)] = (
                " ".join(p if isinstance(p, str) else p.text for p in pieces).removesuffix("'s").strip(" '")
            )
    return {**names, **said} if said else names


def relative_objects(clause: Clause) -> dict[int, Node]:
    """By its verb, the noun that a relative word as object stands for ("rules that the court has put on hold")."""
    pieces = clause.swap.get(id(clause.head), ())
    if len(pieces) < _WITH_OBJECT or pieces[0] is not clause.head:
        return {}
    noun = top_node([p for p in pieces[1:] if isinstance(p, Node)])
    return {id(clause.head): noun} if noun is not None and noun.is_noun else {}
