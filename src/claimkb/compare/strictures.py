"""What is required or reserved in one text and done without, or by others, in the other.

"They may enter without a visa" excludes that a visa is compulsory; "women can
vote there" excludes elections that are "male-only".
"""

import re
from collections.abc import Sequence

from claimkb.compare.difference import base_form
from claimkb.compare.profile import profile
from claimkb.compare.wordbags import bag_of, core
from claimkb.compare.words import tokens
from claimkb.lexicon.comparing import comparison_words
from claimkb.lexicon.wordclasses import canonical
from claimkb.model import Claim, Modality

_WITHOUT = re.compile(r"\bwithout (?:(?:a|an|any|the|its|their) )?([a-z-]+)")
_ONLY = re.compile(r"\b([a-z]+)-only ([a-z]+)")
_GETTING = frozenset(map(canonical, ("reach", "get", "find", "sign", "have", "secure")))
_KINDS = frozenset({"man", "woman"})
_FIRM = frozenset({Modality.ASSERTED, Modality.NORMATIVE})


def restricted_between(first: Sequence[Claim], second: Sequence[Claim]) -> tuple[str, str] | None:
    """A requirement or a reserve that the other text does not know."""
    for a in first:
        for b in second:
            if any(
                _done_without(x, y) or _went_without(x, y) or _reserved(x, y) for x, y in ((a, b), (b, a))
            ):
                return a.text, b.text
    return None


def _done_without(free: Claim, bound: Claim) -> bool:
    """Whether one does without what the other says is compulsory, and both speak of the same besides."""
    side = profile(bound)
    subject = side.slot("subject")
    needed = subject is not None and not side.negated and canonical(side.raw_verb) == canonical("compulsory")
    if not needed or subject is None or bound.modality not in _FIRM:
        return False
    things = {base_form(w) for w in _WITHOUT.findall(free.text)} & set(core(tokens(subject.text)))
    besides = bag_of(bound.text) - bag_of(subject.text) - bag_of("compulsory mandatory necessary")
    return bool(things) and bool(besides) and besides <= bag_of(free.text)


def _went_without(lacking: Claim, having: Claim) -> bool:
    """Whether one ends without what the other gets: "the talks ended without a deal", "they reached a deal"."""
    side, other = profile(lacking), profile(having)
    without, got = side.slot("without"), other.slot("object")
    if without is None or got is None or without.head != got.head or other.negated:
        return False
    if lacking.modality is not Modality.ASSERTED or having.modality is not Modality.ASSERTED:
        return False
    return canonical(other.raw_verb) in _GETTING and bool(side.entities & other.entities)


def _reserved(only: Claim, other: Claim) -> bool:
    """Whether a thing is for some only, of whom those who take part in the other text are none."""
    persons = comparison_words().persons
    subject = profile(other).slot("subject")
    if subject is None or profile(other).negated or profile(only).negated:
        return False
    who = {persons[w] for w in tokens(subject.text) if w in persons} & _KINDS
    names = profile(only).entities & profile(other).entities
    return bool(names) and any(
        persons.get(whose) in {"man", "woman"}
        and who
        and persons[whose] not in who
        and bag_of(what) <= bag_of(other.text)
        for whose, what in _ONLY.findall(only.text.lower())
    )
