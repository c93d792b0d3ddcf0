"""`claimkb review`: a person's word on a finding, one by one or as a queue."""

import sys
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import click
import typer

from claimkb.cli._common import database, draw, opened, say
from claimkb.cli._completion import names_of
from claimkb.cli._findings import explanations
from claimkb.cli._options import DbOption
from claimkb.errors import NotFoundError, UsageError
from claimkb.model import RelationKind, Scope, Status
from claimkb.records import RelationFilter


class Decision(StrEnum):
    """What a person says of a finding."""

    CONFIRM = "confirm"
    DISMISS = "dismiss"
    RESET = "reset"

    def status(self) -> Status:
        """The status that the decision gives."""
        return _STATUSES[self]


_STATUSES = {
    Decision.CONFIRM: Status.CONFIRMED,
    Decision.DISMISS: Status.DISMISSED,
    Decision.RESET: Status.SUGGESTED,
}
_KINDS = (RelationKind.CONTRADICTION, RelationKind.TENSION, RelationKind.AGREEMENT)  # as the queue has them
_KEYS = {"c": Decision.CONFIRM, "d": Decision.DISMISS}
_PROMPT = "[c]onfirm  [d]ismiss  [n]ote  [s]kip  [u]ndo  [q]uit ?"


def review(
    relation_id: Annotated[
        str | None,
        typer.Argument(
            metavar="[ID]", help="The id of a finding, or how it begins.", shell_complete=names_of("findings")
        ),
    ] = None,
    decision: Annotated[
        Decision | None, typer.Argument(metavar="[confirm|dismiss|reset]", help="Whether it holds.")
    ] = None,
    note: Annotated[str | None, typer.Option("--note", metavar="WORDS", help="Why you decided so.")] = None,
    db: DbOption = None,
) -> None:
    """Confirm or dismiss findings; without an ID, all undecided ones in turn, one key each.

    A decision belongs to the two claims: it survives another ingest and newer
    rules. `reset` takes it back, and so does `claimkb undo`. Dismissed
    findings are no longer listed.

    \b
    Examples:
      claimkb review 7f3a9c dismiss --note "one counts the region, the other the town"
      claimkb review
    """
    if relation_id is not None and decision is not None:
        _decide(database(db), relation_id, decision, note)
        return
    if relation_id is not None or note is not None:
        raise UsageError("A single review needs an id and a decision.", "Write: claimkb review ID confirm")
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError("The review queue needs a terminal.", "Decide on one: claimkb review ID confirm")
    _queue(db)


def _decide(path: Path, relation_id: str, decision: Decision, note: str | None) -> None:
    from claimkb import workflow

    relation = workflow.review(path, relation_id, decision.status(), note).relation
    words = "undecided again" if decision is Decision.RESET else f"now {relation.status.value}"
    say(f"{relation.id[:8]} ({relation.kind.value}, {relation.type}) is {words}.")


@dataclass(slots=True)
class Queue:
    """The undecided findings, by id, and how far one is; `decided` are the positions to go back to."""

    findings: tuple[str, ...]
    position: int = 0
    decided: list[int] = field(default_factory=list)
    note: str | None = None  # goes with the next decision

    @property
    def current(self) -> str:
        """The finding to decide on now."""
        return self.findings[self.position]


def _queue(db: Path | None) -> None:
    """Show one finding after the other, those whose review says most first, until there are no more."""
    undecided = RelationFilter(statuses=(Status.SUGGESTED,), scope=Scope.CROSS_SOURCE)
    with opened(db) as reader:
        kinds = (replace(undecided, kinds=(kind,)) for kind in _KINDS)
        queue = Queue(tuple(mark.id for wanted in kinds for mark in reader.finding_marks(wanted)))
    if not queue.findings:
        say("Nothing is left to review. `claimkb ingest PATH…` brings more.")
        return
    while queue.position < len(queue.findings):
        if not _shown(db, queue.current):
            queue.position += 1
            continue
        if queue.note:
            click.echo(f"your note: {queue.note}")
        click.echo(f"{queue.position + 1} of {len(queue.findings)}   {_PROMPT} ", nl=False)
        key = click.getchar().lower()
        click.echo(key if key.isprintable() else "")
        if key in ("q", "\x04", "\x1b"):
            break
        _answer(queue, key, database(db))
    say(f"{len(queue.decided)} decided, {len(queue.findings) - len(queue.decided)} left.")


def _shown(db: Path | None, finding: str) -> bool:
    """Explain a finding; false if it has gone meanwhile, because its articles were read again."""
    with opened(db) as reader:
        try:
            detail = reader.relation(finding)
        except NotFoundError:
            return False
        draw(lambda width: explanations(reader, (detail,)), page=False)
    return True


def _answer(queue: Queue, key: str, path: Path) -> None:
    """Do what a key says: decide and go on, note, skip, or take the last decision back."""
    from claimkb import workflow
    from claimkb.render.text import safe
    from claimkb.workflow import desk

    if key in _KEYS:
        workflow.review(path, queue.current, _KEYS[key].status(), queue.note)
        queue.decided.append(queue.position)
        queue.position, queue.note = queue.position + 1, None
    elif key == "s":
        queue.position, queue.note = queue.position + 1, None
    elif key == "n":
        queue.note = safe(click.prompt("note", default="", show_default=False)) or None
    elif key == "u" and queue.decided:
        queue.position = queue.decided.pop()
        desk.undo(path)
    else:
        say("Nothing to undo." if key == "u" else "Press one of c, d, n, s, u, q.")
