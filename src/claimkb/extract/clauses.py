"""A clause on its way to become a claim: which nodes it is made of, and what stands in for others.

A clause keeps the nodes of its own surface (its evidence) apart from what it
borrows: a subject from the clause it was cut from, a fronted adverbial, an
auxiliary. `realise` in its own module turns both into words.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from claimkb.extract.tree import Node, Tree, descend

Piece = Node | str


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks: the nodes that name the holder (empty for an unnamed one), and the verb or noun that says so.

    `words` overrides the nodes where the text gives none ("it is argued").
    """

    nodes: tuple[Node, ...]
    cue: str
    words: str = ""
    denies: bool = False
    factive: bool = False
    rejected: bool = False
    endorsed: bool = False


@dataclass(slots=True, eq=False)
class Clause:
    """One predication found in a sentence.

    `own` are the nodes of its own surface in text order; `subject` is the
    subject phrase when it is borrowed (None when it is among `own`); `front`
    adverbials and `prefix` words are borrowed from the clause it shares them
    with; `swap` maps a node to what stands in its place; `event` is the
    clause whose whole content is the subject ("That P complicates Q").
    """

    head: Node
    kind: str
    own: list[Node]
    subject: tuple[Node, ...] | None = None
    front: tuple[Node, ...] = ()
    prefix: tuple[str, ...] = ()
    swap: dict[int, tuple[Piece, ...]] = field(default_factory=dict)
    event: "Clause | None" = None
    inner: Node | None = None  # the verb of its own, where `head` only governs it
    governing: Node | None = None  # the finite verb whose tense a participle took
    governors: tuple[Node, ...] = ()  # auxiliaries that hold for this clause though they stand elsewhere
    negated_from_above: bool = False
    voice: Voice | None = None
    appended: tuple[Piece, ...] = ()
    template: tuple[Piece, ...] = ()  # the whole claim in pieces, where it borrows its predicate
    reject_of: "Clause | None" = None
    doubtful: bool = False
    cut_from: "tuple[Clause, Node] | None" = None  # the clause it was cut off, and the node where
    notes: list[str] = field(default_factory=list)

    @property
    def start(self) -> int:
        """Document offset of the first own character."""
        return min(n.start for n in self.own)

    @property
    def end(self) -> int:
        """Document offset after the last own character."""
        return max(n.end for n in self.own)

    def replace(self, node: Node, *pieces: Piece) -> None:
        """Put `pieces` in the place of `node`; none drops it."""
        self.swap[id(node)] = pieces

    def take_back(self, node: Node, tree: Tree, clauses: "Iterable[Clause]" = ()) -> "Clause | None":
        """Put what was cut off at `node` back, with what set it off, so that nothing of the sentence is lost.

        It goes to this clause if that ends where it begins, else to one of `clauses` that does, which is returned.
        """
        first, last = (f(n.i for n in descend(node)) - tree.nodes[0].i for f in (min, max))
        while first > 0 and tree.nodes[first - 1].dep in {"punct", "cc", "preconj"}:
            first -= 1
        before = tree.nodes[first - 1] if first > 0 else None
        for clause in (self, *clauses):
            if before is None or any(n is before for n in clause.own):
                clause._put(tree, first, last)
                return clause
        return None

    def _put(self, tree: Tree, first: int, last: int) -> None:
        """Add the words from one place of the sentence to another."""
        if last + 1 < len(tree.nodes) and tree.nodes[last + 1].text == ",":
            last += 1
        between = {n.i: n for n in tree.nodes[first : last + 1]}
        self.own = [n for _, n in sorted({**between, **{n.i: n for n in self.own}}.items())]

    def without(self, node: Node) -> None:
        """Leave out `node` and everything below it."""
        gone = {id(n) for n in descend(node)}
        self.own = [n for n in self.own if id(n) not in gone]
