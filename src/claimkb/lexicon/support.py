"""The words that keep a claim from supporting another that shares its words, from `lexicons/support.toml`."""

from dataclasses import dataclass
from functools import cache

from claimkb.lexicon import load_table
from claimkb.lexicon.wordclasses import canonical

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class SupportWords:
    """Lemmas; those of `symmetric` stand with the names of their classes."""

    unmeant: Words
    asking: Words
    coming: Words
    symmetric: Words
    multiplying: Words
    mistaken: Words  # word forms
    telling_off: Words
    above: Words
    below: Words
    spans: Words
    measuring: Words
    loose: Words
    converse: frozenset[Words]  # each two classes


@cache
def support_words() -> SupportWords:
    """The lists, read once."""
    table = load_table("support")
    pairs = frozenset(frozenset(map(canonical, pair)) for pair in table["converse"])
    found = {name: frozenset(words) for name, words in table.items() if name != "converse"}
    found["symmetric"] |= frozenset(map(canonical, table["symmetric"]))
    return SupportWords(**found, converse=pairs)
