"""Whether two claims speak of one matter: one time, one deal, one agent, a shared name or enough shared words.

These are no gates of their own: stages ask for what their kind of finding needs.
"""

from claimkb.compare.alignment import Match
from claimkb.compare.difference import word_forms
from claimkb.compare.pair import Pair
from claimkb.compare.story import Story
from claimkb.compare.times import TimeMatch, named_time
from claimkb.lexicon.wordclasses import is_deal

_OF_WHAT = ("of", "over", "for", "on")  # prepositions of the matter
ANCHOR = 3  # shared content words that stand in for a shared name
_WORDS_ALONE = 6  # the same where nothing else says that two documents speak of one event


def names_crossed(pair: Pair) -> bool:
    """Whether each side names something that the other does not: another recipient, wherever it stands."""
    left, right = pair.left.entities, pair.right.entities
    return not pair.together and bool(left - right) and bool(right - left)


def one_time(pair: Pair) -> bool:
    """Whether both name one time, or were given together: what can be undone is undone sooner or later."""
    return pair.together or pair.time is TimeMatch.SAME


def one_deal(pair: Pair, a: str, b: str) -> bool:
    """Whether two verbs are no two deals that may follow each other: a thing is bought and sold on within a month."""
    if not any(is_deal(x, y) for x in word_forms(a) for y in word_forms(b)):
        return True
    one, two = named_time(pair.a.claim), named_time(pair.b.claim)
    if one is None and two is None:
        return pair.together
    return one is not None and one == two and one.start == one.end


def one_agent(pair: Pair) -> bool:
    """Whether the subjects can be one; who did it may be left out of a passive: "the two were killed"."""
    lined = pair.alignment
    if lined.subject is not Match.MISSING:
        return lined.same_subject
    silent = pair.a if pair.left.slot("subject") is None else pair.b
    return silent.claim.frame.passive and lined.object in {Match.SAME, Match.PART, Match.RELATED}


def other_matter(pair: Pair) -> bool:
    """Whether the two say their predicate of two matters: "convicted of manslaughter", "acquitted of murder"."""
    both = [(pair.left.slot(role), pair.right.slot(role)) for role in _OF_WHAT]
    return any(
        one.head != two.head and not one.words & two.words and not one.entities & two.entities
        for one, two in both
        if one is not None and two is not None
    )


def is_anchored(pair: Pair) -> bool:
    """Whether it is one matter: a shared name or enough shared words, unless the two were given together.

    Words alone are enough only where the documents tell one story, or where
    nothing is known of that.
    """
    lined = pair.alignment
    if pair.together or lined.shared_entities:
        return True
    needed = _WORDS_ALONE if pair.story in {Story.OPEN, Story.OTHER} else ANCHOR
    return len(lined.shared_words) >= needed


def is_one_matter(pair: Pair) -> bool:
    """The same for what is merely alike: claims about names share one, claims without names stand in one story."""
    left, right = pair.left.entities, pair.right.entities
    if pair.together or left & right:
        return True
    if left and right:
        return False
    if pair.story is Story.UNKNOWN:
        return not left and not right
    return pair.story is Story.SAME or len(pair.alignment.shared_words) >= _WORDS_ALONE
