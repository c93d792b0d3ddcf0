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
        hit = _find(mark, quote) if mark else None
        if hit is not None:
            found.setdefault(hit[0], quote[slice(*hit)])
    return tuple(dict.fromkeys(found[at] for at in sorted(found)))


def _find(mark: str, quote: str) -> tuple[int, int] | None:
    """The mark as it stands, else by the stems of its words; no pattern is made where the letters are not there."""
    exact = _exact(mark, quote) if _may_hold(quote, mark) else None
    if exact is not None:
        return exact
    stems = [w[: max(_STEM, len(w) - 2)].rstrip("e") for w in mark.split()]
    found = _stemmed(tuple(stems)).search(quote) if all(_may_hold(quote, s) for s in stems) else None
    return found.span() if found is not None else None


def _may_hold(quote: str, letters: str) -> bool:
    """Whether a text may hold these letters in any case."""
    return not (quote.isascii() and letters.isascii()) or letters.lower() in quote.lower()


def _exact(mark: str, quote: str) -> tuple[int, int] | None:
    """The place of whole words, in any case; by hand where letters are plain: a pattern costs more than it finds."""
    if not (mark.isascii() and quote.isascii()):
        found = re.search(rf"(?<!\w){re.escape(mark)}(?!\w)", quote, re.IGNORECASE)
        return found.span() if found is not None else None
    letters, sought = quote.lower(), mark.lower()
    at = letters.find(sought)
    while at >= 0:
        end = at + len(sought)
        if not _is_letter(letters[at - 1 : at]) and not _is_letter(letters[end : end + 1]):
            return at, end
        at = letters.find(sought, at + 1)
    return None


def _is_letter(beside: str) -> bool:
    return beside.isalnum() or beside == "_"


@lru_cache(maxsize=4096)
def _stemmed(stems: tuple[str, ...]) -> re.Pattern[str]:
    words = [re.escape(stem) + r"\w*" for stem in stems]
    return re.compile(r"(?<!\w)" + r"(?:\W+\w+)??\W+".join(words), re.IGNORECASE)
