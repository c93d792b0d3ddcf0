"""Rephrasings: what a claim's text becomes when it says the same in other words.

Each takes a claim and gives the changed text, or None where it does not apply.
"""

import re
import tomllib
from functools import cache

from places import EVALS
from wordforms import form_in, inflected, once

from claimkb.extract.inflect import be, past, past_participle, present
from claimkb.model import Claim, Polarity

SYNONYMS = EVALS / "data" / "synonyms.toml"


@cache
def synonyms() -> dict[str, list[list[str]]]:
    """Pairs of words that may stand for each other, by part of speech."""
    return tomllib.loads(SYNONYMS.read_text(encoding="utf-8"))


def synonymous(claim: Claim) -> str | None:
    """The same text with one word exchanged for a synonym."""
    words = claim.predicate.split()
    table = synonyms()
    for lemma, other in table["verbs"]:
        found = form_in(words, lemma) if lemma in claim.frame.predicate else None
        if found and (text := once(claim.text, found[0], inflected(other, found[1]))):
            return text
    plurals = [[_plural(one), _plural(other)] for one, other in table["nouns"]]
    for word, other in (*table["nouns"], *plurals, *table["adjectives"]):
        if text := once(claim.text, word, other):
            return text
    return None


def _plural(noun: str) -> str:
    return noun[:-1] + "ies" if noun.endswith("y") else noun + "s"


def passive(claim: Claim) -> str | None:
    """A simple sentence of subject, verb and object turned round."""
    subject, verb, obj = claim.subject, claim.predicate, claim.object
    if not (subject and obj and len(claim.frame.predicate) == 1 and claim.polarity is Polarity.AFFIRMED):
        return None
    rest = re.fullmatch(
        re.escape(f"{subject} {verb} {obj}") + r"( (?:in|on) [A-Z\d][\w ,]*)?\.?", claim.text, re.I
    )
    (lemma,) = claim.frame.predicate
    if rest is None or verb not in (past(lemma), present(lemma, plural=False)) or lemma in ("be", "have"):
        return None
    if re.search(r"\b(?:its|their|his|her)\b", obj):
        return None
    plural = (obj.endswith("s") and not obj.endswith("ss")) or " and " in obj
    agent = subject if _is_name(subject) else subject[0].lower() + subject[1:]
    head = obj[0].upper() + obj[1:]
    helper = be(plural=plural, is_past=verb == past(lemma))
    return f"{head} {helper} {past_participle(lemma)} by {agent}{rest[1] or ''}"


def _is_name(words: str) -> bool:
    return words.split()[0].lower() not in {
        "the",
        "a",
        "an",
        "two",
        "three",
        "four",
        "some",
        "several",
        "this",
    }


# Where a government acts, its capital and its country are one (as subjects only: "in Washington" is a place).
_ALIASES = (
    *(
        ("The United States", "Washington"),
        ("The US", "The United States"),
        ("Washington", "The United States"),
    ),
    *(
        ("America", "The United States"),
        ("Islamabad", "Pakistan"),
        ("New Delhi", "India"),
        ("Paris", "France"),
    ),
    *(("Britain", "The United Kingdom"), ("The European Union", "The EU"), ("Beijing", "China")),
)
_INSIDE = (
    ("the US", "the United States"),
    ("the U.S.", "the United States"),
    ("the United States", "the US"),
)


def renamed(claim: Claim) -> str | None:
    """The same text with a country called by another of its names."""
    for name, other in _ALIASES:
        if claim.subject.lower() == name.lower() and claim.text.startswith(name + " "):
            return other + claim.text[len(name) :]
    for name, other in _INSIDE:
        if claim.text.count(f" {name} ") == 1:
            return claim.text.replace(f" {name} ", f" {other} ")
    return None


_MONEY = re.compile(r"\$(\d+(?:\.\d+)?) (million|billion)\b")
_PERCENT = re.compile(r"(\d) ?(?:percent|per cent)\b")
_THOUSANDS = re.compile(r"(?<![\d,.$])(\d{1,3}),000\b")


def _other_scale(value: float, scale: str) -> str:
    """An amount of dollars in millions instead of billions, in billions, or with a short scale."""
    if scale == "billion":
        return f"${value * 1000:,.0f} million"
    return f"${value / 1000:g}bn" if value >= 100 else f"${value:g}m"


def rewritten_amount(claim: Claim) -> str | None:
    """The same text with an amount written in another way."""
    if money := _MONEY.search(claim.text):
        amount = _other_scale(float(money[1]), money[2])
        return claim.text[: money.start()] + amount + claim.text[money.end() :]
    if _PERCENT.search(claim.text):
        return _PERCENT.sub(r"\1%", claim.text)
    if _THOUSANDS.search(claim.text):
        return _THOUSANDS.sub(r"\1 thousand", claim.text)
    return None
