"""One deed told from two sides: "Brightwater sold its ferries to Nordline", "Nordline bought Brightwater's ferries".

Two verbs that are listed as converses tell one deed where the thing is the
same and who does it on one side is named on the other in another role.
"""

from claimkb.compare.profile import Profile, Slot
from claimkb.lexicon.support import support_words
from claimkb.lexicon.wordclasses import broader


def told_from_both_sides(one: Profile, two: Profile) -> bool:
    """Whether two converse verbs tell one deed: the parties exchanged, the thing the same."""
    if one.negated != two.negated or frozenset({one.verb, two.verb}) not in support_words().converse:
        return False
    first, second = one.slot("subject"), two.slot("subject")
    if first is None or second is None or _is_one(first, second):
        return False
    if not (_is_named_in(first, two) or _is_named_in(second, one)):
        return False
    things = one.slot("object"), two.slot("object")
    return None in things or _is_one(*things)  # type: ignore[arg-type] # a match has no thing: "A beat B"


def _is_one(x: Slot, y: Slot) -> bool:
    """Whether two arguments can be one thing: by their names, or by their nouns."""
    if x.named and y.named:
        return bool(x.entities & y.entities)
    return x.head == y.head or x.head in broader(y.head) or y.head in broader(x.head)


def _is_named_in(who: Slot, side: Profile) -> bool:
    """Whether a subject stands in another role on a side, or owns what stands there."""
    others = [s for s in side.slots if s.role != "subject"]
    if who.entities:
        return any(who.entities & s.entities for s in others)
    return any(who.head == s.head or who.head in s.words for s in others)
