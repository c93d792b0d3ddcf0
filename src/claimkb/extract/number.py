"""Grammatical number of noun phrases."""

from claimkb.extract.tree import Node

_PLURAL_TAGS = frozenset({"NNS", "NNPS"})
_PLURAL_PRONOUNS = frozenset({"they", "we", "these", "those", "both", "many", "few", "you", "i"})


def is_plural(noun: Node) -> bool:
    """Whether a noun phrase takes a plural verb."""
    return (
        noun.tag in _PLURAL_TAGS
        or noun.lower in _PLURAL_PRONOUNS
        or (noun.tag == "CD" and noun.lower not in {"one", "1"} and not noun.kids("det"))
        or any(c.lower == "and" for c in noun.kids("cc"))
    )
