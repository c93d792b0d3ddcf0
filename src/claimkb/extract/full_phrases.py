"""The phrases of a text that name one kind of thing in full, and whether they all tell of one thing."""

from collections.abc import Sequence
from dataclasses import dataclass

from claimkb.extract.mention import Mention

_LEAD = 3  # times that one thing of a kind must be named for each time that another is


@dataclass(frozen=True, slots=True)
class Full:
    """A phrase that names a thing in full; `told` are the words that tell it from others of its kind."""

    mention: Mention
    told: frozenset[str]
    sentence: int


def only_thing(full: Sequence[Full]) -> Full | None:
    """The fullest of several phrases that tell of one thing; None where they tell of different ones."""
    best = max(full, key=lambda f: (len(f.told), f.sentence), default=None)
    others = [f for f in full if best is not None and not f.told & best.told]
    if not others or _is_one_again(full):
        return best
    last = full[-1]
    same = [f for f in full if f.told & last.told]
    return last if len(same) >= max(_LEAD, _LEAD * (len(full) - len(same))) else None


def _is_one_again(full: Sequence[Full]) -> bool:
    """ "A Kraft plant ... the Ohio plant": what is brought in once and then told of with "the" is one thing."""
    first, *later = sorted(full, key=lambda f: (f.sentence, f.mention.node.i))
    new = [any(c.lower in {"a", "an"} for c in f.mention.node.kids("det")) for f in (first, *later)]
    again = all(
        any(c.lower == "the" for c in f.mention.node.kids("det")) or f.told & first.told for f in later
    )
    return new[0] and not any(new[1:]) and again and first.mention.node.tag == "NN"


def lone_thing(full: Sequence[Full]) -> Full | None:
    """The one thing of its kind that the text has named, however often."""
    return only_thing(full) if len({frozenset(f.told) for f in full}) == 1 else None
