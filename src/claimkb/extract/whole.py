"""The sentence kept whole, where its parse bears no cut: what is said in it, and who says it.

"“..., ... can be dangerous,” Mr. Roe said" is what Mr. Roe said, however badly
the quotation was parsed: the words of saying stand outside the marks, or the
parser found them to govern the rest.
"""

from claimkb.extract.attribution import find_attribution, is_saying
from claimkb.extract.clauses import Clause, Voice
from claimkb.extract.holders import holder_nodes, is_authors_own
from claimkb.extract.quotation import quoted_nodes
from claimkb.extract.tree import Node, Tree, is_finite, subject_of, subtree

_BELOW = frozenset({"relcl", "acl", "advcl", "csubj", "aux", "auxpass"})
_MOST = 0.6  # of the words of a sentence: what is quoted in it is what it says


def whole_clauses(tree: Tree, idle: set[int]) -> list[Clause]:
    """The sentence as one clause: first without the words of saying if it has any, then as it stands."""
    every = _clause(tree.root, [n for n in subtree(tree.root) if id(n) not in idle])
    said = _said(tree, idle)
    return [said, every] if said is not None else [every]


def _clause(head: Node, own: list[Node], voice: Voice | None = None) -> Clause:
    clause = Clause(head, "main", own, doubtful=True, voice=voice)
    clause.notes.append("the parse is doubtful: the sentence is kept whole")
    return clause


def _said(tree: Tree, idle: set[int]) -> Clause | None:
    root = tree.root
    subject = subject_of(root)
    if subject is None or not is_saying(root) or root.kids("neg"):
        return None
    voice = Voice(tuple(holder_nodes(subject)), root.lower)
    if is_authors_own(voice.nodes, root):
        return None
    quoted = quoted_nodes(tree)
    inside = [n for n in tree.nodes if id(n) in quoted and id(n) not in idle]
    outside = {id(n) for n in (root, *subtree(subject))}
    if len(inside) >= _MOST * len(tree.nodes) and outside.isdisjoint(quoted):
        head = next((n for n in inside if is_finite(n) and n.dep not in _BELOW), None)
        return _clause(head, inside, voice) if head is not None else None
    found = find_attribution(root, tree)
    if found is None or found.voice is None or found.negated or len(found.contents) != 1:
        return None
    content = found.contents[0]
    return _clause(content, [n for n in subtree(content) if id(n) not in idle], found.voice)
