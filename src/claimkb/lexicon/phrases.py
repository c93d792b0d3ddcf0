"""Verbs of several words and the one verb that says the same: "give way" is to collapse, "lose lives" to die.

`lexicons/phrases.toml` lists them by what they mean; `phrases` is the flat
view, `phrases_of` those of one verb, longest first, for reading running text.
"""

from functools import cache

from claimkb.lexicon import load_table


@cache
def phrases() -> dict[str, str]:
    """Phrase of lemmas → the verb that says the same."""
    table: dict[str, list[str]] = load_table("phrases")["verbs"]
    found: dict[str, str] = {}
    for meaning, listed in table.items():
        for phrase in listed:
            found.setdefault(phrase, meaning)
    return found


@cache
def converses() -> dict[str, str]:
    """Verb and preposition → the verb of which who follows the preposition is the subject."""
    table: dict[str, list[str]] = load_table("phrases")["converse"]
    return {phrase: verb for verb, listed in table.items() for phrase in listed}


@cache
def phrases_of() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """First verb of a phrase → the words that follow it and what both mean together, longest phrase first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, meaning in phrases().items():
        verb, *rest = phrase.split()
        found.setdefault(verb, []).append((tuple(rest), meaning))
    return {verb: tuple(sorted(listed, key=lambda x: (-len(x[0]), x))) for verb, listed in found.items()}
