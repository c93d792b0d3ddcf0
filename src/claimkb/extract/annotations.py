"""What was found in the text of a document, and quick answers to what stands where."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from claimkb.model import EntityMention, Quantity, TimeRef


@dataclass(frozen=True)
class Annotations:
    """Quantities, dates and entities of a text, each in the order of its places."""

    quantities: tuple[Quantity, ...]
    dates: tuple[TimeRef, ...]
    entities: tuple[EntityMention, ...]

    @cached_property
    def _starts(self) -> list[int]:
        return [m.start for m in self.entities]

    @cached_property
    def _by_text(self) -> dict[str, EntityMention]:
        return {m.text: m for m in reversed(self.entities)}

    @cached_property
    def _named(self) -> bytearray:
        """A mark for each character that is part of a name: most words are none, which is quickly seen here."""
        marks = bytearray(max((m.end for m in self.entities), default=0))
        for mention in self.entities:
            marks[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
        return marks

    @cached_property
    def _longest(self) -> int:
        return max((m.end - m.start for m in self.entities), default=0)

    def entities_between(self, start: int, end: int) -> tuple[EntityMention, ...]:
        """The entities that overlap a longer stretch, which a document has many of."""
        first = bisect_left(self._starts, start - self._longest)
        near = self.entities[first : bisect_left(self._starts, end)]
        return tuple(m for m in near if start < m.end)

    def entity_at(self, start: int, end: int) -> EntityMention | None:
        """The entity that overlaps `start`..`end`, the first where there are several."""
        if self._named.find(1, start, end) < 0:
            return None
        place = bisect_right(self._starts, start) - 1
        for mention in self.entities[max(0, place) : place + 2]:
            if mention.start < end and start < mention.end:
                return mention
        return None

    def entities_at(self, start: int, end: int) -> tuple[EntityMention, ...]:
        """The entities that overlap `start`..`end`: two in a word like "U.S.-Canada"."""
        if self._named.find(1, start, end) < 0:
            return ()
        place = max(0, bisect_right(self._starts, start) - 1)
        near = self.entities[place : place + 4]
        return tuple(m for m in near if m.start < end and start < m.end)

    def named_in(self, words: str) -> tuple[EntityMention, ...]:
        """The entities whose names stand in a phrase that was put in the place of a pronoun."""
        known = self._by_text
        bare = words.removesuffix("'s").removesuffix("'")
        if bare in known:
            return (known[bare],)
        found: dict[str, EntityMention] = {}
        pieces = bare.replace(",", " ").split()
        for size in (4, 3, 2, 1):
            for index in range(len(pieces) - size + 1):
                mention = known.get(" ".join(pieces[index : index + size]).removesuffix("'s"))
                if mention is not None:
                    found.setdefault(mention.name, mention)
        return tuple(found.values())
