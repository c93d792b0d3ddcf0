"""Claims built by hand for the tests of comparison, from a compact notation and without a parser.

`says("the bank", "raise", "its rate", to="Norway")` frames a claim: a word
with a capital inside an argument names an entity (an underscore joins two),
everything else is taken as a lemma; the last word of an argument is its head
unless marked with a star.
"""

import hashlib
from typing import Any

from claimkb.model import (
    Argument,
    Claim,
    Comparator,
    ComparedClaim,
    EntityMention,
    Frame,
    Holder,
    Modality,
    Polarity,
    Precision,
    Quantity,
    Stance,
    TimeRef,
)

_STOP = frozenset(
    [
        "the",
        "a",
        "an",
        "its",
        "his",
        "her",
        "their",
        "of",
        "and",
        "in",
        "on",
        "to",
        "for",
        "with",
        "by",
        "as",
        "that",
        "no",
    ]
)
_NEARLY = {"~": Comparator.AROUND, ">": Comparator.MORE_THAN, "<": Comparator.NEARLY, "=": Comparator.EXACT}


def amount(text: str, value: float, unit: str, of: str = "", how: str = "=") -> Quantity:
    """A quantity; `how` is "=" exact, "~" around, ">" more than, "<" nearly."""
    comparator = _NEARLY[how]
    high = None if comparator is Comparator.MORE_THAN else value
    return Quantity(value, high, unit, comparator, how == "~", of or None, text, 0, len(text))


def year(number: int) -> TimeRef:
    """A whole year as a time reference."""
    return TimeRef(f"{number}-01-01", f"{number}-12-31", Precision.YEAR, False, str(number), 0, 4)


def day(iso: str) -> TimeRef:
    """One day as a time reference."""
    return TimeRef(iso, iso, Precision.DAY, False, iso, 0, len(iso))


def argument(role: str, words: str) -> Argument:
    """An argument from its words."""
    raw = words.split()
    head = next((w for w in raw if w.endswith("*")), raw[-1]).strip("*").replace("_", " ").lower()
    clean = [w.strip("*") for w in raw]
    names = tuple(dict.fromkeys(w.replace("_", " ") for w in clean if w[0].isupper()))
    terms = tuple(_lemma(part) for w in clean for part in w.split("_") if part.lower() not in _STOP)
    return Argument(role, _lemma(head.split()[-1]), terms, names, " ".join(clean).replace("_", " "))


def _lemma(word: str) -> str:
    """The singular of a regular plural, in lower case."""
    regular = word.endswith("s") and not word.endswith(("ss", "is", "us")) and len(word) > 3
    return word.lower()[:-1] if regular and word[0].islower() else word.lower()


def says(
    subject: str,
    predicate: str,
    obj: str = "",
    *,
    source: str = "",
    published: str | None = "2024-05-01",
    holder: str = "",
    stance: Stance | None = None,
    not_: bool = False,
    modality: Modality = Modality.ASSERTED,
    amounts: tuple[Quantity, ...] = (),
    dates: tuple[TimeRef, ...] = (),
    tense: str = "present",
    text: str = "",
    quote: str = "",
    complement: str = "",
    clause: str = "",
    **prepositions: str,
) -> ComparedClaim:
    """One side of a comparison."""
    given = {"subject": subject, "object": obj, "complement": complement, "clause": clause}
    given |= {role.strip("_"): words for role, words in prepositions.items()}
    arguments = tuple(argument(role, words) for role, words in given.items() if words)
    spoken = text or _spoken(subject, predicate, not_, *(w for r, w in given.items() if r != "subject"))
    names = dict.fromkeys(name for a in arguments for name in a.entities)
    digest = hashlib.sha256(f"{source}{spoken}{modality}{published}".encode()).hexdigest()[:12]
    fields: dict[str, Any] = {
        "id": digest,
        "label": spoken[:30],
        "text": spoken,
        "as_written": spoken,
        "quote": quote or spoken,
        "start": 0,
        "end": len(quote or spoken),
        "sentence": 0,
        "subject": subject,
        "predicate": predicate,
        "object": obj,
        "polarity": Polarity.NEGATED if not_ else Polarity.AFFIRMED,
        "modality": modality,
        "holder": Holder(holder, holder.lower()) if holder else None,
        "stance": stance or (Stance.REPORTS if holder else Stance.ASSERTS),
        "quantities": amounts,
        "dates": dates,
        "entities": tuple(EntityMention(n, "other", n, 0, len(n)) for n in names),
        "themes": (),
        "frame": Frame(tuple(predicate.split()), arguments, tense),
    }
    return ComparedClaim(Claim(**fields), source or digest, source or digest, published)


def _spoken(subject: str, predicate: str, not_: bool, *rest: str) -> str:
    words = [subject, "not" if not_ else "", predicate, *rest]
    return " ".join(w for w in words if w).replace("_", " ").replace("*", "") + "."
