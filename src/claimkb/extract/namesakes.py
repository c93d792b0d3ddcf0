"""A common noun and the name beside it are one: "his partner, Ann Lee", "Ann Lee, a clerk", "a man named Al Roe"."""

from collections.abc import Callable

from claimkb.extract.mention import Mention, Words
from claimkb.extract.persons import gender_by_words
from claimkb.extract.phrases import core_nodes, name_nodes, whole_name
from claimkb.extract.tree import Node
from claimkb.lexicon.cues import cues
from claimkb.model import EntityMention

EntityAt = Callable[[int, int], EntityMention | None]


def apposed(
    node: Node, entity: EntityMention | None, entity_at: EntityAt
) -> tuple[Node, EntityMention] | None:
    """The name that an apposition gives to a common noun ("his partner, Ann Lee"; "Ann Lee, his partner")."""
    if entity is not None or node.tag != "NN":
        return None
    beside = [c for c in node.kids("appos") if c.i > node.i] + _named_by(node)
    if node.dep == "appos":
        aged = node.head.tag == "CD" and node.head.dep in {
            "appos",
            "nummod",
            "npadvmod",
        }  # "Ann Lee, 39, a clerk"
        beside = [node.head.head if aged else node.head]
    for name in beside:
        found = entity_at(name.start, name.end)
        if found is not None and found.kind in {"person", "organisation"} and not name.kids("conj"):
            return name, found
    return None


def _named_by(node: Node) -> list[Node]:
    """The name in "a man identified as Al Roe", "a woman named Ann Lee"."""
    words = cues().pronouns
    found: list[Node] = []
    for clause in node.kids("acl"):
        if clause.tag == "VBN" and clause.lemma in words.naming_verbs:
            found += clause.kids("oprd", "dobj", "attr")
            found += [n for p in clause.kids("prep") if p.lower == "as" for n in p.kids("pobj")]
    return found


def beside(
    node: Node,
    name: Node,
    entity: EntityMention,
    sentence: int,
    words_of: Callable[[list[Node]], str],
) -> Mention:
    """A common noun as a mention of the name beside it, in the role that both share."""
    first = node.head if node.dep == "appos" else node
    gender = gender_by_words(node, None) or gender_by_words(name, entity)
    return Mention(
        node,
        Words(lambda: words_of(whole_name(name, entity) or _bare_name(name, entity))),
        entity.name,
        entity.kind,
        plural=False,
        subject=top(first).dep in {"nsubj", "nsubjpass"},
        owner=first.dep == "poss",
        owned=node.kid("poss") is not None,
        named=True,
        sentence=sentence,
        gender=gender,
        member=node.dep == "conj",
    )


def _bare_name(name: Node, entity: EntityMention) -> list[Node]:
    """A person's name without where he is from; any other name with its "of"."""
    return name_nodes(name) if entity.kind == "person" else core_nodes(name)


def top(node: Node) -> Node:
    """The first conjunct, whose role a coordinated phrase shares."""
    while node.dep == "conj" and node.head.is_noun:
        node = node.head
    return node
