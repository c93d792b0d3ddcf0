"""The frame of a claim: its predicate and arguments, as comparison will see them."""

from collections.abc import Callable
from dataclasses import replace

from claimkb.extract.clauses import Clause
from claimkb.extract.detach import is_past
from claimkb.extract.inflect import past
from claimkb.extract.tree import AUXILIARIES, Node, subject_of, subtree
from claimkb.lexicon.cues import cues
from claimkb.model import Argument, Frame

_CONTENT_TAGS = ("NN", "VB", "JJ", "RB", "CD")
_ROLES = {
    "nsubj": "subject",
    "nsubjpass": "subject",
    "csubj": "subject",
    "csubjpass": "subject",
    "dobj": "object",
    "dative": "dative",
    "attr": "complement",
    "acomp": "complement",
    "oprd": "complement",
    "xcomp": "clause",
    "ccomp": "clause",
    "advcl": "adverbial",
    "advmod": "adverb",
    "npadvmod": "adverb",
    "agent": "by",
}
Entities = Callable[[Node], tuple[str, ...]]


def frame_of(clause: Clause, entities: Entities, render: Callable[[list[Node]], str]) -> Frame:
    """The frame of a clause; a passive is turned round where its agent is said.

    `entities` gives the canonical names at a node, `render` the words of a phrase.
    """
    head = clause.head
    if clause.template:
        return _listed(clause, entities, render)
    kept = {id(n) for n in clause.own} | {id(n) for n in clause.front}
    passive = (
        bool(head.kids("auxpass"))
        or any(a.dep == "auxpass" for a in clause.governors)
        or _reduced_passive(clause)
    )
    arguments: list[Argument] = []
    borrowed = clause.subject
    if borrowed:
        arguments.append(_argument("subject", list(borrowed), entities, render))
    elif clause.event is not None:
        subject = subject_of(clause.event.head)
        if subject is not None:
            arguments.append(_argument("subject", subtree(subject), entities, render))
    for child in (clause.inner or head).children:
        role = _role(child)
        nodes = _argument_nodes(clause, child, kept)
        if role is not None and nodes and not (role == "subject" and borrowed):
            arguments.append(
                _argument(
                    role, nodes, entities, render, head=child if child.dep not in {"prep", "agent"} else None
                )
            )
    if clause.appended:
        nodes = [p for p in clause.appended if isinstance(p, Node)]
        if nodes:
            arguments.append(
                _argument("complement" if clause.kind == "apposition" else "in", nodes, entities, render)
            )
    if _is_turned(clause):
        described = [p for p in clause.appended if isinstance(p, Node)]
        arguments = [_argument("subject", clause.own, entities, render, head=head)]
        arguments.append(_argument("complement", described, entities, render))
    elif clause.kind in {"apposition", "insertion"} and not head.is_verb:
        arguments = [a for a in arguments if a.role == "subject"]
        arguments.append(_argument("complement", clause.own, entities, render, head=head))
    return Frame(
        _predicate(clause), tuple(_logical(arguments) if passive else arguments), _tense(clause), passive
    )


def _is_turned(clause: Clause) -> bool:
    """Whether an apposition is said with its name first: "Kelly is the commissioner" for "the commissioner, Kelly"."""
    return clause.kind == "apposition" and any(isinstance(p, Node) for p in clause.appended)


def _top(nodes: list[Node]) -> Node:
    """The head of a phrase."""
    inside = {id(n) for n in nodes}
    return next((n for n in nodes if id(n.head) not in inside or n.head is n), nodes[0])


def _listed(clause: Clause, entities: Entities, render: Callable[[list[Node]], str]) -> Frame:
    """The frame of a list item: the introduction's, with the item in the place of what it counts."""
    own = {id(n) for n in clause.own}
    shown = {id(p) for p in clause.template if isinstance(p, Node)} - own
    arguments = [_argument("item", clause.own, entities, render)]
    for child in clause.head.children:
        role = _role(child)
        nodes = [n for n in subtree(child) if id(n) in shown]
        if role is None:
            continue
        if nodes and child.dep not in {"nsubj", "nsubjpass"}:
            arguments.append(_argument(role, nodes, entities, render))
        elif not nodes:
            arguments[0] = replace(arguments[0], role=role)
    if arguments[0].role == "item":
        arguments[0] = replace(arguments[0], role="subject")
    return Frame(_predicate(clause), tuple(arguments), _tense(clause))


