"""Which words say the same, which say the broader thing, and which exclude each other.

`canonical` maps a lemma to the name of its class, so that comparison works
on class names only; `broader` lists what a class entails; `opposed` says
whether two lemmas stand on opposite sides of a curated pair.
"""

from functools import cache

from claimkb.lexicon import load_table

# Adverbs and abstract nouns fold into the word they come from; other endings change the meaning too often.
_ENDINGS = (
    ("ally", "al"),
    ("ily", "y"),
    ("ly", ""),
    ("iness", "y"),
    ("ness", ""),
    ("mentary", "ment"),
    ("tional", "tion"),
    ("sional", "sion"),
    ("dential", "dent"),
    ("toral", "tor"),
)
_STEM = 4  # letters before an ending
_KEPT = ("inter", "supra", "trans")  # "international" is of no "internation"


@cache
def _classes() -> dict[str, str]:
    found: dict[str, str] = {}
    for group in load_table("wordclasses")["synonyms"]:
        for lemma in group:
            found.setdefault(lemma, group[0])
    return found


@cache
def broader_classes() -> dict[str, frozenset[str]]:
    """Every class that entails others, with these."""
    table: dict[str, list[str]] = load_table("wordclasses")["broader"]
    return {name: frozenset(classes) for name, classes in table.items()}


@cache
def _sides() -> dict[str, frozenset[tuple[int, int, bool]]]:
    found: dict[str, set[tuple[int, int, bool]]] = {}
    for number, pair in enumerate(load_table("opposites")["pair"]):
        strict = bool(pair.get("strict", True))
        for side, name in enumerate("ab"):
            for lemma in pair[name]:
                found.setdefault(lemma, set()).add((number, side, strict))
    return {lemma: frozenset(sides) for lemma, sides in found.items()}


def class_of(lemma: str) -> str | None:
    """The name of the lemma's synonym class, if it has one."""
    return _classes().get(lemma)


@cache
def canonical(lemma: str) -> str:
    """The name of the lemma's synonym class; the lemma itself if it has none."""
    known = _classes().get(lemma)
    if known is not None:
        return known
    for ending, base in _ENDINGS:
        if (
            lemma.endswith(ending)
            and len(lemma) - len(ending) >= (2 if len(ending) > len("iness") else _STEM)
            and not lemma.startswith(_KEPT)
        ):
            stem = lemma[: len(lemma) - len(ending)] + base
            return _classes().get(stem, stem)
    return lemma


def broader(name: str) -> frozenset[str]:
    """The classes that this class entails, itself not included."""
    return broader_classes().get(name, frozenset())


def _sides_of(lemma: str) -> frozenset[tuple[int, int, bool]]:
    """The sides of a lemma; of one that is in no list, those of the class that it belongs to."""
    known = _sides().get(lemma)
    if known is not None:
        return known
    name = _classes().get(lemma)
    return _sides().get(name, frozenset()) if name is not None else frozenset()


@cache
def opposed(a: str, b: str) -> bool:
    """True if the two lemmas are strict opposites."""
    sides_a, sides_b = _sides_of(a), _sides_of(b)
    if not sides_a or not sides_b:
        return False
    return any(x == y and p != q and strict for x, p, strict in sides_a for y, q, _ in sides_b)


@cache
def _motions() -> frozenset[str]:
    pairs = (pair for pair in load_table("opposites")["pair"] if pair.get("motion"))
    return frozenset(lemma for pair in pairs for side in "ab" for lemma in pair[side])


def is_motion(lemma: str) -> bool:
    """True if the lemma also tells how a body moves, so that of a name it says no rise or fall."""
    return lemma in _motions()


@cache
def _reversible() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    pairs = (pair for pair in load_table("opposites")["pair"] if pair.get("reversible"))
    return tuple((frozenset(pair["a"]), frozenset(pair["b"])) for pair in pairs)


def is_reversible(a: str, b: str) -> bool:
    """True if of two opposites one may well follow the other ("arrest", "release")."""
    return any((a in x and b in y) or (a in y and b in x) for x, y in _reversible())


@cache
def _deals() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    pairs = (pair for pair in load_table("opposites")["pair"] if pair.get("deal"))
    return tuple((frozenset(pair["a"]), frozenset(pair["b"])) for pair in pairs)


def is_deal(a: str, b: str) -> bool:
    """True if two opposites are what one may do within days: to buy a thing and to sell it on."""
    return any((a in x and b in y) or (a in y and b in x) for x, y in _deals())
