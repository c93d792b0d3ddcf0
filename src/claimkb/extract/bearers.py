"""Who bears a title or a surname: "the president" and "Roe" once the text has named President Ann Roe.

A bare title stands for the one person whom the text has named with it so far;
with two bearers it stays open.
"""

from collections.abc import Sequence
from dataclasses import replace

from claimkb.extract.binding import says
from claimkb.extract.mention import Mention, is_proper, named_as
from claimkb.extract.persons import bare_surname, bare_title, titles_of
from claimkb.extract.resolution import Resolved
from claimkb.extract.tree import Node


class Bearers:
    """The persons of one document by their titles and surnames."""

    def __init__(self) -> None:
        self._words: dict[str, dict[str, str]] = {}  # title or surname -> key of each bearer -> words

    def read(self, mention: Mention) -> Mention:
        """Learn from a mention; a bare title or surname as a mention of the person who bears it."""
        if mention.kind == "person" and mention.named and not mention.plural and is_proper(mention):
            for title in titles_of(mention.node):
                self._words.setdefault(title, {})[mention.key] = mention.words
            self._words.setdefault(mention.key.split()[-1], {})[mention.key] = mention.words
        bearers = self._words.get(bare_title(mention.node) or bare_surname(mention.node), {})
        if len(bearers) > 1 and bare_surname(mention.node) and says(mention.node):
            return replace(mention, kind="person", named=True, plural=False)
        if len(bearers) == 1:
            key, words = next(iter(bearers.items()))
            return named_as(mention, key, words)
        return mention

    def resolve(self, node: Node, here: Sequence[Mention], found: Resolved) -> None:
        """ "The president" by the name of the one president the text has named so far."""
        bearers = self._words.get(bare_title(node), {})
        determiner = node.kid("det")
        if determiner is None or not bearers or id(node) in found.words:
            return
        if len(bearers) > 1:
            found.ambiguous.add(id(node))
            return
        key, words = next(iter(bearers.items()))
        found.words |= {id(n): "" for n in (determiner, *node.kids("amod"))}  # "the prime minister"
        found.words[id(node)] = words
        found.notes[id(node)] = f"{determiner.text} {node.text!r} read as {words!r}"
        own = next((m for m in here if m.key == key and m.named and m.node is not node), None)
        if own is not None:
            found.antecedents[id(node)] = found.antecedents[id(determiner)] = id(own.node)
