"""Whether a model gives a claim to whom the text lets say it.

The rules' attribution of what stands there decides. Beside it, a holder may be
whom the sentence lets speak next to a verb of saying, or the very subject of
the claim; and where the rules left a pronoun open, whom the claim names for it.
"""

from claimkb.assist.cuewords import beside_report, content_of, stem, stems
from claimkb.assist.drafted import Drafted
from claimkb.assist.grounding import Failure, Ground
from claimkb.model import Claim


def same_holder(draft: Drafted, part: Claim, read: Claim, ground: Ground) -> bool:
    """Whether a claim, as the rules `read` it, is held by who holds the `part` of the text that says it."""
    given = _names(draft.holder)
    if part.holder is None:
        if not given:
            return not ground.reported
        itself = given <= stems(_subject(read))  # "the port did not rule out a strike", says the port
        return itself or any(given & _names(name) for name in ground.holders) or _speaks(draft, ground)
    holds = _names(part.holder.text)
    if given & holds or (holds and holds <= stems(draft.claim)):
        return True
    if not holds:  # a pronoun that was left open: the claim has to name whom it stands for
        return bool(given) or read.holder is not None
    return _speaks(draft, ground)


def other_holder(part: Claim) -> Failure:
    """Who holds what a model gave to somebody else."""
    said = f"the text lets {part.holder.text!r} say it" if part.holder else "the author says it"
    return Failure("holder", said)


def _speaks(draft: Drafted, ground: Ground) -> bool:
    return bool(draft.holder) and beside_report(draft.holder, ground.near)


def _names(holder: str) -> set[str]:
    return set(map(stem, content_of(holder)))


def _subject(read: Claim) -> str:
    return next((each.text for each in read.frame.arguments if each.role == "subject"), "")
