"""What is known of a whole text before its first sentence is read: whom and what it names, and how often."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claimkb.extract.blocks import Block
from claimkb.extract.fullnames import FullNames
from claimkb.extract.heralds import Heralds, heralds_of
from claimkb.extract.topics import topics_of
from claimkb.lexicon.gazetteer import gazetteer
from claimkb.model import EntityMention, SentenceRole

_AMERICA = "United States"


@dataclass(frozen=True, slots=True)
class Overview:
    """The names of one document, looked over.

    `countries` counts its mentions of each in order, `spoken_of` those of its
    bodies and states as well; `topics` is what the persons it is about gain.
    """

    countries: Mapping[str, int]
    spoken_of: Mapping[str, int]
    topics: Mapping[str, float]
    names: FullNames
    heralds: Heralds


def overview_of(text: str, blocks: Sequence[Block], entities: Sequence[EntityMention]) -> Overview:
    """The overview of a text; `entities` are its names in any order."""
    ordered = sorted(entities, key=lambda m: m.start)
    countries = Counter(m.name for m in ordered if m.kind == "country")
    titles = " ".join(text[b.start : b.end] for b in blocks if b.role is SentenceRole.TITLE)
    american = gazetteer().words["american_bodies"] | gazetteer().states
    at_home = sum(m.name in american for m in ordered)
    return Overview(
        dict(countries),
        dict(countries + Counter({_AMERICA: at_home})),
        topics_of(entities, titles),
        FullNames(entities),
        heralds_of(text, ordered),
    )
