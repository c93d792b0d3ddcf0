"""Joined infinitives under one verb: "needs to sell the plan and tell more", "asked him to stay, pay and wait".

Each is what the governing verb says with it alone, so each becomes a claim
with the words from the auxiliaries to the first "to".
"""

from claimkb.extract.amounts import conjuncts
from claimkb.extract.clauses import Clause
from claimkb.extract.tree import Node, descend, subject_of, subtree


def joined_infinitive(node: Node, child: Node, head: Node) -> bool:
    """Whether `child` is a second infinitive under the verb that governs the first ("needs to A and B")."""
    if node.dep != "xcomp" or node.head is not head or child.tag != "VB" or node.tag != "VB":
        return False
    if not any(a.lower == "to" for a in node.kids("aux")):
        return False
    row = [node, *conjuncts(node)]
    ties = [c.lower for n in row for c in n.kids("cc")]
    alike = all(n.tag == "VB" and subject_of(n) is None and not n.kids("mark") for n in row[1:])
    return alike and "and" in ties and set(ties) == {"and"}


def infinitives_of(node: Node) -> list[tuple[Node, list[Node]]]:
    """A joined infinitive and those joined to it in turn, each with its own words."""
    row = [node, *conjuncts(node)]
    found: list[tuple[Node, list[Node]]] = []
    for verb in row:
        own = subtree(verb, [c for c in verb.children if c in row or c.dep == "cc"])
        while own and own[-1].dep == "punct" and own[-1].text in {",", ";"}:
            own.pop()
        found.append((verb, own))
    return found


def governing_words(clause: Clause, infinitive: Node) -> tuple[str, ...]:
    """The words from the auxiliaries of a clause to the "to" of its infinitive ("is", "not", "expected", "to").

    None where a pronoun is among them, since what it means is known only to words that stay nodes.
    """
    head, subject = clause.head, subject_of(clause.head)
    left = -1
    if subject is not None and clause.subject is None:
        left = max(n.i for n in subtree(subject))
    to = next((a for a in infinitive.kids("aux") if a.lower == "to"), None)
    if to is None:
        return ()
    whom = {id(n) for c in head.kids("dobj") for n in descend(c) if n.tag not in {"PRP", "PRP$"}}
    between = [n for n in clause.own if left < n.i <= to.i and n.dep != "punct"]
    direct = all(n is to or n is head or n.head is head or id(n) in whom for n in between)
    bare = not any(n.tag in {"PRP", "PRP$"} for n in between)
    return (*clause.prefix, *(n.text for n in between)) if direct and bare and head in between else ()
