"""What the words beside names tell of persons: offices before a name, ages before and after it.

Looked up for the whole text before its first sentence is read, since "the
president" often comes before "President Ann Roe", and read off the text alone.
A title with a nation before it ("Chinese President ...") is a foreign one
where another person bears the title bare.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from claimkb.extract.persons import short_titles
from claimkb.lexicon.cues import cues
from claimkb.lexicon.firstnames import Gender, gender_of
from claimkb.lexicon.gazetteer import gazetteer
from claimkb.model import EntityMention

_WORDS_BEFORE = re.compile(r"(?:([\w.]+)[ -])?(?:([\w.]+) )?([A-Z][\w.]+) $")
_SPELT = {
    w: n
    for n, w in enumerate(
        ("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"), start=13
    )
}
_AGE_BEFORE = re.compile(rf"\b(\d\d?|{'|'.join(_SPELT)})-year-old,?(?: \w+){{0,2}},? $", re.IGNORECASE)
_AGE_AFTER = re.compile(r",(?: aged?)? (\d\d?)(?=[,;.)])")
_PAST = frozenset({"former", "ex", "late", "then"})
_BELOW = frozenset({"vice", "deputy", "assistant", "associate", "under"})
_TEENS = range(13, 20)
_GROWN = 18


@dataclass(slots=True)
class Heralds:
    """The persons of a text by the nouns that their names are introduced with; who is introduced as a foreigner."""

    bearers: dict[str, dict[str, str]] = field(default_factory=dict)
    foreign: set[str] = field(default_factory=set)

    def add(self, noun: str, key: str, words: str) -> None:
        """One more bearer of a noun."""
        self.bearers.setdefault(noun, {}).setdefault(key, words)


def heralds_of(text: str, entities: Iterable[EntityMention]) -> Heralds:
    """What the text tells of its persons beside their names."""
    found = Heralds()
    for mention in entities:
        if mention.kind == "person":
            _office(text, mention, found)
            _age(text, mention, found)
    return found


def _office(text: str, mention: EntityMention, found: Heralds) -> None:
    start = max(0, mention.start - 60)
    before = text[start : mention.start - 1].rpartition(" ")[2]
    if before == before.lower():
        return  # as most names: no word with a capital stands before it
    match = _WORDS_BEFORE.search(text, start, mention.start)
    if match is None:
        return
    first, second, title = ((g or "") for g in match.groups())
    noun = short_titles().get(title.lower(), title.lower())
    before = second.lower() or first.lower()
    if noun not in cues().pronouns.person_nouns or before in _BELOW:
        return
    if before in _PAST or first.lower() in _PAST:
        found.add(f"former {noun}", mention.name, f"former {title} {mention.name}")
        return
    place = gazetteer().places.get(second or first)
    if place is not None and place.kind == "country":
        found.foreign.add(mention.name)
    found.add(noun, mention.name, f"{title} {mention.name}")


def _age(text: str, mention: EntityMention, found: Heralds) -> None:
    match = _AGE_AFTER.match(text, mention.end) or _AGE_BEFORE.search(
        text, max(0, mention.start - 40), mention.start
    )
    if match is None:
        return
    age = _SPELT.get(match[1].lower()) or int(match[1])
    nouns = [f"{age}-year-old"]
    if age in _TEENS:
        nouns += ["teen", "teenager", "youth"]
    gender = gender_of(mention.name.split()[0])
    if gender is Gender.MALE:
        nouns.append("boy" if age < _GROWN else "man")
    elif gender is Gender.FEMALE:
        nouns.append("girl" if age < _GROWN else "woman")
    for noun in nouns:
        found.add(noun, mention.name, mention.name)
