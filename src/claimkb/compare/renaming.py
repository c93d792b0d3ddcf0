"""One name for one person in a pair: "Curie" in one text is "Marie Curie" in the other.

Only a single word that ends exactly one longer name of the other side is
renamed, so that two people who share a surname, both given in full, stay two.
"""

from dataclasses import replace

from claimkb.compare.profile import Profile


def unified(a: Profile, b: Profile) -> tuple[Profile, Profile]:
    """The two profiles with short names replaced by the long ones of the other side."""
    if a.entities == b.entities:
        return a, b
    return _renamed(a, _longer(a, b)), _renamed(b, _longer(b, a))


def _longer(short: Profile, long: Profile) -> dict[str, str]:
    found: dict[str, str] = {}
    for name in short.entities - long.entities:
        if " " in name:
            continue
        fitting = [other for other in long.entities if other.endswith(f" {name}")]
        if len(fitting) == 1 and not any(other.endswith(f" {name}") for other in short.entities):
            found[name] = fitting[0]
    return found


def _renamed(side: Profile, names: dict[str, str]) -> Profile:
    if not names:
        return side

    def swap(given: frozenset[str]) -> frozenset[str]:
        """The same names, those that were changed under their new ones."""
        return frozenset(names.get(name, name) for name in given)

    return replace(
        side,
        entities=swap(side.entities),
        slots=tuple(replace(s, entities=swap(s.entities)) for s in side.slots),
        assertions=tuple(replace(a, bearer=swap(a.bearer), parties=swap(a.parties)) for a in side.assertions),
    )
