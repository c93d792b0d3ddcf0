"""Whom a bare noun for a person takes up: "the man", "the woman", "the teenager", "the men", "the couple".

Such a noun says nothing of who is meant. It stands for the only person of the
last sentences that it fits, by the name or in the words that first told of
him ("a retired teacher from Hull ... the man"). Whoever only speaks is not
spoken of. With two such persons, or none, it is marked.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from claimkb.extract.binding import says
from claimkb.extract.mention import Mention, Words
from claimkb.extract.realise import phrase
from claimkb.extract.resolution import Resolved, Speaker
from claimkb.extract.tree import Node, ancestors, subtree
from claimkb.extract.wording import put_phrase
from claimkb.lexicon.cues import cues
from claimkb.lexicon.firstnames import Gender

_REACH = 3  # sentences back
_LONGEST = 9  # words that still tell who is meant at a glance
_ARTICLES = frozenset({"a", "an", "the"})
_DEFINITE = frozenset({"the", "this", "both", "these"})
_MARKS = frozenset({'"', "'", "''", "``"})
_OWN = frozenset({"det", "compound", "amod", "nummod", "nmod", "punct", "advmod", "npadvmod"})
_WHERE = frozenset({"in", "on", "at", "near", "from"})  # of a name: rather a place's than somebody's
_CLAUSES = frozenset({"acl", "relcl", "prep"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "poss"})


@dataclass(frozen=True, slots=True)
class Scene:
    """What has been said up to a noun: the mentions of its sentence and those before, who speaks, known genders."""

    here: Sequence[Mention]
    before: Sequence[Mention]
    sentence: int
    speaker: Speaker
    genders: Mapping[str, Gender]


def resolve_somebody(node: Node, scene: Scene, found: Resolved) -> None:
    """Put who is meant in the place of a bare noun for a person, or mark it."""
    determiner = node.kid("det")
    if determiner is None or determiner.lower not in _DEFINITE or node.tag not in {"NN", "NNS"}:
        return
    if id(node) in found.words or id(node) in found.ambiguous or id(node) in found.names:
        return
    if both := _both(node, determiner, scene):
        put_phrase(node, determiner, both, found)
        return
    if node.lemma not in cues().pronouns.anybody_nouns or node.kids("nummod"):
        return
    meant = _several(node, scene) if node.tag == "NNS" else _one(node, scene)
    words = _told(meant) if meant is not None else ""
    if meant is None or not words or words.lower() == f"the {node.lower}":
        if node.dep in _ARGUMENTS:
            found.ambiguous.add(id(node))
        return
    put_phrase(node, determiner, words, found)
    found.meant[id(node)] = replace(meant, said=Words(lambda: words))
    if meant.sentence == scene.sentence:
        found.antecedents[id(node)] = found.antecedents[id(determiner)] = frozenset({id(meant.node)})


def _one(node: Node, scene: Scene) -> Mention | None:
    """The only person in reach whom a noun in the singular fits."""
    by_key: dict[str, list[Mention]] = {}
    for mention in _near(node, scene):
        if mention.kind == "person" and not mention.plural and _is_of(node, mention, scene.genders):
            by_key.setdefault(mention.key, []).append(mention)
    if len(by_key) != 1 or node.lemma not in cues().pronouns.age_nouns:
        return None
    return max(next(iter(by_key.values())), key=lambda m: (m.named, len(_told(m).split())))


def _both(node: Node, determiner: Node, scene: Scene) -> str:
    """The only two persons named in this sentence and the one before: "the two men", "both women", "the pair"."""
    pronouns = cues().pronouns
    two = determiner.lower == "both" or any(c.lower == "two" for c in node.kids("nummod"))
    two = two and node.tag == "NNS" and node.lemma in pronouns.person_nouns
    if not two and not (node.lemma in pronouns.pair_words and node.tag == "NN"):
        return ""
    near = [m for m in scene.before if scene.sentence - m.sentence == 1]
    near += [m for m in scene.here if m.node.i < node.i]
    named: dict[str, Mention] = {}
    for mention in near:
        if mention.kind == "person" and not mention.plural and mention.noun is None:
            if not mention.named or not _is_of(node, mention, scene.genders):
                return ""
            named.setdefault(mention.key, mention)
    words = [m.words for m in named.values() if not m.is_loose]
    return " and ".join(words) if len(words) == len(named) == 2 else ""


def _several(node: Node, scene: Scene) -> Mention | None:
    """The only group in reach that the same noun has told of ("four men in masks ... the men")."""
    near = [m for m in _near(node, scene) if m.plural and m.node.lemma == node.lemma and not m.owned]
    full = [m for m in near if _told(m).lower() != f"the {node.lower}"]
    return full[0] if len({_told(m) for m in full}) == 1 else None


def _near(node: Node, scene: Scene) -> list[Mention]:
    """The mentions in reach of who is spoken of, without those who only speak or share the noun's verb."""
    here = [m for m in scene.here if m.node.i < node.i and m.node.head is not node.head]
    near = [m for m in scene.before if scene.sentence - m.sentence <= _REACH] + here
    above = {id(a) for a in ancestors(node)}
    return [
        m
        for m in near
        if not m.member
        and not (m.node.dep == "pobj" and m.node.head.lower in _WHERE)
        and not (says(m.node) and m.noun is None)
        and m.key not in scene.speaker.keys
        and not (m.sentence == scene.sentence and id(m.node) in above)
    ]


def _is_of(node: Node, mention: Mention, genders: Mapping[str, Gender]) -> bool:
    """Whether a noun may be of a person: of the same sex as far as that is told, and known to be a woman's."""
    words = cues().pronouns
    known = genders.get(mention.key) or mention.gender
    if node.lemma in words.female_nouns:
        return known is Gender.FEMALE
    return not (node.lemma in words.male_nouns and known is Gender.FEMALE)


def _told(mention: Mention) -> str:
    """The name of a person, or the words that told of him, with "the" for their article; "" where they are loose."""
    if mention.named:
        return "" if mention.is_loose else mention.words
    if mention.noun is not None:
        return "" if mention.is_loose else mention.words
    nodes = _full(mention.node)
    first = nodes[0]
    if first.dep == "det":
        nodes = nodes[1:]
    words = phrase(nodes)
    counted = first.dep == "det" and first.lower not in _ARTICLES
    if counted or any(n.tag in {"PRP", "PRP$"} or n.text in _MARKS for n in nodes):
        return ""
    if mention.node.kids("poss"):
        return words
    return f"the {words[:1].lower() + words[1:] if nodes[0].i == 0 else words}"


def _full(noun: Node) -> list[Node]:
    """A noun with what tells who is meant: its modifiers, and one short clause or phrase behind it."""
    behind = [c for c in noun.children if c.i > noun.i and c.dep in _CLAUSES]
    own = [c for c in noun.children if c.dep in _OWN and c.i < noun.i]
    poss = noun.kids("poss")
    core = sorted([noun, *(n for c in (*own, *poss) for n in subtree(c))], key=lambda n: n.i)
    if len(behind) != 1:
        return core
    clause = subtree(behind[0])
    plain = not any(n.dep in {"conj", "appos"} or n.tag in {"PRP", "PRP$"} or n.text == "," for n in clause)
    follows = clause[0].i == noun.i + 1
    return [*core, *clause] if plain and follows and len(core) + len(clause) <= _LONGEST else core
