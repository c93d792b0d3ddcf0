"""Exchanging words of a claim: verbs in the form they have, once or not at all."""

import re

from claimkb.extract.inflect import past, past_participle, present


def once(text: str, old: str, new: str) -> str | None:
    """The text with a word exchanged that stands in it exactly once; its capital is kept."""
    found = list(re.finditer(rf"(?<![\w-]){re.escape(old)}(?![\w-])", text, re.IGNORECASE))
    if len(found) != 1:
        return None
    (match,) = found
    if match[0][0].isupper() and not old[0].isupper():
        new = new[0].upper() + new[1:]
    return text[: match.start()] + new + text[match.end() :]


def forms(lemma: str) -> dict[str, str]:
    """The forms of a verb, each with a name; the base comes last, so that it names what nothing else does."""
    return {
        "past": past(lemma),
        "participle": past_participle(lemma),
        "singular": present(lemma, plural=False),
        "base": lemma,
    }


def inflected(lemma: str, form: str) -> str:
    """A form of a verb by its name."""
    return forms(lemma)[form]


def form_in(words: list[str], lemma: str) -> tuple[str, str] | None:
    """The form of a lemma among words, and its name."""
    for name, form in forms(lemma).items():
        if form in words:
            return form, name
    return None
