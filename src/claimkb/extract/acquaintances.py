"""Whom a text has spoken of so far: who spoke last, who is he or she, who only informs, and what is a place.

Learned as the sentences are read. A name that something is "in" or "at" may
look like a person's and is a place ("Ground Zero"); officials who tell the
press what happened speak of others.
"""

from collections.abc import Sequence

from claimkb.extract.binding import says
from claimkb.extract.heralds import Heralds
from claimkb.extract.mention import Mention
from claimkb.extract.persons import titles_of
from claimkb.lexicon.cues import cues
from claimkb.lexicon.firstnames import Gender

_WHERE = frozenset({"at", "in", "near", "inside", "outside"})


class Acquaintances:
    """What is known of the persons and places of one document, by their keys."""

    def __init__(self, heralds: Heralds) -> None:
        self.genders: dict[str, Gender] = {}
        self.speaker: Mention | None = None  # the last person named as saying something
        self.cast: dict[str, Mention] = {}  # the last mention of each person who is named
        self._informers = {k for n in cues().pronouns.informers for k in heralds.bearers.get(n, ())}
        self._acting: set[str] = set()  # persons who did something
        self._places: set[str] = set()

    def remember(self, here: Sequence[Mention]) -> None:
        """Learn from the mentions of a sentence that is read."""
        for mention in here:
            if mention.kind == "person" and mention.named and not mention.plural:
                self.cast[mention.key] = mention
            if mention.kind == "person" and mention.named and mention.node.dep == "nsubj":
                self._acting.add(mention.key)
                self.speaker = mention if says(mention.node) else self.speaker
            told = mention.gender or titles_of(mention.node) or " " not in mention.key
            told = told or mention.key in self.genders or mention.key in self._acting
            if not told and mention.node.dep == "pobj" and mention.node.head.lower in _WHERE:
                self._places.add(mention.key)

    def is_place(self, mention: Mention) -> bool:
        """Whether a name is that of a place, whatever it looks like."""
        return mention.key in self._places

    def informs(self, mention: Mention) -> bool:
        """Whether somebody is an official who tells the press of others."""
        return mention.key in self._informers
