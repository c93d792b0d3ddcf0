"""The base at a glance after an ingest: what it holds, what stands out, where to look next."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from claimkb.model import RelationKind
from claimkb.records import RelationRecord
from claimkb.render import theme as styles
from claimkb.render.display import finding, holder, short
from claimkb.render.text import counted, safe

if TYPE_CHECKING:
    from claimkb.store.listings import Summary

_PLURALS = (
    (RelationKind.AGREEMENT, "agreement"),
    (RelationKind.CONTRADICTION, "contradiction"),
    (RelationKind.TENSION, "tension"),
)


def findings_line(findings: dict[str, int]) -> str:
    """The findings between sources by kind."""
    parts = [
        counted(findings.get(kind.value, 0), noun) for kind, noun in _PLURALS if findings.get(kind.value)
    ]
    return ", ".join(parts) or "no findings between sources yet"


def compact(relation: RelationRecord) -> RenderableType:
    """A finding in a few lines: kind and both sides."""
    head = Text(safe(finding(relation)), style=styles.KINDS[relation.kind])
    head.append(f"   {short(relation.id)}", style="not bold cyan")
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style=styles.SOURCE, max_width=28, overflow="fold")
    grid.add_column(overflow="fold")
    for source, said_by, text in (
        (relation.a_source, relation.a_attributed_to, relation.a_text),
        (relation.b_source, relation.b_attributed_to, relation.b_text),
    ):
        words = Text(safe(text))
        if said_by:
            words.append(f" ({safe(holder(said_by))})", style=styles.FAINT)
        grid.add_row(Text(safe(source)), words)
    whole = Table.grid()
    whole.add_row(head)
    whole.add_row(Padding(grid, (0, 0, 0, 2)))
    return whole


def overview(totals: str, summary: "Summary", agreement: RelationRecord | None) -> Iterator[RenderableType]:
    """The parts, top to bottom."""
    yield Text("")
    yield Text(totals, style=styles.HEADING)
    holds = ", ".join((counted(summary.sources, "source"), counted(summary.claims, "claim")))
    yield Text(f"The base holds {holds}; {findings_line(summary.findings)}.")
    if summary.themes:
        themes = ", ".join(f"{safe(theme.label)} ({theme.claims})" for theme in summary.themes)
        yield Text(f"Most spoken of: {themes}.")
    contradiction = summary.contradiction.relation if summary.contradiction else None
    for relation in filter(None, (contradiction, agreement)):
        yield Text("")
        yield compact(relation)
    yield Text("")
    yield from _next(contradiction or agreement)


def _next(relation: RelationRecord | None) -> Iterator[RenderableType]:
    """Commands to try now."""
    steps = [("claimkb themes", "which source speaks of what")]
    if relation is not None:
        steps.insert(0, (f"claimkb {relation.kind.value}s --explain", "who says what, and why it matters"))
        steps.append((f"claimkb show {short(relation.a_id)}", "a claim whole"))
    steps.append(('claimkb claims "…"', "search the claims"))
    grid = Table.grid(padding=(0, 3))
    for command, meaning in steps:
        grid.add_row(Text(command, style="bold"), Text(meaning, style=styles.FAINT))
    yield Text("Next:", style=styles.HEADING)
    yield Padding(grid, (0, 0, 0, 2))
