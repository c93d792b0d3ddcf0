"""The noun phrases of a text in order, as candidates for what a pronoun stands for."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from claimkb.extract.persons import first_name_gender, gender_by_words
from claimkb.extract.tree import Node, Tree, descend, subtree
from claimkb.lexicon.cues import cues
from claimkb.lexicon.firstnames import Gender
from claimkb.model import EntityMention

EntityAt = Callable[[int, int], EntityMention | None]
_PHRASE_DEPS = frozenset(
    {"nsubj", "nsubjpass", "dobj", "pobj", "poss", "attr", "conj", "appos", "dative", "nmod", "compound"}
)
_LOOSE = frozenset({"relcl", "acl", "appos", "conj", "cc", "punct", "prep", "advcl", "preconj"})
_NAMED_KINDS = frozenset({"country", "person", "organisation"})


class Words:
    """The words of a phrase, put together when first asked for: few candidates are ever chosen."""

    __slots__ = ("_make", "_text")

    def __init__(self, make: Callable[[], str]) -> None:
        self._make = make
        self._text: str | None = None

    @property
    def text(self) -> str:
        """The words."""
        if self._text is None:
            self._text = self._make()
        return self._text


@dataclass(frozen=True, slots=True)
class Mention:
    """A noun phrase that may be referred back to.

    `said` is its short form with pronouns already resolved; `key` joins
    mentions of one thing; `owner` says it possesses another phrase ("X's
    policy"), `owned` that it is possessed.
    """

    node: Node
    said: Words
    key: str
    kind: str  # country | person | organisation | place | thing
    plural: bool
    subject: bool
    owner: bool
    owned: bool
    named: bool
    sentence: int
    gender: Gender = Gender.UNKNOWN
    member: bool = False  # one of several that a coordination joins

    @property
    def words(self) -> str:
        """The short form as text."""
        return self.said.text

    @property
    def is_body(self) -> bool:
        """Whether it is somebody, or a body that acts."""
        return self.kind in _NAMED_KINDS or (
            self.kind == "thing"
            and self.node.lemma in cues().pronouns.group_nouns | cues().pronouns.plural_bodies
        )


def mentions_of(
    tree: Tree, sentence: int, entity_at: EntityAt, words_of: Callable[[list[Node]], str]
) -> Iterator[Mention]:
    """The candidates of one sentence in text order; `words_of` renders a phrase, pronouns resolved.

    A coordination gives itself, in the plural, and each of its members.
    """
    for node in tree.nodes:
        if not _can_refer(node):
            continue
        entity = entity_at(node.start, node.end)
        if entity is not None and _is_inside(node, entity):
            continue
        if node.dep in {"compound", "nmod"} and (entity is None or entity.kind != "country"):
            continue
        whole = _whole_name(node, entity)
        if node.dep != "conj" and not whole and _joined_by_and(node):
            yield _joined(node, sentence, entity, words_of)
        yield _single(node, sentence, entity, words_of, whole)


def _single(
    node: Node,
    sentence: int,
    entity: EntityMention | None,
    words_of: Callable[[list[Node]], str],
    whole: list[Node],
) -> Mention:
    key = entity.name if entity is not None else node.lemma
    apart = (
        entity is not None
        and entity.kind == "person"
        and any(c.lower in {"a", "an"} for c in node.kids("det"))
    )
    cut = entity is not None and not whole and node.end < entity.end and entity.kind == "organisation"
    return Mention(
        node,
        Words(
            lambda: (
                entity.text if entity is not None and (cut or apart) else words_of(whole or core_nodes(node))
            )
        ),
        key,
        _kind(node, entity),
        node.tag in {"NNS", "NNPS"} and _is_plural(node, entity),
        _top(node).dep in {"nsubj", "nsubjpass"},
        node.dep == "poss",
        node.kid("poss") is not None,
        entity is not None or node.tag in {"NNP", "NNPS"},
        sentence,
        gender_by_words(node, entity),
        not whole and (node.dep == "conj" or _joined_by_and(node)),
    )


def _is_plural(node: Node, entity: EntityMention | None) -> bool:
    """Names are singular whatever their form ("the United States"), but for peoples ("the Russians")."""
    if entity is None or entity.kind not in _NAMED_KINDS:
        return True
    if entity.kind == "organisation":  # "Democrats" is a plural, "United Nations" is not
        several = node.lower.removesuffix("s") in cues().pronouns.person_nouns
        return several or entity.text.split()[-1] != entity.name.split()[-1]
    return (
        entity.kind == "country" and entity.text != entity.name and entity.text[-3:] in {"ans", "ese", "nis"}
    )


def _joined(
    node: Node, sentence: int, entity: EntityMention | None, words_of: Callable[[list[Node]], str]
) -> Mention:
    words = words_of(_without_clauses(node))
    subject = node.dep in {"nsubj", "nsubjpass"}
    kind = _kind(node, entity)
    return Mention(
        node,
        Words(lambda: words),
        words,
        kind,
        True,
        subject,
        node.dep == "poss",
        False,
        entity is not None,
        sentence,
    )


def _is_inside(node: Node, entity: EntityMention) -> bool:
    """Whether a word is part of a name whose head is another word ("Prevention" in a centre's name)."""
    head = node.head
    return head is not node and entity.start <= head.start and head.end <= entity.end and head.is_noun


def _whole_name(node: Node, entity: EntityMention | None) -> list[Node]:
    """The nodes of a name that holds "and" or "for": it is not a coordination but one thing."""
    if entity is None or entity.kind == "country" or node.end >= entity.end:
        return []
    inside = [n for n in subtree(node) if entity.start <= n.start and n.end <= entity.end]
    before = [c for c in node.kids("det") if c.i < node.i]
    return [*before, *inside]


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
    if node.tag == "VBG" and node.dep in {"nsubj", "csubj"}:
        return True  # "hiring rose"
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
    if entity is not None and entity.kind in _NAMED_KINDS:
        return entity.kind
    if node.lemma.lower() in cues().pronouns.person_nouns or first_name_gender(node):
        return "person"
    if entity is not None:
        return "place" if entity.kind in {"city", "region"} else "thing"
    return "thing"


def is_proper(mention: Mention) -> bool:
    """Whether a person goes by a name, not by a noun that only begins with a capital ("Man arrested in Hull")."""
    words = mention.key.split()
    return words[-1].lower() not in cues().pronouns.person_nouns and not any(w.isdigit() for w in words)


def named_as(mention: Mention, key: str, words: str) -> Mention:
    """A bare title or surname as a mention of the person who bears it."""
    return replace(mention, key=key, said=Words(lambda: words), kind="person", named=True, plural=False)
