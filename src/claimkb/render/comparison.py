"""Two sources beside each other: what both say, where they clash, what only one of them says."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from claimkb.model import RelationKind
from claimkb.records import ComparisonRecord
from claimkb.render import theme as styles
from claimkb.render.display import short
from claimkb.render.text import counted, safe

_PARTS = (
    ("both", "Both say", styles.KINDS[RelationKind.AGREEMENT]),
    ("clash", "They contradict each other", styles.KINDS[RelationKind.CONTRADICTION]),
    ("tension", "They pull apart", styles.KINDS[RelationKind.TENSION]),
)


def comparison_page(
    found: Sequence[ComparisonRecord], first: str, second: str, alone: int
) -> Iterator[RenderableType]:
    """The parts, top to bottom; of what only one source says, `alone` claims are shown."""
    for where, heading, style in _PARTS:
        pairs = [each for each in found if each.where == where]
        yield Text(f"{heading}: {counted(len(pairs), 'finding')}", style=style)
        yield Group(_pairs(pairs, first, second), "") if pairs else Text("")
    for where, name, side in (("only-a", first, "a"), ("only-b", second, "b")):
        claims = [each for each in found if each.where == where]
        yield Text(f"Only {safe(name)} says: {counted(len(claims), 'claim')}", style=styles.HEADING)
        grid = Table.grid(padding=(0, 2))
        grid.add_column(style=styles.ID, no_wrap=True)
        grid.add_column(overflow="fold")
        for each in claims[:alone]:
            grid.add_row(short(getattr(each, f"{side}_id")), Text(safe(getattr(each, f"{side}_text"))))
        if len(claims) > alone:
            more = f"{len(claims) - alone:,} more; --alone {len(claims)} shows all"
            grid.add_row("…", Text(more, style=styles.FAINT))
        yield Padding(grid, (0, 0, 1, 2))


def _pairs(pairs: Sequence[ComparisonRecord], first: str, second: str) -> RenderableType:
    table = Table(box=None, pad_edge=False, header_style=styles.FAINT, expand=True, padding=(0, 2, 1, 0))
    table.add_column("id", style=styles.ID, no_wrap=True)
    table.add_column("type", no_wrap=True)
    table.add_column(Text(safe(first)), ratio=1, overflow="fold")
    table.add_column(Text(safe(second)), ratio=1, overflow="fold")
    for each in pairs:
        sides = (Text(safe(each.a_text or "")), Text(safe(each.b_text or "")))
        table.add_row(short(each.relation or ""), Text(safe(each.type or "")), *sides)
    return Padding(table, (0, 0, 0, 2))
