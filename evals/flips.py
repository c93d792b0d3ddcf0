"""Flips: what a claim's text becomes when it is made to deny what it said.

Each takes a claim and gives the changed text, or None where it does not apply.
They work on words, with the claim's predicate to say which.
"""

import re

from wordforms import form_in, inflected, once

from claimkb.lexicon import load_table
from claimkb.model import Claim, Comparator, Polarity, Precision

_BE = frozenset({"is", "are", "was", "were"})
_AUXILIARIES = _BE | {"has", "have", "had", "will", "would", "does", "do", "did", "can", "could", "shall"}
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SMALL = {
    "two": "six",
    "three": "nine",
    "four": "eleven",
    "five": "sixteen",
    "eleven": "thirty",
    "twelve": "forty",
}
_FACTOR = 3  # beyond any tolerance of "around"


def negated(claim: Claim) -> str | None:
    """The same text with a "not" put in, or taken out."""
    if claim.polarity is Polarity.NEGATED:
        if claim.text.count(" not ") == 1:
            return claim.text.replace(" not ", " ")
        return once(claim.text, "cannot", "can")
    words = claim.predicate.split()
    place = claim.text.find(claim.predicate)
    if place < 0 or not words or claim.text.count(claim.predicate) != 1:
        return None
    if words[0] in _BE or (words[0] in _AUXILIARIES and len(words) > 1):
        cut = place + len(words[0])
        return claim.text[:cut] + ("not" if words[0] == "can" else " not") + claim.text[cut:]
    return _with_do(claim, words, place)


def _with_do(claim: Claim, words: list[str], place: int) -> str | None:
    lemma = claim.frame.predicate[0] if claim.frame.predicate else ""
    found = form_in(words[:1], lemma) if lemma else None
    if found is None:
        return None
    form, name = found
    helper = {"past": "did", "participle": "did", "singular": "does", "base": "do"}[name]
    return f"{claim.text[:place]}{helper} not {lemma}{claim.text[place + len(form) :]}"


def opposed(claim: Claim) -> str | None:
    """The same text with its predicate exchanged for one from the other side of a curated pair."""
    for lemma in reversed(claim.frame.predicate):
        for pair in load_table("opposites")["pair"]:
            if not pair.get("strict", True):
                continue
            for side, other in (("a", "b"), ("b", "a")):
                if lemma in pair[side] and (text := _exchanged(claim, lemma, pair[other][0])):
                    return text
    return None


def _exchanged(claim: Claim, lemma: str, other: str) -> str | None:
    """A predicate exchanged in the form it has: a verb in the verb complex, an adjective as it is."""
    words = claim.predicate.split()
    found = form_in(words, lemma)
    if found is None:
        return once(claim.text, lemma, other) if words and words[0] in _BE else None
    form, name = found
    return once(claim.text, form, inflected(other, name))


def other_amount(claim: Claim) -> str | None:
    """The same text with an amount three times as large, or a third where that makes no sense."""
    for quantity in claim.quantities:
        if (
            quantity.comparator not in (Comparator.EXACT, Comparator.AROUND)
            or claim.text.count(quantity.text) != 1
        ):
            continue
        if number := _NUMBER.search(quantity.text):
            value = float(number[0].replace(",", ""))
            shrink = quantity.unit == "%" and value > 100 / _FACTOR
            changed = value / _FACTOR if shrink else value * _FACTOR
            text = quantity.text[: number.start()] + _written(changed) + quantity.text[number.end() :]
        else:
            word = next((word for word in _SMALL if word in quantity.text.lower().split()), None)
            changed_text = once(quantity.text, word, _SMALL[word]) if word else None
            if changed_text is None:
                continue
            text = changed_text
        return claim.text.replace(quantity.text, text)
    return None


def _written(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 or value == round(value) else f"{value:.1f}"


def other_date(claim: Claim) -> str | None:
    """The same event three years later."""
    if claim.frame.tense != "past" or "be" in claim.frame.predicate[:1]:
        return None
    for date in claim.dates:
        year = _YEAR.search(date.text)
        exact = date.precision in (Precision.DAY, Precision.MONTH, Precision.YEAR) and not date.deictic
        if year and exact and re.search(rf"\b(?:in|on) {re.escape(date.text)}", claim.text):
            changed = date.text.replace(year[0], str(int(year[0]) + 3))
            return claim.text.replace(date.text, changed, 1)
    return None
