"""Whether a noun phrase and a pronoun agree in number, kind and gender, and how well.

A lone name may be a firm's or a surname; a thing hardly acts; "they" takes up
a body in the singular only where nothing better is there.
"""

from collections.abc import Mapping

from claimkb.extract.binding import is_possessive, says
from claimkb.extract.mention import Mention
from claimkb.extract.tree import Node
from claimkb.lexicon.cues import cues
from claimkb.lexicon.firstnames import Gender

_OF_AGENTS = ("er", "or", "ist", "ian", "ee", "ant", "ive")
_DOUBT = 0.6  # a lone name may be a firm's


_ELSEWHERE = frozenset({"in", "at", "on", "near", "from", "across", "inside", "outside", "around"})


_FEMALE = frozenset({"she", "her", "hers"})


_MALE = frozenset({"he", "him", "his"})


def pronoun_gender(node: Node) -> Gender:
    """The gender that a pronoun tells."""
    if node.lower in _FEMALE:
        return Gender.FEMALE
    return Gender.MALE if node.lower in _MALE else Gender.UNKNOWN


def fits(node: Node, mention: Mention, genders: Mapping[str, Gender]) -> bool:
    """Whether a mention agrees with a pronoun in number, kind and gender."""
    words = cues().pronouns
    if node.lower in words.person:
        if mention.kind not in {"person", "name"} or mention.plural:
            return False
        known = genders.get(mention.key) or mention.gender
        return not known or known is pronoun_gender(node)
    if node.lower in words.thing:
        return mention.kind != "person" and not mention.plural
    if mention.named and mention.kind in {"thing", "name"} and says(mention.node):
        return True  # "Alder said their mine would close": what speaks is a body
    return mention.plural or mention.kind == "organisation" or mention.lemma in words.plural_bodies


def agreement(node: Node, mention: Mention, genders: Mapping[str, Gender]) -> float:
    """What agreement beyond the necessary adds, and doubtful agreement takes."""
    words = cues().pronouns
    if node.lower in words.person:
        known = genders.get(mention.key) or mention.gender
        return 0.8 if known else -_DOUBT if mention.kind == "name" else 0.0
    if node.lower in words.plural:
        if not mention.plural:
            return 0.0 if mention.lemma in words.plural_bodies else -1.5
        if not is_lifeless(mention):
            return 0.0
        return -1.5 if _acts(node) else -_DOUBT if is_possessive(node) else 0.0
    value = 0.0
    if node.lower == "it" and mention.is_body and (node.head.lemma in words.content_verbs or _is_thing(node)):
        value -= 2.5
    if mention.kind == "place" or (mention.node.dep == "pobj" and mention.node.head.lower in _ELSEWHERE):
        value -= 0.5
    acting = mention.node.dep == "nsubj" and mention.node.head.kid("dobj") is not None
    if node.dep == "nsubjpass" and mention.subject and acting:
        value -= 1.5  # what is acted upon was rather the object before
    return value


def _is_thing(node: Node) -> bool:
    """ "It was a storm": said of no body, as "it was the largest bank" is."""
    told = node.head.kid("attr") if node.head.lemma == "be" and node.dep == "nsubj" else None
    if told is None or told.tag != "NN":
        return False
    words = cues().pronouns
    acting = (words.group_nouns, words.person_nouns, words.plural_bodies, words.country_nouns)
    if any(told.lemma in nouns for nouns in acting):
        return False
    return not told.lemma.endswith(_OF_AGENTS) or told.lemma in words.lifeless_nouns


def _acts(node: Node) -> bool:
    """Whether a pronoun is the subject of a verb with an object or an infinitive: somebody does something."""
    if node.head.lemma in cues().pronouns.thing_verbs:
        return False
    return node.dep == "nsubj" and node.head.kid("dobj", "xcomp", "ccomp") is not None


def is_lifeless(mention: Mention) -> bool:
    """Whether a common noun names something that neither acts nor speaks, as far as its form tells."""
    lemma = mention.lemma
    if mention.named or mention.kind in {"person", "organisation", "country"}:
        return False
    if lemma in cues().pronouns.plural_bodies:
        return False
    if lemma in cues().pronouns.lifeless_nouns:
        return True
    return not (mention.is_body or lemma.endswith(_OF_AGENTS))


def same_person(a: Node, b: Node) -> bool:
    """Whether two pronouns agree with each other."""
    words = cues().pronouns
    if pronoun_gender(a) is not pronoun_gender(b):
        return False
    return any(a.lower in kind and b.lower in kind for kind in (words.person, words.thing, words.plural))
