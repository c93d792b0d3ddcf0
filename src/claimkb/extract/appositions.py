"""Appositions and verbless insertions as statements with the verb "be".

A list misread as an apposition would make a false statement of identity, so
whatever may be one item of a list is refused.
"""

from claimkb.extract.amounts import conjuncts
from claimkb.extract.clauses import Clause
from claimkb.extract.detach import head_of
from claimkb.extract.inflect import be
from claimkb.extract.number import is_plural
from claimkb.extract.relatives import antecedent_nodes
from claimkb.extract.tree import (
    NAME_TAGS,
    Node,
    Tree,
    descend,
    is_amount,
    subtree,
)
from claimkb.lexicon.cues import cues


def appositive(node: Node, tree: Tree) -> Clause | None:
    """ "X, the head of Y," as "X is the head of Y"; None where the apposition only renames or lists."""
    noun = _place(node.head)
    if (
        not _after_comma(node, tree)
        or node.kids("appos")
        or (node.kids("conj", "cc") and not _is_double(node))
        or not node.is_noun
        or _in_list(node, tree)
    ):
        return None
    own = subtree(node)
    while own and own[0].dep == "punct" and own[0].text not in {'"', "'"}:
        own.pop(0)
    described = any(
        c.dep in {"det", "poss", "amod", "prep", "relcl", "acl", "compound"} for c in node.children
    )
    if not described or not own or not noun.is_noun:
        return None
    name_last = node.tag in NAME_TAGS and noun.tag not in NAME_TAGS
    if own[-1].text[:1].isupper() and len(own) <= 3 and any(n.text == "-" for n in own):
        return None  # a party and state ("D-Ohio"), a code
    if noun.tag == "NNS" and node.tag in {"NN", "NNP"}:
        return None  # the members of a list, not one thing under two names
    if noun.tag in NAME_TAGS and all(n.tag in NAME_TAGS for n in _core(node, own)):
        return None  # a name beside a title or another name: it stays where it is
    if own[0].tag in {"WDT", "WP", "WRB"} or _is_circumstance(node):
        return None
    if name_last and (own[0].i - noun.i != 2 or not noun.kids("det", "poss", "amod", "compound")):
        return None
    first, second = (own, antecedent_nodes(noun, node)) if name_last else (antecedent_nodes(noun, node), own)
    verb = be(plural=is_plural(noun), is_past=False)
    if name_last:
        made = Clause(node, "apposition", own)
        made.appended = (verb, *second)
    else:
        article = ("a",) if own[0] is node and node.lower in cues().clauses.partisans else ()
        made = Clause(node, "apposition", own, subject=tuple(first), prefix=(verb, *article))
    made.notes.append("apposition read as a statement of identity")
    return made


def _place(noun: Node) -> Node:
    """ "Troy, Michigan, a suburb of Detroit": what follows the second name is said of the first."""
    renamed = noun.dep == "appos" and noun.tag in NAME_TAGS and noun.head.tag in NAME_TAGS
    return noun.head if renamed and not noun.kids("det", "poss", "prep") else noun


def _core(node: Node, own: list[Node]) -> list[Node]:
    """The words of an apposition without the clauses hung on it."""
    hung = [n for c in node.kids("relcl", "appos", "acl", "advmod") for n in descend(c)]
    return [n for n in own if n not in hung and n.dep != "punct"]


def _is_circumstance(node: Node) -> bool:
    """ "X lay on the floor, the gun beside her": how things stood, not what X is."""
    return any(
        prep.lower not in {"of", "to", "for", "by", "with", "from"} and n.tag in {"PRP", "PRP$"}
        for prep in node.kids("prep")
        for n in descend(prep)
    )


def _is_double(node: Node) -> bool:
    """ "X, the judge and feminist icon," describes one person: a second article would make a list of it."""
    fellows = node.kids("conj")
    shared = node.kids("det") and not any(f.kids("det", "poss", "nummod", "conj", "cc") for f in fellows)
    singular = node.tag == "NN" and all(f.tag == "NN" for f in fellows)
    return bool(shared) and singular and len(fellows) == 1 and node.head.tag in NAME_TAGS


def _after_comma(node: Node, tree: Tree) -> bool:
    first = min(n.i for n in descend(node)) - tree.nodes[0].i
    return first > 0 and tree.nodes[first - 1].text == ","


def _in_list(node: Node, tree: Tree) -> bool:
    """Whether a supposed apposition is one item of a list ("A, B, and C")."""
    if node.head.kids("cc", "conj"):
        return True
    last = max(n.i for n in descend(node)) - tree.nodes[0].i
    following = [n.lower for n in tree.nodes[last + 1 : last + 3]]
    return bool(following) and (
        following[0] in {"and", "or"} or (following[:1] == [","] and following[1:2] in (["and"], ["or"]))
    )


def anchored(root: Node, nodes: tuple[Node, ...], anchor: list[Node]) -> Clause | None:
    """A verbless insertion ("—currently worth $5 million—") as a statement about the noun before it."""
    own = list(nodes)
    while own and own[0].dep in {"punct", "cc"}:
        own.pop(0)
    while own and own[-1].dep == "punct" and own[-1].text not in {'"', "'"}:
        own.pop()
    if len(own) < 2 or not anchor:
        return None
    amounts = [n for n in [root, *conjuncts(root)] if is_amount(n)]
    noun = head_of(tuple(anchor))
    plural = is_plural(noun)
    listed = len(amounts) > 1 or bool(root.kids("conj"))
    if plural and not listed and root.tag in {"NN", "NNP"}:
        return None  # one thing is not many: the insertion is about something else
    if not plural and not amounts and root.tag == "NNS":
        return None
    verb = ("include" if plural else "includes") if len(amounts) > 1 else be(plural=plural, is_past=False)
    made = Clause(root, "insertion", own, subject=tuple(anchor), prefix=(verb,))
    made.notes.append("insertion read as a statement about the noun before it")
    return made
