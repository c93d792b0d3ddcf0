"""Whether a claim that a model wrote is borne out by the words it quotes.

A row of checks, each a function with a name: numbers, negations, hedges,
conditions, names, words and their order in the claim must be those of the
quote; what stands for a pronoun may come from the resolved context (the
sentences before, the title, what the rules resolved there). The checks are
lexical and strict on purpose: a model is told to reuse the words of the text,
and a claim lost costs less than a claim that nobody made.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import snowballstemmer

from claimkb.extract.quantities import find_quantities
from claimkb.lexicon.cues import cues
from claimkb.lexicon.grounding import grounding_words
from claimkb.lexicon.languages import function_words
from claimkb.model import Quantity

# Of the words of a claim that say something, what the quote itself must hold.
# The rest may be what a pronoun stands for. 0.5 admits "Harbour Gazette
# reporters" for "they" in a clause of three words of its own.
MIN_QUOTED = 0.5
# How much of the shared words must stand in the order of the quote; a passive turned round stays below.
MIN_IN_ORDER = 0.75

_WORD = re.compile(r"n['’]t\b|cannot|[^\W\d_]+(?:[-'’][^\W\d_]+)*|\d[\d.,:/-]*\d|\d", re.I)
_CONTRACTED = re.compile(r"(?i)\b(ca|wo|sha|[a-z]+?)(n['’]t)\b")
_POSSESSIVE = re.compile(r"['’]s?$")
_DIGITS = re.compile(r"\d+")
_STEMMER = snowballstemmer.stemmer("english")


@dataclass(frozen=True, slots=True)
class Drafted:
    """A claim as a model gave it: its words, what it quotes, and who it says holds it ("" for the author)."""

    claim: str
    quote: str
    holder: str = ""


@dataclass(frozen=True, slots=True)
class Ground:
    """What a claim may rest on.

    `quote` are the quoted words, `near` the rest of their sentence and how the
    rules resolved it, `context` the sentences before: what a pronoun of the
    quote may stand for.
    """

    quote: str
    near: str = ""
    context: str = ""

    @property
    def all(self) -> str:
        """Everything that may be referred to."""
        return f"{self.quote} {self.near} {self.context}"


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a claim was not taken: the check that failed and what it found."""

    check: str
    found: str


Check = Callable[[Drafted, Ground], str]


def grounded(draft: Drafted, ground: Ground) -> Failure | None:
    """The first check that a claim fails; None if its ground bears it out."""
    for name, check in CHECKS:
        found = check(draft, ground)
        if found:
            return Failure(name, found)
    return None


def is_said(draft: Drafted, ground: Ground) -> str:
    """A claim has a word that says something, and is one sentence of a sane length."""
    if not _content(draft.claim):
        return "it says nothing"
    if len(draft.claim) > 3 * len(ground.quote) + 120:
        return "it is much longer than what it quotes"
    return "it is several sentences" if _SENTENCE_END.search(draft.claim.strip()) else ""


def numbers(draft: Drafted, ground: Ground) -> str:
    """Every number of the claim stands in the quote, with its bound; none is rounded or converted."""
    said = find_quantities(ground.quote)
    for quantity in find_quantities(draft.claim):
        if not any(_same(quantity, other) for other in said):
            return f"the quote does not say {quantity.text!r}"
    figures = [figure for figure in _DIGITS.findall(draft.claim) if figure in _DIGITS.findall(ground.quote)]
    if _common_length(figures, _DIGITS.findall(ground.quote)) < len(figures):
        return "its numbers stand in another order than in the quote"
    there = Counter(_DIGITS.findall(ground.quote))
    for digits, count in Counter(_DIGITS.findall(draft.claim)).items():
        if there[digits] < count:
            return f"the quote does not say {digits!r}"
    return ""


def negations(draft: Drafted, ground: Ground) -> str:
    """The claim denies what the quote denies, and nothing else."""
    return _differ(_marks(draft.claim, _negation), _marks(ground.quote, _negation), "negation")


def quantifiers(draft: Drafted, ground: Ground) -> str:
    """All, most, some, few and only are as in the quote."""
    return _differ(_marks(draft.claim, _quantifier), _marks(ground.quote, _quantifier), "quantifier")


def hedges(draft: Drafted, ground: Ground) -> str:
    """What may, should or is expected to be is not said to be, nor the reverse."""
    return _differ(_marks(draft.claim, _hedge), _marks(ground.quote, _hedge), "hedge")


def conditions(draft: Drafted, ground: Ground) -> str:
    """A condition is not dropped or made up."""
    return _differ(_marks(draft.claim, _condition), _marks(ground.quote, _condition), "condition")


def names(draft: Drafted, ground: Ground) -> str:
    """Every name stands in the quote or in what its words refer to, those of the quote in its order."""
    quoted = _stems(ground.quote)
    mentioned = [word for word in _words(draft.claim) if word[0].isupper() and not _is_idle(word)]
    alien = [word for word in mentioned if _stem(word) not in quoted]
    known = _stems(ground.near)
    if any(word.lower() in grounding_words().pronouns for word in _words(ground.quote)):
        known |= _stems(ground.context)
    unknown = [word for word in alien if _stem(word) not in known]
    return f"the quote does not speak of {unknown[0]!r}" if unknown else ""


def words(draft: Drafted, ground: Ground) -> str:
    """What the claim says is in the words of the quote; only what they refer to is from the context."""
    quoted = _stems(ground.quote)
    known = _stems(ground.all)
    said = _content(draft.claim)
    strange = [word for word in said if _stem(word) not in known]
    if strange:
        return f"the text does not say {strange[0]!r}"
    share = sum(_stem(word) in quoted for word in said) / len(said)
    return "" if share >= MIN_QUOTED else f"only {share:.0%} of its words are in the quote"


