"""What a pair-key is to those who make keys and to those who ask who shares them.

A key is a kind, a colon and some words. Most kinds say what is meant: a
dimension with whose it is, a run of quoted words. The loose kinds only say
which words or which amount: two claims that share a single loose key nearly
never have anything to do with each other, unless few claims have it.
"""

LOOSE_KINDS = frozenset({"amount", "predicate", "name", "names", "words"})


def is_loose(key: str) -> bool:
    """Whether a key is made of mere words or of an amount."""
    return key.partition(":")[0] in LOOSE_KINDS
