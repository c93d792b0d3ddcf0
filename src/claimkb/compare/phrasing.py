"""Running words with each verb of several words put as the one verb that says the same.

"Seventeen people lost their lives" reads as "seventeen people die", so that
it meets "killed 17 people" without a parse. Other words may stand between
the parts of a phrase ("laid 40 workers off"), but no other verb phrase.
"""

from functools import lru_cache

from claimkb.compare.difference import word_forms
from claimkb.lexicon.phrases import phrases_of

_BETWEEN = 3  # words that may stand between two parts of a phrase


@lru_cache(maxsize=32_768)
def in_single_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words with phrases put as single verbs."""
    known = phrases_of()
    found: list[str] = []
    used: set[int] = set()
    for at, word in enumerate(words):
        if at in used:
            continue
        meaning = None
        for verb in word_forms(word):
            if verb in known:
                meaning = _matched(words, at, known[verb], used)
                break
        found.append(meaning or word)
    return tuple(found)


def _matched(
    words: tuple[str, ...], at: int, listed: tuple[tuple[tuple[str, ...], str], ...], used: set[int]
) -> str | None:
    """What the verb and the words after it mean together; the words that it takes are used up."""
    fitting = [
        (-len(rest), places, meaning) for rest, meaning in listed if (places := _places(words, at, rest))
    ]
    if not fitting:
        return None
    _, places, meaning = min(fitting)  # of two as long the nearer: "took part in" does not take in
    used.update(places)
    return meaning


def _places(words: tuple[str, ...], at: int, rest: tuple[str, ...]) -> list[int] | None:
    """Where the rest of a phrase stands, in order."""
    places: list[int] = []
    for part in rest:
        after = range(at + 1, min(len(words), at + 2 + _BETWEEN))
        here = next((i for i in after if part == words[i] or part in word_forms(words[i])), None)
        if here is None:
            return None
        places.append(here)
        at = here
    return places
