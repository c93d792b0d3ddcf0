"""How a phrase that stood elsewhere is put in the place of a description: articles, capitals, what is dropped."""

from claimkb.extract.resolution import Resolved
from claimkb.extract.tree import Node
from claimkb.lexicon.gazetteer import gazetteer


def put_phrase(node: Node, determiner: Node, words: str, found: Resolved) -> None:
    """Put `words` in the place of a noun with its determiner and its count."""
    first, _, rest = words.partition(" ")
    words = f"the {rest}" if first.lower() in {"a", "an"} and rest else words
    found.words[id(determiner)] = ""
    for child in node.kids("nummod", "preconj", "predet"):
        found.words[id(child)] = ""
    found.words[id(node)] = lowered(words)
    for mark in node.kids("case"):  # "the two countries' pact", of France and Spain: "Spain's"
        if mark.text == "'" and not words.endswith("s"):
            found.words[id(mark)] = "'s"
    found.notes[id(node)] = f"{determiner.text} {node.text!r} read as {words!r}"


_FIRST_WORDS = frozenset({
    "The", "A", "An", "This", "These", "Some", "Many", "Several", "Its", "Their", "Our", "His", "Her",
    "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten",
})  # fmt: skip


def lowered(words: str) -> str:
    """A phrase from the start of a sentence, or the name of a country alone, as it reads inside a sentence."""
    first, _, rest = words.partition(" ")
    if rest and first in _FIRST_WORDS:
        return f"{first.lower()} {rest}"
    articled = gazetteer().words["articled"]  # "U.S. officials", but "the U.S."
    return " and ".join(f"the {name}" if name in articled else name for name in words.split(" and "))
