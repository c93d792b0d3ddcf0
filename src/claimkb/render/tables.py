"""Lists as tables on a terminal: nothing cut off, long text folded.

Below `WIDE` columns the label stands over its claim and the source under who
says it, so that 80 columns suffice; above it each has a column of its own.
Below `NARROW` nothing stands beside a claim, and records whose columns do not
fit are blocks of lines.
"""

import re
from collections.abc import Mapping, Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from claimkb.records import ClaimRecord, RelationRecord
from claimkb.render import theme as styles
from claimkb.render.cells import cell, cell_text
from claimkb.render.display import finding, holder, manner, rated, remarks, short
from claimkb.render.fitting import fitted
from claimkb.render.sheet import Sheet
from claimkb.render.shown import SHOWN
from claimkb.render.text import kept, safe

WIDE = 110
NARROW = 60
_BORDERS, _GAP = 2, 3  # what a table takes besides its columns: at its sides, and between two columns
_LOW = 2  # lines of a row; where there are higher ones, rows stand apart
MARKS = ("\x02", "\x03")  # what the store puts around the words that a search found
SIDE_FIELDS = ("label", "text", "source", "published", "attributed_to", "reliability", "rating", "note")


def _table(*, leading: int = 0) -> Table:
    return Table(box=SIMPLE_HEAD, pad_edge=False, header_style=styles.HEADING, leading=leading)


def stacked(*lines: tuple[str, str]) -> Text:
    """(text, style) pairs under each other, empty ones left out."""
    kept = [Text(safe(text), style=style) for text, style in lines if text]
    return Text("\n").join(kept)


def found_text(claim: ClaimRecord, marked: Mapping[str, tuple[str, str]]) -> Text:
    """The text of a claim with the words set off that a search found; where only its quote has them, that too."""
    text, quote = marked.get(claim.id, (claim.text, ""))
    found = _set_off(text)
    if MARKS[0] not in text and MARKS[0] in quote:
        found = Text("\n").join([found, _set_off(quote)])
    return found


def _set_off(text: str) -> Text:
    """Text in which `MARKS` stand around words, as it is drawn."""
    drawn = Text()
    for number, piece in enumerate(re.split("[\x02\x03]", text)):
        drawn.append(kept(piece), style=styles.MARK if number % 2 else "")
    return drawn


def claim_table(
    claims: Sequence[ClaimRecord], width: int, *, marked: Mapping[str, tuple[str, str]] | None = None
) -> RenderableType:
    """Claims with who says them and where; `marked` holds what a search found in them."""
    if width < NARROW:
        return Group(*(_narrow_claim(claim, marked or {}) for claim in claims))
    wide = width >= WIDE
    table = _table(leading=1)
    table.add_column("id", style=styles.ID, no_wrap=True)
    if wide:
        table.add_column("label", style=styles.LABEL, ratio=3, overflow="fold")
    table.add_column("claim", ratio=9, overflow="fold")
    table.add_column("said by" if wide else "said by, in", ratio=4, overflow="fold")
    if wide:
        table.add_column("source", ratio=3, overflow="fold")
    for claim in claims:
        said = stacked((holder(claim.attributed_to), ""), (manner(claim), styles.FAINT))
        source = stacked(
            (rated(claim.source, claim.reliability), styles.SOURCE), (claim.published or "", styles.FAINT)
        )
        label, text = stacked((claim.label, styles.LABEL)), found_text(claim, marked or {})
        cells = [label, text, said, source] if wide else [_under(label, text), _under(said, source)]
        table.add_row(short(claim.id), *cells)
    table.expand = True
    return table


def _narrow_claim(claim: ClaimRecord, marked: Mapping[str, tuple[str, str]]) -> RenderableType:
    said = ", ".join(filter(None, (holder(claim.attributed_to), manner(claim))))
    source = " ".join(filter(None, (rated(claim.source, claim.reliability), claim.published)))
    head = stacked((short(claim.id), styles.ID), (claim.label, styles.LABEL))
    tail = stacked((said, ""), (source, styles.SOURCE))
    return Padding(_under(head, found_text(claim, marked), tail), (0, 0, 1, 0))


def _under(*parts: Text) -> Text:
    return Text("\n").join([part for part in parts if part])


