"""A claim that is a headline already: at most five words once its articles are gone.

It is taken as it stands where the label made of its parse says less ("got
some figures wrong" is more than "got figures").
"""

import re

from claimkb.extract.label_choice import MAX_WORDS
from claimkb.extract.label_form import headline
from claimkb.extract.label_words import Wording, without_title
from claimkb.lexicon.labels import label_words

_ARTICLES = frozenset({"the", "a", "an"})
_PARTS = re.compile(r"\b(some|all|most|many|both) of (?:the|its|his|her|their|our|my|your) ")
# What a headline may say in another way or leave out.
_IDLE = frozenset(
    [
        *("is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "'s", "'ve", "'re"),
        *("it", "it's", "this", "that", "that's", "there", "there's", "and", "needs", "need", "to", "got"),
        *("we've", "they've", "no-one", "one", "of"),
    ]
)
_LONGEST = 60  # characters; no claim of five words is longer


def brief(claim: str, label: str, view: Wording) -> str:
    """The claim in at most five words, where `label` lacks one of them; else ""."""
    if not claim or len(claim) > _LONGEST or re.search(r"[\d,;:—]", claim) or view.quantities:
        return ""
    claim = _PARTS.sub(r"\1 ", claim)
    words = view.shortened(
        without_title(" ".join(w for w in claim.split() if w.lower() not in _ARTICLES))
    ).split()
    if not 1 < len(words) <= MAX_WORDS:
        return ""
    said = {w for word in label.lower().split() for w in (word, *re.split(r"[^\w]+", word))}
    stems = [stem for w, after in zip(words, [*words[1:], ""], strict=True) if (stem := _stem(w, after))]
    return headline(words) if any(not any(s.startswith(stem) for s in said) for stem in stems) else ""


def _stem(word: str, after: str) -> str:
    """A word by its beginning; nothing for one that a headline may leave out, such as a first name."""
    if word[:1].isupper() and after[:1].isupper():
        return ""
    low = word.lower().replace("’", "'").strip(".,;:!?\"'")
    return "" if low in _IDLE | label_words().dropped | label_words().when else low[: max(3, len(low) - 3)]
