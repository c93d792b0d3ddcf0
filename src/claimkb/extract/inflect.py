"""Verb forms: what a participle becomes when its clause is made to stand alone.

Regular spelling rules (Quirk et al. 1985, §3.5-3.10) and a table of
irregular verbs; no library that is still maintained inflects English verbs.
"""

import re
from functools import cache

from claimkb.lexicon import load_table

_VOWELS = "aeiou"


@cache
def _irregular() -> dict[str, tuple[str, str]]:
    rows = load_table("verbs")["irregular"].replace("\n", " ").split(";")
    return {base: (past, participle) for base, past, participle in (row.split() for row in rows)}


@cache
def _doubling() -> frozenset[str]:
    return frozenset(load_table("verbs")["doubling"])


def _stem_for_ed(base: str) -> str:
    if base.endswith("e"):
        return base[:-1]
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base[:-1] + "i"
    short = len(base) >= 3 and base[-1] not in "aeiouwxy" and base[-2] in _VOWELS and base[-3] not in _VOWELS
    one_syllable = (
        sum(
            1
            for a, b in zip(base, base[1:] + "-", strict=False)
            if a in _VOWELS + "y" and b not in _VOWELS + "y"
        )
        == 1
    )
    return base + base[-1] if short and (one_syllable or base in _doubling()) else base


@cache
def _irregular_participles() -> frozenset[str]:
    return frozenset(participle for _, participle in _irregular().values())


def past(base: str) -> str:
    """The past tense: "slash" → "slashed", "withdraw" → "withdrew"."""
    return _irregular()[base][0] if base in _irregular() else _stem_for_ed(base) + "ed"


# Past tenses that are verbs of their own ("fell a tree"), or nouns and participles that the tagger mistakes.
_PRESENT_TOO = frozenset({
    "bore", "bound", "fell", "felt", "found", "ground", "lay", "left", "lent", "lit", "rent", "saw", "shot", "spat",
    "stove", "wound", "wove",
})  # fmt: skip


@cache
def past_forms() -> dict[str, str]:
    """The bases of irregular past tenses that are no present form of any verb ("fought": "fight")."""
    forms = {form: base for base, (form, _) in _irregular().items() if form != base}
    also_present = set(_irregular()) | _PRESENT_TOO
    return {form: base for form, base in forms.items() if form not in also_present}


def past_participle(base: str) -> str:
    """The past participle: "suspend" → "suspended", "lose" → "lost"."""
    return _irregular()[base][1] if base in _irregular() else _stem_for_ed(base) + "ed"


def is_participle(word: str) -> bool:
    """Whether a word form can be a past participle ("lost", "damaged")."""
    return word.endswith("ed") or word in _irregular_participles()


def present(base: str, *, plural: bool) -> str:
    """The present tense of the third person: "signal" → "signals" (plural "signal")."""
    if base == "be":
        return "are" if plural else "is"
    if plural:
        return base
    if base == "have":
        return "has"
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base + "es"
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base[:-1] + "ies"
    return base + "s"


def be(*, plural: bool, is_past: bool) -> str:
    """The form of "be" for a number and a tense."""
    if is_past:
        return "were" if plural else "was"
    return "are" if plural else "is"


def gerund(base: str) -> str:
    """The -ing form: "lose" → "losing", "cut" → "cutting", "annoy" → "annoying"."""
    if base.endswith("ie"):
        return f"{base[:-2]}ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return f"{base[:-1]}ing"
    regular = past(base)
    doubled = regular == f"{base}{base[-1]}ed" or (
        not regular.endswith("ed") and re.fullmatch(r"[^aeiou]*[aeiou][^aeiouwxy]", base) is not None
    )
    return f"{base}{base[-1]}ing" if doubled else f"{base}ing"


def base_of_gerund(word: str) -> str:
    """The base form of an -ing form: "standing" → "stand", "making" → "make"; the stem where none fits."""
    stem = word.removesuffix("ing")
    fits = (base for base in (stem, f"{stem}e", stem[:-1]) if base and gerund(base) == word)
    return next(fits, stem)
