"""A finding as one readable sentence with both holders, and its decisive words as the quotes have them."""

import re
from functools import lru_cache

from claimkb.compare.pair import Finding, is_rejection
from claimkb.model import ComparedClaim, Stance

_STEM = 5  # letters of a lemma by which its form is found in a quote


def reason(finding: Finding, a: ComparedClaim, b: ComparedClaim) -> str:
    """One sentence: who against whom, and on what."""
    first, second = _voice(a), _voice(b)
    if _one_voice(a, b):
        return f"{_capital(first)}, as given by {a.source} and by {b.source}: {finding.gist}."
    return f"{_capital(first)} and {second}: {finding.gist}."


def _one_voice(a: ComparedClaim, b: ComparedClaim) -> bool:
    return (
        a.claim.holder is not None and b.claim.holder is not None and a.claim.holder.key == b.claim.holder.key
    )


def _voice(side: ComparedClaim) -> str:
    holder = side.claim.holder
    if holder is None:
        return f"the author of {side.source}" + (" (rejecting the view)" if is_rejection(side) else "")
    cited = f"{holder.text} (in {side.source})"
    return f"{cited} (a view its author rejects)" if side.claim.stance is Stance.REJECTS else cited


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def marks_in(marks: tuple[str, ...], quote: str) -> tuple[str, ...]:
    """The words of the quote that the marks (lemmas or phrases) stand for, in order, each once."""
    found: dict[int, str] = {}
    for mark in marks:
        hit = _find(mark, quote)
        if hit is not None:
            found.setdefault(hit.start(), hit.group())
    return tuple(dict.fromkeys(found[at] for at in sorted(found)))


def _find(mark: str, quote: str) -> re.Match[str] | None:
    """The mark as it stands, else by the stems of its words; no pattern is made where the letters are not there."""
    found = _exact(mark).search(quote) if mark and _may_hold(quote, mark) else None
    if found is not None or not mark:
        return found
    stems = [w[: max(_STEM, len(w) - 2)].rstrip("e") for w in mark.split()]
    return _stemmed(tuple(stems)).search(quote) if all(_may_hold(quote, s) for s in stems) else None


def _may_hold(quote: str, letters: str) -> bool:
    """Whether a text may hold these letters in any case."""
    return not (quote.isascii() and letters.isascii()) or letters.lower() in quote.lower()


@lru_cache(maxsize=4096)  # most marks are met again and again
def _exact(mark: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(mark)}(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=4096)
def _stemmed(stems: tuple[str, ...]) -> re.Pattern[str]:
    words = [re.escape(stem) + r"\w*" for stem in stems]
    return re.compile(r"(?<!\w)" + r"(?:\W+\w+)??\W+".join(words), re.IGNORECASE)
