"""Grammatical number of noun phrases."""

from claimkb.extract.tree import Node

_PLURAL_TAGS = frozenset({"NNS", "NNPS"})
_PLURAL_VERBS = frozenset({"are", "were", "have", "do"})
_PLURAL_PRONOUNS = frozenset({"they", "we", "these", "those", "both", "many", "few", "you", "i"})


def is_plural(noun: Node) -> bool:
    """Whether a noun phrase takes a plural verb."""
    return (
        noun.tag in _PLURAL_TAGS
        or noun.lower in _PLURAL_PRONOUNS
        or (noun.tag == "CD" and noun.lower not in {"one", "1"} and not noun.kids("det"))
        or any(c.lower == "and" for c in noun.kids("cc"))
    )


def takes_plural(noun: Node) -> bool:
    """Whether a noun of singular form has a verb in the plural ("rescue personnel were", "the youth have")."""
    if noun.tag != "NN" or noun.dep not in {"nsubj", "nsubjpass"}:
        return False
    verb = noun.head
    if verb.lower in _PLURAL_VERBS:
        return verb.tag == "VBP" or verb.lower == "were"
    return any(c.tag in {"VBP", "VBD"} and c.lower in _PLURAL_VERBS for c in verb.kids("aux", "auxpass"))
