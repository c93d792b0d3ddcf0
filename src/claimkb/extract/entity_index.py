"""Names across a document: which spellings and short forms name the same thing.

`EntityIndex` learns full names, acronyms and clipped forms from a document's
mentions and text, and resolves later short mentions: a surname to the person
named in full, "(IMF)" to the words before it. `name_key` joins spellings of
one name (Zelensky, Zelenskyy) without joining different names.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from claimkb.lexicon.firstnames import gender_of
from claimkb.lexicon.gazetteer import gazetteer
from claimkb.model import EntityMention

_SMALL_WORDS = {"of", "the", "and", "for", "in", "on", "to", "&"}
_LEAST = 3  # full mentions of the person whom a surname shared with others means
_LEAD = 4  # times as many as of the others together
_ACRONYM = re.compile(r"[\s’'s]{0,4}\(\s?[“\"‘]?(?:the\s)?([A-Z][A-Za-z&.-]{1,9})[”\"’]?\s?\)")
_OF_FIRM = re.compile(
    r" (?:CEO|shares|stock|customers|employees|executives|stores|branches|bankers|workers|subsidiary|headquarters)\b"
)
_COMPOUND = re.compile(r"(?<![\w-])([A-Z][A-Za-z.]*)[-–‑]([A-Z][A-Za-z.]*)")


@lru_cache(maxsize=10_000)
def name_key(name: str) -> str:
    """A key that spellings of one name share: no accents, case, doubled letters or inner vowels."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    plain = re.sub(r"[^a-z ]", "", plain).replace("kh", "k").replace("ph", "f").replace("dh", "d")
    words = [w[0] + re.sub(r"[aeiouy]+", "", w[1:]) for w in plain.split()]
    return " ".join(re.sub(r"(.)\1+", r"\1", w) for w in words)


@dataclass(slots=True)
class EntityIndex:
    """What short forms of a document stand for. `names` maps a surface form to (canonical name, kind)."""

    names: dict[str, tuple[str, str]] = field(default_factory=dict)
    people: dict[str, list[str]] = field(default_factory=dict)
    surnames: set[str] = field(default_factory=set)
    clipped: dict[str, str] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)

    @classmethod
    def of(
        cls, mentions: Iterable[EntityMention], text: str, aliases: Mapping[str, tuple[str, str]]
    ) -> "EntityIndex":
        """The index of one document's mentions."""
        index = cls()
        mentions = list(mentions)
        for mention in mentions:
            index.counts[mention.name] += 1
            if mention.kind not in {"other", "person"}:
                index.names.setdefault(mention.text, (mention.name, mention.kind))
            elif _is_firm(mention, text):
                index.names.setdefault(mention.text, (mention.name, "organisation"))
        index._learn_acronyms(mentions, text)
        for mention in mentions:
            if mention.kind == "person" and mention.text not in index.names:
                index._learn_person(mention.name)
        index._learn_short_firms(mentions)
        index._learn_clipped(text)
        index.names.update(aliases)
        return index

    def _learn_person(self, name: str) -> None:
        if " " not in name:
            self.surnames.add(name)
            return
        key = name_key(surname_of(name))
        full = self.people.setdefault(key, [])
        if name not in full:
            full.append(name)

    def _learn_acronyms(self, mentions: list[EntityMention], text: str) -> None:
        for mention in mentions:
            if " " not in mention.text:
                continue
            match = _ACRONYM.match(text, mention.end)
            if match and _initials_fit(match[1], mention.text):
                kind = mention.kind if mention.kind in {"agreement", "organisation"} else "organisation"
                self.names[match[1]] = self.names[mention.text] = (mention.name, kind)
        spelled = {
            initials(m.text): (m.name, m.kind)
            for m in mentions
            if m.kind in {"organisation", "agreement"} and " " in m.text
        }
        for short, target in spelled.items():
            if len(short) > 2:
                self.names.setdefault(short, target)

    def _learn_short_firms(self, mentions: list[EntityMention]) -> None:
        """A firm goes by its name without the word for what it does: "Alder" is Alder Mining."""
        table = gazetteer()
        heads = table.words["company_heads"]
        for mention in mentions:
            words = mention.text.split()
            if mention.kind != "organisation" or len(words) < 2 or words[-1] not in heads:
                continue
            short = " ".join(words[:-1])
            if short not in table.places and name_key(short) not in self.people:
                self.names.setdefault(short, (mention.name, mention.kind))

    def _learn_clipped(self, text: str) -> None:
        """A clipped country name is one that stands in a compound with another country ("Afg-Iran")."""
        countries = {name for name, kind in self.names.values() if kind == "country"}
        table = gazetteer()
        for pair in _COMPOUND.findall(text):
            for short, other in (pair, pair[::-1]):
                if short in table.combining and other in table.places:
                    self.clipped[short] = table.combining[short]
                fits = [c for c in countries if len(short) >= 3 and c.startswith(short) and c != short]
                if other in table.places and short not in table.places and len(fits) == 1:
                    self.clipped[short] = fits[0]

    def person(self, name: str) -> str | None:
        """The full name that a surname or full name stands for, None when unknown or shared."""
        full = self.people.get(name_key(surname_of(name)), [])
        if " " in name:
            words = set(name_key(name).split())
            full = [f for f in full if words <= set(name_key(f).split()) or words >= set(name_key(f).split())]
            return (
                max(full, key=lambda f: (min(len(f.split()), 3) if self.counts[f] > 1 else 0, self.counts[f]))
                if full
                else None
            )
        distinct = {name_key(f) for f in full}
        if not distinct and name in self.surnames:
            return name
        if len(distinct) > 1:
            return self._foremost(full)
        return full[0] if distinct else None

    def _foremost(self, full: list[str]) -> str | None:
        """Of several persons of one surname the one whom the text names in full far more often than all others."""
        first, *others = sorted(full, key=lambda name: -self.counts[name])
        rest = sum(self.counts[name] for name in others if name_key(name) != name_key(first))
        return first if self.counts[first] >= max(_LEAST, _LEAD * rest) else None

    def is_surname(self, name: str) -> bool:
        """Whether somebody is named in full with this surname, though it may not tell who."""
        return name_key(name) in self.people


