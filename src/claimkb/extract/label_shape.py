"""The last look at a headline: whether the words that were chosen hang together as the clause has them.

Each word is traced back to its node. A verb in a headline wants the object
that the clause gives it, an adjective its noun, a hollow noun what it is of;
what hangs in the air costs as much as a missing complement, so that another
headline is taken where there is one.
"""

from collections.abc import Iterable, Sequence

from claimkb.extract.label_heads import is_hollow
from claimkb.extract.label_words import Wording
from claimkb.extract.tree import Node, descend
from claimkb.lexicon.labels import label_words

Index = dict[str, list[Node]]
_HANGS = 4.0
_INNER = 1.0  # "residents asked not to drink"
_NEEDED = ("dobj", "attr", "acomp", "oprd", "prt")
_WORDLESS = frozenset(
    {"it", "this", "that", "them", "so", "itself", "himself", "herself", "themselves", "what"}
)


def by_word(nodes: Iterable[Node], view: Wording) -> Index:
    """The nodes a headline can break off at, by their forms: verbs, adjectives, hollow nouns."""
    index: Index = {}
    for node in nodes:
        open_ended = node.is_verb or node.dep == "amod" or (node.is_noun and is_hollow(node))
        if open_ended and view.shows(node):
            for form in {node.lower, node.lemma.lower()}:
                index.setdefault(form, []).append(node)
    return index


def hanging(words: Sequence[str], index: Index, view: Wording) -> float:
    """What a headline loses by what hangs in the air in it."""
    said = {w.strip(",:'\"").lower() for w in words}
    met = {id(n): n for w in said for n in index.get(w, ())}
    if not met:
        return 0.0
    said |= {w.removesuffix("'s").removesuffix("'") for w in said}
    last = words[-1].lower()
    return sum(_lost(n, said, last, view) for n in met.values())


def _lost(node: Node, said: set[str], last: str, view: Wording) -> float:
    if node.is_verb and not node.kids("auxpass"):
        if node.lemma in label_words().supplying:
            return 0.0
        lacks = [
            c for c in node.kids(*_NEEDED) if c.i > node.i and view.shows(c) and c.lower not in _WORDLESS
        ]
        alone = node.tag == "VB" and node.dep == "xcomp" and node.lemma not in label_words().unfinished
        cost = _INNER if alone else _HANGS
        return cost if any(not _is_said(c, said, view) for c in lacks) else 0.0
    if node.lower != last:
        return 0.0
    if node.dep == "amod" and node.tag.startswith("JJ") and node.head.lower not in said:
        known = view.names.get(id(node.head)) or view.amount_at(node.head)
        return 0.0 if known or node.head.lower in label_words().measures else _HANGS
    if node.is_noun and is_hollow(node) and "of" not in said:
        return _HANGS
    return 0.0


def _is_said(node: Node, said: set[str], view: Wording) -> bool:
    """Whether a headline has some word of a phrase, or may have it in another form (a name, a figure)."""
    below = list(descend(node))
    if any(view.names.get(id(n)) or view.amount_at(n) or view.body_at(n) for n in below):
        return True
    joined = [c for n in below for c in n.kids("conj")]
    words = {n.lower for n in (*below, *joined) if n.dep not in {"det", "punct", "case", "prep"}}
    near = (node, *node.kids("compound", "nmod", "nummod", "poss", "conj"))
    return bool(words & said) or any(n.tag in {"NNP", "NNPS", "CD", "$", "PRP"} for n in near)
