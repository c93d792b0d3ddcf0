"""What ingest did, in lines of plain text: one a document, and what they add up to."""

from collections.abc import Sequence

from claimkb.assist_records import ModelOutcome
from claimkb.records import DocumentOutcome
from claimkb.render.text import counted, safe

STATES = ("added", "changed", "unchanged", "duplicate", "refused")
_STATE_WIDTH = max(map(len, STATES))


def relations_found(outcome: DocumentOutcome) -> str:
    """The relations of a document, as far as there are any."""
    found = (
        (outcome.agreements, "agreement"),
        (outcome.contradictions, "contradiction"),
        (outcome.tensions, "tension"),
    )
    return ", ".join(counted(number, noun) for number, noun in found if number)


def outcome_line(outcome: DocumentOutcome) -> str:
    """One document: its state, its path, and what was found or why it was refused."""
    head = f"{outcome.state:<{_STATE_WIDTH}}  {safe(outcome.path)}"
    if outcome.state in ("refused", "duplicate"):
        return f"{head}: {safe(outcome.reason)} {safe(outcome.next_step)}".rstrip(": ")
    if outcome.state == "unchanged":
        return head
    parts = [counted(outcome.claims, "claim")]
    if outcome.skipped:
        parts.append(f"{counted(outcome.skipped, 'stretch', 'stretches')} without one")
    related = relations_found(outcome)
    return f"{head}: {', '.join(parts)}{'; ' + related if related else ''}"


def totals_line(outcomes: Sequence[DocumentOutcome]) -> str:
    """How many documents ended in which state."""
    states = [outcome.state for outcome in outcomes]
    found = [f"{states.count(state)} {state}" for state in STATES if state in states]
    return f"{counted(len(states), 'document')}: {', '.join(found)}" if found else "no documents"


def model_line(outcome: ModelOutcome) -> str:
    """What a model made of one document, or would cost."""
    head = f"{outcome.state:<{_STATE_WIDTH}}  {safe(outcome.path)}"
    if outcome.state == "failed":
        return f"{head}: {safe(outcome.reason)} {safe(outcome.next_step)}".rstrip()
    if outcome.state == "unchanged":
        return head
    cost = f"{counted(outcome.calls, 'call')}, {counted(outcome.tokens, 'token')}, {outcome.kept} answered before"
    if outcome.state == "planned":
        return f"{head}: {cost}"
    why = ", ".join(f"{safe(reason)} {number}" for reason, number in outcome.reasons)
    rejected = f"{outcome.rejected} rejected{f' ({why})' if why else ''}"
    return f"{head}: {counted(outcome.accepted, 'claim')}, {rejected}; {cost}"


def model_total(outcomes: Sequence[ModelOutcome]) -> str:
    """What a run with a model came to."""
    calls, tokens = (sum(getattr(o, name) for o in outcomes) for name in ("calls", "tokens"))
    accepted, rejected = (sum(getattr(o, name) for o in outcomes) for name in ("accepted", "rejected"))
    made = f"; {accepted} claims taken, {rejected} rejected" if accepted or rejected else ""
    return f"{counted(len(outcomes), 'document')}: {counted(calls, 'call')}, {counted(tokens, 'token')}{made}"
