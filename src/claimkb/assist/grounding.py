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
from collections.abc import Callable
from dataclasses import dataclass

from claimkb.assist.cuewords import (
    common_length,
    condition_marks,
    content_of,
    hedge_marks,
    is_idle,
    marks,
    negation_marks,
    qualifier_marks,
    quantifier_marks,
    reports,
    roles_of,
    stem,
    stems,
    turning_marks,
    words_of,
)
from claimkb.assist.drafted import Drafted
from claimkb.extract.quantities import find_quantities
from claimkb.lexicon.grounding import grounding_words
from claimkb.model import Quantity

# Of the words of a claim that say something, what the quote itself must hold.
# The rest may be what a pronoun stands for. 0.5 admits "Harbour Gazette
# reporters" for "they" in a clause of three words of its own.
MIN_QUOTED = 0.5
# How much of the shared words must stand in the order of the quote; a passive turned round stays below.
MIN_IN_ORDER = 0.75

_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Ground:
    """What a claim may rest on.

    `quote` are the quoted words, `near` the rest of their sentence and how the
    rules resolved it, `context` the sentences before: what a pronoun of the
    quote may stand for, if it is `open`: if the rules did not say what it does.
    `holders` are whom the rules let say what stands there; it is `reported` if
    they let somebody say all of it.
    """

    quote: str
    near: str = ""
    context: str = ""
    open: bool = True
    holders: tuple[str, ...] = ()
    reported: bool = False

    @property
    def all(self) -> str:
        """Everything that may be referred to."""
        return f"{self.quote} {self.near} {self.context}"


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a claim was not taken: the check that failed and what it found."""

    check: str
    found: str


ORDER = "order"
Check = Callable[[Drafted, Ground], str]


def grounded(draft: Drafted, ground: Ground, *, besides: str = "") -> Failure | None:
    """The first check that a claim fails, `besides` one; None if its ground bears it out."""
    for name, check in CHECKS:
        found = check(draft, ground) if name != besides else ""
        if found:
            return Failure(name, found)
    return None


def is_said(draft: Drafted, ground: Ground) -> str:
    """A claim has a word that says something, and is one sentence of a sane length."""
    if not content_of(draft.claim):
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
    if common_length(figures, _DIGITS.findall(ground.quote)) < len(figures):
        return "its numbers stand in another order than in the quote"
    there = Counter(_DIGITS.findall(ground.quote))
    for digits, count in Counter(_DIGITS.findall(draft.claim)).items():
        if there[digits] < count:
            return f"the quote does not say {digits!r}"
    return ""


def negations(draft: Drafted, ground: Ground) -> str:
    """The claim denies what the quote denies, and nothing else."""
    return _differ(marks(draft.claim, negation_marks), marks(ground.quote, negation_marks), "negation")


def quantifiers(draft: Drafted, ground: Ground) -> str:
    """All, most, some, few and only are as in the quote."""
    return _differ(marks(draft.claim, quantifier_marks), marks(ground.quote, quantifier_marks), "quantifier")


def hedges(draft: Drafted, ground: Ground) -> str:
    """What may, should or is expected to be is not said to be, nor the reverse."""
    return _differ(marks(draft.claim, hedge_marks), marks(ground.quote, hedge_marks), "hedge")


def conditions(draft: Drafted, ground: Ground) -> str:
    """A condition is not dropped or made up."""
    return _differ(marks(draft.claim, condition_marks), marks(ground.quote, condition_marks), "condition")


def turnings(draft: Drafted, ground: Ground) -> str:
    """What is "instead of", "except" or "or" in the quote is so in the claim."""
    return _differ(marks(draft.claim, turning_marks), marks(ground.quote, turning_marks), "restriction")


def qualifiers(draft: Drafted, ground: Ground) -> str:
    """What was "former" or is "acting" in the quote is so in the claim."""
    return _differ(marks(draft.claim, qualifier_marks), marks(ground.quote, qualifier_marks), "qualifier")


def names(draft: Drafted, ground: Ground) -> str:
    """Every name stands in the quote or in what its words refer to, those of the quote in its order."""
    quoted = stems(ground.quote) | _counting(draft.claim)
    mentioned = [word for word in words_of(draft.claim) if word[0].isupper() and not is_idle(word)]
    alien = [word for word in mentioned if stem(word) not in quoted]
    known = stems(ground.near)
    if ground.open and has_pronoun(ground.quote):
        known |= stems(ground.context)
    unknown = [word for word in alien if stem(word) not in known]
    return f"the quote does not speak of {unknown[0]!r}" if unknown else ""


def words(draft: Drafted, ground: Ground) -> str:
    """What the claim says is in the words of the quote; only what they refer to is from the context."""
    quoted = stems(ground.quote)
    known = stems(ground.all) | _counting(draft.claim)
    said = content_of(draft.claim)
    strange = [word for word in said if stem(word) not in known]
    if strange:
        return f"the text does not say {strange[0]!r}"
    if has_pronoun(ground.quote):  # a name of three words for "she" is one thing
        said = [word for word in said if stem(word) in quoted or not word[0].isupper()] or said
    share = sum(stem(word) in quoted for word in said) / len(said)
    return "" if share >= MIN_QUOTED else f"only {share:.0%} of its words are in the quote"


def order(draft: Drafted, ground: Ground) -> str:
    """Who does what to whom is as in the quote: shared words stand in its order."""
    extra = Counter(roles_of(draft.claim)) - Counter(roles_of(ground.quote))
    if extra:
        return f"the quote does not say {min(extra)!r}"
    quoted = [stem(word) for word in content_of(ground.quote)]
    shared = [each for each in map(stem, content_of(draft.claim)) if each in set(quoted)]
    if len(shared) < 2 or common_length(shared, quoted) >= MIN_IN_ORDER * len(shared):
        return ""
    return "its words stand in another order than in the quote"


def holder(draft: Drafted, ground: Ground) -> str:
    """The holder is named by the quote or its context; a reported claim is not made the author's."""
    known = stems(ground.all)
    strange = [word for word in content_of(draft.holder) if stem(word) not in known]
    if strange:
        return f"the text does not say {strange[0]!r}"
    if draft.holder:
        return ""
    reporting = (reports(ground.quote) | _reports_beside(ground)) - reports(draft.claim)
    return f"the quote reports it ({min(reporting)!r}), and no holder is given" if reporting else ""


