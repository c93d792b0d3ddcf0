"""The noun phrases of a text in order, as candidates for what a pronoun stands for."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from claimkb.extract.tree import Node, Tree, descend, subtree
from claimkb.lexicon.cues import cues
from claimkb.model import EntityMention

EntityAt = Callable[[int, int], EntityMention | None]
_PHRASE_DEPS = frozenset(
    {"nsubj", "nsubjpass", "dobj", "pobj", "poss", "attr", "conj", "appos", "dative", "nmod", "compound"}
)
_LOOSE = frozenset({"relcl", "acl", "appos", "conj", "cc", "punct", "prep", "advcl", "preconj"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A noun phrase that may be referred back to.

    `words` is its short form with pronouns already resolved; `key` joins
    mentions of one thing; `owner` says it possesses another phrase ("X's
    policy"), `owned` that it is possessed.
    """

    node: Node
    words: str
    key: str
    kind: str  # country | person | organisation | place | thing
    plural: bool
    subject: bool
    owner: bool
    owned: bool
    named: bool
    sentence: int


def mentions_of(
    tree: Tree, sentence: int, entity_at: EntityAt, words_of: Callable[[list[Node]], str]
) -> Iterator[Mention]:
    """The candidates of one sentence in text order; `words_of` renders a phrase, pronouns resolved."""
    for node in tree.nodes:
        if not _can_refer(node):
            continue
        joined = node.dep != "conj" and _joined_by_and(node)
        nodes = _without_clauses(node) if joined else core_nodes(node)
        entity = entity_at(node.start, node.end)
        if node.dep in {"compound", "nmod"} and (entity is None or entity.kind != "country"):
            continue
        kind = _kind(node, entity)
        words = words_of(nodes)
        key = entity.name if entity is not None and not joined else words if joined else node.lemma
        top = _top(node)
        yield Mention(
            node,
            words,
            key,
            kind,
            node.tag in {"NNS", "NNPS"} or joined,
            top.dep in {"nsubj", "nsubjpass"},
            node.dep == "poss",
            node.kid("poss") is not None,
            entity is not None or node.tag in {"NNP", "NNPS"},
            sentence,
        )


def _joined_by_and(node: Node) -> bool:
    while not any(c.lower == "and" for c in node.kids("cc")):
        following = node.kid("conj")
        if following is None or not following.is_noun:
            return False
        node = following
    return True


def _without_clauses(noun: Node) -> list[Node]:
    """A coordination whole, without the clauses and prepositional phrases hung on it."""
    loose = [
        n
        for n in descend(noun)
        if n.dep in {"relcl", "acl", "appos", "advcl"} or (n.dep == "prep" and n.lower != "of")
    ]
    nodes = subtree(noun, loose)
    while nodes and nodes[-1].dep in {"punct", "cc"}:
        nodes.pop()
    return nodes


def _can_refer(node: Node) -> bool:
    if not node.is_noun or node.dep not in _PHRASE_DEPS:
        return False
    return node.lemma not in cues().pronouns.time_nouns


def _top(node: Node) -> Node:
    """The first conjunct, whose role a coordinated phrase shares."""
    while node.dep == "conj" and node.head.is_noun:
        node = node.head
    return node


def core_nodes(noun: Node) -> list[Node]:
    """A noun with its determiners and modifiers and an "of" phrase, without clauses."""
    loose = [
        n
        for n in descend(noun)
        if n is not noun and n.head is noun and n.dep in _LOOSE and not (n.dep == "prep" and n.lower == "of")
    ]
    nodes = subtree(noun, loose)
    while nodes and nodes[0].dep in {"punct", "cc", "preconj", "predet"}:
        nodes.pop(0)
    return [n for n in nodes if not (n.dep == "case" and n.head is noun)]


def _kind(node: Node, entity: EntityMention | None) -> str:
    if entity is not None:
        if entity.kind in {"country", "person", "organisation"}:
            return entity.kind
        return "place" if entity.kind in {"city", "region"} else "thing"
    if node.lemma in cues().pronouns.person_nouns:
        return "person"
    return "thing"
