"""Whom a text is about: the names of its headline, and the one it comes back to most.

A reader takes "he" for the person an article is about sooner than for one it
names in passing. Whom a text speaks of is known before its first pronoun is
read, so it counts for all of them alike. Firms gain nothing: on development
text "it" was no likelier to be the firm an article is about than another thing.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from claimkb.model import EntityMention

# Each about as much as a subject gains over an object; from 0.4 to 0.8 the same references are resolved.
_IN_TITLE = 0.6
_MAIN = 0.6
_LEAST = 3  # mentions of whoever a text is about
_LEAD = 2  # times as many as of the next person


def topics_of(entities: Sequence[EntityMention], titles: str) -> Mapping[str, float]:
    """What each person of a text gains, by canonical name; `titles` are the words of its titles."""
    prior: dict[str, float] = {}
    headline = titles.lower()
    ranked = Counter(m.name for m in entities if m.kind == "person").most_common()
    for place, (name, count) in enumerate(ranked):
        following = ranked[place + 1][1] if place + 1 < len(ranked) else 0
        main = place == 0 and count >= max(_LEAST, _LEAD * following)
        named = name.split()[-1].lower() in headline
        if main or named:
            prior[name] = _MAIN * main + _IN_TITLE * named
    return prior
