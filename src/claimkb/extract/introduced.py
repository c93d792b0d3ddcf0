"""What a noun phrase says by the way of a thing that it introduces.

"A man who was fired last week opened fire" says that a man was fired last
week; "the former striker Ann Lee" says what Ann Lee is. Such words stay where
they are, for they also tell which man; what they state is a claim beside it.
A description is one only in small letters: a title ("President Lee") is part
of a name.
"""

from claimkb.extract.clauses import Clause
from claimkb.extract.detach import has_happened, is_dated, is_past
from claimkb.extract.tree import NAME_TAGS, Node, is_finite, subtree
from claimkb.lexicon.cues import cues

DESCRIBED = "words before a name read as a description of it"
_INDEFINITE = frozenset({"a", "an", "another"})
_PLACES = frozenset({"nsubj", "nsubjpass", "dobj"})
_NO_DEEDS = frozenset(
    {"be", "comprise", "consist", "contain", "have", "include", "involve", "range", "regard", "use"}
)
_SMALL = frozenset({"MP", "MEP", "MSP", "CEO", "CFO"})  # roles in capitals
_VOWELS = "aeiouAEIOU"


def introduces(verb: Node, head: Node) -> bool:
    """Whether a restrictive clause under an indefinite noun tells what happened to a thing that really is there.

    What is wished, possible or denied in the main clause is not there.
    """
    noun = verb.head
    beside = (
        noun.dep == "pobj"
        and noun.head.dep in {"prep", "agent"}
        and noun.head.head is head
        and verb.dep == "relcl"
    )
    if noun.head.lower == "as":
        return False  # "described him as a drunk who pushed girls": whoever describes says so, and of him
    if verb.dep == "relcl" and verb.tag == "VBN" and noun.tag == "NNS":
        return has_lasted(verb, head)
    if noun.tag != "NN" or not (beside or (noun.dep in _PLACES and noun.head is head)):
        return False
    if not any(c.lower in _INDEFINITE for c in noun.kids("det")):
        return False
    if head.kids("neg") or not has_happened(head) or head.lemma in {"be", "want", "need", "seek"}:
        return False
    if verb.tag == "VBG" and verb.dep == "acl":
        made = noun.dep == "dobj" and bool(verb.kids("dobj", "ccomp"))
        return made and not verb.kids("neg", "aux") and verb.lemma not in _NO_DEEDS
    if verb.dep == "acl":
        told = verb.tag == "VBN" and (bool(verb.kids("agent")) or is_dated(verb))
        return told and verb.lemma not in {"call", "name", "know", "mean"}
    word = next((c for c in verb.children if c.dep in {"nsubj", "nsubjpass"}), None)
    relative = word is not None and word.tag in {"WP", "WDT"}
    if beside and not verb.kids("auxpass", "dobj"):
        return False
    return relative and is_finite(verb) and is_past(verb) and not verb.kids("neg") and len(verb.children) > 1


def has_lasted(verb: Node, head: Node) -> bool:
    """ "by floods that have killed 350 people": of things in the plural, what has happened to them is told as well."""
    noun, word = verb.head, verb.kid("nsubj", "nsubjpass")
    if word is None or word.tag not in {"WP", "WDT"} or verb.kids("neg") or head.kids("neg"):
        return False
    if not any(a.lower == "have" for a in verb.kids("aux")) or any(a.tag == "MD" for a in head.kids("aux")):
        return False
    bare = not noun.kids("det", "poss", "nummod", "predet") and noun.lemma not in {
        "people",
        "man",
        "woman",
        "thing",
    }
    named = any(c.lower == "the" for c in noun.kids("det")) and any(
        c.text[:1].isupper() for c in noun.kids("amod", "compound")
    )
    return (
        (bare or named) and head.lemma not in {"want", "need", "seek"} and bool(verb.kids("dobj", "auxpass"))
    )


def describes(name: Node) -> bool:
    """Whether a name has a description in small letters before it."""
    return name.tag == "NNP" and _is_told_of(name) and _described(name) is not None


