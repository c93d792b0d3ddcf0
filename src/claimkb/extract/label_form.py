"""The form of a headline: what it may not end in or begin with, and how it knows that it says "no"."""

from collections.abc import Sequence
from itertools import pairwise

from claimkb.extract.label_choice import MAX_WORDS
from claimkb.lexicon.cues import cues
from claimkb.lexicon.labels import label_words

_LINKS = frozenset({"is", "are", "was", "were", "be", "been"})


def denies(text: str) -> bool:
    """Whether a label says "no" in some word."""
    words = text.lower().replace("/", " ").split()
    known = label_words().denials | cues().polarity.negative_predicates
    return any(
        w in known or w.endswith("n't") or w.startswith(("fail", "refus", "den", "unable")) for w in words
    )


def headline(words: Sequence[str]) -> str:
    """Words as a headline, without a stock word at the end."""
    kept = list(words[:MAX_WORDS])
    while kept and kept[-1].lower() in label_words().dangling:
        kept.pop()
    text = " ".join(kept).strip(" ,.;:'\"")
    return text[:1].upper() + text[1:]


def flaws(words: Sequence[str]) -> float:
    """What a phrase loses because it breaks off, says a word twice, or is one word only."""
    low = [w.lower().strip(",'\"") for w in words]
    lost = 4.0 if low[-1] in label_words().dangling else 0.0
    lost += 3.0 if low[0] in _LINKS else 0.0
    lost += 3.0 if any(a == b for a, b in pairwise(low)) else 0.0
    return lost + (3.0 if len(low) == 1 else 0.0)
