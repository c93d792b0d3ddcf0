"""The noun phrases of a text in order, as candidates for what a pronoun stands for."""

from collections.abc import Callable, Iterator

from claimkb.extract.mention import NAMED_KINDS, Mention, Words
from claimkb.extract.namesakes import EntityAt, apposed, beside, top
from claimkb.extract.number import takes_plural
from claimkb.extract.persons import first_name_gender, gender_by_words, titles_of
from claimkb.extract.phrases import core_nodes, inside, name_nodes, whole_name, without_clauses
from claimkb.extract.tree import Node, Tree
from claimkb.lexicon.cues import cues
from claimkb.lexicon.gazetteer import gazetteer
from claimkb.model import EntityMention

_PHRASE_DEPS = frozenset(
    {"nsubj", "nsubjpass", "dobj", "pobj", "poss", "attr", "conj", "appos", "dative", "nmod", "compound"}
)
_AS = frozenset({"for", "as", "of"})
_NOBODY = frozenset(
    {
        "nothing",
        "nobody",
        "none",
        "anything",
        "anyone",
        "anybody",
        "something",
        "someone",
        "somebody",
        "everything",
        "everyone",
        "everybody",
    }
)
_NONE = frozenset({"no", "any", "neither", "either", "every", "each"})


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
        if node.dep in {"compound", "nmod"} and (
            entity is None or entity.kind not in {"country", "organisation"}
        ):
            continue
        whole = whole_name(node, entity)
        if node.dep != "conj" and not whole and _joined_by_and(node):
            yield _joined(node, sentence, entity, words_of)
        yield _single(node, sentence, entity, entity_at, words_of, whole)


def _single(
    node: Node,
    sentence: int,
    entity: EntityMention | None,
    entity_at: EntityAt,
    words_of: Callable[[list[Node]], str],
    whole: list[Node],
) -> Mention:
    other = apposed(node, entity, entity_at)
    if other is not None:
        return beside(node, *other, sentence, words_of)
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
                entity.text
                if entity is not None and (cut or apart)
                else inside(whole or _counted_nodes(node) or _own_nodes(node, entity), words_of)
            )
        ),
        key,
        _kind(node, entity),
        _is_plural(node, entity) if node.tag in {"NNS", "NNPS"} else entity is None and takes_plural(node),
        _counted(top(node)).dep in {"nsubj", "nsubjpass"},
        node.dep == "poss",
        node.kid("poss") is not None,
        entity is not None or node.tag in {"NNP", "NNPS"},
        sentence,
        gender_by_words(node, entity),
        not whole and (node.dep == "conj" or _joined_by_and(node)),
    )


def _counted(node: Node) -> Node:
    """The noun that only counts another ("plenty of people"), which has its role; the node where there is none."""
    prep = node.head
    if node.dep != "pobj" or prep.lower != "of" or node.tag != "NNS":
        return node
    count = prep.head
    counts = count.tag == "CD" and count.lower != "one"
    return count if counts or count.lemma in cues().pronouns.counting_nouns else node


def _counted_nodes(node: Node) -> list[Node]:
    """The words of a subject that only counts a noun, with that noun ("plenty of people")."""
    count = _counted(node)
    if count is node or count.dep not in {"nsubj", "nsubjpass"}:
        return []
    core = core_nodes(count)
    return core if node in core else [*core, node.head, *core_nodes(node)]


def _own_nodes(node: Node, entity: EntityMention | None) -> list[Node]:
    """A phrase as it is said again: a name without what follows it, but for a name that it is of ("Gulf of Aden")."""
    core = core_nodes(node)
    if entity is None:
        return core
    of = [p for p in node.kids("prep") if p.lower == "of" and any(n.tag == "NNP" for n in p.kids("pobj"))]
    return core if of and entity.kind != "person" else name_nodes(node)


def _is_plural(node: Node, entity: EntityMention | None) -> bool:
    """Names are singular whatever their form ("the United States"), but for peoples ("the Russians")."""
    if entity is None or entity.kind not in NAMED_KINDS:
        return True
    if entity.kind == "organisation":  # "Democrats" is a plural, "United Nations" is not
        several = node.lower.removesuffix("s") in cues().pronouns.person_nouns
        return several or entity.text.split()[-1] != entity.name.split()[-1]
    place = gazetteer().places.get(entity.text)
    people = place is not None and place.form == "adjective" and entity.text.endswith(("s", "ese"))
    return entity.kind == "country" and people


def _joined(
    node: Node, sentence: int, entity: EntityMention | None, words_of: Callable[[list[Node]], str]
) -> Mention:
    words = words_of(without_clauses(node))
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


def _joined_by_and(node: Node) -> bool:
    while True:
        following: Node | None = None
        for child in node.children:
            if child.dep == "cc" and child.lower == "and":
                return True
            if child.dep == "conj" and following is None:
                following = child
        if following is None or not following.is_noun:
            return False
        node = following


def _can_refer(node: Node) -> bool:
    if node.tag == "VBG" and node.dep in {"nsubj", "csubj"}:
        return True  # "hiring rose"
    if node.dep not in _PHRASE_DEPS or not (node.is_noun or is_aged(node)):
        return False
    if node.lower in _NOBODY or any(c.lower in _NONE for c in node.kids("det")):
        return False
    return node.lemma not in cues().pronouns.time_nouns and not _is_office(node)


def _is_office(node: Node) -> bool:
    """ "A nominee for president": an office, and nobody who holds it."""
    if node.lower not in cues().pronouns.person_nouns:
        return False
    if node.kids("det", "poss", "compound", "amod", "nummod", "appos"):
        return False
    if node.tag == "NNP":
        return node.dep == "poss"  # "Sheriff's deputies"
    return node.tag == "NN" and node.dep == "pobj" and node.head.lower in _AS


def is_aged(node: Node) -> bool:
    """ "A 19-year-old": somebody."""
    return node.lower in {"old", "olds"} and any(c.lower.startswith("year") for c in node.children)


def _has_article(node: Node) -> bool:
    aged = any(c.lower in {"late", "former", "young", "old"} for c in node.kids("amod"))
    return not aged and not titles_of(node) and any(c.lower in {"the", "a", "an"} for c in node.kids("det"))


def _kind(node: Node, entity: EntityMention | None) -> str:
    if entity is not None and entity.kind == "person" and _has_article(node) and not first_name_gender(node):
        return "name"  # "the Northern Development Complex": persons seldom have one
    if entity is not None and entity.kind in NAMED_KINDS:
        return entity.kind
    if node.lemma.lower() in cues().pronouns.person_nouns or first_name_gender(node) or is_aged(node):
        return "person"
    if entity is not None and entity.kind == "other" and node.tag == "NNP" and " " not in entity.text:
        return "name"  # a surname as well as a firm
    if entity is not None:
        return "place" if entity.kind in {"city", "region"} else "thing"
    return "thing"
