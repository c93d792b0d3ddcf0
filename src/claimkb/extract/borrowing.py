"""What a clause borrows from the one it was cut from, and what is tidied where the cut was made.

Subjects, auxiliaries with their negation, and fronted adverbials are shared;
commas and conjunctions that only tied the parts together go.
"""

from collections.abc import Collection

from claimkb.extract.clauses import Clause
from claimkb.extract.detach import head_of
from claimkb.extract.inflect import is_participle
from claimkb.extract.inversion import in_statement_order
from claimkb.extract.number import is_plural
from claimkb.extract.timing import is_time
from claimkb.extract.tree import AUXILIARIES, Node, descend, left_edge, subject_of, subtree
from claimkb.lexicon.cues import cues

_PLACING = frozenset({"in", "near", "outside", "inside"})


def subject_nodes(clause: Clause) -> tuple[Node, ...] | None:
    """The subject phrase of a clause, borrowed or its own, relative words already replaced."""
    if clause.subject is not None:
        return clause.subject
    subject = subject_of(clause.head)
    if subject is None:
        return None
    kept = {id(n) for n in clause.own}
    nodes: list[Node] = []
    for node in subtree(subject):
        swap = clause.swap.get(id(node))
        if swap is not None:
            nodes.extend(piece for piece in swap if isinstance(piece, Node))
        elif id(node) in kept:
            nodes.append(node)
    while nodes and nodes[-1].text in {",", ";"}:
        nodes.pop()
    return tuple(nodes) or tuple(subtree(subject))


def doer(verb: Node, clause: Clause) -> tuple[Node, ...] | None:
    """ "was foiled by a warship, capturing 26 men": who does what a passive tells goes on doing; None elsewhere."""
    head = clause.head
    agent = head.kid("agent")
    noun = agent.kid("pobj") if agent is not None and head.kids("auxpass") else None
    active = verb.dep == "advcl" and verb.tag == "VBG" and verb.i > head.i and bool(verb.kids("dobj"))
    if (
        noun is None
        or not active
        or (verb.lemma in cues().clauses.undergoing or verb.lemma in cues().clauses.result_verbs)
    ):
        return None
    return tuple(n for n in subtree(noun) if n.i < verb.i)


def inherited_auxiliaries(node: Node, clause: Clause, idle: Collection[int]) -> tuple[tuple[Node, ...], bool]:
    """The auxiliaries (and "not") a conjunct shares with the verb it is joined to.

    "has not sought or found": a bare or past participle form without
    auxiliaries of its own is only licensed by those before it; a finite form
    stands by itself and shares no negation.
    """
    head = clause.head
    modal = any(a.tag == "MD" for a in [*head.kids("aux"), *clause.governors])
    bare = node.tag == "VB" or (modal and node.lower == node.lemma)
    perfect = (
        node.tag == "VBD" and any(a.lemma == "have" for a in head.kids("aux")) and is_participle(node.lower)
    )
    licensed = bare or perfect or node.tag in {"VBN", "VBG"}
    if subject_of(node) is not None or node.kids("aux") or not licensed:
        return (), False
    own = [a for a in head.children if a.dep in AUXILIARIES or a.dep == "neg"]
    if head.lemma == "be" and node.tag in {"VBN", "VBG"} and head.kid("acomp", "attr"):
        own.insert(0, head)  # "is vital and based on trust"
    but = next((c for c in reversed(node.head.kids("cc")) if c.i < node.i), None)
    if but is not None and but.lower == "but":
        own = [a for a in own if a.dep != "neg"]  # "not A, but B" denies A alone
    shared = tuple(a for a in own if id(a) not in idle) or clause.governors
    if node.kids("auxpass"):
        shared = tuple(a for a in shared if a.dep != "auxpass")
    negated = any(a.dep == "neg" for a in shared)
    return shared, negated


def shared_front(clause: Clause) -> tuple[Node, ...]:
    """The adverbials before the subject, which hold for all verbs that share it."""
    if clause.front:
        return clause.front
    subject = subject_of(clause.head)
    if subject is None:
        return ()
    left = left_edge(subject)
    kept = {id(n) for n in clause.own}
    fronted: list[Node] = []
    for child in clause.head.children:
        if child.i < left and child.dep in {"prep", "npadvmod", "advcl"}:
            fronted.extend(n for n in subtree(child) if id(n) in kept)
    return tuple(fronted)


