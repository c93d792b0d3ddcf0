"""A parsed sentence as plain nodes: what the rest of extraction sees instead of spaCy's Doc.

Every node knows its document offsets, so a claim made of any of them can say
where it stands. Tags are Penn Treebank, relations those of the CLEAR-style
English scheme that spaCy's models use (nsubj, dobj, relcl ...).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
OBJECTS = frozenset({"dobj", "attr", "oprd", "dative"})
COMPLEMENTS = frozenset({"attr", "acomp", "oprd"})
AUXILIARIES = frozenset({"aux", "auxpass"})
NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
NAME_TAGS = frozenset({"NNP", "NNPS"})
NOMINAL_TAGS = NOUN_TAGS | {"PRP", "DT", "CD", "WP", "WDT", "EX"}
VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})
FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})


class Node:
    """One token; `start`/`end` are document offsets, `space` whether white space follows it."""

    __slots__ = ("children", "dep", "end", "head", "i", "lemma", "lower", "space", "start", "tag", "text")

    def __init__(
        self, i: int, text: str, tag: str, dep: str, lemma: str, start: int, end: int, space: bool
    ) -> None:  # by hand: a dataclass takes twice the time, and every word of a text becomes a node
        self.i = i
        self.text = text
        self.tag = tag
        self.dep = dep
        self.lemma = lemma
        self.start = start
        self.end = end
        self.space = space
        self.lower = text.lower()
        self.head: Node = self
        self.children: list[Node] = []

    def __repr__(self) -> str:
        return f"Node({self.i}, {self.text!r}, {self.tag!r}, {self.dep!r})"

    def kids(self, *deps: str) -> list["Node"]:
        """The children with one of these relations, in text order."""
        found: list[Node] = []
        for child in self.children:  # a third cheaper than a comprehension, and asked for everywhere
            if child.dep in deps:
                found.append(child)
        return found

    def kid(self, *deps: str) -> "Node | None":
        """The first child with one of these relations."""
        for child in self.children:
            if child.dep in deps:
                return child
        return None

    @property
    def is_verb(self) -> bool:
        """Whether the node is a verb or a modal."""
        return self.tag in VERB_TAGS

    @property
    def is_noun(self) -> bool:
        """Whether the node is a common noun or a name."""
        return self.tag in NOUN_TAGS


@dataclass(frozen=True, slots=True)
class Tree:
    """One sentence: its nodes in text order and its root."""

    nodes: tuple[Node, ...]
    root: Node

    @property
    def start(self) -> int:
        """Document offset of the first character."""
        return self.nodes[0].start

    @property
    def end(self) -> int:
        """Document offset after the last character."""
        return self.nodes[-1].end


def descend(node: Node) -> Iterator[Node]:
    """`node` and everything below it."""
    stack = [node]
    while stack:
        top = stack.pop()
        yield top
        stack += top.children


_place = attrgetter("i")


def subtree(node: Node, without: Iterable[Node] = ()) -> list[Node]:
    """The nodes below and including `node` in text order, without the subtrees of `without`."""
    found = [node]
    if not node.children:
        return found
    left_out = {id(n) for n in without} if without else None
    for top in found:  # the list grows while it is read, which saves the stack
        if left_out:
            found += [c for c in top.children if id(c) not in left_out]
        else:
            found += top.children
    found.sort(key=_place)
    return found


def left_edge(node: Node) -> int:
    """The place of the first word of a phrase."""
    below = [node]
    for top in below:  # the list grows while it is read
        below += top.children
    return min([n.i for n in below])


def right_edge(node: Node) -> int:
    """The place of the last word of a phrase."""
    below = [node]
    for top in below:
        below += top.children
    return max([n.i for n in below])


def move(node: Node, head: Node, dep: str) -> None:
    """Hang `node` under `head` with the relation `dep`."""
    node.head.children = [c for c in node.head.children if c is not node]
    node.head = head
    node.dep = dep
    head.children = sorted([*head.children, node], key=lambda n: n.i)


def ancestors(node: Node) -> Iterator[Node]:
    """The heads above `node`, nearest first."""
    while node.head is not node:
        node = node.head
        yield node


def is_finite(verb: Node) -> bool:
    """Whether a verb is finite, by its own tag or by its auxiliaries."""
    return verb.tag in FINITE_TAGS or any(a.tag in FINITE_TAGS for a in verb.kids(*AUXILIARIES))


def subject_of(node: Node) -> Node | None:
    """The grammatical subject among the children of a predicate (the expletive only where there is no other)."""
    expletive = None
    for child in node.children:
        if child.dep in SUBJECTS:
            if child.dep != "expl":
                return child
            expletive = expletive or child
    return expletive


def comma_before(nodes: tuple[Node, ...], node: Node) -> bool:
    """Whether the constituent of `node` is set off by a comma or dash on its left."""
    first = left_edge(node) - nodes[0].i
    while first > 1 and nodes[first - 1].text in {'"', "'", "''", "``"}:
        first -= 1
    return first > 0 and nodes[first - 1].text in {",", "—", "–", "-", ";", ":", "("}


def is_amount(node: Node) -> bool:
    """Whether a node is a number, or a noun counted by one."""
    if node.tag in {"CD", "$"}:
        return True
    counts = (c for c in node.children if c.dep not in {"conj", "appos", "relcl"})
    return node.is_noun and any(c.tag in {"CD", "$"} or c.dep == "nummod" for c in counts)
