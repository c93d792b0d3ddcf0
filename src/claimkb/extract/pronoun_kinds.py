"""What sort of reference a pronoun is by the words around it, before anybody looks for what it means."""

from claimkb.extract.binding import is_possessive
from claimkb.extract.resolution import Speaker
from claimkb.extract.tree import Node, Tree, ancestors, subject_of
from claimkb.lexicon.cues import cues

_SAYERS = frozenset({"others", "some", "many", "most", "several", "few"})
_NEAR = 6  # words
_STRANGERS = frozenset({"someone", "somebody"})


def means_side(node: Node, speaker: Speaker) -> bool:
    """ "The chief executive of Alder said their clients": a single speaker's "they" are those he speaks for."""
    if node.lower not in cues().pronouns.plural or not speaker.side.words or speaker.kind != "person":
        return False
    told = [a for a in ancestors(node) if a.dep == "ccomp" and a.head.lemma in cues().attribution.verbs]
    return bool(told) and not speaker.is_quoted(node.start)


def unnamed_sayer(node: Node) -> Node | None:
    """The "others" or "many" that say something of a "they" which is the subject of what they say."""
    if node.lower != "they" or node.dep not in {"nsubj", "nsubjpass"} or node.head.dep != "ccomp":
        return None
    subject = subject_of(node.head.head)
    return subject if subject is not None and subject.lower in _SAYERS else None


def stands_alone(node: Node) -> bool:
    """Whether a demonstrative is a phrase by itself: not "this plan", "that of the others", "those who left"."""
    named = any(c.dep in {"relcl", "acl", "amod"} or c.lower in {"of", "with"} for c in node.children)
    named = named or (node.lower == "those" and node.dep == "dobj" and bool(node.head.kids("oprd", "acomp")))
    return node.dep in {"nsubj", "nsubjpass", "dobj", "pobj"} and not named


def is_both(node: Node, tree: Tree) -> bool:
    """ "They both": two of them, who may stand in two sentences."""
    after = node.i - tree.nodes[0].i + 1
    return node.lower == "they" and after < len(tree.nodes) and tree.nodes[after].lower == "both"


def is_strangers(node: Node) -> bool:
    """ "We heard somebody shout, “He owns the boat”": whom somebody unknown means."""
    if node.lower not in cues().pronouns.person or node.dep not in {"nsubj", "nsubjpass"}:
        return False
    verb = node.head
    if verb.dep != "ccomp":
        return False
    sayer = verb.head.kid("nsubj")
    return sayer is not None and sayer.lower in _STRANGERS


def is_anybody(node: Node) -> bool:
    """ "It is as safe as they say": people at large."""
    verb = node.head
    return node.lower == "they" and verb.lemma == "say" and any(c.lower == "as" for c in verb.kids("mark"))


def is_shared_out(node: Node, tree: Tree) -> bool:
    """ "With each state given its own target": what belongs to each of several."""
    place = node.i - tree.nodes[0].i
    near = tree.nodes[max(0, place - _NEAR) : place]
    return is_possessive(node) and any(n.lower in {"each", "every"} and n.dep == "det" for n in near)


def is_acronym(node: Node, tree: Tree) -> bool:
    """Whether what looks like a pronoun is a name in capitals ("the IT sector", "US")."""
    return len(node.text) > 1 and node.text.isupper() and node.i > tree.nodes[0].i
