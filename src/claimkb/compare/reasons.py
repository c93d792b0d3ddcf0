"""A finding as one readable sentence with both holders, and its decisive words as the quotes have them."""

import re

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
    exact = re.search(rf"(?<!\w){re.escape(mark)}(?!\w)", quote, re.IGNORECASE) if mark else None
    if exact is not None or not mark:
        return exact
    stems = [re.escape(w[: max(_STEM, len(w) - 2)].rstrip("e")) + r"\w*" for w in mark.split()]
    return re.search(r"(?<!\w)" + r"(?:\W+\w+)??\W+".join(stems), quote, re.IGNORECASE)