def shared_rest(node: Node, clause: Clause) -> list[Node]:
    """ "was shot and killed in Hull on Sunday": what follows a tight pair of verbs holds for the first one too.

    Time and place do, and the object of a first verb that needs one ("bought and sold shares").
    """
    head = clause.head
    if head.tag == "MD" and node.kids("aux"):  # "cannot and will not condone": one verb for both
        whole = [node, *(n for c in node.children if c.i > node.i for n in descend(c))]
        return sorted(whole, key=lambda n: n.i)
    after = [c for c in head.children if c.i > head.i and c.dep not in {"cc", "conj", "punct"}]
    alike = node.tag == head.tag or (head.tag == "VBN" and node.tag == "VBD" and is_participle(node.lower))
    if after or node.i != head.i + 2 or not alike or not head.kids("cc"):
        return []
    passive = bool(head.kids("auxpass"))
    beside = [c for c in node.kids("prep", "npadvmod") if c.i > node.i]
    objects = node.kids("dobj") if not passive and head.lemma in cues().clauses.transitive else []
    placed = passive or head.tag == "VBG"  # "had been living and working in Hull"
    rest = [c for c in beside if objects or is_time(c) or (placed and c.lower in _PLACING)] + objects
    hung = [n for c in rest for n in descend(c) if n.dep in {"relcl", "appos", "advcl"}]
    return sorted((n for c in rest for n in subtree(c, hung)), key=lambda n: n.i)


def is_done_to_each_other(node: Node, subject: tuple[Node, ...] | None) -> bool:
    """ "can help us talk and listen to each other": one alone cannot, so the verb is joined to another one."""
    if not subject:
        return False
    mutual = any(n.lower == "other" and any(c.lower == "each" for c in n.children) for n in descend(node))
    return mutual and not is_plural(head_of(subject))


def lacks_object(clause: Clause) -> bool:
    """ "has hit and keeps hitting firms": the first verb needs an object, and has none but that of the second."""
    head = clause.head
    tight = any(c.i == head.i + 1 for c in head.kids("cc"))
    passive = head.kids("auxpass") or clause.prefix or any(a.dep == "auxpass" for a in clause.governors)
    wanting = head.lemma in cues().clauses.transitive and not head.kids("dobj", "ccomp", "xcomp", "dative")
    perfect = head.tag != "VBN" or any(a.lemma == "have" for a in head.kids("aux"))
    return tight and wanting and not passive and perfect


def closed_up(own: list[Node], gone: list[Node], head: Node) -> list[Node]:
    """`own` without the commas and conjunctions that only tied the detached parts to it."""
    if not gone:
        return own
    taken = {n.i for g in gone for n in descend(g)}
    marks = {n.i for n in own if n.text in {'"', "''"}}
    loose: set[int] = set()
    for node in own:
        beside = node.i + 1 in taken or node.i - 1 in taken or (node.i - 1 in marks and node.i - 2 in taken)
        if beside and (
            node.text in {",", ";", "—", "-", "--"} or (node.dep in {"cc", "preconj"} and node.i + 1 in taken)
        ):
            loose.add(node.i)
    for node in own:
        ties = node.dep in {"cc", "preconj"} or node.text in {",", ";"}
        if ties and node.i + 1 in loose:
            loose.add(node.i)
    joined = any(g.dep == "conj" and g.head is head for g in gone)
    if joined and not any(c.dep == "conj" and c not in gone for c in head.children):
        loose |= {c.i for c in head.children if c.dep in {"cc", "preconj"} and c.lower != "neither"}
    return [n for n in own if n.i not in loose]


def without_neither(clause: Clause) -> Clause:
    """ "Neither can A ignore us, nor can we ignore A": the correlative goes, its denial stays with the clause."""
    if clause.negated_from_above:
        clause.own = in_statement_order(clause.own, clause.head)
    correlative = next((n for n in clause.own[:3] if n.lower in {"neither", "nor"}), None)
    if correlative is None or any(n.lower == "nor" and n is not correlative for n in clause.own):
        return clause
    if correlative.dep == "nsubj" or (correlative.head.tag in {"NN", "NNS"} and correlative.dep == "det"):
        return clause
    clause.own = in_statement_order([n for n in clause.own if n is not correlative], clause.head)
    clause.negated_from_above = True
    return clause


def shared_condition(clause: Clause) -> tuple[Node, ...]:
    """The condition before a main clause, which holds for the clause joined to it too ("If P, Q and R")."""
    kept = {id(n) for n in clause.own}
    for child in clause.head.kids("advcl"):
        mark = child.kid("mark")
        if mark is not None and child.i < clause.head.i and mark.lower in cues().modality.conditional_marks:
            return tuple(n for n in subtree(child) if id(n) in kept)
    return ()


def gapped(made: Clause, first: Node) -> None:
    """ "Two men were killed and another wounded": the second passive takes the auxiliaries of the first."""
    verb, subject = made.head, subject_of(made.head)
    if subject is None or verb.kids(*AUXILIARIES) or not first.kids("auxpass"):
        return
    plural = is_plural(subject) or bool(subject.kids("conj"))
    agreed = {"has": ("has", "have"), "is": ("is", "are"), "was": ("was", "were")}
    forms = {form: pair for pair in agreed.values() for form in pair}
    words = [a.lower for a in first.kids(*AUXILIARIES)]
    made.replace(verb, *(forms[w][plural] if w in forms else w for w in words), verb)