def _side(relation: RelationRecord, side: str) -> Text:
    """One side of a finding: its label and claim, where it comes from, and what a person said of it."""
    get = {name: getattr(relation, f"{side}_{name}") for name in SIDE_FIELDS}
    origin = (rated(get["source"], get["reliability"]), get["published"], holder(get["attributed_to"]))
    return stacked(
        (get["label"], styles.LABEL),
        (get["text"], ""),
        (" · ".join(part for part in origin if part), styles.FAINT),
        (remarks(get["rating"], get["note"]), "italic"),
    )


def relation_table(relations: Sequence[RelationRecord], width: int) -> RenderableType:
    """Findings with both sides: beside each other where there is room, else one below the other."""
    if width < NARROW:
        return Group(*map(_narrow_relation, relations))
    wide = width >= WIDE
    table = _table(leading=1)
    table.add_column("id", style=styles.ID, no_wrap=True)
    table.add_column("finding", no_wrap=True)
    table.add_column("one side" if wide else "the two sides", ratio=1, overflow="fold")
    if wide:
        table.add_column("other side", ratio=1, overflow="fold")
    for each in relations:
        status = each.status.value if each.status.value != "suggested" else ""
        finding = stacked(
            (each.kind.value, styles.KINDS[each.kind]),
            (each.type, ""),
            (f"{each.confidence:.2f}", styles.FAINT),
            (status, styles.STATUSES[each.status]),
        )
        a, b = _side(each, "a"), _side(each, "b")
        sides = [a, b] if wide else [_under(a, b)]
        table.add_row(short(each.id), finding, *sides)
    table.expand = True
    return table


def _narrow_relation(relation: RelationRecord) -> RenderableType:
    head = stacked((short(relation.id), styles.ID), (finding(relation), styles.KINDS[relation.kind]))
    sides = _under(_side(relation, "a"), Text("—", style=styles.FAINT), _side(relation, "b"))
    return Padding(_under(head, sides), (0, 0, 1, 0))


def record_table(record: type, records: Sequence[object], width: int) -> RenderableType:
    """Any other records, in their shown columns; columns that are empty throughout are left out."""
    rows = [[safe(column.text(each)) for column in SHOWN[record]] for each in records]
    filled = [j for j in range(len(SHOWN[record])) if any(row[j] for row in rows)]
    columns = [SHOWN[record][j] for j in filled]
    rows = [[row[j] for j in filled] for row in rows]
    headings = [column.heading for column in columns]
    widths = fitted([headings, *rows], width - _BORDERS - _GAP * (len(columns) - 1))
    if widths is None:
        return Group(*(_block(headings, row) for row in rows))
    high = any(len(cell) > _LOW * across for row in rows for cell, across in zip(row, widths, strict=True))
    table = _table(leading=int(high))
    for j, (column, across) in enumerate(zip(columns, widths, strict=True)):
        table.add_column(
            column.heading,
            justify="right" if column.numeric else "left",
            style=styles.ID if j == 0 else "",
            overflow="fold",
            width=across,
        )
    for row in rows:
        table.add_row(*map(Text, row))
    return table


def _block(headings: Sequence[str], row: Sequence[str]) -> RenderableType:
    """A record as lines: each heading with its value, those without one left out."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style=styles.FAINT, no_wrap=True)
    grid.add_column(overflow="fold")
    for heading, value in zip(headings, row, strict=True):
        if value:
            grid.add_row(heading, Text(value))
    return Padding(grid, (0, 0, 1, 0))


def table_of(record: type, records: Sequence[object], width: int) -> RenderableType:
    """The table for records of a type."""
    if record is ClaimRecord:
        return claim_table([each for each in records if isinstance(each, ClaimRecord)], width)
    if record is RelationRecord:
        return relation_table([each for each in records if isinstance(each, RelationRecord)], width)
    return record_table(record, records, width)


def sheet_table(sheet: Sheet) -> RenderableType:
    """Any sheet as a table, for lists that are no records."""
    table = _table(leading=1)
    for name in sheet.columns:
        table.add_column(name, overflow="fold")
    for row in sheet.rows:
        table.add_row(*(Text(safe(cell_text(cell(value)))) for value in row))
    return table
