"""What a stretch of words looks like: title case, ended or not, verbal or not. No parser needed."""

import re
from functools import lru_cache

from claimkb.lexicon.roles import role_words

_WORD = re.compile(r"[\w'’&.+-]*\w[\w'’&.+-]*")
_ENDED = re.compile(r"[.!?…][\"'”’»)\]*_]*$")


def words_of(text: str) -> list[str]:
    """The words of a stretch, with inner hyphens, points and apostrophes."""
    return _WORD.findall(text)


@lru_cache(maxsize=64)  # half a dozen rules ask it of a line
def count_words(text: str) -> int:
    """How many words a stretch has."""
    return len(_WORD.findall(text))


def is_title_case(text: str) -> bool:
    """Whether every word but the small ones begins with a capital or a digit, as in a headline."""
    words = words_of(text)
    major = [word for word in words if word.lower() not in role_words().minor] or words[:1]
    return bool(major) and all(_capital(word) for word in major) and _capital(words[0])


def has_ended(text: str) -> bool:
    """Whether the text closes with the mark of a finished sentence."""
    return _ENDED.search(text) is not None


def has_finite_verb(text: str) -> bool:
    """Whether one of the commonest finite verbs occurs: enough to tell a sentence, not to deny one."""
    return any(word.lower().replace("’", "'") in role_words().finite for word in words_of(text))


def _capital(word: str) -> bool:
    first = word.lstrip("'’&.+-")[:1]
    return first.isupper() or first.isdigit()
