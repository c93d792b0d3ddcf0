"""Concept classes with a direction, and the operators that turn it.

A *concept* is a dimension on which texts agree or disagree (trust, aid, the
threat of violence); a word that belongs to it says where on the dimension we
are. An *operator* moves what it governs: "cut" turns "aid" down, a "lack"
turns "trust" down, "combat" leaves the threat open. Both are data
(`lexicons/concepts.toml`, `lexicons/operators.toml`); how they compose is
comparison's business.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from claimkb.lexicon import load_table


class Place(StrEnum):
    """Where a word must stand to carry its sense."""

    ANYWHERE = "anywhere"
    PREDICATE = "predicate"  # a verb, or a participle of it
    HEAD = "head"  # a predicate adjective, or next to a carrier noun


class Aspect(StrEnum):
    """What an operator says of the level of what it governs."""

    CHANGE = "change"
    LEVEL = "level"
    KEEP = "keep"
    FACTIVE = "factive"
    EFFORT = "effort"
    RISK = "risk"
    WISH = "wish"
    EVALUATION = "evaluation"


@dataclass(frozen=True, slots=True)
class Concept:
    """A dimension: `valence` is +1 if up is the good end; `relational` if two parties hold it between them;
    `agentive` if its verbs speak of their subject rather than their object; `not_with` are words beside which
    its verbs mean something else; `presupposable` if to mention it is to take its level for granted;
    `reversible` if one end may well follow the other; `not_roles` are the
    prepositions beside which its verbs mean something else."""

    id: str
    label: str
    nature: str
    valence: int
    relational: bool
    agentive: bool
    carriers: frozenset[str]
    not_with: frozenset[str]
    presupposable: bool
    reversible: bool
    not_roles: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Sense:
    """What a word says of a concept: direction +1, -1, or 0 for a word that only names the dimension."""

    concept: str
    direction: int
    place: Place


@dataclass(frozen=True, slots=True)
class Operator:
    """A word that turns (`sign` -1), keeps (+1) or leaves open (0) the direction of what it governs."""

    id: str
    sign: int
    aspect: Aspect


_GROUPS = {
    "scale": (0, Place.ANYWHERE),
    "up": (1, Place.ANYWHERE),
    "down": (-1, Place.ANYWHERE),
    "up_verb": (1, Place.PREDICATE),
    "down_verb": (-1, Place.PREDICATE),
    "up_head": (1, Place.HEAD),
    "down_head": (-1, Place.HEAD),
}


@cache
def concepts() -> dict[str, Concept]:
    """All concepts by id."""
    return {
        row["id"]: Concept(
            row["id"],
            row["label"],
            row["nature"],
            int(row["valence"]),
            bool(row.get("relational", False)),
            bool(row.get("agentive", False)),
            frozenset(row.get("carriers", ())),
            frozenset(row.get("not_with", ())),
            bool(row.get("presupposable", False)),
            bool(row.get("reversible", False)),
            frozenset(row.get("not_roles", ())),
        )
        for row in load_table("concepts")["concept"]
    }


@cache
def senses() -> dict[str, tuple[Sense, ...]]:
    """Word or two-word phrase → its senses."""
    found: dict[str, list[Sense]] = {}
    for row in load_table("concepts")["concept"]:
        for group, (direction, place) in _GROUPS.items():
            for word in row.get(group, ()):
                forms = _with_participles(word) if place is Place.PREDICATE else iter((word,))
                for form in forms:
                    sense = Sense(row["id"], direction, place)
                    if sense not in found.setdefault(form, []):
                        found[form].append(sense)
    return {word: tuple(listed) for word, listed in found.items()}


@cache
def operators() -> dict[str, Operator]:
    """Word → operator; the first operator listed for a word wins."""
    found: dict[str, Operator] = {}
    for row in load_table("operators")["operator"]:
        operator = Operator(row["id"], int(row["sign"]), Aspect(row["aspect"]))
        for word in row["words"]:
            found.setdefault(word, operator)
    # Participles come second, so that no made-up form hides a listed word.
    for row in load_table("operators")["operator"]:
        operator = Operator(row["id"], int(row["sign"]), Aspect(row["aspect"]))
        for word in row["words"]:
            for form in _with_participles(word):
                found.setdefault(form, operator)
    return found


def _with_participles(verb: str) -> Iterator[str]:
    """The verb and its regular participles, as lemmatizers leave them in noun phrases ("diminished")."""
    yield verb
    if " " in verb:
        return
    stem = verb[:-1] if verb.endswith("e") else verb
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        yield from (verb[:-1] + "ied", verb + "ing")
    else:
        yield from (stem + "ed", stem + "ing")
