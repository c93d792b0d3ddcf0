"""Gives verbless list items the predicate of the sentence that introduces their list.

"Several factors will shape the course. First, the crises at home." reads "The
crises at home will shape the course": the item takes the place of the noun
that the introduction counts.
"""

from claimkb.extract.clauses import Clause, Piece
from claimkb.extract.tree import Node, Tree, descend, is_finite, subtree
from claimkb.lexicon.cues import cues

_ORDINALS = frozenset(
    {
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "firstly",
        "secondly",
        "thirdly",
        "finally",
        "lastly",
    }
)
_COUNTED = frozenset(
    {
        "several",
        "many",
        "some",
        "various",
        "following",
        "certain",
        "numerous",
        "multiple",
        "few",
        "concrete",
        "key",
        "main",
        "major",
    }
)


def is_item(tree: Tree) -> bool:
    """Whether a sentence is a verbless list item announced by an ordinal."""
    return tree.nodes[0].lower in _ORDINALS and not any(
        is_finite(n) and n.dep not in {"relcl", "acl", "ccomp"} for n in tree.nodes
    )


def counted_noun(clause: Clause) -> Node | None:
    """The plural noun of an introduction that its list spells out, or None."""
    inside = {id(n) for n in clause.own}
    plural = [
        n for n in clause.own if n.tag == "NNS" and n.dep in {"nsubj", "nsubjpass", "dobj", "pobj", "attr"}
    ]
    for noun in plural:
        if any(c.lower in _COUNTED or c.dep == "nummod" for c in noun.children if id(c) in inside):
            return noun
    last = plural[-1] if plural else None
    return last if last is not None and last.i >= clause.own[-1].i - 2 else None


def completed(item: Tree, idle: set[int], intro: Clause, noun: Node) -> Clause | None:
    """The item in the place of the noun its introduction counts; None where nothing is left of it."""
    own = [
        n for n in item.nodes if id(n) not in idle and not (n.dep == "punct" and n.text in {".", ":", ";"})
    ]
    while own and own[0].dep == "punct":
        own.pop(0)
    if not own:
        return None
    replaced = {id(n) for n in subtree(noun)}
    template: list[Piece] = []
    done = False
    for node in [*(intro.subject or ()), *intro.own] if intro.subject else list(intro.own):
        if id(node) not in replaced:
            template.append(node)
        elif not done:
            template += _item_pieces(own)
            done = True
    if not done or len(own) > 40:
        return None
    made = Clause(intro.head, "list item", own, template=tuple(template))
    made.governors = intro.governors
    made.notes.append("predicate taken from the sentence that introduces the list")
    return made


def _item_pieces(own: list[Node]) -> list[Piece]:
    first = own[0]
    if first.lower in {"the", "a", "an", "this", "that"} or first.tag in {"JJ", "DT"}:
        return [first.lower, *own[1:]]
    return list(own)


__all__ = ["completed", "counted_noun", "cues", "descend", "is_item"]