def order(draft: Drafted, ground: Ground) -> str:
    """Who does what to whom is as in the quote: shared words stand in its order."""
    extra = Counter(_roles(draft.claim)) - Counter(_roles(ground.quote))
    if extra:
        return f"the quote does not say {min(extra)!r}"
    quoted = [_stem(word) for word in _content(ground.quote)]
    shared = [stem for stem in map(_stem, _content(draft.claim)) if stem in set(quoted)]
    if len(shared) < 2 or _common_length(shared, quoted) >= MIN_IN_ORDER * len(shared):
        return ""
    return "its words stand in another order than in the quote"


def holder(draft: Drafted, ground: Ground) -> str:
    """The holder is named by the quote or its context; a reported claim is not made the author's."""
    known = _stems(ground.all)
    strange = [word for word in _content(draft.holder) if _stem(word) not in known]
    if strange:
        return f"the text does not say {strange[0]!r}"
    if draft.holder:
        return ""
    reporting = _reports(ground.quote) - _reports(draft.claim)
    return f"the quote reports it ({min(reporting)!r}), and no holder is given" if reporting else ""


CHECKS: tuple[tuple[str, Check], ...] = (
    ("one sentence", is_said),
    ("numbers", numbers),
    ("negation", negations),
    ("quantifier", quantifiers),
    ("hedge", hedges),
    ("condition", conditions),
    ("names", names),
    ("words", words),
    ("order", order),
    ("holder", holder),
)

_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+[\"'“‘(]*[A-Z]")


def _same(a: Quantity, b: Quantity) -> bool:
    units = a.unit is None or b.unit is None or _stem(a.unit) == _stem(b.unit)
    return (a.low, a.high, a.comparator, a.approximate) == (
        b.low,
        b.high,
        b.comparator,
        b.approximate,
    ) and units


def _words(text: str) -> list[str]:
    spread = _CONTRACTED.sub(r"\1 \2", text)
    return [_POSSESSIVE.sub("", word) or word for word in _WORD.findall(spread)]


def _is_idle(word: str) -> bool:
    return word.lower() in function_words()["english"]


def _roles(text: str) -> list[str]:
    return [word.lower() for word in _words(text) if word.lower() in grounding_words().roles]


def _content(text: str) -> list[str]:
    """The words that say something, in their order."""
    return [word for word in _words(text) if not _is_idle(word) and not word[0].isdigit()]


def _stem(word: str) -> str:
    return str(_STEMMER.stemWord(word.lower()))


def _stems(text: str) -> frozenset[str]:
    return frozenset(map(_stem, _words(text)))


def _marks(text: str, kind: Callable[[], dict[str, str]]) -> Counter[str]:
    """How often each family of cue words of a kind stands in a text."""
    families = kind()
    said = _words(text)
    found = (
        families.get(_stem(word))
        for before, word in zip(["", *said], said, strict=False)
        # "In May" is a month, "a few" is some.
        if not (before and word == "May") and not (before.lower() == "a" and word in _scale())
    )
    return Counter(family for family in found if family)


def _scale() -> frozenset[str]:
    return cues().polarity.near_quantities


def _differ(claim: Counter[str], quote: Counter[str], what: str) -> str:
    missing, extra = quote - claim, claim - quote
    if missing:
        return f"it leaves out a {what} of the quote ({min(missing)})"
    return f"the quote has no such {what} ({min(extra)})" if extra else ""


def _negation() -> dict[str, str]:
    polarity = cues().polarity
    plain = polarity.negators | polarity.no_one | polarity.near_negators | grounding_words().negators
    lexical = polarity.failing_verbs | polarity.negative_predicates | cues().attribution.denying
    lexical |= cues().stance.reject_verbs
    return _family(plain, "not") | {_stem(word): word for word in _single(lexical)}


def _quantifier() -> dict[str, str]:
    return {_stem(word): word for word in grounding_words().quantifiers} | _family(
        cues().polarity.near_quantities, "few"
    )


def _hedge() -> dict[str, str]:
    modality = cues().modality
    return (
        _family(modality.predicted_modals - {"wo"}, "will")
        | _family({"wo"}, "will")
        | _family(modality.possible_modals | modality.possible_adverbs | modality.possible_predicates, "may")
        | _family(modality.normative_modals, "must")
        | _family(modality.predicted_adverbs, "likely")
        | _family(modality.forecasting, "expect")
        | _family(grounding_words().alleged, "alleged")
    )


def _condition() -> dict[str, str]:
    return _family(cues().modality.conditional_marks, "if")


def _family(members: Iterable[str], name: str) -> dict[str, str]:
    return {_stem(word): name for word in _single(members)}


def _single(members: Iterable[str]) -> Iterator[str]:
    return (word for word in members if " " not in word)


def _reports(text: str) -> set[str]:
    verbs = {_stem(verb) for verb in grounding_words().saying}
    return {word for word in _words(text) if _stem(word) in verbs} | (
        {"according to"} if re.search(r"(?i)\baccording to\b", text) else set()
    )


def _common_length(first: list[str], second: list[str]) -> int:
    """The length of the longest common subsequence of two short lists."""
    lengths = [0] * (len(second) + 1)
    for item in first:
        diagonal = 0
        for index, other in enumerate(second, start=1):
            above = lengths[index]
            lengths[index] = diagonal + 1 if item == other else max(above, lengths[index - 1])
            diagonal = above
    return lengths[-1]
