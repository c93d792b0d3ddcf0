"""Whether a text is English, the only language the rules of this program hold for.

English prose is some 40 % function words, names or no names; no other language
reaches half of that with English words. So a text is refused only when another
language's function words clearly outnumber the English ones, or when most of its
letters are of another script. Short texts are never refused: a sentence of names
decides nothing, and a wrong refusal costs a document.
"""

import re
import unicodedata
from collections import Counter

from claimkb.errors import LanguageError
from claimkb.lexicon.languages import function_words

_WORD = re.compile(r"[^\W\d_]+")
_ASCII = re.compile(r"[\x00-\x7f]+")
_ASCII_LETTERS = re.compile(r"[A-Za-z]+")
_MIN_WORDS = 20
_MIN_LETTERS = 60
# Shares of function words, measured: 354 English news texts hold 0.22 or more English ones, own samples
# of other languages at most 0.14, but 0.40-0.50 of their own (a list of foreign company names: 0.17).
_ENGLISH_SHARE = 0.2
_OTHER_SHARE = 0.25
_SAMPLE = 20_000  # characters: enough to decide, whatever the length
_NEXT_STEP = "claimkb reads English only; give an English text or a translation."


def check_english(text: str) -> None:
    """Raise `LanguageError` if the text is clearly in another language."""
    sample = text[:_SAMPLE]
    if script := _foreign_script(sample):
        raise LanguageError(f"The text is not English: most of it is in {script} letters.", _NEXT_STEP)
    words = Counter(word.lower() for word in _WORD.findall(sample))
    if words.total() < _MIN_WORDS:
        return
    language, share = _best(words)
    if language != "english" and share > _OTHER_SHARE and _share(words, "english") < _ENGLISH_SHARE:
        raise LanguageError(f"The text is not English: it looks like {language}.", _NEXT_STEP)


def _best(words: Counter[str]) -> tuple[str, float]:
    """The language with the largest share of function words, and that share; in a tie English."""
    shares = {language: _share(words, language) for language in function_words()}
    return max(shares.items(), key=_by_share)


def _by_share(item: tuple[str, float]) -> tuple[float, bool]:
    language, share = item
    return share, language == "english"


def _share(words: Counter[str], language: str) -> float:
    known = function_words()[language]
    return sum(words[word] for word in known & words.keys()) / words.total()


def _foreign_script(sample: str) -> str | None:
    """The script of most letters, if that is not Latin."""
    letters = Counter(character for character in _ASCII.sub("", sample) if character.isalpha())
    latin = sum(map(len, _ASCII_LETTERS.findall(sample)))
    if latin >= letters.total():
        return None
    scripts = Counter({"LATIN": latin})
    for letter, times in letters.items():
        scripts[unicodedata.name(letter, "UNKNOWN").split()[0]] += times
    total = scripts.total()
    if scripts["LATIN"] * 2 >= total or total < _MIN_LETTERS:
        return None
    return scripts.most_common(1)[0][0].replace("CJK", "Chinese").capitalize()
