"""Themes × sources as a heat map: counts on backgrounds that grow with them.

Sources are numbered, with a legend below, since their names are too long to
head a column. As many sources as fit are shown, those with most claims
first; the rest share one column, so that no claim is missing from the rows.
"""

from rich.box import SIMPLE_HEAD
from rich.console import Group
from rich.table import Table
from rich.text import Text

from claimkb.records import ThemeMatrix
from claimkb.render import theme as styles
from claimkb.render.text import safe

_COLUMN_WIDTH = 6
_LABEL_WIDTH = 30
_ROOM_BESIDES = _LABEL_WIDTH + 22


def heat(count: int, most: int) -> str:
    """The background of a count: none for zero, then five steps up to the largest count."""
    if count == 0 or most == 0:
        return styles.FAINT
    step = min((count * len(styles.HEAT)) // (most + 1), len(styles.HEAT) - 1)
    return f"white {styles.HEAT[step]}"


def _order(matrix: ThemeMatrix, room: int) -> tuple[list[int], list[int]]:
    """The columns to show, in their order, and those to add up, by the claims they hold."""
    indices = range(len(matrix.sources))
    if len(matrix.sources) <= room:
        return list(indices), []
    totals = [sum(row[j] for row in matrix.counts) for j in indices]
    by_size = sorted(indices, key=lambda j: (-totals[j], j))
    return sorted(by_size[: room - 1]), by_size[room - 1 :]


def _count(count: int, most: int) -> Text:
    return Text(str(count) if count else "·", style=heat(count, most), justify="right")


def theme_table(matrix: ThemeMatrix, width: int) -> Group:
    """The heat map with totals, and the legend of the sources."""
    room = (width - _ROOM_BESIDES) // _COLUMN_WIDTH
    shown, rest = _order(matrix, max(2, room)) if room > 0 else ([], [])
    table = Table(box=SIMPLE_HEAD, pad_edge=False, header_style=styles.HEADING)
    table.add_column("theme", max_width=_LABEL_WIDTH, overflow="fold")
    table.add_column("claims", justify="right")
    table.add_column("sources", justify="right")
    for number in range(1, len(shown) + 1):
        table.add_column(str(number), justify="right", min_width=_COLUMN_WIDTH - 2)
    if rest:
        table.add_column("rest", justify="right")
    most = max((count for row in matrix.counts for count in row), default=0)
    for theme, row in zip(matrix.themes, matrix.counts, strict=True):
        cells = [_count(row[j], most) for j in shown]
        others = [Text(str(sum(row[j] for j in rest)), style=styles.FAINT)] if rest else []
        label = Text(safe(theme.label))
        if theme.slug != theme.label.casefold():
            label.append(f"\n{safe(theme.slug)}", style=styles.FAINT)
        table.add_row(label, str(theme.claims), str(theme.sources), *cells, *others)
    return Group(table, _legend(matrix, shown, len(rest))) if shown else Group(table)


def _legend(matrix: ThemeMatrix, shown: list[int], rest: int) -> Text:
    legend = Text("sources  ", style=styles.HEADING)
    for number, index in enumerate(shown, start=1):
        legend.append(f"{number} ", style=styles.HEADING)
        legend.append(f"{safe(matrix.sources[index])}   ", style="not bold")
    if rest:
        legend.append(f"rest: {rest} more", style="not bold dim")
    return legend