def _is_firm(mention: EntityMention, text: str) -> bool:
    """Whether what follows a name of two or more words, none a first name, says it is a firm's ("X Y shares fell")."""
    first, *others = mention.text.split()
    return bool(others) and not gender_of(first) and _OF_FIRM.match(text, mention.end) is not None


def surname_of(name: str) -> str:
    """The last word of a name, past "Jr." and with its particle left off."""
    words = [w for w in name.split() if w.rstrip(".") not in {"Jr", "Sr", "II", "III", "IV"}]
    return re.sub(r"^(?:al|el)-", "", words[-1], flags=re.IGNORECASE) if words else name


def initials(name: str) -> str:
    """The capital initials of a name, small words left out."""
    return "".join(w[0] for w in re.split(r"[\s-]+", name) if w and w not in _SMALL_WORDS and w[0].isupper())


def _initials_fit(short: str, name: str) -> bool:
    """Whether an acronym in brackets belongs to the words before it: its capitals occur in order."""
    letters = iter("".join(w.lower() for w in name.split()))
    return short[0].lower() in {w[0].lower() for w in name.split()} and all(
        c.lower() in letters for c in short if c.isupper()
    )


def canonical_name(text: str, index: EntityIndex) -> str | None:
    """The canonical name of a holder's or argument's words, None if they name nothing known.

    Articles, possessives and titles are left off: "the US", "President Roe's".
    """
    titles = gazetteer().words["titles"]
    words = re.sub(r"['’]s?$", "", text.strip()).split()
    while words and (words[0].lower() in {"the", "a", "an"} or (words[0] in titles and len(words) > 1)):
        words = words[1:]
    plain = " ".join(words)
    if plain in index.names:
        return index.names[plain][0]
    if plain in index.clipped:
        return index.clipped[plain]
    place = gazetteer().places.get(plain)
    if place and place.name and not place.ambiguous:
        return place.name
    return index.person(plain) if plain[:1].isupper() else None