def _reduced_passive(clause: Clause) -> bool:
    swap = clause.swap.get(id(clause.head))
    return clause.head.tag == "VBN" and swap is not None and swap[0] in {"is", "are", "was", "were"}


def _role(child: Node) -> str | None:
    if child.dep == "prep":
        return child.lower
    return _ROLES.get(child.dep)


def _argument_nodes(clause: Clause, child: Node, kept: set[int]) -> list[Node]:
    nodes: list[Node] = []
    for node in subtree(child):
        swap = clause.swap.get(id(node))
        if swap is not None and id(node) in kept:
            nodes += [p for p in swap if isinstance(p, Node)]
        elif id(node) in kept:
            nodes.append(node)
    return nodes


def _argument(
    role: str,
    nodes: list[Node],
    entities: Entities,
    render: Callable[[list[Node]], str],
    head: Node | None = None,
) -> Argument:
    inside = {id(n) for n in nodes}
    top = head if head is not None and id(head) in inside else _top(nodes)
    if top.dep == "prep" and top.kid("pobj", "pcomp") is not None:
        top = top.kid("pobj", "pcomp") or top
    names: list[str] = []
    for node in nodes:
        if told := entities(node):
            names += [n for n in told if n not in names]
    return Argument(role, top.lemma, _terms(nodes), tuple(names), render(nodes))


def _terms(nodes: list[Node]) -> tuple[str, ...]:
    return tuple(
        n.lemma
        for n in nodes
        if n.tag.startswith(_CONTENT_TAGS)
        and n.dep not in AUXILIARIES
        and (n.text.isalnum() or any(c.isalnum() for c in n.text))
    )


def _predicate(clause: Clause) -> tuple[str, ...]:
    """The lemmas of the verb complex, governing verbs first, the copula with its complement."""
    head = clause.head
    if _is_turned(clause):
        return ("be", _top([p for p in clause.appended if isinstance(p, Node)]).lemma)
    if clause.kind in {"apposition", "insertion"} and not head.is_verb:
        return ("be", head.lemma)
    words = [head.lemma, *(p.lower for p in head.kids("prt"))]
    complement = head.kid("acomp", "attr", "oprd")
    if complement is not None and head.lemma in {"be", "remain", "become", "seem", "appear", "stay", "prove"}:
        words.append(complement.lemma)
        inner = complement.kid("xcomp")
        if inner is not None:
            words.append(inner.lemma)
    infinitive = clause.inner or head.kid("xcomp")
    while infinitive is not None and infinitive.is_verb and len(words) < 5:
        words.append(infinitive.lemma)
        infinitive = infinitive.kid("xcomp")
    return tuple(words)


def _logical(arguments: list[Argument]) -> list[Argument]:
    """A passive's arguments in their logical roles: the agent is the subject, the grammatical subject the object."""
    turned: list[Argument] = []
    for argument in arguments:
        role = {"by": "subject", "subject": "object"}.get(argument.role, argument.role)
        turned.append(Argument(role, argument.head, argument.terms, argument.entities, argument.text))
    return turned


def _tense(clause: Clause) -> str:
    head = clause.head
    modals = {a.lower for a in head.kids("aux")} | {a.lower for a in clause.governors}
    if modals & cues().modality.predicted_modals:
        return "future"
    swap = clause.swap.get(id(head))
    told = swap[0] if swap and isinstance(swap[0], str) else ""
    if is_past(head) or told in {"was", "were", "had", past(head.lemma)} - {head.lemma}:
        return "past"
    if any(a.lemma == "have" for a in head.kids("aux")):
        return "past"
    return "present" if head.is_verb or clause.prefix else ""


def predicate_nodes(clause: Clause) -> list[Node]:
    """The nodes of the verb group, for the `predicate` column."""
    kept = {id(n) for n in clause.own}
    head = clause.head
    nodes = [head, *(c for c in head.children if c.dep in AUXILIARIES or c.dep in {"neg", "prt"})]
    return sorted((n for n in nodes if id(n) in kept), key=lambda n: n.i)


def all_nodes(clause: Clause) -> list[Node]:
    """Every node a clause shows, borrowed ones included."""
    extra = [p for pieces in clause.swap.values() for p in pieces if isinstance(p, Node)]
    borrowed = [*clause.front, *(clause.subject or ()), *(p for p in clause.appended if isinstance(p, Node))]
    event = all_nodes(clause.event) if clause.event is not None else []
    return [*borrowed, *event, *clause.own, *extra]
