"""One name for one person in a pair: "Curie" in one text is "Marie Curie" in the other.

Names are one as well where they differ in accents and points only, or where
one has a title before it, a middle name or a generation after it ("Striker
Paulo Reis", "Anna M. Lund", "Anthony Rizzo III"). Only a name that ends exactly one longer name of the
other side is renamed, so that two people who share a surname, both given in
full, stay two. A name that extraction found on one side only, since the
other has it where any word has a capital letter, is a name there too.
"""

import re
import unicodedata
from dataclasses import replace
from functools import lru_cache

from claimkb.compare.profile import Profile, Slot

_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})


def unified(a: Profile, b: Profile) -> tuple[Profile, Profile]:
    """The two profiles with short names replaced by the long ones of the other side."""
    if a.entities == b.entities:
        return a, b
    a, b = _with_names(a, b), _with_names(b, a)
    return _renamed(a, _longer(a, b)), _renamed(b, _longer(b, a))


def _with_names(side: Profile, other: Profile) -> Profile:
    """A profile with the names of the other side that its own words hold unknown."""
    found = [n for n in other.entities - side.entities if _last_word(n) in side.words]
    for name in found:
        slots = tuple(_named(slot, name) for slot in side.slots)
        if slots != side.slots:
            words = side.words - frozenset(name.lower().split())
            side = replace(side, slots=slots, words=words, entities=side.entities | {name})
    return side


@lru_cache(maxsize=16384)
def _last_word(name: str) -> str:
    return name.lower().rpartition(" ")[2]


def _named(slot: Slot, name: str) -> Slot:
    """A slot that names what its words spell with capital letters."""
    parts = frozenset(name.lower().split())
    if _last_word(name) not in slot.words or not re.search(rf"\b{re.escape(name)}\b", slot.text):
        return slot
    named = slot.named or slot.head in parts
    return replace(slot, words=slot.words - parts, entities=slot.entities | {name}, named=named)


def _longer(short: Profile, long: Profile) -> dict[str, str]:
    found: dict[str, str] = {}
    others = long.entities - short.entities
    for name in short.entities - long.entities if others else ():
        fitting = [other for other in others if _is_one(name, other)]
        if len(fitting) == 1 and not any(_is_one(name, o) for o in short.entities if o != name):
            found[name] = fitting[0]
    return found


def _is_one(name: str, longer: str) -> bool:
    """Whether a name is the end of a longer one; of two that are spelt alike the first in the alphabet stands."""
    one, other = _folded(name), _folded(longer)
    if one == other:
        return longer < name
    if not one or len(one) >= len(other):
        return False
    return other[-len(one) :] == one or (len(one) > 1 and (other[0], other[-1]) == (one[0], one[-1]))


@lru_cache(maxsize=16384)
def _folded(name: str) -> tuple[str, ...]:
    """The words of a name without accents, points, case, and what tells father from son."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    words = plain.replace(".", "").casefold().split()
    while len(words) > 1 and words[-1] in _GENERATIONS:
        words.pop()
    return tuple(words)


def _renamed(side: Profile, names: dict[str, str]) -> Profile:
    if not names:
        return side

    def swap(given: frozenset[str]) -> frozenset[str]:
        return frozenset(names.get(name, name) for name in given)

    return replace(
        side,
        entities=swap(side.entities),
        slots=tuple(replace(s, entities=swap(s.entities)) for s in side.slots),
        assertions=tuple(replace(a, bearer=swap(a.bearer), parties=swap(a.parties)) for a in side.assertions),
    )
