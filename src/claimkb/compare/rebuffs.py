"""What a text only reports to reject it: no text bears out what it calls wrong.

"Critics say the dam is unsafe. That is wrong" has its critics' claim, and so
has "it is a mistake to think that the dam is unsafe"; neither supports it.
Where extraction knows the author's stance, the claim carries it already; this
is for remarks that stand beside the claim.
"""

from collections.abc import Sequence
from itertools import pairwise

from claimkb.compare.words import tokens
from claimkb.lexicon.support import support_words
from claimkb.model import Claim, Stance

_REMARK = 5  # words of "that is wrong", "the author disagrees"
_OF_IT = frozenset({"this", "that", "it", "the", "they"})  # first words of such a remark


def upheld(text: Sequence[Claim]) -> list[Claim]:
    """The claims of a text but those that its author reports and rejects."""
    ordered = sorted(text, key=lambda claim: (claim.start, claim.end, claim.id))
    rebuffed = {
        one.id
        for one, after in pairwise(ordered)
        if one.holder is not None and after.holder is None and _rebuffs(after)
    }
    return [c for c in text if c.id not in rebuffed and not (c.stance is Stance.REJECTS and c.holder)]


def _rebuffs(claim: Claim) -> bool:
    """Whether a claim is no more than a remark that the one before it is wrong."""
    words = tokens(claim.text)
    return len(words) <= _REMARK and words[0] in _OF_IT and bool(support_words().mistaken & set(words))


def called_wrong(given: Claim, claim: Claim) -> bool:
    """Whether one says that it is wrong to think so, and the other says it: "it is a mistake to think that"."""
    words, mistaken = tokens(given.text), support_words().mistaken
    at = next((i for i, w in enumerate(words) if w in mistaken), None)
    return at is not None and "that" in words[at:] and not mistaken & set(tokens(claim.text))