def _is_told_of(name: Node) -> bool:
    """Whether a name stands where something is told of it, or of what is its own."""
    node = name.head if name.dep == "appos" else name
    return node.dep in {"nsubj", "nsubjpass", "dobj", "pobj", "poss"}


def description(name: Node) -> Clause | None:
    """ "Club leader Ann Lee" as "Ann Lee is the club leader"."""
    role = _described(name)
    if role is None:
        return None
    phrase = _phrase(name)
    named = [n for n in phrase if role.i < n.i <= name.i]
    owner = role if name.dep == "appos" else name
    owned = [n for c in (*owner.kids("poss"), *role.kids("poss")) for n in subtree(c)]
    before = [
        n
        for n in _before(name, role)
        if n in owned or n.text == "-" or n.dep not in {"det", "punct", "predet", "cc"}
    ]
    prefix = ("is",) if owned else ("is", _article(role, before))
    made = Clause(role, "apposition", before, subject=tuple(named), prefix=prefix)
    common = before[0].tag == "NN" or before[0].lower == "former"
    if (
        before[0].i == 0
        and common
        and (len(before) == 1 or before[1].text.islower() or before[0].tag != "NN")
    ):
        made.replace(before[0], before[0].lower)  # a capital from the start of the sentence alone
    made.notes.append(DESCRIBED)
    return made


def _phrase(name: Node) -> list[Node]:
    """A name with what stands before it, without what hangs on it."""
    return subtree(name, [c for c in name.children if c.i > name.i])


def _before(name: Node, role: Node) -> list[Node]:
    """The words of a description, from the first to the role."""
    phrase = _phrase(role) if name.dep == "appos" else _phrase(name)
    return [n for n in phrase if n.i <= role.i]


def _described(name: Node) -> Node | None:
    """The common noun right before a name, which says what the name is of; None where there is none."""
    words = cues()
    if name.dep == "appos":
        role: Node | None = name.head
    else:
        role = next((c for c in reversed(name.kids("compound", "nmod")) if not _is_name(c)), None)
    if role is None or role.tag not in {"NN", "NNP"} or name.kids("conj", "nummod") or _is_name(role):
        return None
    if not name.kids("compound") and any(p.i == name.i + 1 and p.kid("pobj") for p in name.kids("prep")):
        return None  # "the maker Research in Motion": the name goes on
    between = [n for n in _phrase(name) if role.i < n.i <= name.i]
    if role.lower not in words.pronouns.person_nouns and role.lower not in words.clauses.describing:
        return None
    if not all(_is_name(n) or n.text == "-" for n in between) or between[0].i != role.i + 1:
        return None
    before = [n for n in _before(name, role) if n is not role]
    if before and before[-1].text == "-":
        return None  # "the 25-member Union"
    hyphens = {n.i for n in before if n.text == "-"}
    joined = {place + step for place in hyphens for step in (-1, 0, 1)}  # "privately-held"
    plain = all(n.i in joined or _describing_word(n) for n in before)
    return role if plain and (len(between) > 1 or before) else None


def _describing_word(node: Node) -> bool:
    """Whether a word may stand in a description: no number, no pronoun, no list, and of the determiners an article."""
    if node.dep in {"nummod", "punct", "cc", "conj"} or node.tag in {
        "CD",
        "WP$",
        "PRP$",
        "WDT",
        "VBN",
        "VBG",
    }:
        return False
    return node.tag != "DT" or node.lower in {"the", "a", "an"}


def _is_name(node: Node) -> bool:
    return node.tag in NAME_TAGS and node.text[:1].isupper() and node.text not in _SMALL


def _article(role: Node, before: list[Node]) -> str:
    former = before[0].lower in {"former", "ex", "then", "longtime", "veteran"}
    chief = role.lower in cues().clauses.unique_roles or any(n.lower in {"chief", "prime"} for n in before)
    if chief and len(before) > 1 and not former:
        return "the"
    return "an" if before[0].text[0] in _VOWELS else "a"