CHECKS: tuple[tuple[str, Check], ...] = (
    ("one sentence", is_said),
    ("numbers", numbers),
    ("negation", negations),
    ("quantifier", quantifiers),
    ("hedge", hedges),
    ("condition", conditions),
    ("restriction", turnings),
    ("qualifier", qualifiers),
    ("names", names),
    ("words", words),
    (ORDER, order),
    ("holder", holder),
)

_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+[\"'“‘(]*[A-Z]")


def _reports_beside(ground: Ground) -> set[str]:
    """The verb of saying that stands directly beside the quote in its sentence: "(the quote), said the mayor"."""
    before, found, after = ground.near.partition(ground.quote)
    if not found:
        return set()
    last = [word for word in words_of(before)[-2:] if word.lower() != "that"][-1:]
    return reports(" ".join([*last, *words_of(after)[:1]]))


def has_pronoun(text: str) -> bool:
    """Whether a word of the text stands for something named before."""
    return any(word.lower() in grounding_words().pronouns for word in words_of(text))


def _counting(claim: str) -> frozenset[str]:
    """The words of a claim's amounts but for what is counted: "around" may stand for "about", see `numbers`."""
    return frozenset[str]().union(
        *(stems(q.text) - stems(f"{q.unit or ''} {q.of or ''}") for q in find_quantities(claim))
    )


def _same(a: Quantity, b: Quantity) -> bool:
    units = a.unit is None or b.unit is None or stem(a.unit) == stem(b.unit)
    bounds = (a.low, a.high, a.comparator, a.approximate) == (b.low, b.high, b.comparator, b.approximate)
    return bounds and units


def _differ(claim: Counter[str], quote: Counter[str], what: str) -> str:
    missing, extra = quote - claim, claim - quote
    if missing:
        return f"it leaves out a {what} of the quote ({min(missing)})"
    return f"the quote has no such {what} ({min(extra)})" if extra else ""
