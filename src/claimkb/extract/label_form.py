"""The form of a headline: what it may not end in or begin with, and how it knows that it says "no"."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from claimkb.extract.label_choice import MAX_WORDS
from claimkb.lexicon.cues import cues
from claimkb.lexicon.labels import label_words

_STRANDED = frozenset({"about", "at", "by", "for", "from", "in", "of", "on", "to", "with"})
_ASKED = frozenset({"where", "what", "who", "whom", "which"})
_ASKING = ("what", "who", "where", "when", "how", "whether")
_STOCK = 3  # letters; a longer word said twice reads ill
LINKS = frozenset({"is", "are", "was", "were", "be", "been"})


def denies(text: str) -> bool:
    """Whether a label says "no" in some word, also by a verb such as "declined" or by "few"."""
    words = text.lower().replace("/", " ").split()
    known = _denying_words()
    denied = any(w in known or w.endswith("n't") or w.startswith(_denying_stems()) for w in words)
    return denied or any(phrase in text.lower() for phrase in cues().polarity.negative_predicates)


@cache
def _denying_words() -> frozenset[str]:
    polarity = cues().polarity
    return label_words().denials | polarity.negators | polarity.near_negators | polarity.near_quantities


@cache
def _denying_stems() -> tuple[str, ...]:
    """The beginnings of the forms of verbs that deny: "refus", "declin", "deni"."""
    stems = {w[:-1] if w.endswith("e") else w for w in cues().polarity.failing_verbs}
    return (*stems, *(f"{w[:-1]}i" for w in stems if w.endswith("y")))


def headline(words: Sequence[str]) -> str:
    """Words as a headline, without a stock word at the end."""
    kept = list(words[:MAX_WORDS])
    while kept and dangles(kept):
        kept.pop()
    text = " ".join(kept).strip(" ,.;:'\"")
    return text[:1].upper() + text[1:]


def dangles(words: Sequence[str]) -> bool:
    """Whether a phrase ends in a stock word; "where it came from" does not."""
    last = words[-1].lower().strip(".,'\"")
    if last not in label_words().dangling:
        return False
    return last not in _STRANDED or all(w.lower() not in _ASKED for w in words[:-1])


def flaws(words: Sequence[str]) -> float:
    """What a phrase loses because it breaks off, says a word twice, or is one word only."""
    low = [w.lower().strip(",:'\"").removesuffix("'s") for w in words]
    lost = 4.0 if dangles(words) else 0.0
    lost += 3.0 if low[0] in LINKS else 0.0
    if len(set(low)) < len(low):
        lost += (
            3.0 if any(a == b for a, b in pairwise(low)) or any(low.count(w) > 1 for w in _ASKING) else 0.0
        )
        lost += 8.0 if any(low.count(w) > 1 for w in low if len(w) > _STOCK) else 0.0
    return lost + (3.0 if len(low) == 1 else 0.0)
