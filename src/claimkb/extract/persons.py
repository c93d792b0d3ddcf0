"""Which of "he" and "she" takes up a person, and which name a bare title stands for.

The text says it by a title ("Mrs"), a noun ("spokesman") or a first name of
which one use prevails; what a clear pronoun showed is learned by the
discourse. Unknown stays unknown: then both pronouns fit.
"""

from functools import cache

from claimkb.extract.tree import Node
from claimkb.lexicon.cues import cues
from claimkb.lexicon.firstnames import Gender, gender_of
from claimkb.model import EntityMention


def gender_by_words(node: Node, entity: EntityMention | None) -> Gender:
    """The gender that a noun phrase tells by its noun, its titles or its first name."""
    male, female = _telling_words()
    surname = entity is not None and entity.kind == "person" and node.text == entity.name.split()[-1]
    around = [] if surname else [node.lemma]  # "King" of Ann King
    around += [c.lower for c in node.kids("compound", "amod", "appos") if not surname or c.lower != "sheikh"]
    if not male.isdisjoint(around):
        return Gender.MALE
    if not female.isdisjoint(around):
        return Gender.FEMALE
    if entity is not None and entity.kind == "person":
        titles = cues().pronouns.person_nouns
        names = [n for n in entity.name.split() if n.lower().rstrip(".") not in titles]
        if names:
            return gender_of(names[0])  # whoever goes by one name goes by the first
    return first_name_gender(node)


@cache
def _telling_words() -> tuple[frozenset[str], frozenset[str]]:
    """The titles and nouns of men, and those of women."""
    words = cues().pronouns
    return words.male_titles | words.male_nouns, words.female_titles | words.female_nouns


def first_name_gender(node: Node) -> Gender:
    """The gender of the first name in a run of names that ends with `node`."""
    if node.tag != "NNP":
        return Gender.UNKNOWN
    known = (gender_of(c.text) for c in node.kids("compound") if c.tag == "NNP")
    return next((g for g in known if g), Gender.UNKNOWN)


# Modifiers that make another title of one: "the president" is neither a former one nor a vice president.
_OTHERWISE = frozenset({"former", "ex", "late", "then", "vice", "deputy", "assistant", "associate"})
_PAST = frozenset({"former", "ex"})


def titles_of(node: Node) -> frozenset[str]:
    """The nouns that take up the bearer of a name: "President Roe" is "the president" afterwards."""
    if not node.children and node.dep != "appos":
        return frozenset()
    words = cues().pronouns
    beside = node.kids("amod", "compound", "advmod", "nmod")
    if any(c.lower in _OTHERWISE for b in beside for c in (b, *b.children)):
        return frozenset()
    short = short_titles()
    apposed = node.kids("appos")
    own = [c.lower for c in node.kids("compound", "nmod", "amod")] + [c.lemma.lower() for c in apposed]
    if node.dep == "appos" and node.head.is_noun:
        own.append(node.head.lemma.lower())
    nouns = {short.get(w, w) for w in own}
    return frozenset(n for n in nouns if n in words.person_nouns)


@cache
def short_titles() -> dict[str, str]:
    """The nouns that abbreviated titles stand for."""
    return dict(pair.split("=", 1) for pair in cues().pronouns.short_titles)


def bare_title(node: Node) -> str:
    """The noun of "the president", "the senator": a definite title without a name or a modifier; "" for the rest."""
    determiner = node.kid("det") if node.tag == "NN" else None
    if determiner is None or determiner.lower != "the":
        return ""
    told = node.kids("amod")
    past = any(c.lower in _PAST for c in told) or node.lower.startswith("ex-")
    prime = [c for c in told if (c.lower == "prime" and node.lemma == "minister") or c.lower in _PAST]
    if len(prime) < len(told) or node.kids(
        "compound", "poss", "prep", "relcl", "acl", "nmod", "conj", "appos"
    ):
        return ""
    noun = node.lemma.removeprefix("ex-")
    if noun not in cues().pronouns.person_nouns:
        return ""
    return f"former {noun}" if past else noun


def bare_surname(node: Node) -> str:
    """A capitalised word alone: the surname of somebody named before, even where it looks like a plural."""
    return node.text if node.text[:1].isupper() and not node.children else ""


def is_bare(node: Node) -> bool:
    """Whether a phrase says nothing of who is meant ("the teenager", "the suspect")."""
    bare = node.tag == "NN" and node.lemma in cues().pronouns.anybody_nouns
    return bare and all(
        c.dep in {"det", "punct", "case"} and c.lower not in {"a", "an"} for c in node.children
    )
